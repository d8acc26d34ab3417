import { createHash } from 'node:crypto'

// A file of blocks, each a JSON value or an array of numbers in native byte order:
//
//   magic      8 bytes, which identify the layout of the rest
//   block      bytes per number (0 for JSON) and length in bytes, 32 bits each; the content, padded to 8 bytes
//   …
//   checksum   SHA-256 of everything before it
//
// Arrays are aligned to 8 bytes, so that they can be used in place, without being copied.

type Numbers = Uint8Array | Uint16Array | Uint32Array

const checksumBytes = 32
const alignment = 8
/** Bytes that are hashed and yielded at a time: a millisecond or two. */
const pieceBytes = 1 << 20

const isNumbers = (value: unknown): value is Numbers => ArrayBuffer.isView(value)

const bytesOf = ({ buffer, byteOffset, byteLength }: Numbers): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

const headBytes = 8
const padding = (length: number): number => (alignment - (length % alignment)) % alignment

/** Writes `values` as a file of blocks. @param magic 8 ASCII characters @param turn yields to other work */
export async function* writeBlocks(
  magic: string,
  values: Iterable<unknown> | AsyncIterable<unknown>,
  turn: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes)
      hash.update(piece)
      yield piece
      await turn()
    }
  }
  yield* pieces(Buffer.from(magic, 'latin1'))
  for await (const value of values) {
    const content = isNumbers(value) ? bytesOf(value) : Buffer.from(JSON.stringify(value))
    yield* pieces(bytesOf(Uint32Array.of(isNumbers(value) ? value.BYTES_PER_ELEMENT : 0, content.length)))
    yield* pieces(content)
    yield* pieces(new Uint8Array(padding(content.length)))
  }
  yield hash.digest()
}

/** Reads the blocks of a file in order. */
export type BlockReader = {
  /** The next block as JSON. */
  json(): unknown
  /** The next block as numbers, in place. */
  bytes(): Uint8Array
  numbers16(): Uint16Array
  numbers32(): Uint32Array
}

/** A reader of a file of blocks, or why there is none: another kind of file, or a damaged one. */
export const readBlocks = (magic: string, file: Uint8Array): BlockReader | 'foreign' | 'damaged' => {
  if (Buffer.from(file.subarray(0, magic.length)).toString('latin1') !== magic) return 'foreign'
  const end = file.length - checksumBytes
  if (end < magic.length) return 'damaged'
  const checksum = createHash('sha256').update(file.subarray(0, end)).digest()
  if (!checksum.equals(file.subarray(end))) return 'damaged'
  // Views need an aligned offset; a file that was read on its own has one.
  const { buffer, byteOffset } = file.byteOffset % alignment === 0 ? file : Uint8Array.from(file)
  let at = byteOffset + magic.length
  const next = (): readonly [start: number, length: number] => {
    const [, length = 0] = new Uint32Array(buffer, at, 2)
    const start = at + headBytes
    at = start + length + padding(length)
    return [start, length]
  }
  return {
    json: () => JSON.parse(Buffer.from(buffer, ...next()).toString()),
    bytes: () => new Uint8Array(buffer, ...next()),
    numbers16: () => {
      const [start, length] = next()
      return new Uint16Array(buffer, start, length / Uint16Array.BYTES_PER_ELEMENT)
    },
    numbers32: () => {
      const [start, length] = next()
      return new Uint32Array(buffer, start, length / Uint32Array.BYTES_PER_ELEMENT)
    },
  }
}
