import { describe, expect, it } from 'vitest'
import { decodeSource } from '../src/library/encoded-source.ts'
import { buffersOf, prepareSource, unpackedSource } from '../src/prepared-source.ts'
import { indexedSource } from '../src/search/indexed-source.ts'
import { sourceOf } from './support/engine.ts'
import { ownDocuments } from './support/own-documents.ts'

const long = Array.from({ length: 900 }, (_, i) => `The harbour master wrote entry ${i}. Nobody read it.`).join('\n\n')
const documents = { ...ownDocuments, 'long.txt': long, 'none.md': '# Only a title' }

describe('a prepared source', () => {
  it.each(Object.entries(documents))('is all of it for library and index: %s', async (path, text) => {
    const source = sourceOf(path, text)
    const prepared = prepareSource(source)
    expect(decodeSource(prepared.encoded.bytes)).toEqual(source)
    let turns = 0
    const unpacked = await unpackedSource(prepared, async () => {
      turns += 1
    })
    expect(unpacked).toEqual(indexedSource(source))
    expect(turns).toBe(Math.ceil(unpacked.passages.length / 200))
  })

  it.each([
    ['a long one', long],
    ['a short one', 'The sea is cold.'],
  ])('is handed over from a thread without being copied: %s', (_, text) => {
    const source = sourceOf('a.txt', text)
    const prepared = prepareSource(source)
    const moved = structuredClone(prepared, { transfer: [...buffersOf(prepared)] })
    expect(decodeSource(moved.encoded.bytes)).toEqual(source)
    expect(moved.encoded.bytes.buffer.byteLength).toBe(moved.encoded.bytes.length)
    expect([prepared.encoded.bytes, ...prepared.indexed.passages].filter(({ length }) => length > 0)).toEqual([])
  })
})
