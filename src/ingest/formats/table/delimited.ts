import Papa from 'papaparse'
import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import type { Row } from './columns.ts'

/** The rows of a file, and whether quotation marks of it are left open. */
type Delimited = { readonly rows: readonly Row[]; readonly isDamaged: boolean }

/** In order of preference where a file may be read with either: commas stand in decimals and in words. */
const delimiters = ['\t', ';', '|', ','] as const

/** Characters by which the delimiter is told. */
const sampleLength = 65_536
const sampleRows = 200

/** How many quotation marks may be left open before they count as characters all over. */
const maxOpen = 20
/** A character that no text has. */
const noQuote = '\u0001'

type Parsed = { readonly rows: readonly Row[]; readonly openAt: number | null }

const parse = (text: string, delimiter: string, quoteChar = '"', preview = 0): Parsed => {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, quoteChar, preview, newline: '\n' })
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  return { rows: data, openAt: open === undefined ? null : (open.index ?? 0) }
}

/** How evenly a delimiter divides the rows, and into how many cells. */
const evenness = (text: string, delimiter: string): { readonly share: number; readonly cells: number } => {
  const counts = new Map<number, number>()
  const rows = parse(text, delimiter, '"', sampleRows).rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [cells, times] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
  return { cells, share: rows.length === 0 ? 0 : times / rows.length }
}

const delimiterOf = (text: string): string => {
  const sample = text.slice(0, sampleLength)
  const found = delimiters.map((delimiter) => ({ delimiter, ...evenness(sample, delimiter) }))
  const best = Math.max(...found.map(({ share }) => share))
  if (best === 0) return ','
  const even = found.filter(({ share }) => share > best - 0.1)
  const most = Math.max(...even.map(({ cells }) => cells))
  return even.find(({ cells }) => cells === most)?.delimiter ?? ','
}

/** A table of a hundred thousand people with twenty columns is read; what is larger belongs into a database. */
const limits = { rows: 200_000, cells: 2_000_000 }

const hasMore = (text: string, character: string, limit: number): boolean => {
  let count = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1))
    if (++count > limit) return true
  return false
}

const refuseLarge = (text: string, delimiter: string): void => {
  if (hasMore(text, '\n', limits.rows))
    throw new QuothError('bad-document', msg`It has more than ${limits.rows} rows. Split it into smaller files.`)
  if (hasMore(text, delimiter, limits.cells))
    throw new QuothError('bad-document', msg`It has more than ${limits.cells} cells. Split it into smaller files.`)
}

/** `sep=;`: for Excel, which shows it to nobody. */
const separatorLine = /^sep=(.)\n/i

/**
 * Divides a file of comma-separated or tab-separated values. The delimiter is told by the content, since names of files
 * do not keep to it. A quotation mark that nothing closes is a character of its cell.
 * @param text with LF alone
 * @returns its rows, blank ones included
 * @throws QuothError `bad-document` if they are too many
 */
export const readDelimited = (text: string): Delimited => {
  const stated = separatorLine.exec(text)
  let rest = stated === null ? text : text.slice(stated[0].length)
  const delimiter = stated?.[1] ?? delimiterOf(rest)
  refuseLarge(rest, delimiter)
  const rows: Row[] = []
  let open = 0
  for (;;) {
    const { rows: read, openAt } = parse(rest, delimiter, open > maxOpen ? noQuote : '"')
    if (openAt === null) {
      for (const row of read) rows.push(row)
      break
    }
    open += 1
    const start = rest.lastIndexOf('\n', Math.max(0, openAt - 1)) + 1
    const end = rest.indexOf('\n', start)
    const whole = end === -1 ? rest.length : end
    const before = start === 0 ? [] : parse(rest.slice(0, start - 1), delimiter).rows
    for (const row of [...before, ...parse(rest.slice(start, whole), delimiter, noQuote).rows]) rows.push(row)
    if (end === -1) break
    rest = rest.slice(end + 1)
  }
  return { rows: rows.map((row) => row.map((cell) => cell.trim())), isDamaged: open > 0 }
}
