import { analyse } from 'chardet'
import { decode as decodeBytes, encodingExists } from 'iconv-lite'
import { QuothError } from '../domain/error.ts'
import { type Message, msg, plural } from '../domain/message.ts'

/** What kinds of files begin with, and what the names of those end in that are documents. */
const signatures: readonly (readonly [type: Message, bytes: readonly number[], endings?: string])[] = [
  [msg`a PDF`, [0x25, 0x50, 0x44, 0x46, 0x2d], '.pdf'],
  [msg`a ZIP archive (or a Word, Excel or EPUB file)`, [0x50, 0x4b, 0x03, 0x04], '.docx, .odt, .epub'],
  [msg`an empty ZIP archive`, [0x50, 0x4b, 0x05, 0x06]],
  [msg`a PNG image`, [0x89, 0x50, 0x4e, 0x47], '.png'],
  [msg`a JPEG image`, [0xff, 0xd8, 0xff], '.jpg'],
  [msg`a GIF image`, [0x47, 0x49, 0x46, 0x38]],
  [msg`a gzip archive`, [0x1f, 0x8b]],
  [msg`a 7-Zip archive`, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  [msg`a RAR archive`, [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  [msg`a bzip2 archive`, [0x42, 0x5a, 0x68, 0x39]],
  [msg`an old Word or Excel file`, [0xd0, 0xcf, 0x11, 0xe0]],
  [msg`a Linux program`, [0x7f, 0x45, 0x4c, 0x46]],
  [msg`an SQLite database`, [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  [msg`an RTF document`, [0x7b, 0x5c, 0x72, 0x74, 0x66], '.rtf'],
]

/** Windows programs start with `MZ`, but so may a text; only programs have null bytes soon after. */
const isWindowsProgram = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x4d && bytes[1] === 0x5a && bytes.subarray(0, 1024).includes(0)

/** Why a binary file is no text, by its first bytes; null if they are none of a known kind. */
const binaryProblem = (bytes: Uint8Array): Message | null => {
  const known = signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))
  const [type, , endings] = known ?? (isWindowsProgram(bytes) ? [msg`a Windows program`] : [])
  if (type === undefined) return null
  return endings === undefined
    ? msg`It is ${type}, not text. Save its text as a .txt or .md file and add that instead.`
    : msg`It is ${type}, which its name does not say. Rename it, so that its name ends as such files do (${endings}).`
}

/** Whether more than a tenth of a text is control characters, which no document has. */
const isMostlyControl = (text: string): boolean => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0
  return controls * 10 > text.length
}

/** The text of a document, and how it was decoded. */
export type Decoded = {
  readonly text: string
  /** The WHATWG name of the encoding. */
  readonly encoding: string
  readonly warnings: readonly Message[]
}

const marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Detects UTF-16 without a byte order mark: in English text, every second byte is zero. */
const utf16Order = (bytes: Uint8Array): string | null => {
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0] as [number, number]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1
  const half = sample.length / 2
  if (bytes.length % 2 !== 0 || half < 2) return null
  if (zeros[1] > half * 0.4 && zeros[0] < half * 0.05) return 'utf-16le'
  if (zeros[0] > half * 0.4 && zeros[1] < half * 0.05) return 'utf-16be'
  return null
}

/** Unicode by Node; all else by iconv-lite, since Node's decoder takes windows-1252 for Latin-1. */
const decodeAs = (encoding: string, bytes: Uint8Array): string =>
  /^utf/.test(encoding) ? new TextDecoder(encoding).decode(bytes) : decodeBytes(bytes, encoding)

const validUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Of what is beyond ASCII in a UTF-8 text, at most a third is damaged; in any other encoding nearly all of it is. */
const maxDamaged = 1 / 3

/** UTF-8 with a few bytes that are none, each of which becomes U+FFFD; null if it is no UTF-8. */
const damagedUtf8 = (bytes: Uint8Array): string | null => {
  const text = new TextDecoder('utf-8').decode(bytes)
  let [damaged, beyondAscii] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f) beyondAscii += 1
    if (unit === 0xfffd) damaged += 1
  }
  return damaged <= beyondAscii * maxDamaged ? text : null
}

/** WHATWG's name of an encoding, if there is one: to it, Latin-1 is windows-1252, as it is to everybody who writes. */
const standardName = (name: string): string => {
  try {
    return new TextDecoder(name).encoding
  } catch {
    return name.toLowerCase()
  }
}

/** What only a wrong encoding gives: characters that do not exist, and control characters of Latin-1. */
const misread = /[\ufffd\u0080-\u0084\u0086-\u009f]/

/** Bytes by which an encoding is told. */
const sampleSize = 65_536

/**
 * chardet's best guess whose text has nothing that only a wrong guess gives. It guesses for random bytes too, so it
 * never decides what is text.
 */
const guessedEncoding = (bytes: Uint8Array): string => {
  const firstBeyond = bytes.findIndex((byte) => byte > 0x7f)
  const from = Math.max(0, Math.min(firstBeyond, bytes.length - sampleSize))
  const sample = bytes.subarray(from, from + sampleSize)
  const isWhole = sample.length === bytes.length
  const guesses = analyse(sample)
    .map(({ name }) => standardName(name))
    .filter((name) => encodingExists(name))
  // A cut may go through a character.
  const partOf = (text: string): string => (isWhole ? text : text.slice(2, -2))
  return guesses.find((name) => !misread.test(partOf(decodeAs(name, sample)))) ?? guesses[0] ?? 'windows-1252'
}

/**
 * Whether what reads as windows-1252 is Latin-9: it has the byte that is `€` in Latin-9 and `¤` in windows-1252, which
 * nobody writes, and none of those that only windows-1252 has.
 */
const isLatin9 = (bytes: Uint8Array): boolean =>
  bytes.includes(0xa4) && !bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)

/** Japanese mail in seven bits: an escape sequence before each change of alphabet. */
const escapes = '\u001b$B'

const refuse = (reason: Message): never => {
  throw new QuothError('bad-document', reason)
}

type Characters = Pick<Decoded, 'text' | 'encoding'> & { readonly guessed: boolean }

/** As declared, unless that gives what only a wrong encoding does. */
const readDeclared = (bytes: Uint8Array, declared: string): Characters | null => {
  const encoding = standardName(declared)
  const text = decodeAs(encoding, bytes)
  return misread.test(text) ? null : { text, encoding, guessed: false }
}

const readCharacters = (bytes: Uint8Array, declared: string | null): Characters => {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (marked) return { text: decodeAs(marked[0], bytes), encoding: marked[0], guessed: false }
  const wide = utf16Order(bytes)
  if (wide) return { text: decodeAs(wide, bytes), encoding: wide, guessed: true }
  if (bytes.includes(0))
    refuse(msg`It contains null bytes, so it is not text. Save it as plain text and add that instead.`)
  const plain = validUtf8(bytes)
  if (plain?.includes(escapes))
    return { text: new TextDecoder('iso-2022-jp').decode(bytes), encoding: 'iso-2022-jp', guessed: true }
  // Text that is valid UTF-8 is hardly ever anything else, whatever it declares.
  const stated = plain === null && declared !== null ? readDeclared(bytes, declared) : null
  if (stated !== null) return stated
  const utf8 = plain ?? damagedUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', guessed: false }
  const guess = guessedEncoding(bytes)
  const encoding = guess === 'windows-1252' && isLatin9(bytes) ? 'iso-8859-15' : guess
  return { text: decodeAs(encoding, bytes), encoding, guessed: true }
}

/**
 * Decodes a document, by signature, byte order mark, UTF-16 by its zero bytes, UTF-8 (if a few bytes of it are damaged,
 * too), what it declares, chardet's guess, in that order.
 * @param bytes the file
 * @param declared the encoding that it names, one that iconv-lite knows; null if it names none
 * @returns its text, its encoding, and warnings about a guess and undecodable characters
 * @throws QuothError `bad-document` for anything but text, with the real type if known
 */
export const decode = (bytes: Uint8Array, declared: string | null = null): Decoded => {
  if (bytes.length === 0) return refuse(msg`It is empty.`)
  const problem = binaryProblem(bytes)
  if (problem) return refuse(problem)
  const { text, encoding, guessed } = readCharacters(bytes, declared)
  if (isMostlyControl(text)) return refuse(msg`It is mostly control characters, so it is not text.`)
  if (text.trim() === '') return refuse(msg`It contains only white space.`)
  const lost = text.split('\ufffd').length - 1
  const warnings = [
    ...(guessed ? [msg`The encoding is not declared; the text was read as ${encoding}.`] : []),
    ...(lost > 0
      ? [plural(lost, msg`1 character could not be decoded.`, msg`${lost} characters could not be decoded.`)]
      : []),
  ]
  return { text, encoding, warnings }
}
