import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { msg } from '../../src/domain/message.ts'
import { sourceId } from '../../src/domain/source.ts'
import { openIndex } from '../../src/index/memory/memory-index.ts'
import { isKnownWord } from '../../src/language/english/wink.ts'
import { decodeSource } from '../../src/library/encoded-source.ts'
import { bytesOf, type KeptSource, lengthOf } from '../../src/library/kept-source.ts'
import { type ReadHoldings, readSnapshot } from '../../src/snapshot/read-snapshot.ts'
import { type Depends, writeSnapshot } from '../../src/snapshot/write-snapshot.ts'
import { analyser } from '../support/engine.ts'
import { holdingsOf, type LiveHoldings } from './support/holdings.ts'

const depends: Depends = { program: 'this one', folder: '/papers' }
const written = async (holdings: LiveHoldings): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of writeSnapshot({ ...holdings, index: holdings.index.snapshot() }, depends))
    pieces.push(piece)
  return Buffer.concat(pieces)
}

let folder: string
let holdings: LiveHoldings
let file: Buffer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-data-'))
  holdings = await holdingsOf()
  file = await written(holdings)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What a file of these bytes is read as, while it is open. */
const withFile = async <T>(
  bytes: Uint8Array,
  use: (read: ReadHoldings | string) => T | Promise<T>,
  on: Depends = depends,
): Promise<T> => {
  const path = join(folder, 'a.snapshot')
  await writeFile(path, bytes)
  const handle = await open(path)
  try {
    return await use(await readSnapshot(handle, on))
  } finally {
    await handle.close()
  }
}

describe('a snapshot', () => {
  it('keeps the parts of a document that became several sources, and leaves it out while one of them changes', async () => {
    const parts = [...holdings.sources.keys()].map((id) => ({ id, hash: `of ${id}`, refusal: null }))
    const refused = { id: sourceId('box#bad'), hash: 'of bad', refusal: msg`It is empty.` }
    const box = { id: sourceId('box'), fingerprint: 'f', hash: 'h', refusal: null, parts: [...parts, refused] }
    const kept = { ...holdings, documents: new Map([['box.mbox', box]]) }
    await withFile(await written(kept), (read) => {
      if (typeof read === 'string') throw new Error(read)
      expect(read.documents).toEqual(kept.documents)
      expect(read.sources.map(({ id }) => id)).toEqual(parts.map(({ id }) => id))
    })
    const [first] = parts
    const sources = new Map([...holdings.sources].filter(([id]) => id !== first?.id))
    await withFile(await written({ ...kept, sources }), (read) => {
      if (typeof read === 'string') throw new Error(read)
      expect(read.documents.size).toBe(0)
      expect(read.sources).toEqual([])
    })
  })

  it('gives back what was written', () =>
    withFile(file, async (read) => {
      if (typeof read === 'string') throw new Error(read)
      const plain = (kept: KeptSource) => [kept.id, kept.version, Buffer.from(bytesOf(kept) ?? []), lengthOf(kept)]
      expect(read.sources.map(plain).sort()).toEqual([...holdings.sources.values()].map(plain).sort())
      expect(read.documents).toEqual(holdings.documents)
      const opened = openIndex(read.index, analyser, isKnownWord)
      if (opened.kind === 'unusable') throw new Error(opened.reason)
      const terms = [{ term: analyser.analyse('petition')[0]?.term ?? '', weight: 1 }]
      const hits = await opened.index.search(terms, { limit: 5 })
      expect(hits.length).toBeGreaterThan(0)
      expect(hits).toEqual(await holdings.index.search(terms, { limit: 5 }))
    }))

  it('of an empty library can be read', async () => {
    await withFile(await written(await holdingsOf({})), (read) => expect(read).toMatchObject({ sources: [] }))
  })

  it('leaves out a document that was in the middle of a change, so that it is read again', async () => {
    const { sources, documents, index } = await holdingsOf({ 'a.txt': 'The sea.', 'b.txt': 'Ice.', 'c.txt': 'Rain.' })
    const changing = new Map(sources)
    changing.delete(sourceId('a'))
    const b = changing.get(sourceId('b'))
    if (b) changing.set(b.id, { ...b, version: 'of later' })
    await withFile(await written({ sources: changing, documents, index }), (read) => {
      if (typeof read === 'string') throw new Error(read)
      expect([...read.documents.keys()]).toEqual(['bad.txt', 'c.txt'])
      expect(read.sources.map(({ id }) => id)).toEqual(['c'])
    })
  })

  it('leaves out a document whose bytes were damaged since they were read, so that it is read again', async () => {
    const first = await holdingsOf({ 'a.txt': 'The sea.', 'b.txt': 'Ice.' })
    await withFile(await written(first), async (read) => {
      if (typeof read === 'string') throw new Error(read)
      const path = join(folder, 'a.snapshot')
      await writeFile(path, (await readFile(path, 'latin1')).replaceAll('The sea.', 'The tea.'), 'latin1')
      const sources = new Map(read.sources.map((source) => [source.id, source]))
      const again = await written({ ...first, sources })
      expect(again.includes('The tea.')).toBe(false)
      await withFile(again, (next) => {
        if (typeof next === 'string') throw new Error(next)
        expect([...next.documents.keys()]).toEqual(['bad.txt', 'b.txt'])
        const [b] = next.sources
        expect(b && decodeSource(bytesOf(b) ?? new Uint8Array()).text).toBe('Ice.')
      })
    })
  })

  it('that becomes shorter while it is read is of no use', async () => {
    const path = join(folder, 'a.snapshot')
    // The size was taken before the end was cut off.
    await writeFile(path, file.subarray(0, 100))
    const handle = await open(path)
    const shortened = { fd: handle.fd, stat: async () => ({ size: file.length }) } as unknown as typeof handle
    expect(await readSnapshot(shortened, depends)).toMatch(/damaged/)
    await handle.close()
  })

  it('is of the moment when it was begun', async () => {
    const { sources, documents, index } = await holdingsOf({ 'a.txt': 'The sea.', 'b.txt': 'Ice.' })
    const pieces: Uint8Array[] = []
    for await (const piece of writeSnapshot({ sources, documents, index: index.snapshot() }, depends)) {
      pieces.push(piece)
      sources.clear()
      documents.clear()
    }
    await withFile(Buffer.concat(pieces), (read) =>
      expect(typeof read === 'string' ? read : read.sources.map(({ id }) => id)).toEqual(['a', 'b']),
    )
  })

  it.each([
    ['another program', { ...depends, program: 'the next one' }, /another version/],
    ['another folder', { ...depends, folder: '/notes' }, /another folder/],
  ])('is not read by %s', async (_, other, reason) => {
    await withFile(file, (read) => expect(read).toMatch(reason), other)
  })

  /** Nothing of the file may be used: neither its sources nor its index. */
  const expectUseless = (bytes: Uint8Array): Promise<void> =>
    withFile(bytes, (read) => {
      if (typeof read === 'string') expect(read).toMatch(/damaged|truncated/)
      else expect(openIndex(read.index, analyser, isKnownWord).kind).toBe('unusable')
    })

  it('that was cut short anywhere is of no use', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), (length) => expectUseless(file.subarray(0, length))),
      { numRuns: 150, examples: [[0], [15], [16], [file.length - 1], [file.length - 16], [file.length - 48]] },
    ))

  it('of which any bytes were changed is of no use', () => {
    const change = fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }))
    const last = Array.from({ length: 16 }, (_, i): [[number, number][]] => [[[file.length - 1 - i, 255]]])
    return fc.assert(
      fc.asyncProperty(fc.uniqueArray(change, { minLength: 1, maxLength: 3, selector: ([at]) => at }), (changes) => {
        const damaged = Buffer.from(file)
        for (const [at, mask] of changes) damaged.writeUInt8(damaged.readUInt8(at) ^ mask, at)
        return expectUseless(damaged)
      }),
      { numRuns: 300, examples: last },
    )
  })

  it('with something behind it is of no use', async () => {
    await expectUseless(Buffer.concat([file, Buffer.alloc(16)]))
    await expectUseless(Buffer.concat([file, file]))
  })

  it('that is no snapshot is of no use', () =>
    fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => expectUseless(bytes))))
})
