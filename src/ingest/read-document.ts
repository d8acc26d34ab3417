import { createHash } from 'node:crypto'
import { QuothError } from '../domain/error.ts'
import type { Source, SourceId } from '../domain/source.ts'
import { canonicalText } from '../text/canonical.ts'
import { crockford32 } from '../text/crockford.ts'
import { assemble } from './assemble.ts'
import { decode } from './decode.ts'
import { interpret } from './interpret.ts'
import { textBlocks } from './text-blocks.ts'
import { openingWords } from './title.ts'

/** A document as it arrived: the id it shall have, its path below the folder, and its bytes. */
export type Document = { readonly id: SourceId; readonly path: string; readonly bytes: Uint8Array }

/** Larger documents are refused, in bytes. */
export const largestDocument = 25 * 1024 * 1024

const versionOf = (id: SourceId, text: string): string =>
  crockford32(createHash('sha256').update(`${id}\0${text}`).digest(), 12)

/**
 * What a document becomes. Pure: the same document gives the same source.
 * @throws QuothError `bad-document`, with the reason, for what cannot be one: no text, empty, too large
 */
export const readDocument = ({ id, path, bytes }: Document): Source => {
  if (bytes.length > largestDocument)
    throw new QuothError('bad-document', `It is larger than ${largestDocument / 1024 / 1024} MB. Split it into parts.`)
  const { text: decoded, encoding, warnings } = decode(bytes)
  const text = canonicalText(decoded)
  const reading = { ...interpret(textBlocks(text), null), warnings: [] }
  const { paragraphs, runs } = assemble(text, reading)
  const { title } = reading.record
  const opening = paragraphs[0] ?? runs[0] ?? { start: 0, end: text.length }
  return {
    id,
    text,
    version: versionOf(id, text),
    record: reading.record,
    titleShown: title ?? openingWords(text.slice(opening.start, opening.end)),
    titleIsDerived: title === null,
    dateline: reading.dateline,
    paragraphs,
    runs,
    origin: {
      path,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      encoding,
      warnings: [...warnings, ...reading.warnings],
    },
  }
}
