import { deserialize, serialize } from 'node:v8'
import type { IndexedPassage, IndexedSource, PackedSource } from './port.ts'

/** Passages of a group, which is unpacked in one go: a few milliseconds. */
const groupSize = 200

const charactersOf = ({ sentences, passage }: IndexedPassage): number =>
  sentences.reduce((sum, { text, asked }) => sum + text.length + asked.length, passage.context.length)

/** A source to be handed from thread to thread, its passages as bytes. */
export const packedSource = ({ passages, ...indexed }: IndexedSource): PackedSource => {
  const packed: Uint8Array[] = []
  for (let at = 0; at < passages.length; at += groupSize) packed.push(serialize(passages.slice(at, at + groupSize)))
  return {
    ...indexed,
    packed,
    count: passages.length,
    characters: passages.reduce((sum, passage) => sum + charactersOf(passage), 0),
  }
}

/** The source in parts, of a group of passages each; one part without passages for a source that has none. */
export function* partsOf({
  packed,
  count: _count,
  characters: _characters,
  ...source
}: PackedSource): Iterable<IndexedSource> {
  if (packed.length === 0) yield { ...source, passages: [] }
  for (const group of packed) yield { ...source, passages: deserialize(group) as readonly IndexedPassage[] }
}
