import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SourceId, sourceId } from '../../src/domain/source.ts'
import { encodeSource } from '../../src/library/encoded-source.ts'
import { checksumOf, type KeptSource } from '../../src/library/kept-source.ts'
import { memoryLibrary } from '../../src/library/memory.ts'
import { libraryContract } from '../contracts/library.ts'
import { plainSource } from '../support/plain-source.ts'

libraryContract('the memory library', async () => memoryLibrary())

const sources = ['a', 'b', 'c', 'd'].map((id) =>
  plainSource({
    id,
    text: `The tide came in at noon of day ${id}.\n\nNobody saw it.`,
    record: { title: `Tide ${id}` },
  }),
)
const encoded = sources.map(encodeSource)
const whole = Buffer.concat(encoded.map(({ bytes }) => bytes))

/** A library whose sources stand in a file, and the bytes of that; `lost` is what was told. */
const inFile = () => {
  const lost: (readonly SourceId[])[] = []
  const library = memoryLibrary((ids) => void lost.push(ids))
  const file = { bytes: Buffer.from(whole) }
  const lend = (start: number, length: number) =>
    start + length > file.bytes.length ? null : file.bytes.subarray(start, start + length)
  let start = 0
  const kept = encoded.map(({ id, version, keys, bytes }): KeptSource => {
    const one = { id, version, keys, file: { lend }, start, length: bytes.length, checksum: checksumOf(bytes) }
    start += bytes.length
    return one
  })
  for (const one of kept) library.keep(one)
  return { library, lost, file, kept }
}
/** What is told is told after a few turns of the event loop. */
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate)
}

describe('a library in memory whose sources stand in a file', () => {
  it('gives, whatever bytes of it change, each source as it was or not at all', async () => {
    const { library } = inFile()
    const [cards, names] = [await library.list(), await library.names()]
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }))
    const asked = fc.shuffledSubarray(['get', 'version', 'list', 'names'] as const, { minLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), fc.nat(whole.length), asked, async (changes, cut, order) => {
        const { library, file, lost } = inFile()
        for (const [at, mask] of changes) file.bytes.writeUInt8(file.bytes.readUInt8(at) ^ mask, at)
        if (cut % 5 === 0) file.bytes = file.bytes.subarray(0, cut)
        for (const how of order) {
          if (how === 'list') for (const card of await library.list()) expect(cards).toContainEqual(card)
          if (how === 'names') for (const name of await library.names()) expect(names).toContainEqual(name)
          for (const source of sources) {
            if (how === 'get') expect([undefined, source]).toContainEqual(await library.get(source.id))
            if (how === 'version') expect([[], [source]]).toContainEqual(await library.getByVersion(source.version))
          }
        }
        await turns()
        expect(lost.length).toBeLessThanOrEqual(1)
        expect((await library.size()) + lost.flat().length).toBe(sources.length)
      }),
      { numRuns: 300, seed: 4 },
    )
  })

  it('tells once of all that are damaged when the first of them is found, and has them again once they are kept', async () => {
    const { library, lost, file } = inFile()
    const [first, second, ...others] = sources.map(({ id }) => id)
    if (first === undefined || second === undefined) throw new Error('there are too few')
    await library.get(first)
    file.bytes.fill(0)
    expect(await library.get(second)).toBeUndefined()
    await turns()
    expect(lost).toEqual([[second, first, ...others]])
    for (const one of encoded) library.keep(one)
    expect(await library.get(second)).toEqual(sources[1])
    expect(await library.list()).toHaveLength(sources.length)
    await turns()
    expect(lost).toHaveLength(1)
  })

  it('loses nothing that was put in the place of what is damaged', async () => {
    const { library, lost, file } = inFile()
    const names = library.names()
    file.bytes.fill(0)
    for (const one of encoded) library.keep(one)
    expect((await names).length).toBeLessThanOrEqual(sources.length)
    for (const source of sources) expect(await library.get(sourceId(source.id))).toEqual(source)
    await turns()
    expect(lost).toEqual([])
  })
})
