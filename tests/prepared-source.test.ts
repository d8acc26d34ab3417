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

  it('survives a thread, and hands over only what is its own', async () => {
    const source = sourceOf('long.txt', long)
    const prepared = prepareSource(source)
    const small = prepareSource(sourceOf('a.txt', 'The sea is cold.'))
    const moved = structuredClone(prepared, { transfer: [...buffersOf(prepared)] })
    expect(decodeSource(moved.encoded.bytes)).toEqual(source)
    expect(prepared.encoded.bytes).toHaveLength(0)
    expect(decodeSource(small.encoded.bytes).text).toBe('The sea is cold.')
  })
})
