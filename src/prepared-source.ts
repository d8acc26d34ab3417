import type { Source } from './domain/source.ts'
import { type EncodedSource, encodeSource } from './library/encoded-source.ts'
import { indexedSource } from './search/indexed-source.ts'
import type { IndexedSource } from './search/port.ts'

/** What library and index are given of a source: everything that takes time is done where the document was read. */
export type PreparedSource = { readonly encoded: EncodedSource; readonly indexed: IndexedSource }

export const prepareSource = (source: Source): PreparedSource => ({
  encoded: encodeSource(source),
  indexed: indexedSource(source),
})
