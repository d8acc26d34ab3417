import { setImmediate as nextTurn } from 'node:timers/promises'
import { QuothError } from '../../../domain/error.ts'
import { type Message, msg, plural } from '../../../domain/message.ts'
import { languageOf } from '../../../language/languages.ts'
import type { Extraction, FormattedFile } from '../format.ts'
import { type RecognisedText, recognising } from '../ocr/recognise.ts'
import { packageNamed } from '../package-named.ts'
import { drawPage } from './draw-page.ts'
import { openPdf, type PdfDocument } from './open.ts'
import { bodySizeOf, type PageParts, pageParts } from './page-parts.ts'
import type { PageDrawing } from './piece.ts'
import { isScan, largestPicture, withLines } from './scanned-page.ts'
import { type FileFields, fallbackOf, type Printed, statedOf } from './stated-fields.ts'
import { pageList, unreadParts } from './unread.ts'
import { writePages } from './write-pages.ts'

/** Larger documents are refused. */
const most = { pages: 500, letters: 5_000_000 }

/** More glyphs without a character than this share are no text. */
const mostUnmapped = 0.4

const refused = (reason: Message): QuothError => new QuothError('bad-document', reason)

const emptyPage: PageDrawing = {
  width: 0,
  height: 0,
  pieces: [],
  turned: [],
  rules: [],
  pictures: [],
  drawings: [],
  hidden: 0,
  unmapped: 0,
  glyphs: 0,
  isCut: true,
}

/** Draws every page; one that is damaged stays empty. */
const drawPages = async (pdf: PdfDocument, file: FormattedFile): Promise<PageDrawing[]> => {
  const layers = await pdf.getOptionalContentConfig().catch(() => null)
  const isShown = (layer: unknown): boolean => {
    try {
      return layers === null || layer === null || layers.isVisible(layer as never)
    } catch {
      return true
    }
  }
  const pages: PageDrawing[] = []
  let letters = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    let drawn = emptyPage
    try {
      const page = await pdf.getPage(number)
      drawn = await drawPage(page, isShown)
      page.cleanup()
    } catch {
      // Its content cannot be found; other pages may be whole.
    }
    pages.push(drawn)
    letters += drawn.glyphs
    if (letters > most.letters)
      throw refused(msg`It has more than ${most.letters} characters. Split it into smaller files.`)
    file.onProgress?.(number, pdf.numPages)
    await nextTurn()
  }
  return pages
}

/** What became of the pages that are pictures: those unread, and how sure the others are, in percent, by their number. */
type Recognised = {
  readonly pages: readonly PageDrawing[]
  readonly unread: readonly number[]
  readonly sure: ReadonlyMap<number, number>
}

/** Pages that are read from pictures: each takes some seconds. */
const mostScans = 200

/** Reads the pages that are pictures, where that is wanted. */
const withScans = async (
  drawn: readonly PageDrawing[],
  file: FormattedFile,
  recognisingWith: typeof recognising,
): Promise<Recognised> => {
  const scans = drawn.flatMap((page, at) => (isScan(page) ? [at] : []))
  if (scans.length === 0 || !file.ocr) return { pages: drawn, unread: scans.map((at) => at + 1), sure: new Map() }
  const pages = [...drawn]
  const unread: number[] = scans.slice(mostScans).map((at) => at + 1)
  const sure = new Map<number, number>()
  const pdf = await openPdf(file.bytes, 'read')
  try {
    await recognisingWith(async (recognise) => {
      for (const [done, at] of scans.slice(0, mostScans).entries()) {
        const page = await pdf.getPage(at + 1)
        const picture = await largestPicture(page)
        page.cleanup()
        const { lines, confidence } = picture === null ? noText : await recognise(picture)
        if (picture === null || lines.length === 0) unread.push(at + 1)
        else {
          pages[at] = withLines(pages[at] ?? emptyPage, picture, lines)
          sure.set(at + 1, confidence)
        }
        file.onProgress?.(drawn.length - scans.length + done + 1, drawn.length)
      }
    })
  } finally {
    await pdf.loadingTask.destroy()
  }
  return { pages, unread: unread.toSorted((a, b) => a - b), sure }
}

const noText: RecognisedText = { lines: [], confidence: 0 }

const warningsOf = (pages: readonly PageDrawing[], { unread, sure }: Recognised): readonly Message[] => {
  const count = (of: (page: PageDrawing) => number): number => pages.reduce((sum, page) => sum + of(page), 0)
  const [hidden, unmapped] = [count((page) => page.hidden), count((page) => page.unmapped)]
  const cut = pages.flatMap(({ isCut }, at) => (isCut ? [at + 1] : []))
  const pictured = pages.filter(
    (page, at) => page.pictures.length > 0 && !unread.includes(at + 1) && !isScan(page),
  ).length
  return [
    ...(cut.length === 0
      ? []
      : [
          plural(
            cut.length,
            msg`The content of page ${pageList(cut)} is damaged: what could be read of it was.`,
            msg`The content of pages ${pageList(cut)} is damaged: what could be read of it was.`,
          ),
        ]),
    ...(unread.length === 0
      ? []
      : [
          plural(
            unread.length,
            msg`Page ${pageList(unread)} was not read, since it is a picture without text.`,
            msg`Pages ${pageList(unread)} were not read, since they are pictures without text.`,
          ),
        ]),
    ...(sure.size === 0
      ? []
      : [
          plural(
            sure.size,
            msg`The text of page ${pageList([...sure.keys()])} was read from a picture, so some words may be wrong.`,
            msg`The text of pages ${pageList([...sure.keys()])} was read from pictures, so some words may be wrong.`,
          ),
        ]),
    ...(hidden === 0
      ? []
      : [
          plural(
            hidden,
            msg`1 character that no reader sees was left out.`,
            msg`${hidden} characters that no reader sees were left out.`,
          ),
        ]),
    ...(unmapped === 0
      ? []
      : [
          plural(
            unmapped,
            msg`1 character cannot be told: the file does not say which one its font draws.`,
            msg`${unmapped} characters cannot be told: the file does not say which ones its fonts draw.`,
          ),
        ]),
    ...(pictured === 0
      ? []
      : [
          plural(
            pictured,
            msg`The pictures on 1 page were not read.`,
            msg`The pictures on ${pictured} pages were not read.`,
          ),
        ]),
  ]
}

const fieldsOf = async (pdf: PdfDocument): Promise<FileFields & { readonly language: string | null }> => {
  const found = await pdf.getMetadata().catch(() => null)
  const info = (found?.info ?? {}) as Record<string, unknown>
  const text = (key: string): string => (typeof info[key] === 'string' ? info[key] : '')
  const language = text('Language')
  return {
    title: text('Title'),
    author: text('Author'),
    created: text('CreationDate'),
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/i.test(language) ? language : null,
  }
}

const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? ''

const furnitureOf = ({ head, foot }: PageParts): readonly string[] =>
  [...head, ...foot].flatMap((item) => (item.kind === 'furniture' ? [item.text] : []))

/** Texts of heads and feet: those of the first page, and of others if they repeat. */
const edgesOf = (parts: readonly PageParts[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const text of parts.flatMap(furnitureOf)) counts.set(text, (counts.get(text) ?? 0) + 1)
  const first = parts[0] === undefined ? [] : furnitureOf(parts[0])
  return [...new Set([...first, ...[...counts].filter(([, count]) => count > 1).map(([text]) => text)])]
}

/**
 * Reads a PDF: the text that its pages draw, and that in pictures of whole pages.
 * @param file the file
 * @param recognisingWith reads pictures; another one for tests
 * @returns its text and pages, and what of its metadata the pages bear out
 * @throws QuothError `bad-document`, with the reason
 */
export const extract = async (file: FormattedFile, recognisingWith = recognising): Promise<Extraction> => {
  const pdf = await openPdf(file.bytes)
  try {
    if (pdf.numPages > most.pages)
      throw refused(msg`It has ${pdf.numPages} pages, more than ${most.pages}. Split it into smaller files.`)
    const drawn = await drawPages(pdf, file)
    const recognised = await withScans(drawn, file, recognisingWith)
    const { pages, unread, sure } = recognised
    const letters = pages.reduce((sum, page) => sum + page.pieces.length, 0)
    const [glyphs, unmapped] = [
      pages.reduce((sum, page) => sum + page.glyphs, 0),
      pages.reduce((sum, page) => sum + page.unmapped, 0),
    ]
    if (unread.length > 0 && pages.every((page) => page.pieces.length === 0 || isScan(page)))
      throw refused(
        file.ocr
          ? msg`It is a scan, and no text was found in the pictures of its pages.`
          : msg`It is a scan without text, and reading text in pictures is off (QUOTH_OCR=false).`,
      )
    if (unmapped > mostUnmapped * glyphs)
      throw refused(msg`Its text cannot be read: its fonts do not say which characters they draw.`)
    if (letters === 0)
      throw refused(
        pages.every(({ isCut }) => isCut) ? msg`It is damaged: its pages cannot be found.` : msg`It has no text.`,
      )
    const parts = pageParts(pages)
    const written = writePages(parts, bodySizeOf(pages.flatMap(({ pieces }) => pieces)), sure)
    const { language, ...fields } = await fieldsOf(pdf)
    const told = languageOf(
      written.blocks
        .map(({ text }) => text)
        .join('\n')
        .slice(0, 20_000),
    )
    // Programs write the language that they are set to, whatever the text is in.
    const isOther = language !== null && told !== null && primary(language) !== primary(told)
    const printed: Printed = {
      first: written.text.slice(0, 20_000),
      all: written.text,
      edges: edgesOf(parts),
      firstPage: written.firstPage,
      last: written.last,
      title: written.blocks.find(({ kind, depth }) => kind === 'heading' && depth === 1)?.text ?? null,
    }
    return {
      text: written.text,
      blocks: written.blocks,
      furniture: written.furniture,
      places: written.places,
      stated: statedOf(fields, printed),
      fallback: fallbackOf(fields, printed),
      language: isOther ? null : language,
      warnings: [...warningsOf(pages, recognised), ...(await unreadParts(pdf))],
      reader: packageNamed('unpdf'),
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}
