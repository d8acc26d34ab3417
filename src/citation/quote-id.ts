import { createHash } from 'node:crypto'
import type { QuoteId } from '../domain/citation.ts'
import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'
import type { Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { fromBase32, readBase32, toBase32 } from '../language/crockford.ts'

/**
 * A quote id is `q`, 4 characters of the source's version, the number of digits of the start, the start, the length,
 * and a checksum of 4 characters, all in Crockford's base 32: 12 to 20 characters that no process has to store. The
 * checksum covers the whole version and the words, so that after a change to the source the id fails rather than name
 * other words. It covers the start as well, but for files that a format's reader reads: the next version of that reader
 * may find more text before the words.
 */
const versionLength = 4
const checkLength = 4

/** More than any id with the marks that may be copied along; longer input is rejected unread. */
const maxTypedLength = 100

type QuoteIdParts = Span & {
  /** The first characters of `Source.version`. */
  readonly version: string
  readonly check: string
}

const isExtracted = ({ origin }: Source): boolean => origin.reader !== undefined

const checkOf = (source: Source, { start, end }: Span): string => {
  const { version, text } = source
  const place = isExtracted(source) ? '' : `${start} `
  const hash = createHash('sha256')
    .update(`${version} ${place}${text.slice(start, end)}`)
    .digest()
  return toBase32(hash.readUInt32BE() % 32 ** checkLength).padStart(checkLength, '0')
}

/** The id of the quote at `span`: the same in every process while the source is unchanged. */
export const quoteIdFor = (source: Source, span: Span): QuoteId => {
  const start = toBase32(span.start)
  const length = toBase32(span.end - span.start)
  const version = source.version.slice(0, versionLength)
  return `q${version}${toBase32(start.length)}${start}${length}${checkOf(source, span)}` as QuoteId
}

/** Parses an id, however typed (capitals, backticks, spaces, O for 0). @returns null if it is malformed */
export const readQuoteId = (typed: string): QuoteIdParts | null => {
  const digits = typed.length > maxTypedLength ? null : readBase32(typed)
  if (digits === null || !digits.startsWith('q')) return null
  const version = digits.slice(1, 1 + versionLength)
  const position = digits.slice(1 + versionLength, -checkLength)
  const startDigits = fromBase32(position.slice(0, 1))
  if (startDigits === 0) return null
  const startAndLength = position.slice(1)
  const start = fromBase32(startAndLength.slice(0, startDigits))
  const end = start + fromBase32(startAndLength.slice(startDigits))
  // Where no digits of a length are left, it is 0.
  return Number.isSafeInteger(end) && end > start ? { version, start, end, check: digits.slice(-checkLength) } : null
}

/**
 * Where the words of an id may stand: where they stood, or, in what a format's reader reads, from the beginning of any
 * sentence to the end of one, the nearest first.
 */
const placesFor = (source: Source, { start, end }: Span): readonly Span[] => {
  const before: Span = { start, end }
  if (!isExtracted(source)) return [before]
  const sentences = source.paragraphs.flatMap((paragraph) => paragraph.sentences)
  const ends = new Set(sentences.map((sentence) => sentence.end))
  const moved = sentences
    .map((sentence): Span => ({ start: sentence.start, end: sentence.start + end - start }))
    .filter((place) => ends.has(place.end))
  return [before, ...moved.sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))]
}

/**
 * Finds the quote of an id in `sources`.
 * @throws QuothError `unknown-quote` if the id is malformed, or no source still has its words
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
  for (const source of sources) {
    if (!source.version.startsWith(parts.version)) continue
    const span = placesFor(source, parts).find(
      (place) => place.end <= source.text.length && checkOf(source, place) === parts.check,
    )
    if (span !== undefined) return { source, span }
  }
  throw new QuothError(
    'unknown-quote',
    msg`No source has this quote any longer. If you typed its id, check it for typos; otherwise the document was changed or removed, so please ask again.`,
  )
}
