import { decode as decodeBytes } from 'iconv-lite'
import PostalMime, { type Address, type Email } from 'postal-mime'
import type { BibliographicRecord, CslName } from '../../domain/bibliography.ts'
import { type Message, msg, plural } from '../../domain/message.ts'
import type { Run } from '../../domain/source.ts'
import { namesIn } from '../name-list.ts'
import { emptyRecord } from '../reading.ts'
import { htmlText } from './html-text.ts'

/** A message as text: a few lines of its header, a blank line, and what it says. */
export type DecodedMessage = {
  readonly text: string
  /** Where the header ends and the message begins. */
  readonly bodyStart: number
  /** The lines of the header. */
  readonly runs: readonly Run[]
  readonly record: BibliographicRecord
  readonly warnings: readonly Message[]
}

/** What windows-1252 has where Latin-1 has control characters; Node's decoder takes the one for the other. */
const marks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const withMarks = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (char) => marks.charAt(char.charCodeAt(0) - 0x80))

const oneLine = (value: string | undefined): string =>
  withMarks(value ?? '')
    .replace(/\s+/g, ' ')
    .trim()

const addressShown = ({ name, address }: Address): string => {
  const shown = oneLine(name)
  return address === undefined || address === '' ? shown : shown === '' ? address : `${shown} <${address}>`
}

/** `Harbour Trust, Inc. <info@trust.example>`: a comma without quotation marks, which parsers take for two addresses. */
const nameWithComma = /^([^<>"@]*,[^<>"@]*)<[^<>\s]+>$/
/** `mira at harbour.example (Mira Lind)`, as archives of lists write it. */
const archived = /^\S+ (?:at|AT) \S+ \(([^()]+)\)$/
/** `Mira Lind via Crew`: what lists write for a member. */
const viaList = /\s+via\s+\S.*$/

/** In characters; a longer field is no name. */
const maxSender = 300

const nameOf = (field: string, from: Address | undefined): string => {
  const written = field.slice(0, maxSender)
  const stated = nameWithComma.exec(written)?.[1] ?? archived.exec(written)?.[1] ?? oneLine(from?.name)
  return stated.replace(viaList, '').replace(/^\s*["']|["']\s*$/g, '')
}

const authorOf = (written: string, from: Address | undefined): readonly CslName[] => {
  const name = nameOf(written, from) || (from?.address ?? '')
  if (name === '' || name.includes('@')) return name === '' ? [] : [{ literal: name }]
  const names = namesIn(name)
  // Whoever sends a message is one, whatever the name looks like.
  return names.length > 1 ? [{ literal: name }] : names
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The day on which a message was sent, where it was sent: `Mon, 3 Mar 2014 23:30:00 -0800` is the third. */
const dayOf = (written: string): string | null => {
  const [, day, name, year] = /(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*[\s-]+(\d{4}|\d{2})\b/.exec(written) ?? []
  const month = months.indexOf((name ?? '').toLowerCase()) + 1
  if (!day || !year || month === 0 || Number(day) < 1 || Number(day) > 31) return null
  const full = year.length === 4 ? year : `${Number(year) < 70 ? 20 : 19}${year}`
  return `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

const fieldOf = ({ headers }: Email, key: string): string =>
  oneLine(headers.find((header) => header.key === key)?.value)

const headerOf = (email: Email): readonly (readonly [label: string, value: string, kind: Run['kind']])[] => [
  ['From', email.from ? addressShown(email.from) : '', 'byline'],
  ['To', (email.to ?? []).map(addressShown).join(', '), 'boilerplate'],
  ['Cc', (email.cc ?? []).map(addressShown).join(', '), 'boilerplate'],
  ['Date', fieldOf(email, 'date'), 'date'],
  ['Subject', oneLine(email.subject), 'title'],
  ['Message-ID', oneLine(email.messageId), 'boilerplate'],
  ['In-Reply-To', oneLine(email.inReplyTo), 'boilerplate'],
  ['References', oneLine(email.references), 'boilerplate'],
]

const attachmentsNote = ({ attachments }: Email): readonly Message[] => {
  const names = attachments
    .filter(({ related }) => related !== true)
    .map(({ filename, mimeType }) => filename ?? mimeType)
  if (names.length === 0) return []
  const shown = names.slice(0, 10).map(oneLine).join(', ')
  return [
    plural(
      names.length,
      msg`Its attachment was not read: ${shown}`,
      msg`Its ${names.length} attachments were not read: ${shown}`,
    ),
  ]
}

/** Trailing blanks stay: in `-- ` and in text that flows they say something. */
const bodyOf = (email: Email): string =>
  withMarks(email.text?.trim() ? email.text : htmlText(email.html ?? ''))
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+|\n+$/g, '')

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const asUtf8 = (bytes: Uint8Array): Uint8Array => Buffer.from(decodeBytes(bytes, 'windows-1252'))

/**
 * Bytes beyond ASCII without a word on what they mean, as old programs write them: in a header always, in a body where
 * nothing names an encoding. They are what mail in Latin letters had, unless they are Unicode.
 */
const withKnownLetters = (bytes: Uint8Array): Uint8Array => {
  if (isUtf8(bytes)) return bytes
  const written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!/charset\s*=/i.test(written)) return asUtf8(bytes)
  const end = /\r?\n\r?\n/.exec(written)?.index ?? bytes.length
  const header = bytes.subarray(0, end)
  return isUtf8(header) ? bytes : Buffer.concat([asUtf8(header), bytes.subarray(end)])
}

const parsed = async (bytes: Uint8Array): Promise<Email | null> => {
  try {
    // The parser would write out a message within this one as if its sender had written it.
    return await PostalMime.parse(withKnownLetters(bytes), { forceRfc822Attachments: true })
  } catch {
    return null
  }
}

/**
 * Decodes a message: its transfer encoding, its characters, the encoded words of its header.
 * @param bytes of one message
 * @returns it as text; null for what is no message, or exceeds the limits of the parser
 */
export const decodeMessage = async (bytes: Uint8Array): Promise<DecodedMessage | null> => {
  const email = await parsed(bytes)
  if (email === null || !(email.from || email.subject || email.messageId || fieldOf(email, 'date'))) return null
  let text = ''
  const runs: Run[] = []
  for (const [label, value, kind] of headerOf(email)) {
    if (value === '') continue
    const start = text.length
    text += `${label}: ${value}\n`
    const from = kind === 'title' ? text.length - value.length - 1 : start
    runs.push({ start: from, end: text.length - 1, kind, rule: kind === 'boilerplate' ? 'mail-header' : 'label' })
  }
  const bodyStart = text.length + 1
  const record: BibliographicRecord = {
    ...emptyRecord,
    title: oneLine(email.subject) || null,
    author: authorOf(fieldOf(email, 'from'), email.from ?? email.sender),
    issued: dayOf(fieldOf(email, 'date')),
  }
  return { text: `${text}\n${bodyOf(email)}\n`, bodyStart, runs, record, warnings: attachmentsNote(email) }
}
