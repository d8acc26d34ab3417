/** How many words a text has; marks that stand alone are none. */
export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0

/** Whether a text closes with the mark of a sentence, with or without quotation marks after it. */
export const endsSentence = (text: string): boolean => /[.!?…]["'”’»)\]]*$/.test(text.slice(-8))

const endsWithStop = (text: string): boolean => /[.…]["'”’»)\]]*$/.test(text.slice(-8))

/** Whether a text reads as running prose, not as a title, a label or a list entry: a sentence, or many words. */
export const isProse = (text: string): boolean => {
  const words = wordCount(text)
  return (
    words >= 30 ||
    (words >= 4 && endsWithStop(text)) ||
    (words >= 15 && endsSentence(text)) ||
    looksLowercase(text, words) ||
    isUnspaced(text)
  )
}

/** Scripts that put no spaces between words: their lines cannot be told by counting words, so the longer ones are prose. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu
const isUnspaced = (text: string): boolean => /[。！？]/.test(text) || (text.match(unspaced)?.length ?? 0) >= 12

/** Lower-case prose, as pre-tokenised corpora have it: no capital, and too many words for a label. */
const looksLowercase = (text: string, words: number): boolean => words >= 10 && !/\p{Lu}/u.test(text)

/** A sentence that ends before the text does; short words may be abbreviations. */
const sentenceInside = /(?<!\b(?:Prof|Capt|Supt|Messrs|Dept|Univ|Assn|Sept|Corp))\p{Ll}{3}\.["'”’]?\s/u

/** Whether a text could be a headline or a link: a short line that is no sentence. `?` and `!` may close one. */
export const isHeadline = (text: string): boolean => {
  const words = wordCount(text)
  return (
    words > 0 &&
    words <= 25 &&
    text.length <= 200 &&
    !endsWithStop(text) &&
    !/[,;:]$/.test(text) &&
    !sentenceInside.test(text)
  )
}
