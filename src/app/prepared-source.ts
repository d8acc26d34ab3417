import type { Source } from '../domain/source.ts'
import { indexedSource, packedSource } from '../index/indexed-source.ts'
import type { IndexedSource, PackedSource } from '../index/port.ts'
import { type EncodedSource, encodeSource } from '../library/encoded-source.ts'

/** A source as library and index take it: all slow work is done in the thread that read the document. */
export type PreparedSource = {
  readonly encoded: EncodedSource
  readonly indexed: IndexedSource | PackedSource
  readonly path: string
  readonly title: string
  /** How many warnings it has. */
  readonly warnings: number
}

const originOf = ({ origin, titleShown }: Source) => ({
  path: origin.path,
  title: titleShown,
  warnings: origin.warnings.length,
})

export const prepareSource = (source: Source): PreparedSource => ({
  ...originOf(source),
  encoded: encodeSource(source),
  indexed: indexedSource(source),
})

/** The same to be passed to another thread, as bytes. */
export const packPrepared = (source: Source): PreparedSource & { readonly indexed: PackedSource } => ({
  ...originOf(source),
  encoded: encodeSource(source),
  indexed: packedSource(indexedSource(source)),
})

/** The buffers that a thread can transfer rather than copy: those that no other array shares. */
export const buffersOf = ({ encoded, indexed }: PreparedSource): readonly ArrayBuffer[] =>
  [encoded.bytes, ...('packed' in indexed ? indexed.packed : [])].flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && byteLength === buffer.byteLength ? [buffer] : [],
  )
