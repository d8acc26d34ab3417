import { describe, expect, it } from 'vitest'
import { buffersOf, packPrepared, prepareSource } from '../../src/app/prepared-source.ts'
import { indexedSource, partsOf, sizeOf } from '../../src/index/indexed-source.ts'
import { decodeSource } from '../../src/library/encoded-source.ts'
import { sourceOf } from '../support/engine.ts'
import { ownDocuments } from '../support/own-documents.ts'

const long = Array.from({ length: 900 }, (_, i) => `The harbour master wrote entry ${i}. Nobody read it.`).join('\n\n')
const documents = { ...ownDocuments, 'long.txt': long, 'none.md': '# Only a title' }

describe('a prepared source', () => {
  it.each(Object.entries(documents))('is all of it for library and index: %s', (path, text) => {
    const source = sourceOf(path, text)
    const prepared = packPrepared(source)
    expect(decodeSource(prepared.encoded.bytes)).toEqual(source)
    const parts = [...partsOf(prepared.indexed)]
    const { passages, ...indexed } = indexedSource(source)
    expect(parts.flatMap((part) => part.passages)).toEqual(passages)
    expect(parts).toHaveLength(Math.max(1, Math.ceil(passages.length / 200)))
    for (const { passages: _, ...part } of parts) expect(part).toEqual(indexed)
    expect(sizeOf(prepared.indexed)).toEqual(sizeOf(indexedSource(source)))
    expect(prepareSource(source)).toEqual({ ...prepared, indexed: indexedSource(source) })
    expect([prepared.path, prepared.warnings]).toEqual([path, source.origin.warnings.length])
  })

  it.each([
    ['a long one', long],
    ['a short one', 'The sea is cold.'],
  ])('is handed over from a thread without being copied: %s', (_, text) => {
    const source = sourceOf('a.txt', text)
    const prepared = packPrepared(source)
    const moved = structuredClone(prepared, { transfer: [...buffersOf(prepared)] })
    expect(decodeSource(moved.encoded.bytes)).toEqual(source)
    expect(moved.encoded.bytes.buffer.byteLength).toBe(moved.encoded.bytes.length)
    expect([prepared.encoded.bytes, ...prepared.indexed.packed].filter(({ length }) => length > 0)).toEqual([])
  })
})
