import { createHash } from 'node:crypto'
import { type SourceId, sourceId } from '../../domain/source.ts'
import { crockford32 } from '../../language/crockford.ts'
import type { DocumentPart } from '../read-document.ts'

const opening = Buffer.from('From ')
const boundary = Buffer.from('\nFrom ')

const lineAt = (bytes: Buffer, at: number): string => {
  const end = bytes.indexOf(0x0a, at)
  return bytes.toString('latin1', at, Math.min(end === -1 ? bytes.length : end, at + 200))
}

/** `From marta@harbour.example Mon Mar  3 13:02:00 2014`, and a field of a header below it. */
const isSeparator = (bytes: Buffer, at: number): boolean => {
  if (!/^From \S+\s.*\d{1,2}:\d{2}.*\d{4}|^From \S+\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/.test(lineAt(bytes, at)))
    return false
  const next = bytes.indexOf(0x0a, at) + 1
  return next === 0 || /^>?[!-9;-~]+:|^>From |^\r?$/.test(lineAt(bytes, next))
}

/** A separator whose weekday and time are whole, right above a field: some programs write no blank line before it. */
const isWholeSeparator = (bytes: Buffer, at: number): boolean =>
  /^From \S+\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s+[A-Z][a-z]{2}\s+\d{1,2}\s\d\d:\d\d/.test(lineAt(bytes, at)) &&
  /^(?:From|To|Date|Subject|Received|Return-Path|Message-I[Dd]|X-[\w-]+|Delivered-To|MIME-Version|Status):/i.test(
    lineAt(bytes, bytes.indexOf(0x0a, at) + 1 || bytes.length),
  )

/** Where the message after the one at `from` begins: at a line with `From `, nearly always below a blank line; else the end. */
const nextSeparator = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(boundary, from); at !== -1; at = bytes.indexOf(boundary, at + 1)) {
    const isBelowBlank = bytes[at - 1] === 0x0a || (bytes[at - 1] === 0x0d && bytes[at - 2] === 0x0a)
    if (isBelowBlank ? isSeparator(bytes, at + 1) : isWholeSeparator(bytes, at + 1)) return at + 1
  }
  return bytes.length
}

/**
 * Mailboxes write `>From` for a line that begins so within a message. A copy in any case: what shares the mailbox's
 * memory takes all of it along to another thread.
 */
const unescaped = (bytes: Buffer): Uint8Array =>
  bytes.includes('\n>From ') || bytes.includes('\n>>From ')
    ? Uint8Array.from(Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1'))
    : Uint8Array.from(bytes)

/** In bytes; longer headers are told by their beginning. */
const maxHeader = 65_536

/** What a message is known by wherever it stands: its Message-ID, or else itself. */
const identityOf = (bytes: Uint8Array): Uint8Array | string => {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, maxHeader)).toString('latin1')
  const header = start.split(/\r?\n\r?\n/, 1)[0] ?? ''
  return /^Message-ID:\s*(<[^<>\s]{1,500}>)/im.exec(header)?.[1] ?? bytes
}

function* dividedAt(id: SourceId, bytes: Buffer): Generator<DocumentPart> {
  const taken = new Map<string, number>()
  for (let start = 0; start < bytes.length; ) {
    const next = nextSeparator(bytes, start)
    const from = bytes.indexOf(0x0a, start) + 1 || bytes.length
    const message = unescaped(bytes.subarray(from, next))
    const name = crockford32(createHash('sha256').update(identityOf(message)).digest(), 10)
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    yield { id: sourceId(`${id}#${count === 1 ? name : `${name}-${count}`}`), bytes: message }
    start = next
  }
}

/**
 * Divides a mailbox into its messages. Their ids are made from their Message-IDs, so that they stay when messages are
 * added and removed.
 * @param id of the document
 * @param bytes of a mailbox in the format mbox
 * @returns its messages, in order, each found when it is asked for; null if it is none
 */
export const messagesIn = (id: SourceId, bytes: Uint8Array): Iterable<DocumentPart> | null => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isMailbox = buffer.subarray(0, opening.length).equals(opening) && isSeparator(buffer, 0)
  return isMailbox ? dividedAt(id, buffer) : null
}
