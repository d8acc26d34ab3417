import { createHash } from 'node:crypto'
import { within } from '../concurrency/time-limit.ts'
import { saysSomething } from '../domain/bibliography.ts'
import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'
import type { Source, SourceId } from '../domain/source.ts'
import { crockford32 } from '../language/crockford.ts'
import { assemble } from './assemble.ts'
import { refuseData } from './data.ts'
import { decode } from './decode.ts'
import { interpret } from './interpret.ts'
import { signatureMark } from './mail.ts'
import { readMarkdown } from './read-markdown.ts'
import { emptyRecord, type Reading } from './reading.ts'
import { readSidecar, type Sidecar } from './sidecar.ts'
import { statedFields } from './stated.ts'
import { textBlocks } from './text-blocks.ts'

/** A decoded document without byte order mark and with LF for every line break; otherwise unchanged. */
const canonicalText = (decoded: string): string => decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

/** Reads plain text, whatever its layout. */
const readText = (text: string): Reading => ({
  ...interpret(textBlocks(text), null, signatureMark(text)),
  warnings: [],
})

/** About how many characters of the opening words stand for a missing title. */
const opening = 60

/** The opening words of a text, and `…` where a longer text is cut, at a word's end. */
const openingWords = (text: string): string => {
  const line = text
    .slice(0, opening * 4)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= opening) return line
  const cut = line.lastIndexOf(' ', opening)
  return `${line.slice(0, cut > opening / 2 ? cut : opening).replace(/[\s,;:.–—-]+$/, '')}…`
}

/** What stands for the title of a document that states none: its opening words, or its file's name where those show nothing. */
export const titleInstead = (text: string, path: string): string => {
  const opening = openingWords(text)
  return saysSomething(opening) ? opening : path.slice(path.lastIndexOf('/') + 1)
}

/** A document as it arrived. */
export type Document = {
  /** The id that its source shall have. */
  readonly id: SourceId
  /** Its path below the library folder; `.md` is read as Markdown, everything else as plain text. */
  readonly path: string
  readonly bytes: Uint8Array
  /** The bytes of `<name>.csl.json` beside it, where there is one. */
  readonly sidecar?: Uint8Array | undefined
}

/** Larger documents are refused, in bytes. */
export const largestDocument = 25 * 1024 * 1024

const versionOf = (id: SourceId, text: string): string =>
  crockford32(createHash('sha256').update(`${id}\0${text}`).digest(), 12)

const noSidecar: Sidecar = { record: {}, warnings: [] }

/**
 * What a document becomes. Pure: the same document gives the same source. `longest`, where it is given, is how many milliseconds
 * telling its parts apart may take; the rest is linear work.
 * @throws QuothError `bad-document`, with the reason, for what cannot be one: no text, empty, too large, data
 * @throws OutOfTime when it took longer
 */
export const readDocument = ({ id, path, bytes, sidecar: sidecarBytes }: Document, longest?: number): Source => {
  if (bytes.length > largestDocument)
    throw new QuothError(
      'bad-document',
      msg`It is larger than ${largestDocument / 1024 / 1024} MB. Split it into smaller files.`,
    )
  const { text: decoded, encoding, warnings } = decode(bytes)
  const text = canonicalText(decoded)
  refuseData(text)
  const read = (): Reading => (/\.md$/i.test(path) ? readMarkdown(text) : readText(text))
  const reading = longest === undefined ? read() : within(longest, read)
  const sidecar = sidecarBytes ? readSidecar(sidecarBytes) : noSidecar
  const { paragraphs, runs } = assemble(text, reading)
  const record = { ...emptyRecord, ...statedFields(reading.record), ...statedFields(sidecar.record) }
  const opening = paragraphs[0] ?? runs[0] ?? { start: 0, end: text.length }
  return {
    id,
    text,
    version: versionOf(id, text),
    record,
    titleShown: record.title ?? titleInstead(text.slice(opening.start, opening.end), path),
    titleIsDerived: record.title === null,
    dateline: reading.dateline,
    paragraphs,
    runs,
    origin: {
      path,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      encoding,
      warnings: [...warnings, ...reading.warnings, ...sidecar.warnings],
    },
  }
}
