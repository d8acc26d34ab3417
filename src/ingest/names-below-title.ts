import type { CslName } from '../domain/bibliography.ts'
import { isKnownWord } from '../language/english/wink.ts'
import { betweenNames } from '../language/name-words.ts'
import type { Block } from './block.ts'
import { besidesDates, statedDates, statedMonth } from './dates.ts'
import type { Part } from './header-part.ts'
import { cslName, isOrganisation, isPersonName } from './names.ts'

/** What leads from a name to where its bearer works: figures and signs right behind it. */
const affiliation = /(?<=\p{L}\.?)[\d⁰¹²³⁴-⁹*∗†‡§¶]{1,3}(?:,[\d⁰¹²³⁴-⁹*∗†‡§¶]{1,2}(?![\d\p{L}]))*/gu

/** `¹ University of Norland`: what such a sign leads to. */
const affiliated = /^[\d⁰¹²³⁴-⁹*∗†‡§¶]{1,2}\s?\p{Lu}/u

/** A longer line is a text that has names in it. */
const most = { characters: 300, names: 20 }

/** Words that English has make topics as well as names: `Climate Change and Human Rights`. */
const isSurelyName = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/[\s.-]+/)
    .some((word) => word.length > 1 && !isKnownWord(word))

/** Whether a line says when a text was written or where its writers work, or is another one of names. */
const goesWithNames = (block: Block | undefined): boolean =>
  block !== undefined &&
  block.text.length <= most.characters &&
  (isOrganisation(block.text) ||
    affiliated.test(block.text) ||
    statedMonth(block.text) !== null ||
    besidesDates(block.text, statedDates(block.text)) === '')

/**
 * @param blocks of a document
 * @param at the place of one right below its title
 * @returns it as a byline, where it has nothing but names of persons, with signs that lead to where they work, or above a
 *   date or a body; null for anything else
 */
export const namesBelowTitle = (blocks: readonly Block[], at: number): Part | null => {
  const block = blocks[at]
  if (block === undefined || block.text.length > most.characters) return null
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return null
  const { text } = block
  const bare = text.replace(affiliation, '')
  const names = bare
    .split(betweenNames)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const isMarked = bare !== text
  if (names.length > most.names || names.length < (isMarked ? 1 : 2) || !names.every(isPersonName)) return null
  if (!(isMarked && names.length > 1) && !(names.every(isSurelyName) && goesWithNames(blocks[at + 1]))) return null
  const author = names.map(cslName).filter((name): name is CslName => name !== null)
  const runs = [{ start: 0, end: text.length, kind: 'byline', rule: 'names' }] as const
  return { kind: 'byline', byline: { author, publisher: null, place: null, dates: [], runs } }
}
