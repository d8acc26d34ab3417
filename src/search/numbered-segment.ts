import type { Dictionary } from './dictionary.ts'
import { mergePostings } from './merge-postings.ts'
import { noTerm, type Segment } from './segment.ts'
import type { BuiltSegment } from './segment-draft.ts'

/** A segment in the numbers of an index's dictionary. */
export type NumberedSegment = {
  readonly segment: Segment
  /** Each word of the segment once, and in how many passages, or their contexts, it stands. */
  readonly words: Uint32Array
  readonly wordPassages: Uint32Array
}

/** What is done between two calls of `turn`, of the dictionary and of running text: a millisecond or two. */
const wordsATurn = 1000
const runningWordsATurn = 200_000

/** Puts the words and terms of a segment into `dictionary`, and their numbers there into the segment. */
export const numberSegment = async (
  { segment, words, wordTerms, wordSkeletons, wordPassages, terms }: BuiltSegment,
  dictionary: Dictionary,
  turn: () => Promise<void>,
): Promise<NumberedSegment> => {
  const newTerms = new Uint32Array(terms.length)
  for (const [term, text] of terms.entries()) {
    newTerms[term] = dictionary.addTerm(text)
    if (term % wordsATurn === 0) await turn()
  }
  const newWords = new Uint32Array(words.length)
  for (const [word, folded] of words.entries()) {
    const term = wordTerms[word] as number
    const newTerm = term === noTerm ? noTerm : (newTerms[term] as number)
    newWords[word] = dictionary.addWord(folded, newTerm, wordSkeletons[word] as number)
    if (word % wordsATurn === 0) await turn()
  }
  const numberAll = async (some: Uint32Array): Promise<Uint32Array> => {
    const numbered = new Uint32Array(some.length)
    for (let at = 0; at < some.length; at++) {
      numbered[at] = newWords[some[at] as number] as number
      if (at % runningWordsATurn === 0) await turn()
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
