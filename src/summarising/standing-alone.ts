import { analyseTokens } from '../text/wink.ts'

/** Fewer words are a label or an exclamation. */
const fewestWords = 5

const isQuestion = (sentence: string): boolean => /\?["'”’)\]]{0,3}$/.test(sentence)

/** No sentence needs more than this to show its words and a verb; the analysis takes time for every character. */
const looked = 600

/** Whether a sentence is a statement long enough to be read on its own, by its looks; `hasVerb` looks closer. */
export const isStatement = (sentence: string): boolean =>
  !isQuestion(sentence) && (sentence.slice(0, looked).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= fewestWords

/** Whether the words are a clause, not a heading or a list of names. */
export const hasVerb = (sentence: string): boolean =>
  analyseTokens(sentence.slice(0, looked)).some(({ pos }) => pos === 'VERB' || pos === 'AUX')

const dangling =
  /^["'“‘ ]{0,4}(?:(?:and|but|so|or|yet)\s+)?(?:he|she|it|they|this|that|these|those|his|her|hers|its|their|theirs|him|them|such)\b/i

/** Whether a sentence opens with a word that points to the sentence before it. */
export const opensDangling = (sentence: string): boolean => dangling.test(sentence)
