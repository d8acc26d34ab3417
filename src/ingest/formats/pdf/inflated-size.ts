import { constants, inflateSync } from 'node:zlib'
import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { PagePrograms } from './page-programs.ts'

/** In bytes: what one stream and all streams may unpack to. Pages of text take a few hundred kilobytes. */
const most = { stream: 24 * 1024 * 1024, all: 256 * 1024 * 1024 }

/** A dictionary this long before its stream is looked at. */
const maxDictionary = 600

const tooLarge = (): QuothError =>
  new QuothError(
    'bad-document',
    msg`It unpacks to more than ${most.all / 1024 / 1024} MB, or to ${most.stream / 1024 / 1024} MB in one piece.`,
  )

/** What a stream unpacks to; null if it is damaged, encrypted or something else, which pdf.js will see. */
const inflated = (packed: Uint8Array): Uint8Array | null => {
  try {
    return inflateSync(packed, { maxOutputLength: most.stream, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    return null
  }
}

/** Whether bytes begin as zlib's do (RFC 1950). */
const isPacked = ([first = 0, second = 0]: Uint8Array): boolean =>
  (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0

/** What the dictionary of a stream says: the text before `stream`, from its object on. */
const dictionaryBefore = (file: Buffer, at: number): { readonly number: number; readonly dictionary: string } => {
  const before = file.toString('latin1', Math.max(0, at - maxDictionary), at)
  const from = before.lastIndexOf(' obj')
  return {
    number: Number(/(\d+)\s+\d+$/.exec(before.slice(0, Math.max(0, from)))?.[1] ?? -1),
    dictionary: before.slice(from + 1),
  }
}

/**
 * Refuses what would fill the memory or never end. pdf.js unpacks whole streams whatever their size, so they are unpacked
 * here first, but for pictures, which are not read.
 * @param bytes of a PDF
 * @throws QuothError `bad-document` if a stream, or all together, unpacks to too much, or pages draw without end
 */
export const refuseBombs = (bytes: Uint8Array): void => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const programs = new PagePrograms()
  let total = 0
  for (let at = file.indexOf('stream'); at !== -1; ) {
    const next = file.indexOf('stream', at + 6)
    const isEnd = at >= 3 && file.toString('latin1', at - 3, at) === 'end'
    const { number, dictionary } = isEnd ? { number: -1, dictionary: '' } : dictionaryBefore(file, at)
    if (!isEnd && !/\/Subtype\s*\/Image\b/.test(dictionary)) {
      let from = at + 6
      while (file[from] === 0x0d || file[from] === 0x0a) from += 1
      let data: Uint8Array | null = file.subarray(from, next === -1 ? file.length : next)
      // Where the dictionary names its filters elsewhere, what is packed still begins as such.
      const times = Math.max(dictionary.split(/\/(?:FlateDecode|Fl)\b/).length - 1, isPacked(data) ? 1 : 0)
      for (let time = 0; time < times && data !== null; time += 1) {
        data = inflated(data)
        total += data?.length ?? 0
        if (total > most.all) throw tooLarge()
      }
      if (data !== null) programs.add(number, dictionary, data)
    }
    at = next
  }
  programs.check()
}
