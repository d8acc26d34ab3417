import type { CslName } from '../domain/bibliography.ts'
import {
  betweenNames,
  degree,
  honorific,
  nameParticle,
  nameSuffix,
  nobody,
  notInNames,
  organisationWord,
} from '../language/english/name-words.ts'

const nameWord = /^(?:\p{Lu}[\p{L}'’.-]*|(?:d|l|al|el)['’-]\p{Lu}[\p{L}'’-]*)$/u
/**
 * @param phrase a name
 * @returns whether it looks like an organisation: an agency, a newspaper, an office
 */
export const isOrganisation = (phrase: string): boolean => organisationWord.test(phrase)

/**
 * @param phrase a name
 * @returns whether it looks like a person's: two to five capitalised words, with particles among them
 */
export const isPersonName = (phrase: string): boolean => {
  const words = phrase.split(/\s+/)
  if (words.length < 2 || words.length > 5 || phrase.length > 60) return false
  if (notInNames.test(phrase) || isOrganisation(phrase)) return false
  const [first = '', last = ''] = [words[0], words.at(-1)]
  return (
    nameWord.test(first) && nameWord.test(last) && words.every((word) => nameWord.test(word) || nameParticle.test(word))
  )
}

/**
 * @param written a name in the order `Given Family`
 * @returns its parts; one literal if it is not a person's; null for a stand-in such as `Staff`
 */
export const cslName = (written: string): CslName | null => {
  const phrase = written.replace(degree, '').replace(/\s+/g, ' ').trim()
  if (phrase === '' || nobody.test(phrase) || !/\p{L}/u.test(phrase)) return null
  const words = phrase.split(' ')
  while (words.length > 2 && honorific.test(words[0] ?? '')) words.shift()
  if (!isPersonName(words.join(' '))) return { literal: phrase }
  const closing = nameSuffix.test(words.at(-1) ?? '') && words.length > 2 ? words.pop() : undefined
  let at = words.length - 1
  while (at > 1 && nameParticle.test(words[at - 1] ?? '')) at -= 1
  const family = [...words.slice(at), ...(closing ? [closing] : [])].join(' ')
  return { family, given: words.slice(0, at).join(' ') }
}

const mailOrHandle = /[<(]?\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}\b[>)]?|(?<![\w.])@\w{1,30}\b/g

/** The lookbehind lets a match start only at the first separator, so that a long row is scanned once. */
const lastSeparators = /(?<![\s,;|])[\s,;|]+$/

/**
 * @param written a list of authors
 * @returns it without email addresses and handles
 */
export const withoutContacts = (written: string): string =>
  written.replace(mailOrHandle, ' ').replace(/\s+/g, ' ').replace(lastSeparators, '').trim()

/**
 * @param written a list such as `A, B and C`
 * @returns its names, as written
 */
export const splitNames = (written: string): readonly string[] =>
  withoutContacts(written)
    .split(betweenNames)
    .map((name) => name.trim())
    .filter((name) => name !== '')
