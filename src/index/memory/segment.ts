import type { Passage } from '../../domain/passage.ts'
import type { SourceId } from '../../domain/source.ts'
import type { AnalysedAcronym } from '../port.ts'
import type { Dictionary } from './dictionary.ts'
import { mergePostings } from './merge-postings.ts'
import type { BuiltSegment } from './segment-draft.ts'

/** A source in a segment, where its passages follow one another. */
export type SegmentSource = {
  readonly id: SourceId
  /** `Source.version` of what was indexed. */
  readonly version: string
  readonly language: string | null
  /** Position of its first passage in the segment, and the number of its passages. */
  readonly first: number
  readonly passages: number
  readonly acronyms: readonly AnalysedAcronym[]
}

/**
 * The indexed passages of some sources; immutable. Passages, sentences and contexts are known by their position, words
 * and terms by number. The `first…` arrays have the start of each one's list, and one more entry for the end of the
 * last.
 */
export type Segment = {
  readonly sources: readonly SegmentSource[]

  /** The terms of all passages and contexts, ascending; the postings of each ascend by passage. */
  readonly terms: Uint32Array
  readonly firstPosting: Uint32Array
  readonly postingPassages: Uint32Array
  /** Occurrences of the term in the passage itself and in its context, capped at what fits. */
  readonly postingOwn: Uint16Array
  readonly postingContext: Uint8Array

  /** `Passage.start` and `end`; the number of its terms, without stop words and context; its context. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly lengths: Uint32Array
  readonly contexts: Uint32Array
  readonly firstSentence: Uint32Array

  readonly sentenceStarts: Uint32Array
  readonly sentenceEnds: Uint32Array
  /** Two per sentence: the start of the words of the question that it answers, and of its own words. */
  readonly firstWord: Uint32Array
  readonly words: Uint32Array

  /** The distinct contexts of each source; their words without stop words. */
  readonly contextTexts: readonly string[]
  readonly firstContextWord: Uint32Array
  readonly contextWords: Uint32Array
}

/** The inverted index of a segment. */
export type Postings = Pick<Segment, 'terms' | 'firstPosting' | 'postingPassages' | 'postingOwn' | 'postingContext'>

/** The term of a stop word. */
export const noTerm = 0xffff_ffff

/** Number of passages. */
export const sizeOf = ({ starts }: Segment): number => starts.length

/** Binary search: the first of `count` indices for which `isBehind` holds, as it does for all after it. */
const firstIndex = (count: number, isBehind: (index: number) => boolean): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBehind(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The half-open range of a term's postings; empty for an unknown term. */
export const postingsOf = ({ terms, firstPosting }: Segment, term: number): readonly [from: number, to: number] => {
  const index = firstIndex(terms.length, (at) => (terms[at] as number) >= term)
  return terms[index] === term ? [firstPosting[index] as number, firstPosting[index + 1] as number] : [0, 0]
}

/** The source of the passage at `position`. */
export const sourceAt = ({ sources }: Segment, position: number): SegmentSource =>
  // Sources without passages share the start of the next one, so the last with that start is the one.
  sources[firstIndex(sources.length, (at) => (sources[at] as SegmentSource).first > position) - 1] as SegmentSource

/** The passage at `position`, as it was added. */
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

/** A segment, and which of its sources were removed. */
export type LiveSegment = {
  readonly segment: Segment
  readonly tombstones: ReadonlySet<SegmentSource>
  /** 1 at the position of each live passage; null if all are live. */
  readonly alive: Uint8Array | null
}

export const allLive = (segment: Segment): LiveSegment => ({ segment, tombstones: new Set(), alive: null })

/** Marks some sources as removed. */
export const withoutSources = (from: LiveSegment, gone: readonly SegmentSource[]): LiveSegment => {
  const alive = from.alive?.slice() ?? new Uint8Array(sizeOf(from.segment)).fill(1)
  for (const { first, passages } of gone) alive.fill(0, first, first + passages)
  return { segment: from.segment, tombstones: new Set([...from.tombstones, ...gone]), alive }
}

/** The number of live passages. */
export const liveSize = ({ segment, tombstones }: LiveSegment): number => {
  let size = sizeOf(segment)
  for (const { passages } of tombstones) size -= passages
  return size
}

/** A segment with the numbers of the index's dictionary. */
export type NumberedSegment = {
  readonly segment: Segment
  /** The distinct words of the segment, and in how many passages, or their contexts, each is. */
  readonly words: Uint32Array
  readonly wordPassages: Uint32Array
}

/** Entries of the dictionary, and words of running text, between calls of `turn`: a millisecond or two. */
const wordsPerTurn = 1000
const runningWordsPerTurn = 200_000

/** Adds the words and terms of a segment to `dictionary`, and renumbers the segment accordingly. */
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
