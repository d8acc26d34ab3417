import type { BibliographicRecord } from '../../../domain/bibliography.ts'
import { readByline } from '../../byline.ts'
import { statedDates, statedMonth } from '../../dates.ts'
import { namesIn } from '../../name-list.ts'
import { isPersonName } from '../../names.ts'

/** What a file says of itself, as it stands there. */
export type FileFields = {
  readonly title: string
  readonly author: string
  /** `D:20200518104838Z`, which is when the file was made. */
  readonly created: string
}

/** Texts by which the fields are judged. */
export type Printed = {
  /** Of the first pages. */
  readonly first: string
  readonly all: string
  /** Heads and feet of pages: of the first, and those that repeat. */
  readonly edges: readonly string[]
  /** The paragraphs of the first page, and the last ones of the document. */
  readonly firstPage: readonly string[]
  readonly last: readonly string[]
  /** What looks like the title. */
  readonly title: string | null
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const wordsIn = (text: string): readonly string[] => folded(text).match(/\p{L}+|\p{N}+/gu) ?? []

/** The share of a text’s words that are printed. */
const printedShare = (text: string, printed: string): number => {
  const words = wordsIn(text).filter((word) => word.length > 1)
  const known = new Set(wordsIn(printed))
  return words.length === 0 ? 0 : words.filter((word) => known.has(word)).length / words.length
}

/** `report_final2.doc`, `Microsoft Word - report`, `C:\texts\report` */
const fileName = /\.[a-z][a-z0-9]{1,4}$|^\p{Lu}\p{L}+ \p{Lu}\p{L}+ - \S+$|[\\/].*[\\/]|^\S*[_\d]\S*$/u

/** The share of words that must be printed on the first pages. */
const leastPrinted = 0.8

/** A title that the first pages print. */
const titleOf = (title: string, { first }: Printed): string | null => {
  const own = title.replace(/\s+/g, ' ').trim()
  if (own.length > 300 || wordsIn(own).length < 2 || fileName.test(own)) return null
  return printedShare(own, first) >= leastPrinted ? own : null
}

/**
 * Authors that the text prints; persons also where the title does not show that the fields are of another document.
 */
const authorsOf = ({ title, author }: FileFields, printed: Printed): BibliographicRecord['author'] => {
  const own = author.replace(/\s+/g, ' ').trim()
  if (own === '' || own.length > 1000) return []
  const isPrinted = printedShare(own, printed.all) >= leastPrinted
  const isLeftOver = title.trim() !== '' && printedShare(title, printed.first) < leastPrinted
  const names = namesIn(own)
  const arePersons = own.split(/\s*[;,&]\s*/).every((name) => isPersonName(name))
  return (isPrinted && wordsIn(own).length > 1) || (arePersons && !isLeftOver && wordsIn(own).length > 1) ? names : []
}

const yearsIn = (text: string): readonly string[] => text.match(/(?<![\d-])(?:19|20)\d\d(?![\d-])/g) ?? []

/** `July 5 - 10, 2020` as its month. */
const monthOfRange = (text: string): string | null => {
  const day = text.replace(/(\d{1,2})\.?\s*[-–]\s*\d{1,2}(?=[,. ])/, '$1')
  return day === text ? null : (statedDates(day)[0]?.iso.slice(0, 7) ?? null)
}

/**
 * The date that heads and feet print, if the file was made about then: what was printed long before or after is of
 * something else.
 */
const edgeDate = (edges: readonly string[], created: number | null): string | null => {
  const found = new Set<string>()
  for (const text of edges) {
    const date = monthOfRange(text) ?? statedDates(text)[0]?.iso ?? statedMonth(text)?.iso
    if (date !== undefined) found.add(date)
  }
  const years = new Set(edges.flatMap(yearsIn))
  const [only] = found.size === 1 ? found : found.size === 0 && years.size === 1 ? years : []
  if (only === undefined) return null
  const isNear = created !== null && Math.abs(Number(only.slice(0, 4)) - created) <= 1
  return isNear ? only : null
}

/** The date alone on one of the last lines, as below a signature. */
const closingDate = (last: readonly string[]): string | null => {
  for (const line of [...last].reverse()) {
    const date = statedDates(line)[0] ?? statedMonth(line)
    if (date !== null && date !== undefined && date.end - date.start >= line.replace(/[.\s]+$/, '').length)
      return date.iso
  }
  return null
}

/** Longer paragraphs are no bylines. */
const longestByline = 100

/** The names in a byline that stands by itself at the foot of the first page, or at the end. */
const signedBy = ({ firstPage, last }: Printed): BibliographicRecord['author'] => {
  for (const text of [...firstPage, ...last]) {
    const author = text.length > longestByline ? [] : (readByline(text)?.author ?? [])
    if (author.length > 0) return author
  }
  return []
}

const keyOf = (text: string): string => ` ${wordsIn(text).join(' ')} `

/** How many characters of the first page a title stands in. */
const top = 800

/**
 * The title that the file states, where the first page prints it word by word around what looks like the title:
 * layout and file agree.
 * @param fields of the file
 * @param printed what its pages print
 * @returns those that count whatever the text prints
 */
export const statedOf = ({ title }: FileFields, printed: Printed): Partial<BibliographicRecord> => {
  const own = titleOf(title, printed)
  if (own === null || printed.title === null) return {}
  const isPrinted = keyOf(printed.firstPage.join(' ').slice(0, top)).includes(keyOf(own))
  return isPrinted && keyOf(own).includes(keyOf(printed.title)) ? { title: own } : {}
}

/**
 * What counts where the text prints nothing else. The day on which the file was made is not the day on which the text
 * was published, so it is no date of the document.
 * @param fields of the file
 * @param printed what its pages print
 * @returns those of a record that can be believed
 */
export const fallbackOf = (fields: FileFields, printed: Printed): Partial<BibliographicRecord> => {
  const year = Number(/^D?:?(\d{4})/.exec(fields.created)?.[1] ?? Number.NaN)
  const title = titleOf(fields.title, printed)
  const signed = signedBy(printed)
  const author = signed.length > 0 ? signed : authorsOf(fields, printed)
  const issued = edgeDate(printed.edges, Number.isFinite(year) ? year : null) ?? closingDate(printed.last)
  return {
    ...(title === null ? {} : { title }),
    ...(author.length === 0 ? {} : { author }),
    ...(issued === null ? {} : { issued }),
  }
}
