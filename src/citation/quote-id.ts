import { createHash } from 'node:crypto'
import type { QuoteId } from '../domain/citation.ts'
import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'
import type { Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { fromBase32, readBase32, toBase32 } from '../language/crockford.ts'

/**
 * A quote id is `q`, 4 characters of the source's version, the number of digits of the start, the start, the length, and
 * 4 characters of check, all in Crockford's base 32: 12 to 20 characters that no process has to remember. The check
 * covers the whole version and the words, so a changed source makes the id fail instead of naming other words.
 */
const versionLength = 4
const checkLength = 4

/** More than any id with the marks that a person may copy along; what is longer is not looked at. */
const maxTypedLength = 100

type QuoteIdParts = Span & {
  /** The first characters of `Source.version`. */
  readonly version: string
  readonly check: string
}

const checkOf = ({ version, text }: Source, { start, end }: Span): string => {
  const hash = createHash('sha256')
    .update(`${version} ${start} ${text.slice(start, end)}`)
    .digest()
  return toBase32(hash.readUInt32BE() % 32 ** checkLength).padStart(checkLength, '0')
}

/** The id of the words of `source` at `span`: the same in every process, for as long as the source is unchanged. */
export const quoteIdFor = (source: Source, span: Span): QuoteId => {
  const start = toBase32(span.start)
  const length = toBase32(span.end - span.start)
  const version = source.version.slice(0, versionLength)
  return `q${version}${toBase32(start.length)}${start}${length}${checkOf(source, span)}` as QuoteId
}

/** What an id says, however it was typed (capitals, backticks, spaces, O for 0); null when it has not the form of one. */
export const readQuoteId = (typed: string): QuoteIdParts | null => {
  const digits = typed.length > maxTypedLength ? null : readBase32(typed)
  if (digits === null || !digits.startsWith('q')) return null
  const version = digits.slice(1, 1 + versionLength)
  const place = digits.slice(1 + versionLength, -checkLength)
  const startDigits = fromBase32(place.slice(0, 1))
  const startAndLength = place.slice(1)
  if (startDigits === 0 || startAndLength.length <= startDigits) return null
  const start = fromBase32(startAndLength.slice(0, startDigits))
  const end = start + fromBase32(startAndLength.slice(startDigits))
  return Number.isSafeInteger(end) && end > start ? { version, start, end, check: digits.slice(-checkLength) } : null
}

/**
 * The words that an id names among `sources`.
 * @throws QuothError `unknown-quote` when no source has them, as they were when the id was made.
 */
export const resolveQuoteId = (
  id: string,
  sources: Iterable<Source>,
): { readonly source: Source; readonly span: Span } => {
  const parts = readQuoteId(id)
  if (parts === null)
    throw new QuothError(
      'unknown-quote',
      msg`That is not a quote id. Copy the id shown under a quote: it begins with q and has 12 to 20 letters and digits.`,
    )
  const span = { start: parts.start, end: parts.end }
  for (const source of sources)
    if (
      source.version.startsWith(parts.version) &&
      span.end <= source.text.length &&
      checkOf(source, span) === parts.check
    )
      return { source, span }
  throw new QuothError(
    'unknown-quote',
    msg`No source has this quote any longer. If you typed its id, check it for typos; otherwise the document was changed or removed, so please ask again.`,
  )
}
