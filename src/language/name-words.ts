import { englishNames } from './english/names.ts'
import { frenchNames } from './french/names.ts'
import { germanNames } from './german/names.ts'
import { plainForm } from './letters.ts'
import type { NameWords, StatedField } from './name-rules.ts'
import { spanishNames } from './spanish/names.ts'

// A name is read before its document's language is known, and papers print names of every language: all rules count.

const tables: readonly NameWords[] = [englishNames, germanNames, frenchNames, spanishNames]

type Lists = Exclude<keyof NameWords, 'fields'>

/** The pattern of any word of a list, in all languages. */
const anyOf = (list: Lists): string => `(?:${tables.flatMap((table) => table[list]).join('|')})`

/** A whole word of a list. */
const word = (list: Lists): string => String.raw`(?<![\p{L}\p{N}])${anyOf(list)}(?![\p{L}\p{N}])`

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Small words of a family name. */
export const nameParticles = setOf(
  `de del della delle degli dei di da do dos das du des d la le las los lo van von vom der den het ter ten te 't ’t op bin
  binti bint ibn ben abu al el af av zu zum zur ap`,
)
/** Those that a family name has in capitals as well: `Robert De Niro`, `Dick Van Dyke`. */
export const capitalParticles = setOf(
  `De Del Della Delle Di Da Dos Du Des La Le Las Los Lo Van Von Vom Der Den Ter Ten Bin Ibn Abu Al El Zu Zur St St. Ste.
  Saint Sainte`,
)
/** Of these, given names as well: `Van Morrison`, `Al Gore`. */
export const particlesAndGivenNames = setOf('Van Al Von La')
/** What joins two family names of one person: `Ramón y Cajal`. */
export const joinsFamilyNames = setOf('y i e')
export const nameSuffix = /^(?:(?:Jr|Sr)\.?|Jun\.|Sen\.|II|III|IV|2nd|3rd)$/i
/** Degrees, honours and callings behind a name. */
export const degree =
  /^(?:Ph\.?D\.?|D\.?Phil\.?|M\.?D\.?|[MB]\.?A\.?|[MB]\.?Sc?\.?|J\.?D\.?|LL\.?[BMD]\.?|[MB]\.?Ed\.?|Ed\.?D\.?|Psy\.?D\.?|Pharm\.?D\.?|M\.?B\.?A\.?|M\.?P\.?[HAP]\.?|D\.?D\.?S\.?|D\.?V\.?M\.?|R\.?N\.?|C\.?P\.?A\.?|Esq\.?|[OCM]BE|FRS|FRCP|MEP|Dipl\.-\p{L}+\.?)$/u

export const honorific = new RegExp(`^${anyOf('honorifics')}$`, 'iu')
export const organisationWord = new RegExp(word('organisations'), 'iu')
export const firmEnding = new RegExp(`^${anyOf('firmEndings')}$`, 'iu')
export const topicWord = new RegExp(`^${anyOf('topics')}$`, 'iu')
export const nobody = new RegExp(`^${anyOf('nobody')}$`, 'iu')
export const notInNames = new RegExp(word('notInNames'), 'iu')
export const phraseWord = new RegExp(word('phrases'), 'iu')

/** `and` in small letters and in capitals: a name's own capitals must count, so the pattern cannot ignore case. */
const andWord = `(?:${tables.flatMap(({ and }) => and.flatMap((words) => [words, words.toUpperCase()])).join('|')})`
/** `y` also joins the family names of one person, so it divides only before a name of two words. */
const spanishAnd = String.raw`y(?=\s+\p{Lu}[^\s,]*\s+\p{Lu})`
/** The comma, `and` or sign between names. */
export const betweenNames = new RegExp(
  String.raw`\s*,\s*(?:(?:${andWord}|${spanishAnd})\s+|&\s*)?|\s+(?:${andWord}|${spanishAnd})\s+|\s*&\s*`,
  'gu',
)

/** `By`, `Written by`, `Von`, `Authors:` before the names. */
export const bylineLabel = new RegExp(`^${anyOf('bylineLabels')}`, 'iu')
/** The writer's job after a name: any words behind a comma, else only what usually qualifies a job. */
export const writerRole = new RegExp(
  String.raw`(?:,\s+(?:[\p{L}-]+\s+){0,3}|\s+(?:${anyOf('roleQualifiers')}\s+)*)${anyOf('roles')}s?$`,
  'iu',
)
/** A writer's job by itself: `Science correspondent`. */
export const roleAlone = new RegExp(String.raw`^(?:[\p{L}-]+\s+){0,3}${anyOf('roles')}s?$`, 'iu')
/** `and` before the name that follows. */
export const closingAnd = new RegExp(String.raw`(?:\s${andWord}\s+|&\s*)(?:[Tt]he\s+)?$`, 'u')
/** `in Beijing` at the end of a byline. */
export const inPlace = new RegExp(
  String.raw`\s+${anyOf('inPlace')}\s+(\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,2}(?:,\s\p{Lu}[\p{L}.'’-]*)?)$`,
  'u',
)
/** `for the Gazette` at the end of a byline. */
export const forEmployer = new RegExp(
  String.raw`\s+${anyOf('forEmployer')}\s+(?:(?:the|die|das|den|le|la|el)\s+)?\p{Lu}.*$`,
  'iu',
)
/** `Published`, `Aktualisiert`: where the names of a byline end. */
export const publishedWord = new RegExp(String.raw`(?<=\s|^)${anyOf('published')}(?!\p{L})`, 'iu')
/** A word of what stands between a byline's names and its date. */
export const datePhrase = new RegExp(`(?:${word('published')}|${word('datePhrases')})`, 'iu')

/**
 * @param field a field of front matter
 * @returns its names, the most usual first
 */
export const fieldNames = (field: StatedField): readonly string[] =>
  tables.flatMap((table) => table.fields[field]?.split(' ') ?? [])

/**
 * @param key a key of front matter, as written
 * @returns it in lower case, without accents, spaces and dashes
 */
export const foldedKey = (key: string): string => plainForm(key).replace(/[\s_-]+/g, '')
