import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { QuothError } from '../../domain/error.ts'
import { type Message, msg } from '../../domain/message.ts'

/** The parts of a file that is a zip archive. They are unpacked into memory alone, one by one, as they are asked for. */
export type Archive = {
  /** The names of its parts, as written, with `/` between folders and none before them. */
  readonly names: readonly string[]
  /**
   * @param name of a part; where none is written so, capitals do not count
   * @returns its bytes; null if there is none
   * @throws QuothError `bad-document` for what is damaged, encrypted, there twice, or too large unpacked
   */
  readonly bytesOf: (name: string) => Promise<Uint8Array | null>
}

/** The most that an archive may have: parts, and bytes of all that is unpacked of it. */
export type ArchiveLimits = { readonly parts: number; readonly bytes: number }

/** More than any document has. */
const ofDocuments: ArchiveLimits = { parts: 2000, bytes: 30 * 1024 * 1024 }
/** Text shrinks to a tenth; behind so many bytes, what shrank further than this was made to fill memory. */
const maxRatio = { times: 100, beyond: 4 * 1024 * 1024 }

const refusal = (reason: Message): QuothError => new QuothError('bad-document', reason)

const begins = (bytes: Uint8Array, ...with_: readonly number[]): boolean =>
  with_.every((byte, at) => bytes[at] === byte)

/** Why a file cannot be opened as an archive. */
const noArchive = (bytes: Uint8Array): Message => {
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return msg`It is protected with a password, or of an older format. Save it anew, without a password.`
  if (begins(bytes, 0x50, 0x4b)) return msg`It is damaged: the list of its parts, at its end, cannot be read.`
  return msg`It is not what its name says: such files are zip archives.`
}

/** Some writers put `\` between folders, or `/` before them. Names lead to nothing but these parts. */
const nameOf = (entry: Entry): string =>
  // Undecoded names come as bytes, whatever the type says.
  new TextDecoder()
    .decode(entry.fileName as unknown as Uint8Array)
    .replaceAll('\\', '/')
    .replace(/^\/+/, '')

const entriesOf = async (zip: ZipFile, most: number): Promise<ReadonlyMap<string, readonly Entry[]>> => {
  const entries = new Map<string, Entry[]>()
  let count = 0
  for await (const entry of zip.eachEntry()) {
    count += 1
    if (count > most) throw refusal(msg`It has more than ${most} parts, so it is not read.`)
    const name = nameOf(entry)
    entries.set(name, [...(entries.get(name) ?? []), entry])
  }
  return entries
}

/**
 * Unpacks a part, and stops as soon as it is too large: what is said of its size may be a lie.
 * @param left the bytes that it may have, of `most` in all
 */
const unpacked = async (zip: ZipFile, entry: Entry, left: number, most: number): Promise<Uint8Array> => {
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > maxRatio.beyond && length > entry.compressedSize * maxRatio.times)
        throw refusal(msg`It grows more than ${maxRatio.times} times when it is unpacked, so it is not read.`)
      if (length > left)
        throw refusal(msg`It is larger than ${most / 1024 / 1024} MB when it is unpacked. Split it into smaller files.`)
      chunks.push(chunk)
    }
  } finally {
    stream.destroy()
  }
  return Buffer.concat(chunks)
}

/**
 * Opens a file that is a zip archive.
 * @param bytes of the file
 * @param limits of the archive; those of a document if not given
 * @returns its parts
 * @throws QuothError `bad-document` if it is no archive, is damaged, or has too many parts
 */
export const openArchive = async (bytes: Uint8Array, limits: ArchiveLimits = ofDocuments): Promise<Archive> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const damaged = (error: unknown): QuothError => (error instanceof QuothError ? error : refusal(noArchive(bytes)))
  const zip = await fromBufferPromise(buffer, { decodeStrings: false }).catch((error: unknown) => {
    throw damaged(error)
  })
  const entries = await entriesOf(zip, limits.parts).catch((error: unknown) => {
    throw damaged(error)
  })
  const inSmall = new Map([...entries].map(([name, named]) => [name.toLowerCase(), named]))
  let left = limits.bytes
  return {
    names: [...entries.keys()],
    bytesOf: async (name) => {
      const [entry, ...others] = entries.get(name) ?? inSmall.get(name.toLowerCase()) ?? []
      if (entry === undefined) return null
      if (others.length > 0) throw refusal(msg`It has two parts named ${name}, so it is unclear which one counts.`)
      if (entry.isEncrypted()) throw refusal(msg`It is encrypted. Save it without a password.`)
      const part = await unpacked(zip, entry, left, limits.bytes).catch((error: unknown) => {
        if (error instanceof QuothError) throw error
        throw refusal(msg`It is damaged: its part ${name} cannot be unpacked.`)
      })
      if (crc32(part) !== entry.crc32) throw refusal(msg`It is damaged: its part ${name} cannot be unpacked.`)
      left -= part.length
      return part
    },
  }
}
