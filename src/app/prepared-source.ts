import type { Source } from '../domain/source.ts'
import { indexedSource, packedSource } from '../index/indexed-source.ts'
import type { IndexedSource, PackedSource } from '../index/port.ts'
import { type EncodedSource, encodeSource } from '../library/encoded-source.ts'

/** What library and index are given of a source: everything that takes time is done where the document was read. */
export type PreparedSource = {
  readonly encoded: EncodedSource
  readonly indexed: IndexedSource | PackedSource
}

export const prepareSource = (source: Source): PreparedSource => ({
  encoded: encodeSource(source),
  indexed: indexedSource(source),
})

/** The same to be passed to another thread, as bytes. */
export const packPrepared = (source: Source): PreparedSource & { readonly indexed: PackedSource } => ({
  encoded: encodeSource(source),
  indexed: packedSource(indexedSource(source)),
})

/** What a thread may hand over rather than copy. An array that shares its buffer with others stays. */
export const buffersOf = ({ encoded, indexed }: PreparedSource): readonly ArrayBuffer[] =>
  [encoded.bytes, ...('packed' in indexed ? indexed.packed : [])].flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && byteLength === buffer.byteLength ? [buffer] : [],
  )
