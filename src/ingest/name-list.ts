import type { CslName } from '../domain/bibliography.ts'
import {
  betweenNames,
  bylineLabel,
  degree,
  firmEnding,
  nameSuffix,
  particlesAndGivenNames,
  topicWord,
  writerRole,
} from '../language/name-words.ts'
import { namesAlone } from './name-text.ts'
import { cslName, invertedName, isInitials, isNameWord, isOrganisation, isParticle, isPersonName } from './names.ts'

/**
 * Where names stand: in a field that holds nothing else, where they may be inverted, or in a line of a page, where a
 * single word behind a name is a place or a paper.
 */
export type NamesIn = 'field' | 'byline'

/** A stretch between separators, and the separator before it. */
type Piece = { readonly text: string; readonly start: number; readonly end: number; readonly before: string }

/** Divides names of any form, so that those of a list divided by them may be inverted: `Roe, Jane; Doe, John`. */
const strongSeparator = /\s*[;|•·、，；\n]\s*|\s+\/\s+/
/** What is said behind the names: `P. Hruška. Last change 11 Jan 2024`. */
const nextSentence = /(?<=\p{Ll}{4})\.\s+\p{Lu}.*$/u
/** `(Reuters)` behind a name. */
const remark = /(?<=[^\s,;|])\s*\([^()]{0,100}\)(?=\s*(?:[,;|&]|$))/g

const piecesOf = (text: string): readonly Piece[] => {
  const pieces: Piece[] = []
  let [start, before] = [0, '']
  for (const { 0: separator, index } of [...text.matchAll(betweenNames), { 0: '', index: text.length }]) {
    const piece = text.slice(start, index)
    if (piece.trim() !== '') pieces.push({ text: piece.trim(), start, end: index, before })
    start = index + separator.length
    before = piece.trim() === '' ? before : separator
  }
  return pieces
}

const isAnd = ({ before }: Piece): boolean => /[\p{L}&]/u.test(before)
const hasComma = ({ before }: Piece): boolean => before.includes(',')
const wordsOf = (text: string): readonly string[] => text.split(' ')
const isSingle = (text: string): boolean => isNameWord(text) && !isInitials(text)

/** `Spencer` of `Spencer Ltd.`, nothing of `Co.`; null for what has no legal form. */
const withoutLegalForm = (text: string): string | null => {
  const words = wordsOf(text)
  const length = [2, 1].find((count) => count <= words.length && firmEnding.test(words.slice(-count).join(' ')))
  return length === undefined ? null : words.slice(0, -length).join(' ')
}
const isBody = (text: string): boolean => isOrganisation(text) || withoutLegalForm(text) !== null

/** `Behörde für Umwelt`, `Friends of the Sea`: a body that is concerned with something, of which more may follow. */
const isConcerned = (text: string): boolean =>
  /^\p{Lu}\S* (?:\S+ )*(?:of|for|on|für|de|des|der|pour|para) /u.test(text) && !isPersonName(text)

/** Whether a piece goes on with the name of the body before it: `and Prevention`, but not `and Jane Roe`. */
const goesOn = (body: string, { text }: Piece): boolean => {
  if (isSingle(withoutLegalForm(text) ?? '')) return true
  if (topicWord.test(wordsOf(text).at(-1) ?? '')) return isConcerned(body) || !isOrganisation(text)
  return !isOrganisation(text) && !isPersonName(text) && !degree.test(text) && !writerRole.test(` ${text}`)
}

/** How many pieces the name of one body has at most. */
const maxJoined = 12

/** How many pieces, from single words on, are one firm or body: `Johnson, Smith & Co.`, `Food and Drug Administration` */
const joinedLength = (pieces: readonly Piece[], at: number): number => {
  const first = pieces[at]
  if (!first) return 0
  let last = at + 1
  while (
    last - at < maxJoined &&
    pieces[last + 1] &&
    isSingle(pieces[last]?.text ?? '') &&
    withoutLegalForm(pieces[last]?.text ?? '') === null
  )
    last += 1
  const closing = pieces[last]
  if (!closing) return 0
  const name = withoutLegalForm(closing.text)
  if (name === '') return isSingle(first.text) || last === at + 1 ? last - at + 1 : 0
  if (!isSingle(first.text) || isOrganisation(first.text) || !isAnd(closing)) return 0
  const isFirm = name !== null && isSingle(name)
  const isPair = pieces.length === 2 && closing.before.trim() === '&' && isSingle(closing.text)
  const isOffice = isOrganisation(closing.text) && !isSingle(closing.text)
  return isFirm || isPair || isOffice ? last - at + 1 : 0
}

/** How many pieces, from the one at `at`, are the name of one body; 0 if that one is none. */
const bodyLength = (pieces: readonly Piece[], at: number, where: NamesIn): number => {
  const joined = joinedLength(pieces, at)
  const first = pieces[at]
  if (joined > 0 || !first) return joined
  if (!isBody(first.text) && !(isConcerned(first.text) && where === 'field')) return 0
  let end = at + 1
  for (let to = end; to < Math.min(pieces.length, at + maxJoined); to += 1) {
    const piece = pieces[to] as Piece
    if (!goesOn(first.text, piece)) break
    if (isAnd(piece) && isConcerned(first.text)) end = to + 1
    else if (!hasComma(piece)) break
  }
  // `Stanford University, California`
  const isLast = end === pieces.length - 1 && goesOn(first.text, pieces[end] as Piece)
  return (isLast && where === 'field' ? end + 1 : end) - at
}

/** A family name of more than a word: `van Gogh`, `Le Guin`. */
const hasParticle = (text: string): boolean => {
  const words = wordsOf(text)
  const own = words.filter((word) => !isParticle(word) && !nameSuffix.test(word))
  return own.length === 1 && isParticle(words[0] ?? '') && /^\p{Lu}/u.test(own[0] ?? '')
}

const isFamily = (text: string): boolean =>
  hasParticle(text) ||
  isSingle(
    wordsOf(text)
      .filter((word, at) => at === 0 || !nameSuffix.test(word))
      .join(' '),
  )

/** `J. A.`, `Ursula K.`, `Alexander von`: given names, and no whole name. */
const isGivenAlone = (text: string): boolean => {
  const words = wordsOf(text)
  const last = words.at(-1) ?? ''
  return isInitials(words[0] ?? '') && words.every((word) => isInitials(word) || isParticle(word))
    ? true
    : words.length > 1 && /^\p{Lu}/u.test(text) && (isInitials(last) || (isParticle(last) && /^\p{Ll}/u.test(last)))
}

/** `Smith J`, as medical journals write it. */
const initialsLast = /^((?:\p{Ll}+ )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}\p{Ll}[\p{L}'’-]+)?) (\p{Lu}{1,2})$/u

type Person = {
  readonly text: string
  readonly suffix: string | undefined
  readonly and: boolean
  readonly before: string
}

/** `Jane Roe staff writer` as `Jane Roe`. */
const withoutRole = (text: string): string => {
  const name = text.replace(writerRole, '')
  return isPersonName(name) ? name : text
}

/** Pieces as persons: what is a suffix joins the name before it, degrees and jobs are left out. */
const personsOf = (pieces: readonly Piece[]): readonly Person[] => {
  const persons: Person[] = []
  for (const piece of pieces) {
    const last = persons.at(-1)
    const isWhole = last !== undefined && (isPersonName(last.text) || persons.length > 1)
    if (last && nameSuffix.test(piece.text)) persons[persons.length - 1] = { ...last, suffix: piece.text }
    else if (isWhole && (degree.test(piece.text) || writerRole.test(` ${piece.text}`))) continue
    else persons.push({ text: withoutRole(piece.text), suffix: undefined, and: isAnd(piece), before: piece.before })
  }
  return persons
}

/** `ofSingles`: whether one of the names is a single word: `Smith, Doe and Lee`. */
type ListOf = { readonly where: NamesIn; readonly ofSingles: boolean }

/** Whether the person at `at` is a family name, and the next its given names. */
const isInvertedAt = (persons: readonly Person[], at: number, { where, ofSingles }: ListOf): boolean => {
  const [family, given, after] = persons.slice(at, at + 3)
  if (!family || !given || given.and) return false
  if (isGivenAlone(given.text))
    return (isFamily(family.text) || (isPersonName(family.text) && where === 'field')) && !isGivenAlone(family.text)
  const isWhole = isPersonName(given.text)
  if (!isWhole && !isSingle(given.text)) return false
  if (!isFamily(family.text)) return isPersonName(family.text) && where === 'field' && persons.length === 2 && !isWhole
  // `Van Morrison, Bob Dylan`
  if (isWhole) return !particlesAndGivenNames.has(wordsOf(family.text)[0] ?? '')
  // `Anna, Ben, Carla`
  const opens = at === 0 || family.and
  const closes = after === undefined || after.and
  return opens && closes && !ofSingles
}

/** The names of pieces that are no bodies. */
const namesOf = (pieces: readonly Piece[], where: NamesIn): readonly CslName[] => {
  const persons = personsOf(pieces)
  const [first, second] = persons
  // `Jane and John Doe` does not say whose the family name is.
  if (first && second?.and && persons.length === 2 && isSingle(first.text) && isPersonName(second.text))
    return [{ literal: first.text + second.before + second.text }]
  if (persons.length > 1 && persons.every(({ text }) => initialsLast.test(text)))
    return persons.flatMap(({ text, suffix }) => {
      const [, family = '', given = ''] = initialsLast.exec(text) ?? []
      return [invertedName(family, given, suffix)]
    })
  const ofSingles = persons.some(({ text, and }, at) => and && isSingle(text) && persons[at + 1]?.and !== false)
  const names: CslName[] = []
  for (let at = 0; at < persons.length; at += 1) {
    const { text, suffix } = persons[at] as Person
    const given = persons[at + 1]
    if (given && isInvertedAt(persons, at, { where, ofSingles })) {
      names.push(invertedName(text, given.text, suffix ?? given.suffix))
      at += 1
    } else if (suffix === undefined) names.push(...[cslName(text)].filter((name) => name !== null))
    else
      names.push(
        isPersonName(text) ? (cslName(`${text} ${suffix}`) ?? { literal: text }) : invertedName(text, '', suffix),
      )
  }
  return names
}

const namesInPart = (part: string, where: NamesIn): readonly CslName[] => {
  const pieces = piecesOf(part)
  const names: CslName[] = []
  let persons: Piece[] = []
  for (let at = 0; at < pieces.length; ) {
    const length = bodyLength(pieces, at, where)
    const [first, last] = [pieces[at] as Piece, pieces[at + length - 1]]
    if (length === 0 || !last) {
      persons.push(first)
      at += 1
      continue
    }
    names.push(...namesOf(persons, where))
    persons = []
    const body = cslName(part.slice(first.start, last.end))
    if (body) names.push(length > 1 ? { literal: part.slice(first.start, last.end).trim() } : body)
    at += length
  }
  return [...names, ...namesOf(persons, where)]
}

/**
 * The one reader of names: of bylines, front matter, author lines and sidecars.
 * @param written a name, a body or a list of them, in any usual form: `Jane Roe and John Doe`, `Le Guin, Ursula K.`,
 * `Smith, J.; Doe, A.`, `Centers for Disease Control and Prevention`
 * @param where see `NamesIn`
 * @returns the names, in order; none for a stand-in such as `Staff`
 */
export const namesIn = (written: string, where: NamesIn = 'field'): readonly CslName[] => {
  const alone = namesAlone(written).replace(remark, '')
  if (alone === '' && where === 'field' && /^\s*@\w{1,30}\s*$/.test(written)) return [{ literal: written.trim() }]
  const text = where === 'field' ? alone.replace(bylineLabel, '').replace(nextSentence, '') : alone
  return text
    .split(strongSeparator)
    .map((part) => part.replace(/^[\s,(]+|[\s,)]+$/g, ''))
    .flatMap((part) => (part === '' ? [] : namesInPart(part, where)))
}
