import type { Run } from '../domain/source.ts'
import { languageOf } from '../language/languages.ts'
import type { Block } from './block.ts'
import { besidesDates, type NumberOrder, numberOrder, type StatedDate, statedDates } from './dates.ts'
import { mayBeTitle, type Part, type Read, readPart } from './header-part.ts'
import { isCapitals } from './headings.ts'
import { isProse } from './line-kinds.ts'
import { isPaperName } from './metadata.ts'

// What lines above the body are beside the others.

/**
 * @param a a text
 * @param b another
 * @returns whether they have the same words in the same order, whatever their case and marks
 */
export const sameWords = (a: string, b: string): boolean =>
  a
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase() ===
  b
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/**
 * @param parts of a header
 * @returns them, with the name of the paper above a headline as a masthead: it is no title
 */
export const withPaperName = (parts: readonly Read[]): readonly Read[] => {
  const at = parts.findIndex(({ part }) => part.kind === 'candidate')
  const [paper, next] = [parts[at], parts.slice(at + 1).find(mayBeTitle)]
  if (!paper || !next || !isPaperName(paper.block.text)) return parts
  const isSet = /^the /i.test(paper.block.text) || (isCapitals(paper.block.text) && !isCapitals(next.block.text))
  const isDated = parts[at + 1]?.part.kind === 'date'
  if (!isSet && !isDated) return parts
  const { start, end } = paper.block
  const whole: Run = { start: 0, end: paper.block.text.length, kind: 'boilerplate', rule: 'masthead' }
  const masthead = { dates: [], publisher: paper.block.text, runs: start < end ? [whole] : [] }
  return parts.with(at, { block: paper.block, part: { kind: 'masthead', masthead } })
}

const placeAndDate = /^(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2}),\s/u

/**
 * @param parts of a header
 * @param order of the document's numeric dates, where known
 * @returns them, with `Paris, le 4 mars 2021` beside a title as where and when it was written
 */
export const withPlaceAndDate = (parts: readonly Read[], order: NumberOrder | null): readonly Read[] =>
  parts.map((read) => {
    const { text } = read.block
    const place = read.part.kind === 'candidate' ? placeAndDate.exec(text)?.[1] : undefined
    if (place === undefined || !parts.some((other) => other !== read && mayBeTitle(other))) return read
    const dates = statedDates(text, order)
    if (
      dates.length !== 1 ||
      besidesDates(text.slice(place.length), statedDates(text.slice(place.length), order)) !== ''
    )
      return read
    const runs: readonly Run[] = [{ start: 0, end: text.length, kind: 'date', rule: 'date' }]
    return { block: read.block, part: { kind: 'byline', byline: { author: [], publisher: null, place, dates, runs } } }
  })

const pageTitle = /^(.+?)\s+[|·–—-]\s+([^|·]+)$/u
/** Longer lines are no title of a page. */
const maxPageTitle = 200

/**
 * @param block above the body
 * @param next the block below it
 * @returns a masthead for `Harbour opens | The Aber Gazette` above `Harbour opens`: the page's title names its site
 */
export const siteOf = (block: Block, next: Block | undefined): Part | null => {
  const [, title, site] = (block.text.length > maxPageTitle ? null : pageTitle.exec(block.text)) ?? []
  if (title === undefined || site === undefined || next === undefined || !sameWords(title, next.text)) return null
  const runs: readonly Run[] = [{ start: 0, end: block.text.length, kind: 'boilerplate', rule: 'page-title' }]
  return { kind: 'masthead', masthead: { dates: [], publisher: site.trim(), runs } }
}

/** Lines above the first prose in which a date may stand alone, as on a cover. */
const maxCover = 40

/**
 * @param blocks of a document
 * @param order of its numeric dates, where known
 * @returns the one date that stands alone in a line above the first prose; null without one, or with others
 */
export const coverDate = (blocks: readonly Block[], order: NumberOrder | null): StatedDate | null => {
  const prose = blocks.slice(0, maxCover).findIndex(({ kind, text }) => kind === 'list-item' || isProse(text))
  if (prose < 0) return null
  const dates = blocks.slice(0, prose).flatMap((block) => {
    const part = block.kind === 'paragraph' ? readPart(block, true, order) : null
    return part?.kind === 'date' ? part.dates : []
  })
  return new Set(dates.map(({ iso }) => iso)).size === 1 ? (dates[0] ?? null) : null
}

/** Characters by which the language is told where a date can be read in two ways. */
const maxSample = 4000

/**
 * @param blocks of a document
 * @returns the order of its numeric dates: as another one has it, or as the language does; null where nothing says it
 */
export const orderIn = (blocks: readonly Block[]): NumberOrder | null => {
  const texts = blocks.map(({ text }) => text)
  const order = numberOrder(texts)
  if (order !== null || !texts.slice(0, maxCover).some((text) => /\d{1,2}[/-]\d{1,2}[/-]\d{4}/.test(text))) return order
  const language = languageOf(texts.join('\n').slice(0, maxSample))
  if (language === null || !/^(?:de|fr|es)/.test(language)) return null
  return 'day-first'
}
