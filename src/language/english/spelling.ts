// Unifies British and American spelling, in questions and documents alike, so that a wrong guess does no harm. The
// first
// ending that matches counts.
const endings: readonly (readonly [RegExp, string])[] = [
  [/isation(s?)$/, 'ization$1'],
  [/is(e|es|ed|er|ers|ing)$/, 'iz$1'],
  [/ys(e|es|ed|er|ers|ing)$/, 'yz$1'],
  [/our(s|ed|ing|ite|able|ful|hood|al)?$/, 'or$1'],
  [/tre(s?)$/, 'ter$1'],
  [/ence(s?)$/, 'ense$1'],
  [/ogue(s?)$/, 'og$1'],
  [/mme(s?)$/, 'm$1'],
  [/ll(ed|ing|er|ers)$/, 'l$1'],
]

/** Shorter words have only one spelling (`four`, `rise`, `hour`). */
const minLength = 6

/**
 * @param word a folded word
 * @returns the spelling that its British and American forms share; not always a real word
 */
export const spellingOf = (word: string): string => {
  if (word.length < minLength) return word
  const plain = word.replace('ae', 'e')
  for (const [ending, common] of endings) if (ending.test(plain)) return plain.replace(ending, common)
  return plain
}

const alike: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/([gkctpbdrz])h/g, '$1'],
  [/[ckq]+/g, 'k'],
  [/[sz]+/g, 's'],
  [/[vw]+/g, 'v'],
  [/[aeiouy]+/g, '.'],
  [/(.)\1+/g, '$1'],
]

/**
 * A phonetic key that spellings of one name share: consonants in order, similar sounds unified, and where the vowels
 * are (`uighur`, `uyghur` and `uigur` share one, and so do `kyiv` and `kiev`). A shared key is a hint, not proof.
 */
const skeletonOf = (word: string): string => alike.reduce((key, [sound, letter]) => key.replace(sound, letter), word)

/** FNV-1a over UTF-16 code units, 32 bits. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/**
 * @param word a folded word
 * @returns its phonetic key without a final s, so that singular and plural share it
 */
export const comparedSkeleton = (word: string): string => skeletonOf(word.replace(/s$/, ''))

/**
 * @param word a folded word
 * @returns a 32-bit hash of its `comparedSkeleton`
 */
export const skeletonHash = (word: string): number => hashOf(comparedSkeleton(word))
