import { createHash } from 'node:crypto'
import { within } from '../concurrency/time-limit.ts'
import { saysSomething } from '../domain/bibliography.ts'
import { QuothError } from '../domain/error.ts'
import { type Message, msg } from '../domain/message.ts'
import type { Place, Source, SourceId } from '../domain/source.ts'
import { crockford32 } from '../language/crockford.ts'
import { languageOf } from '../language/languages.ts'
import { assemble } from './assemble.ts'
import { withPublication } from './csl-fields.ts'
import { refuseData } from './data.ts'
import { decode } from './decode.ts'
import type { BibliographyBeside } from './formats/bibliography/beside.ts'
import type { Extraction } from './formats/format.ts'
import { formatOf } from './formats/formats.ts'
import { readExtraction } from './formats/read-extraction.ts'
import { signatureMark } from './mail/mail-form.ts'
import { type DecodedMessage, decodeMessage } from './mail/message.ts'
import { noMessage, readMessage } from './mail/read-message.ts'
import { readMarkdown } from './read-markdown.ts'
import { readText } from './read-text.ts'
import { emptyRecord, type Reading } from './reading.ts'
import { readSidecar, type Sidecar } from './sidecar.ts'
import { statedFields } from './stated.ts'

/** Removes the byte order mark and turns line breaks into LF; changes nothing else. */
const canonicalText = (decoded: string): string => decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

/** About how many characters of the opening words replace a missing title. */
const openingLength = 60

/** The opening words of a text, with `…` if it is longer. */
const openingWords = (text: string): string => {
  const line = text
    .slice(0, openingLength * 4)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= openingLength) return line
  const cut = line.lastIndexOf(' ', openingLength)
  return `${line.slice(0, cut > openingLength / 2 ? cut : openingLength).replace(/[\s,;:.–—-]+$/, '')}…`
}

/**
 * @param text of the first paragraph
 * @param path of the document
 * @returns a replacement for a missing title: the opening words, or the file's name if those are invisible
 */
export const titleInstead = (text: string, path: string): string => {
  const opening = openingWords(text)
  return saysSomething(opening) ? opening : path.slice(path.lastIndexOf('/') + 1)
}

/** Characters of a document's body by which its language is told. */
const maxSample = 8000

/** The beginning of a document's paragraphs, without markup. */
const bodyOf = (text: string, { paragraphs }: Reading): string => {
  const parts: string[] = []
  let length = 0
  for (const { start, end } of paragraphs) {
    if (length >= maxSample) break
    parts.push(text.slice(start, Math.min(end, start + maxSample)))
    length += end - start
  }
  return parts.join('\n')
}

/** A document as it arrived. */
export type Document = {
  /** The id for its source. */
  readonly id: SourceId
  /** Its path, relative to the library folder: by its ending, its format is known. */
  readonly path: string
  readonly bytes: Uint8Array
  /** The bytes of `<name>.csl.json` beside it, if there is one. */
  readonly sidecar?: Uint8Array | undefined
  /** The bibliographies beside it, if there are any. */
  readonly bibliography?: BibliographyBeside | undefined
  /** False where pictures of text are not to be read. */
  readonly ocr?: boolean
}

/** A part of a document that becomes a source of its own, such as a message of a mailbox. */
export type DocumentPart = Pick<Document, 'id' | 'bytes'>

/** In bytes. Larger documents are refused. */
export const largestDocument = 25 * 1024 * 1024

const versionOf = (id: SourceId, content: string): string =>
  crockford32(createHash('sha256').update(`${id}\0${content}`).digest(), 12)

const noSidecar: Sidecar = { record: {}, warnings: [] }

/** A document as text. */
type Decoded = {
  readonly text: string
  readonly encoding: string
  readonly warnings: readonly Message[]
  readonly places?: readonly Place[]
  readonly reader?: string
  /** Whether it is records, each for itself: its opening words say nothing of the whole. */
  readonly isRecords?: boolean
  /** Whether its file’s name stands for a missing title, rather than its first words. */
  readonly isNamedByFile?: boolean
  readonly read: () => Reading
}

const decoded = ({ path, bytes }: Document): Decoded => {
  const { text: characters, encoding, warnings } = decode(bytes)
  const text = canonicalText(characters)
  return {
    text,
    encoding,
    warnings,
    read: () =>
      /\.md$/i.test(path)
        ? readMarkdown(text)
        : readText(text, null, { isMail: false, signature: signatureMark(text) }),
  }
}

/** A message says the encoding of each of its parts; its text is Unicode. */
const ofMessage = (message: DecodedMessage): Decoded => ({
  text: message.text,
  encoding: 'utf-8',
  warnings: [],
  read: () => readMessage(message),
})

/** What a format's reader wrote is Unicode. */
const ofExtraction = (extraction: Extraction): Decoded => ({
  text: extraction.text,
  encoding: 'utf-8',
  warnings: [],
  places: extraction.places,
  reader: extraction.reader,
  isRecords: extraction.content === 'records',
  // The first words of a recording say little of it.
  isNamedByFile: (extraction.content ?? 'document') !== 'document',
  read: () => readExtraction(extraction),
})

const refuseLarge = ({ bytes }: Document): void => {
  if (bytes.length > largestDocument)
    throw new QuothError(
      'bad-document',
      msg`It is larger than ${largestDocument / 1024 / 1024} MB. Split it into smaller files.`,
    )
}

const sourceOf = (
  { id, path, bytes, sidecar: sidecarBytes }: Document,
  { text, encoding, warnings, places = [], reader, isRecords = false, isNamedByFile = isRecords, read }: Decoded,
  maxMilliseconds: number | undefined,
  besideOf: (text: string, title: string | null) => Sidecar = () => noSidecar,
): Source => {
  refuseData(text)
  const reading = maxMilliseconds === undefined ? read() : within(maxMilliseconds, read)
  const sidecar = sidecarBytes ? readSidecar(sidecarBytes) : noSidecar
  const hasNoLanguage = isRecords && reading.language === null
  const language = sidecar.language ?? reading.language ?? (hasNoLanguage ? null : languageOf(bodyOf(text, reading)))
  const { paragraphs, runs } = assemble(text, reading, language)
  const entry = besideOf(text, reading.record.title)
  const record = withPublication(
    {
      ...emptyRecord,
      ...statedFields(reading.record),
      ...statedFields(entry.record),
      ...statedFields(sidecar.record),
    },
    { ...reading.record.publication, ...entry.record.publication, ...sidecar.record.publication },
  )
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const opening = paragraphs[0] ?? runs[0] ?? { start: 0, end: text.length }
  return {
    id,
    text,
    version: versionOf(id, reader === undefined ? text : sha256),
    record,
    titleShown: record.title ?? titleInstead(isNamedByFile ? '' : text.slice(opening.start, opening.end), path),
    titleIsDerived: record.title === null,
    dateline: reading.dateline,
    language,
    paragraphs,
    runs,
    places,
    origin: {
      path,
      bytes: bytes.length,
      sha256,
      encoding,
      ...(reader === undefined ? {} : { reader }),
      warnings: [...warnings, ...reading.warnings, ...entry.warnings, ...sidecar.warnings],
    },
  }
}

/**
 * Reads a document of text. Pure: the same document gives the same source.
 * @param document a document as it arrived
 * @param maxMilliseconds the time limit for finding its parts, if any; everything else takes linear time
 * @returns the source
 * @throws QuothError `bad-document`, with the reason, if it is not text, empty, too large, or data
 * @throws OutOfTime when the limit was exceeded
 */
export const readDocument = (document: Document, maxMilliseconds?: number): Source => {
  refuseLarge(document)
  return sourceOf(document, decoded(document), maxMilliseconds)
}

const isMail = (path: string): boolean => /\.(?:eml|mbox)$/i.test(path)

/**
 * Reads a document of any format. An email is decoded first, since its text is what it says, not how it was sent.
 * @param document as for `readDocument`
 * @param maxMilliseconds as for `readDocument`; extracting the text of a format is not limited by it
 * @param onProgress called while a long document is read: so many pages of so many
 * @returns the source
 * @throws as `readDocument`
 */
export const readAnyDocument = async (
  document: Document,
  maxMilliseconds?: number,
  onProgress?: (read: number, of: number) => void,
): Promise<Source> => {
  const { path: ownPath, bibliography } = document
  const { entryBeside } = bibliography === undefined ? {} : await import('./formats/bibliography/beside.ts')
  const besideOf = (text: string, title: string | null): Sidecar =>
    bibliography && entryBeside ? entryBeside(bibliography, ownPath, text, title) : noSidecar
  const format = formatOf(document.path)
  if (format !== null) {
    refuseLarge(document)
    const { extract } = await format.load()
    const { path, bytes, ocr = true } = document
    return sourceOf(document, ofExtraction(await extract({ path, bytes, ocr, onProgress })), maxMilliseconds, besideOf)
  }
  refuseLarge(document)
  if (!isMail(document.path)) return sourceOf(document, decoded(document), maxMilliseconds, besideOf)
  const message = await decodeMessage(document.bytes)
  if (message !== null) return sourceOf(document, ofMessage(message), maxMilliseconds, besideOf)
  const text = decoded(document)
  return sourceOf(document, { ...text, warnings: [...text.warnings, noMessage] }, maxMilliseconds)
}
