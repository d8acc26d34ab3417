import { detect } from 'chardet'
import { QuothError } from '../domain/error.ts'
import { type Said, said } from '../domain/said.ts'
import { binaryType, isMostlyControl } from './binary.ts'

/** Characters of a document, and how its bytes were read. */
export type Decoded = {
  readonly text: string
  /** WHATWG name of the encoding. */
  readonly encoding: string
  readonly warnings: readonly Said[]
}

const marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** UTF-16 without a mark: of English text, every second byte is zero; the half that is tells the order. */
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

const decodeAs = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes)

const utf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** chardet's best guess that this platform can decode; it names random bytes as well, so it never decides what is text. */
const guessedEncoding = (bytes: Uint8Array): string => {
  const guess = detect(bytes.subarray(0, 65_536)) ?? 'windows-1252'
  try {
    return new TextDecoder(guess).encoding
  } catch {
    return 'windows-1252'
  }
}

const refuse = (reason: Said): never => {
  throw new QuothError('bad-document', reason)
}

const readCharacters = (bytes: Uint8Array): Pick<Decoded, 'text' | 'encoding'> & { readonly guessed: boolean } => {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (marked) return { text: decodeAs(marked[0], bytes), encoding: marked[0], guessed: false }
  const wide = utf16Order(bytes)
  if (wide) return { text: decodeAs(wide, bytes), encoding: wide, guessed: true }
  if (bytes.includes(0))
    refuse(said`It holds zero bytes, so it is no text. Save it as plain text and put that in the folder.`)
  const plain = utf8(bytes)
  if (plain !== null) return { text: plain, encoding: 'utf-8', guessed: false }
  const encoding = guessedEncoding(bytes)
  return { text: decodeAs(encoding, bytes), encoding, guessed: true }
}

/**
 * The characters of a document. Order: signature, byte order mark, UTF-16 by its zero bytes, UTF-8, chardet's guess.
 * @throws QuothError `bad-document` for what is no text, with the real type where it is known
 */
export const decode = (bytes: Uint8Array): Decoded => {
  if (bytes.length === 0) return refuse(said`It is empty.`)
  const type = binaryType(bytes)
  if (type)
    return refuse(said`It is ${type}, not text. Save its text as a .txt or .md file and put that in the folder.`)
  const { text, encoding, guessed } = readCharacters(bytes)
  if (isMostlyControl(text)) return refuse(said`It holds mostly control characters, so it is no text.`)
  if (text.trim() === '') return refuse(said`It holds nothing but white space.`)
  const lost = text.split('\ufffd').length - 1
  const warnings = [
    ...(guessed ? [said`The encoding is not stated; it was decoded as ${encoding}.`] : []),
    ...(lost > 0
      ? [lost === 1 ? said`1 character could not be decoded.` : said`${lost} characters could not be decoded.`]
      : []),
  ]
  return { text, encoding, warnings }
}
