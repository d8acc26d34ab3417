import { msg } from '../../../domain/message.ts'
import { languageOf } from '../../../language/languages.ts'
import { decode } from '../../decode.ts'
import type { Extraction, FormattedFile } from '../format.ts'
import { packageNamed } from '../package-named.ts'
import { type TextWriter, textWriter } from '../text-writer.ts'
import { type Row, shapeOfTable } from './columns.ts'
import { readDelimited } from './delimited.ts'

/** What stands between the cells of a row. */
const between = ' | '

/** A cell of several sentences, or as long, such as an answer in a survey, is a paragraph of its own. */
const longCell = 200
const isLong = (cell: string): boolean =>
  cell.length > longCell || (cell.length > 60 && /[.!?…]["”’)]?\s+["“(¿¡]?\p{Lu}/u.test(cell))

/** A line rather than a row of data: a note, a source. */
const isLine = (row: Row, width: number): boolean => {
  const [cell, ...others] = row.filter((each) => each !== '')
  return cell !== undefined && others.length === 0 && width > 1 && (cell.split(/\s+/).length >= 3 || /:$/.test(cell))
}

/** The first line above a table is its title, unless it states something else: `Source: …`. */
const titleIn = (row: Row | undefined): string | null => {
  const [title, ...others] = (row ?? []).filter((cell) => cell !== '')
  const words = title?.split(/\s+/).length ?? 0
  return title !== undefined &&
    others.length === 0 &&
    words >= 2 &&
    words <= 30 &&
    !/^#|^\p{L}+[:：]|[:：.]$/u.test(title)
    ? title
    : null
}

/** In characters: enough to tell a language by. */
const maxSample = 8000

/** Cells of several words: names and figures are of no language. */
const sentencesAmong = (rows: readonly Row[]): string => {
  let sample = ''
  for (const row of rows) {
    if (sample.length > maxSample) break
    for (const cell of row) if (cell.split(/\s+/, 6).length > 5) sample += `${cell.slice(0, maxSample)}\n`
  }
  return sample
}

const named = (name: string | undefined, cell: string): string => (name ? `${name}: ${cell}` : cell)

/** A row of data that can be read alone: each cell behind the name of its column. */
const writeRow = (writer: TextWriter, row: Row, names: Row): void => {
  const cells = row.flatMap((cell, at) => (cell === '' ? [] : [{ cell, shown: named(names[at], cell) }]))
  writer.block(
    cells
      .filter(({ cell }) => !isLong(cell))
      .map(({ shown }) => shown)
      .join(between),
  )
  for (const { cell, shown } of cells) if (isLong(cell)) writer.block(shown)
}

/**
 * Reads a table of comma-separated or tab-separated values.
 * @param file the file
 * @returns its rows, a paragraph each
 * @throws QuothError `bad-document`, with the reason
 */
export const extract = async ({ bytes }: FormattedFile): Promise<Extraction> => {
  const { text, warnings } = decode(bytes)
  const { rows, isDamaged } = readDelimited(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  const { names: namesAt, first } = shapeOfTable(rows)
  const names = namesAt === null ? [] : (rows[namesAt] ?? [])
  const width = Math.max(names.length, rows[first]?.length ?? 0)
  const writer = textWriter()
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== '') && !isLine(row, width))
  for (const [at, row] of rows.entries()) {
    writer.place('row', at + 1)
    const line = row.filter((cell) => cell !== '').join(between)
    if (at === namesAt && last > at) writer.furniture(line, 'column-names')
    else if (at < first || at > last) writer.block(line)
    else writeRow(writer, row, names)
  }
  const title = namesAt === null ? null : titleIn(rows.slice(0, namesAt).find((row) => row.some(Boolean)))
  return {
    ...writer.written(),
    content: 'records',
    language: languageOf(sentencesAmong(rows)),
    stated: {},
    fallback: title === null ? {} : { title },
    warnings: isDamaged
      ? [...warnings, msg`A quotation mark in the table is not closed, so some cells may be divided wrongly.`]
      : warnings,
    reader: packageNamed('papaparse'),
  }
}
