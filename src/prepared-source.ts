import { deserialize, serialize } from 'node:v8'
import type { Source } from './domain/source.ts'
import { type EncodedSource, encodeSource } from './library/encoded-source.ts'
import { indexedSource } from './search/indexed-source.ts'
import type { IndexedPassage, IndexedSource } from './search/port.ts'

/**
 * What library and index are given of a source: everything that takes time is done where the document was read. The passages
 * are packed in groups, since a thread's answer is unpacked in one go, which no other work can interrupt: 80 ms for 10 MB.
 */
export type PreparedSource = {
  readonly encoded: EncodedSource
  readonly indexed: Omit<IndexedSource, 'passages'> & { readonly passages: readonly Uint8Array[] }
}

/** Passages that are unpacked in one go: a few milliseconds. */
const groupSize = 200

function* groupsOf(passages: readonly IndexedPassage[]): Generator<readonly IndexedPassage[]> {
  for (let at = 0; at < passages.length; at += groupSize) yield passages.slice(at, at + groupSize)
}

export const prepareSource = (source: Source): PreparedSource => {
  const indexed = indexedSource(source)
  const passages = [...groupsOf(indexed.passages)].map((group) => serialize(group))
  return { encoded: encodeSource(source), indexed: { ...indexed, passages } }
}

/** What an index is given of the source; `turn` is called between the groups. */
export const unpackedSource = async (
  { indexed }: PreparedSource,
  turn: () => Promise<void>,
): Promise<IndexedSource> => {
  const passages: IndexedPassage[] = []
  for (const group of indexed.passages) {
    passages.push(...(deserialize(group) as readonly IndexedPassage[]))
    await turn()
  }
  return { ...indexed, passages }
}

/** What a thread may hand over rather than copy. An array that shares its buffer with others stays. */
export const buffersOf = ({ encoded, indexed }: PreparedSource): readonly ArrayBuffer[] =>
  [encoded.bytes, ...indexed.passages].flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && byteLength === buffer.byteLength ? [buffer] : [],
  )
