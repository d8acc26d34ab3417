import type { CslName } from '../domain/bibliography.ts'
import {
  capitalParticles,
  degree,
  honorific,
  joinsFamilyNames,
  nameParticles,
  nameSuffix,
  nobody,
  notInNames,
  organisationWord,
  particlesAndGivenNames,
  roleAlone,
  topicWord,
} from '../language/name-words.ts'

/** A long word with a full stop ends a sentence; a short one is an abbreviation. */
const nameWord = /^(?!\p{L}{5,}\.$)(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:d|l|al|el|as|ad|ash|an)['’-]\p{Lu}[\p{L}'’-]*)$/u
/**
 * @param word any word
 * @returns whether it may be a given or a family name: it has a capital, or a prefix before one
 */
export const isNameWord = (word: string): boolean => nameWord.test(word)

/** `(Bob)`, `“Bob”` between given and family name. */
const nickname = /^["“‘'(]\p{Lu}[\p{L}'’.-]*["”’')]$/u
/** `J.`, `J.R.R.`, `J.-P.` */
const dottedInitials = /^(?:\p{Lu}\p{Ll}?\.-?)+$/u
/** `J`, `JD`: without full stops, as medical journals write them. */
const bareInitials = /^\p{Lu}{1,2}$/u

/** In words, particles apart: longer is a phrase. */
const maxWords = 5

/**
 * @param word any word
 * @returns whether it stands for names by their first letters
 */
export const isInitials = (word: string): boolean =>
  !nameSuffix.test(word) && (dottedInitials.test(word) || bareInitials.test(word))

/** `de`, `van der` and, within a family name, `De`, `Van Der`. */
export const isParticle = (word: string): boolean => nameParticles.has(word) || capitalParticles.has(word)

/**
 * @param phrase a name
 * @returns whether it looks like an organisation: an agency, a newspaper, an office
 */
export const isOrganisation = (phrase: string): boolean => organisationWord.test(phrase)

/** The words of a name without titles before it and degrees behind it; what counts as a suffix stays. */
const bareWords = (phrase: string): readonly string[] => {
  const words = phrase.split(/\s+/)
  let [from, to] = [0, words.length]
  while (to - from > 2 && honorific.test(words[from] ?? '')) from += 1
  while (to - from > 2 && degree.test(words[to - 1] ?? '')) to -= 1
  return words.slice(from, to)
}

/**
 * @param phrase a name
 * @returns whether it looks like a person's: two to five capitalised words, with particles among them
 */
export const isPersonName = (phrase: string): boolean => {
  const words = bareWords(phrase)
  if (words.length < 2 || phrase.length > 80) return false
  if (notInNames.test(phrase) || isOrganisation(phrase)) return false
  const [first = '', last = ''] = [words[0], words.at(-1)]
  const own = words.filter((word) => !isParticle(word) && !joinsFamilyNames.has(word))
  return (
    own.length <= maxWords &&
    (nameWord.test(first) || nickname.test(first)) &&
    (nameWord.test(last) || nameSuffix.test(last)) &&
    words.every(
      (word) => nameWord.test(word) || nickname.test(word) || isParticle(word) || joinsFamilyNames.has(word),
    ) &&
    !topicWord.test(last) &&
    !roleAlone.test(last)
  )
}

/** `O'BRIEN` as `O'Brien`, `MCDONALD` as `McDonald`; initials and numerals stay. */
const smallLetters = (word: string): string => {
  const [letters = ''] = /\p{L}+$/u.exec(word.replace(/\.$/, '')) ?? []
  if (letters.length < 2 || dottedInitials.test(word) || /^(?:II|III|IV)$/.test(word)) return word
  if (letters.length === word.length && letters.length === 2 && (/J$/.test(word) || !/[AEIOUYÄÖÜ]/.test(word)))
    return word
  return word
    .toLowerCase()
    .replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/^Mc\p{Ll}(?=\p{Ll}{2})/u, (start) => `Mc${start.slice(2).toUpperCase()}`)
}

/** `JANE ROE` as `Jane Roe`; only where all of a name is in capitals. */
const withSmallLetters = (words: readonly string[]): readonly string[] => {
  const long = words.filter((word) => /\p{L}{2}/u.test(word) && !/^(?:II|III|IV)$/.test(word))
  if (long.length === 0 || /\p{Ll}/u.test(words.join('')) || !long.some((word) => word.length > 2)) return words
  return words.map((word, at) => {
    const small = smallLetters(word)
    const isInner = at > 0 && at < words.length - 1
    return isInner && /^(?:Van|Von|Der|Den|Het|Dos|Das|Del|Y)$/.test(small) ? small.toLowerCase() : small
  })
}

/** Where the family name of a person starts: at the last word, or at particles before it. */
const familyStart = (words: readonly string[]): number => {
  let at = words.length - 1
  while (at > 1 && isParticle(words[at - 1] ?? '')) at -= 1
  if (at > 2 && joinsFamilyNames.has(words[at - 1] ?? '')) {
    at -= 2
    while (at > 1 && isParticle(words[at - 1] ?? '')) at -= 1
  }
  return at
}

const withoutClosingMark = (text: string): string => text.replace(/[\s,;:]+$/, '')

/**
 * @param written one name in the order `Given Family`
 * @returns its parts; one literal if it is not a person's; null for a stand-in such as `Staff`
 */
export const cslName = (written: string): CslName | null => {
  const phrase = withoutClosingMark(written.replace(/\s+/g, ' ').trim())
  if (phrase === '' || nobody.test(phrase) || !/\p{L}/u.test(phrase)) return null
  if (!isPersonName(phrase)) return { literal: phrase }
  const all = withSmallLetters(bareWords(phrase))
  const hasSuffix = all.length > 2 && nameSuffix.test(all.at(-1) ?? '')
  const words = hasSuffix ? all.slice(0, -1) : all
  const [first = '', last = ''] = [words[0], words.at(-1)]
  // `Anna K.` hides a family name, `Le Guin` is nothing else: neither says which word is which.
  const isHalf = isInitials(last) || (words.length === 2 && isParticle(first) && !particlesAndGivenNames.has(first))
  if (isHalf) return { literal: all.join(' ') }
  const at = familyStart(words)
  const suffix = hasSuffix ? all.at(-1) : undefined
  return {
    family: words.slice(at).join(' '),
    given: words.slice(0, at).join(' '),
    ...(suffix === undefined ? {} : { suffix }),
  }
}

/**
 * @param family the family name, as written
 * @param rest the given names, as written; particles behind them belong to the family, as in `Humboldt, Alexander von`
 * @param suffix such as `Jr.`
 * @returns the name
 */
export const invertedName = (family: string, rest: string, suffix?: string): CslName => {
  const words = withSmallLetters(family.split(' '))
  const closing = words.length > 1 && nameSuffix.test(words.at(-1) ?? '') ? words.at(-1) : undefined
  const given = rest.split(' ').filter((word, at, all) => at > 0 || all.length === 1 || !honorific.test(word))
  let at = given.length
  while (at > 1 && nameParticles.has(given[at - 1] ?? '')) at -= 1
  const stated = suffix ?? closing
  return {
    family: (closing === undefined ? words : words.slice(0, -1)).join(' '),
    ...(rest === '' ? {} : { given: withSmallLetters(given.slice(0, at)).join(' ') }),
    ...(at < given.length ? { 'dropping-particle': given.slice(at).join(' ') } : {}),
    ...(stated === undefined ? {} : { suffix: stated }),
  }
}
