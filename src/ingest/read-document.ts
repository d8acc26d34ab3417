import { createHash } from 'node:crypto'
import { within } from '../concurrency/time-limit.ts'
import { saysSomething } from '../domain/bibliography.ts'
import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'
import type { Run, Source, SourceId } from '../domain/source.ts'
import { overlaps, placeBehind } from '../domain/span.ts'
import { crockford32 } from '../language/crockford.ts'
import { languageOf } from '../language/languages.ts'
import { assemble, without } from './assemble.ts'
import { withPublication } from './csl-fields.ts'
import { refuseData } from './data.ts'
import { decode } from './decode.ts'
import { withHost } from './host.ts'
import { interpret } from './interpret.ts'
import { signatureMark } from './mail.ts'
import { readMarkdown } from './read-markdown.ts'
import { emptyRecord, type Reading } from './reading.ts'
import { readSidecar, type Sidecar } from './sidecar.ts'
import { statedFields } from './stated.ts'
import { textLayout } from './text-blocks.ts'

/** Removes the byte order mark and turns line breaks into LF; changes nothing else. */
const canonicalText = (decoded: string): string => decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

/** What is left of a run besides the furniture that stands within it, such as a page's head in a long title. */
const besides = (furniture: readonly Run[], run: Run, text: string): readonly Run[] => {
  const within = furniture.slice(placeBehind(furniture, run.start), placeBehind(furniture, run.end - 1) + 1)
  return within.some((each) => overlaps(each, run))
    ? without(
        text,
        run,
        within.filter((each) => overlaps(each, run)),
      ).map((span) => ({ ...run, ...span }))
    : [run]
}

const readText = (text: string): Reading => {
  const { blocks, furniture } = textLayout(text)
  const reading = interpret(blocks, null, signatureMark(text))
  const inColumns = furniture.some(({ rule }) => rule === 'columns')
  return {
    ...reading,
    record: withHost(reading.record),
    runs: [...reading.runs.flatMap((run) => besides(furniture, run, text)), ...furniture],
    warnings: inColumns ? [msg`Some of its text stands in columns side by side, and is left out.`] : [],
  }
}

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
  /** Its path, relative to the library folder; `.md` is read as Markdown, everything else as plain text. */
  readonly path: string
  readonly bytes: Uint8Array
  /** The bytes of `<name>.csl.json` beside it, if there is one. */
  readonly sidecar?: Uint8Array | undefined
}

/** In bytes. Larger documents are refused. */
export const largestDocument = 25 * 1024 * 1024

const versionOf = (id: SourceId, text: string): string =>
  crockford32(createHash('sha256').update(`${id}\0${text}`).digest(), 12)

const noSidecar: Sidecar = { record: {}, warnings: [] }

/**
 * Reads a document. Pure: the same document gives the same source.
 * @param document a document as it arrived
 * @param maxMilliseconds the time limit for finding its parts, if any; everything else takes linear time
 * @returns the source
 * @throws QuothError `bad-document`, with the reason, if it is not text, empty, too large, or data
 * @throws OutOfTime when the limit was exceeded
 */
export const readDocument = (
  { id, path, bytes, sidecar: sidecarBytes }: Document,
  maxMilliseconds?: number,
): Source => {
  if (bytes.length > largestDocument)
    throw new QuothError(
      'bad-document',
      msg`It is larger than ${largestDocument / 1024 / 1024} MB. Split it into smaller files.`,
    )
  const { text: decoded, encoding, warnings } = decode(bytes)
  const text = canonicalText(decoded)
  refuseData(text)
  const read = (): Reading => (/\.md$/i.test(path) ? readMarkdown(text) : readText(text))
  const reading = maxMilliseconds === undefined ? read() : within(maxMilliseconds, read)
  const sidecar = sidecarBytes ? readSidecar(sidecarBytes) : noSidecar
  const language = sidecar.language ?? reading.language ?? languageOf(bodyOf(text, reading))
  const { paragraphs, runs } = assemble(text, reading, language)
  const record = withPublication(
    { ...emptyRecord, ...statedFields(reading.record), ...statedFields(sidecar.record) },
    { ...reading.record.publication, ...sidecar.record.publication },
  )
  const opening = paragraphs[0] ?? runs[0] ?? { start: 0, end: text.length }
  return {
    id,
    text,
    version: versionOf(id, text),
    record,
    titleShown: record.title ?? titleInstead(text.slice(opening.start, opening.end), path),
    titleIsDerived: record.title === null,
    dateline: reading.dateline,
    language,
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
