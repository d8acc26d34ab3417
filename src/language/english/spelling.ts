// British and American spelling, levelled on both sides alike, so a wrong guess at a single word does no harm: it is the
// same guess in question and document. Order matters only within a word's ending.
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

/** Shorter words hold no such ending (`four`, `rise`, `hour` are not spelled in two ways). */
const shortest = 6

/** A folded word in the one spelling that its British and American forms share. */
export const spellingOf = (word: string): string => {
  if (word.length < shortest) return word
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
 * What spellings of one name have in common: its consonants in order, alike sounds written alike, and where vowels stand
 * (`uighur`, `uyghur` and `uigur` share one; so do `qaida` and `qaeda`, `kyiv` and `kiev`). Sharing it is a hint, no proof.
 */
const skeletonOf = (word: string): string => alike.reduce((key, [sound, letter]) => key.replace(sound, letter), word)

/** FNV-1a over UTF-16 code units, 32 bits. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** What is compared of a word's spelling: its skeleton without a final s, so that a plural may stand for its singular. */
export const comparedSkeleton = (word: string): string => skeletonOf(word.replace(/s$/, ''))

/** A number that words of one compared skeleton share, and few others do. */
export const skeletonHash = (word: string): number => hashOf(comparedSkeleton(word))
