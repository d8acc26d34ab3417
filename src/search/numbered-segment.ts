import type { Dictionary } from './dictionary.ts'
import { noTerm, type Segment } from './segment.ts'
import type { BuiltSegment } from './segment-draft.ts'

/** A segment in the numbers of an index's dictionary. */
export type NumberedSegment = {
  readonly segment: Segment
  /** Each word of the segment once, and in how many passages, or their contexts, it stands. */
  readonly words: Uint32Array
  readonly wordPassages: Uint32Array
}

/** What is done between two calls of `turn`: some milliseconds. */
const wordsATurn = 2000

/** Puts the words and terms of a segment into `dictionary`, and their numbers there into the segment. */
export const numberSegment = async (
  { segment, words, wordTerms, wordSkeletons, wordPassages, terms }: BuiltSegment,
  dictionary: Dictionary,
  turn: () => Promise<void>,
): Promise<NumberedSegment> => {
  const newTerms = Uint32Array.from(terms, dictionary.addTerm)
  await turn()
  const newWords = new Uint32Array(words.length)
  for (const [word, folded] of words.entries()) {
    const term = wordTerms[word] as number
    const newTerm = term === noTerm ? noTerm : (newTerms[term] as number)
    newWords[word] = dictionary.addWord(folded, newTerm, wordSkeletons[word] as number)
    if (word % wordsATurn === 0) await turn()
  }
  const numbered = (some: Uint32Array): Uint32Array => some.map((word) => newWords[word] as number)
  const inWords = numbered(segment.words)
  await turn()
  const postings = numberedPostings(segment, newTerms)
  await turn()
  return {
    segment: { ...segment, ...postings, words: inWords, contextWords: numbered(segment.contextWords) },
    words: newWords,
    wordPassages,
  }
}

/** The postings of `segment` in the order of its terms' new numbers. */
const numberedPostings = (
  { terms, firstPosting, postingPassages, postingOwn, postingContext }: Segment,
  newTerms: Uint32Array,
) => {
  const order = Uint32Array.from(terms.keys()).sort(
    (a, b) => (newTerms[terms[a] as number] as number) - (newTerms[terms[b] as number] as number),
  )
  const sorted = {
    terms: order.map((place) => newTerms[terms[place] as number] as number),
    firstPosting: new Uint32Array(firstPosting.length),
    postingPassages: new Uint32Array(postingPassages.length),
    postingOwn: new Uint16Array(postingOwn.length),
    postingContext: new Uint8Array(postingContext.length),
  }
  let to = 0
  for (const [at, place] of order.entries()) {
    const [from, end] = [firstPosting[place] as number, firstPosting[place + 1] as number]
    sorted.postingPassages.set(postingPassages.subarray(from, end), to)
    sorted.postingOwn.set(postingOwn.subarray(from, end), to)
    sorted.postingContext.set(postingContext.subarray(from, end), to)
    to += end - from
    sorted.firstPosting[at + 1] = to
  }
  return sorted
}
