import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openIndex } from '../../src/search/open-index.ts'
import { readSnapshot, writeSnapshot } from '../../src/snapshot/snapshot.ts'
import { isKnownWord } from '../../src/text/wink.ts'
import { analyser } from '../support/engine.ts'
import { holdingsOf, type LiveHoldings } from './support/holdings.ts'

const depends = { program: 'this one', folder: '/papers' }
const bytesOf = async (holdings: LiveHoldings): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of writeSnapshot({ ...holdings, index: holdings.index.snapshot() }, depends))
    pieces.push(piece)
  return Buffer.concat(pieces)
}

let holdings: LiveHoldings
let file: Buffer
beforeAll(async () => {
  holdings = await holdingsOf()
  file = await bytesOf(holdings)
})

describe('a snapshot', () => {
  it('gives back what was written', async () => {
    const read = readSnapshot(file, depends)
    if (typeof read === 'string') throw new Error(read)
    const plain = read.sources.map(({ id, version, bytes }) => ({ id, version, bytes: Buffer.from(bytes) }))
    expect(plain).toEqual(
      holdings.sources.map(({ id, version, bytes }) => ({ id, version, bytes: Buffer.from(bytes) })),
    )
    expect(read.documents).toEqual(holdings.documents)
    const opened = openIndex(read.index, analyser, isKnownWord)
    if (opened.kind === 'unusable') throw new Error(opened.reason)
    const terms = [{ term: analyser.analyse('petition')[0]?.term ?? '', weight: 1 }]
    const hits = await opened.index.search(terms, { limit: 5 })
    expect(hits.length).toBeGreaterThan(0)
    expect(hits).toEqual(await holdings.index.search(terms, { limit: 5 }))
  })

  it('of an empty library can be read', async () => {
    const empty = await bytesOf(await holdingsOf({}))
    expect(readSnapshot(empty, depends)).toMatchObject({ sources: [] })
  })

  it.each([
    ['another program', { ...depends, program: 'the next one' }, /another version/],
    ['another folder', { ...depends, folder: '/notes' }, /another folder/],
  ])('is not read by %s', (_, other, reason) => {
    expect(readSnapshot(file, other)).toMatch(reason)
  })

  /** Nothing of the file may be used: neither its sources nor its index. */
  const expectUseless = (damaged: Buffer): void => {
    const read = readSnapshot(damaged, depends)
    if (typeof read === 'string') expect(read).toMatch(/damaged|cut short/)
    else expect(openIndex(read.index, analyser, isKnownWord).kind).toBe('unusable')
  }

  it('that was cut short anywhere is of no use', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), (length) => expectUseless(Buffer.from(file.subarray(0, length)))),
      { numRuns: 150, examples: [[0], [7], [8], [file.length - 1], [file.length - 8], [file.length - 40]] },
    )
  })

  it('of which any bytes were changed is of no use', () => {
    const change = fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }))
    const last = Array.from({ length: 8 }, (_, i): [[number, number][]] => [[[file.length - 1 - i, 255]]])
    fc.assert(
      fc.property(fc.uniqueArray(change, { minLength: 1, maxLength: 3, selector: ([at]) => at }), (changes) => {
        const damaged = Buffer.from(file)
        for (const [at, mask] of changes) damaged.writeUInt8(damaged.readUInt8(at) ^ mask, at)
        expectUseless(damaged)
      }),
      { numRuns: 300, examples: last },
    )
  })

  it('with something behind it is of no use', () => {
    expectUseless(Buffer.concat([file, Buffer.alloc(8)]))
    expectUseless(Buffer.concat([file, file]))
  })

  it('that is no snapshot is of no use', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expectUseless(Buffer.from(bytes))))
  })
})
