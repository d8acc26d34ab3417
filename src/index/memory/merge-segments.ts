import { gone, mergePostings } from './merge-postings.ts'
import { type LiveSegment, liveSize, type Segment, type SegmentSource, sizeOf } from './segment.ts'

/** A half-open range of indices in a list. */
type Range = readonly [from: number, to: number]

/** Adjoining sources of a segment, and the ranges of everything that belongs to them. */
type Run = {
  readonly segment: Segment
  readonly sources: readonly SegmentSource[]
  readonly passages: Range
  readonly sentences: Range
  readonly words: Range
  readonly contexts: Range
  readonly contextWords: Range
}

const runOf = (segment: Segment, sources: readonly SegmentSource[], [from, to]: Range): Run => {
  const { firstSentence, firstWord, contexts, contextTexts, firstContextWord } = segment
  const sentences = [firstSentence[from] as number, firstSentence[to] as number] as const
  // Every source has contexts of its own, in the order of its passages.
  const contextAt = (position: number): number => contexts[position] ?? contextTexts.length
  const contextRange = [contextAt(from), contextAt(to)] as const
  return {
    segment,
    sources,
    passages: [from, to],
    sentences,
    words: [firstWord[2 * sentences[0]] as number, firstWord[2 * sentences[1]] as number],
    contexts: contextRange,
    contextWords: [firstContextWord[contextRange[0]] as number, firstContextWord[contextRange[1]] as number],
  }
}

/** Maximum passages of a run, unless one source has more: copying them takes a millisecond or two. */
const maxRunPassages = 4096

/** The runs of live sources. */
const runsOf = ({ segment, tombstones }: LiveSegment): readonly Run[] => {
  const runs: Run[] = []
  let open: SegmentSource[] = []
  const close = (): void => {
    const [first, last] = [open[0], open.at(-1)]
    if (first && last) runs.push(runOf(segment, open, [first.first, last.first + last.passages]))
    open = []
  }
  for (const source of segment.sources) {
    if (tombstones.has(source) || source.first - (open[0]?.first ?? source.first) >= maxRunPassages) close()
    if (!tombstones.has(source)) open.push(source)
  }
  close()
  return runs
}

/** A list of the merged segment under construction; `shift` is added to each number of a run. */
const collect = (length: number) => {
  const list = new Uint32Array(length)
  let end = 0
  return {
    list,
    add: (numbers: Uint32Array, [from, to]: Range, shift = 0): void => {
      list.set(numbers.subarray(from, to), end)
      const before = end
      end += to - from
      if (shift !== 0) for (let at = before; at < end; at++) (list[at] as number) += shift
    },
  }
}

/** By segment: the new position of each passage, without the removed ones. */
const newPositions = (from: readonly LiveSegment[]): readonly Uint32Array[] => {
  let next = 0
  return from.map(({ segment, alive }) =>
    segment.starts.map((_, position) => (alive?.[position] === 0 ? gone : next++)),
  )
}

/** Merges what is live in `from`, in its order, into one segment; `turn` is called every few milliseconds. */
export const mergeSegments = async (from: readonly LiveSegment[], turn: () => Promise<void>): Promise<Segment> => {
  const runs = from.flatMap(runsOf)
  const total = (range: (run: Run) => Range): number =>
    runs.reduce((sum, run) => sum + range(run)[1] - range(run)[0], 0)
  const size = {
    passages: total(({ passages }) => passages),
    sentences: total(({ sentences }) => sentences),
    words: total(({ words }) => words),
    contexts: total(({ contexts }) => contexts),
    contextWords: total(({ contextWords }) => contextWords),
  }
  const sources: SegmentSource[] = []
  const contextTexts: string[] = []
  const starts = collect(size.passages)
  const ends = collect(size.passages)
  const lengths = collect(size.passages)
  const contexts = collect(size.passages)
  const firstSentence = collect(size.passages + 1)
  const sentenceStarts = collect(size.sentences)
  const sentenceEnds = collect(size.sentences)
  const firstWord = collect(2 * size.sentences + 1)
  const words = collect(size.words)
  const firstContextWord = collect(size.contexts + 1)
  const contextWords = collect(size.contextWords)
  const at = { passages: 0, sentences: 0, words: 0, contexts: 0, contextWords: 0 }
  for (const { segment, ...run } of runs) {
    const shift = at.passages - run.passages[0]
    for (const source of run.sources) sources.push({ ...source, first: source.first + shift })
    starts.add(segment.starts, run.passages)
    ends.add(segment.ends, run.passages)
    lengths.add(segment.lengths, run.passages)
    contexts.add(segment.contexts, run.passages, at.contexts - run.contexts[0])
    firstSentence.add(segment.firstSentence, run.passages, at.sentences - run.sentences[0])
    sentenceStarts.add(segment.sentenceStarts, run.sentences)
    sentenceEnds.add(segment.sentenceEnds, run.sentences)
    firstWord.add(segment.firstWord, [2 * run.sentences[0], 2 * run.sentences[1]], at.words - run.words[0])
    words.add(segment.words, run.words)
    for (const text of segment.contextTexts.slice(...run.contexts)) contextTexts.push(text)
    firstContextWord.add(segment.firstContextWord, run.contexts, at.contextWords - run.contextWords[0])
    contextWords.add(segment.contextWords, run.contextWords)
    for (const list of Object.keys(at) as (keyof typeof at)[]) at[list] += run[list][1] - run[list][0]
    await turn()
  }
  firstSentence.list[size.passages] = size.sentences
  firstWord.list[2 * size.sentences] = size.words
  firstContextWord.list[size.contexts] = size.contextWords
  const positions = newPositions(from)
  const postings = await mergePostings(
    from.map((alive, i) => ({ postings: alive.segment, positions: positions[i] as Uint32Array })),
    turn,
  )
  return {
    sources,
    ...postings,
    starts: starts.list,
    ends: ends.list,
    lengths: lengths.list,
    contexts: contexts.list,
    firstSentence: firstSentence.list,
    sentenceStarts: sentenceStarts.list,
    sentenceEnds: sentenceEnds.list,
    firstWord: firstWord.list,
    words: words.list,
    contextTexts,
    firstContextWord: firstContextWord.list,
    contextWords: contextWords.list,
  }
}

/** Passages of a merged segment, so that no merge takes long; a segment of half this size is left alone. */
const maxSegmentPassages = 32_768
/** Segments of one order of magnitude that are left unmerged. */
const maxPerMagnitude = 3

const magnitudeOf = (segment: LiveSegment): number => Math.floor(Math.log2(Math.max(1, liveSize(segment))) / 2)

/** Groups of `segments` that are not too large together. */
const groupsOf = (segments: readonly LiveSegment[]): readonly (readonly LiveSegment[])[] => {
  const groups: LiveSegment[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const segment of segments) {
    if (size + liveSize(segment) > maxSegmentPassages) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(segment)
    size += liveSize(segment)
  }
  return groups
}

/**
 * The groups of segments to merge next, each into one. Segments with most of their passages removed are rewritten;
 * small ones are merged if there are more than a few of one order of magnitude, so that their number grows with the
 * logarithm of the library and each passage is moved only a few times. Empty if nothing is due.
 */
export const mergesDue = (segments: readonly LiveSegment[]): readonly (readonly LiveSegment[])[] => {
  const hollow = segments.filter(
    (each) => liveSize(each) * 2 < sizeOf(each.segment) || each.tombstones.size === each.segment.sources.length,
  )
  if (hollow.length > 0) return hollow.map((segment) => [segment])
  const small = segments.filter((segment) => liveSize(segment) * 2 <= maxSegmentPassages)
  const crowd = small
    .map((segment) => small.filter((other) => magnitudeOf(other) === magnitudeOf(segment)))
    .find(({ length }) => length > maxPerMagnitude)
  return crowd === undefined ? [] : groupsOf(crowd).filter(({ length }) => length > 1)
}
