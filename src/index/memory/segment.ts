import type { Passage } from '../../domain/passage.ts'
import type { SourceId } from '../../domain/source.ts'
import type { AnalysedAcronym } from '../port.ts'
import type { Dictionary } from './dictionary.ts'
import { mergePostings } from './merge-postings.ts'
import type { BuiltSegment } from './segment-draft.ts'

/** A source in a segment; its passages stand there one after the other. */
export type SegmentSource = {
  readonly id: SourceId
  /** `Source.version` of what was indexed. */
  readonly version: string
  /** Position of its first passage in the segment, and how many it has. */
  readonly first: number
  readonly passages: number
  readonly acronyms: readonly AnalysedAcronym[]
}

/**
 * Some sources' passages, indexed; never changed. A passage is known by its position, a word and a term by a number. What
 * is about one passage, sentence or context stands at its position; `first…` say where a list of each begins, with one
 * entry more than there are, for the end of the last.
 */
export type Segment = {
  readonly sources: readonly SegmentSource[]

  /** The terms that stand in a passage or its context, ascending; each one's postings ascend by passage. */
  readonly terms: Uint32Array
  readonly firstPosting: Uint32Array
  readonly postingPassages: Uint32Array
  /** How often the term stands in the passage itself and in its context; more than fits counts as the most that does. */
  readonly postingOwn: Uint16Array
  readonly postingContext: Uint8Array

  /** `Passage.start` and `end`; the number of its terms, stop words and context left out; its context. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly lengths: Uint32Array
  readonly contexts: Uint32Array
  readonly firstSentence: Uint32Array

  readonly sentenceStarts: Uint32Array
  readonly sentenceEnds: Uint32Array
  /** Two for a sentence: where the words begin of the question that it answers, and where its own. */
  readonly firstWord: Uint32Array
  readonly words: Uint32Array

  /** Each context once for a source; its words without stop words. */
  readonly contextTexts: readonly string[]
  readonly firstContextWord: Uint32Array
  readonly contextWords: Uint32Array
}

/** The part of a segment that says which passages hold a term. */
export type Postings = Pick<Segment, 'terms' | 'firstPosting' | 'postingPassages' | 'postingOwn' | 'postingContext'>

/** Stands for the term of a word that has none. */
export const noTerm = 0xffff_ffff

/** Number of passages. */
export const sizeOf = ({ starts }: Segment): number => starts.length

/** The first of `count` places for which `isBehind` holds, when it holds for all after it too. Halves. */
const firstIndex = (count: number, isBehind: (place: number) => boolean): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBehind(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Where the postings of a term stand, from the first up to and without the second; both are 0 for a term that is not there. */
export const postingsOf = ({ terms, firstPosting }: Segment, term: number): readonly [from: number, to: number] => {
  const place = firstIndex(terms.length, (at) => (terms[at] as number) >= term)
  return terms[place] === term ? [firstPosting[place] as number, firstPosting[place + 1] as number] : [0, 0]
}

/** The source of the passage at `position`. */
export const sourceAt = ({ sources }: Segment, position: number): SegmentSource =>
  // A source without passages stands where the next one begins, so the last that begins there is the one.
  sources[firstIndex(sources.length, (at) => (sources[at] as SegmentSource).first > position) - 1] as SegmentSource

/** The passage at `position`, as it was put. */
export const passageAt = (segment: Segment, position: number): Passage => {
  const source = sourceAt(segment, position)
  const [from, to] = [segment.firstSentence[position] as number, segment.firstSentence[position + 1] as number]
  return {
    source: source.id,
    version: source.version,
    ordinal: position - source.first,
    start: segment.starts[position] as number,
    end: segment.ends[position] as number,
    sentences: Array.from({ length: to - from }, (_, i) => ({
      start: segment.sentenceStarts[from + i] as number,
      end: segment.sentenceEnds[from + i] as number,
    })),
    context: segment.contextTexts[segment.contexts[position] as number] as string,
  }
}

/** A segment, and which of its sources still count. */
export type LiveSegment = {
  readonly segment: Segment
  readonly tombstones: ReadonlySet<SegmentSource>
  /** 1 at the position of each passage that still counts; null when all do. */
  readonly alive: Uint8Array | null
}

export const allLive = (segment: Segment): LiveSegment => ({ segment, tombstones: new Set(), alive: null })

/** `from` without some of its sources. */
export const withoutSources = (from: LiveSegment, gone: readonly SegmentSource[]): LiveSegment => {
  const alive = from.alive?.slice() ?? new Uint8Array(sizeOf(from.segment)).fill(1)
  for (const { first, passages } of gone) alive.fill(0, first, first + passages)
  return { segment: from.segment, tombstones: new Set([...from.tombstones, ...gone]), alive }
}

/** Passages that still count. */
export const liveSize = ({ segment, tombstones }: LiveSegment): number => {
  let size = sizeOf(segment)
  for (const { passages } of tombstones) size -= passages
  return size
}

/** A segment in the numbers of an index's dictionary. */
export type NumberedSegment = {
  readonly segment: Segment
  /** Each word of the segment once, and in how many passages, or their contexts, it stands. */
  readonly words: Uint32Array
  readonly wordPassages: Uint32Array
}

/** What is done between two calls of `turn`, of the dictionary and of running text: a millisecond or two. */
const wordsPerTurn = 1000
const runningWordsPerTurn = 200_000

/** Puts the words and terms of a segment into `dictionary`, and their numbers there into the segment. */
export const numberSegment = async (
  { segment, words, wordTerms, wordSkeletons, wordPassages, terms }: BuiltSegment,
  dictionary: Dictionary,
  turn: () => Promise<void>,
): Promise<NumberedSegment> => {
  const newTerms = new Uint32Array(terms.length)
  for (const [term, text] of terms.entries()) {
    newTerms[term] = dictionary.addTerm(text)
    if (term % wordsPerTurn === 0) await turn()
  }
  const newWords = new Uint32Array(words.length)
  for (const [word, folded] of words.entries()) {
    const term = wordTerms[word] as number
    const newTerm = term === noTerm ? noTerm : (newTerms[term] as number)
    newWords[word] = dictionary.addWord(folded, newTerm, wordSkeletons[word] as number)
    if (word % wordsPerTurn === 0) await turn()
  }
  const numberAll = async (some: Uint32Array): Promise<Uint32Array> => {
    const numbered = new Uint32Array(some.length)
    for (let at = 0; at < some.length; at++) {
      numbered[at] = newWords[some[at] as number] as number
      if (at % runningWordsPerTurn === 0) await turn()
    }
    return numbered
  }
  const renamed = { ...segment, terms: segment.terms.map((term) => newTerms[term] as number) }
  const positions = segment.starts.map((_, position) => position)
  return {
    segment: {
      ...segment,
      ...(await mergePostings([{ postings: renamed, positions }], turn)),
      words: await numberAll(segment.words),
      contextWords: await numberAll(segment.contextWords),
    },
    words: newWords,
    wordPassages,
  }
}
