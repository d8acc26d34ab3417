import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import { createAnalyser } from '../../src/index/analyser.ts'
import { openIndex } from '../../src/index/memory/memory-index.ts'
import type { IndexedSource, SavableIndex } from '../../src/index/port.ts'
import { isKnownWord } from '../../src/language/english/wink.ts'
import { askedInWords } from '../support/asked-in-words.ts'
import { analyser, emptyIndex } from '../support/engine.ts'
import { bytesOf } from '../support/saved-index.ts'
import { writtenSource } from '../support/written-source.ts'

const xuar = { short: 'XUAR', long: 'Xinjiang Uyghur Autonomous Region' }
const sources: readonly IndexedSource[] = [
  writtenSource('a', ['The ferry sank in a storm.', { text: 'A pilot drowned.', context: 'Signals \ud800' }], [xuar]),
  writtenSource('empty', []),
  writtenSource('b/漢', ['Uighur ships of Washington came.', '漢字の船が沈んだ。']),
]

const opened = (file: Uint8Array): SavableIndex => {
  const result = openIndex(file, analyser, isKnownWord)
  if (result.kind === 'unusable') throw new Error(result.reason)
  return result.index
}

/** All that an index can be asked about some words. */
const portrait = async (index: SavableIndex) => {
  const { termsOf } = askedInWords({ index, analyser })
  const text = 'ferry pilot signals Uyghur Washingtno shipping 漢字 XUAR lantern'
  const ranking = await index.search(termsOf(text), { limit: 100 })
  const terms = termsOf(text).map(({ term }) => term)
  return {
    ranking,
    readings: await index.read(ranking.map(({ passage }) => passage)),
    knowledge: await index.lookUp(analyser.analyse(text)),
    documentFrequencies: await index.documentFrequencies(terms),
    acronyms: await index.acronyms(terms),
    statistics: await index.statistics(),
    sources: [...index.sources()].sort(),
  }
}

describe('a saved index', () => {
  let index: SavableIndex
  let file: Uint8Array
  beforeAll(async () => {
    index = emptyIndex()
    await index.replace(sources)
    await index.replace([writtenSource('gone', ['The lantern of the ferry burned.'])])
    await index.remove(sourceId('gone'))
    file = await bytesOf(index.snapshot())
  })

  it('answers as the one that was saved', async () => {
    const before = await portrait(index)
    expect(await portrait(opened(file))).toEqual(before)
    expect(before.ranking).toHaveLength(4)
    expect(before.sources).toEqual([
      ['a', 'v'],
      ['b/漢', 'v'],
      ['empty', 'v'],
    ])
  })

  it('holds nothing at all of an empty index', async () => {
    const empty = opened(await bytesOf(emptyIndex().snapshot()))
    expect((await portrait(empty)).ranking).toEqual([])
    await empty.replace(sources)
    expect(await portrait(empty)).toEqual(await portrait(index))
  })

  it('can be changed, and saved again', async () => {
    const [changed, never] = [opened(file), emptyIndex()]
    for (const one of [changed, never]) {
      if (one === never) await one.replace(sources)
      await one.remove(sourceId('a'))
      await one.replace([writtenSource('b/漢', ['The lantern burned.']), writtenSource('c', ['A ferry, a pilot.'])])
    }
    expect(await portrait(changed)).toEqual(await portrait(never))
    expect(await portrait(opened(await bytesOf(changed.snapshot())))).toEqual(await portrait(never))
  })

  it('holds every word and source of many', async () => {
    const many = emptyIndex()
    await many.replace(
      Array.from({ length: 4100 }, (_, i) =>
        writtenSource(`s${i}`, [{ text: `word${i} ferry`, context: `title${i}` }]),
      ),
    )
    const again = opened(await bytesOf(many.snapshot()))
    expect(again.sources()).toEqual(many.sources())
    const { termsOf, found } = askedInWords({ index: again, analyser })
    const ranking = await again.search(termsOf('ferry'), { limit: 5000 })
    expect(ranking).toEqual(await many.search(termsOf('ferry'), { limit: 5000 }))
    expect(ranking.map(({ passage }) => passage.context)).toContain('title4099')
    expect([await found('word0'), await found('title4099')]).toEqual([['s0:0'], ['s4099:0']])
  })

  it('is what the index held when it was asked for, whatever changes while it is written', async () => {
    const changing = emptyIndex()
    await changing.replace(sources)
    const before = await portrait(changing)
    const snapshot = changing.snapshot()
    await changing.remove(sourceId('a'))
    const writing = bytesOf(snapshot)
    await changing.replace([writtenSource('c', ['Another ferry of other words.'])])
    expect(await portrait(opened(await writing))).toEqual(before)
    expect([...snapshot.sources.keys()]).toEqual(sources.map(({ source }) => source))
  })

  it('can be read from any place in a larger file', async () => {
    const before = await portrait(index)
    for (const offset of [1, 8]) {
      const larger = Buffer.alloc(file.length + 20)
      larger.set(file, offset)
      expect(await portrait(opened(larger.subarray(offset, offset + file.length)))).toEqual(before)
    }
  })

  it('is not opened when any byte of it is another', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, difference) => {
        const damaged = file.slice()
        damaged[at] = (file[at] ?? 0) ^ difference
        expect(openIndex(damaged, analyser, isKnownWord)).toMatchObject({ kind: 'unusable' })
      }),
    )
  })

  it('is not opened when it is cut short, or longer than it was', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), (length) => {
        expect(openIndex(file.slice(0, length), analyser, isKnownWord)).toMatchObject({ kind: 'unusable' })
      }),
    )
    const longer = new Uint8Array(file.length + 8)
    longer.set(file)
    expect(openIndex(longer, analyser, isKnownWord)).toMatchObject({ kind: 'unusable' })
  })

  it('is not opened when it is something else', () => {
    for (const other of [new Uint8Array(0), Buffer.from('{"index": true}'), Buffer.alloc(100)])
      expect(openIndex(other, analyser, isKnownWord)).toEqual({
        kind: 'unusable',
        reason: 'it is not an index, or another version of Quoth wrote it',
      })
  })

  it('is not opened by a Quoth that reads words in another way', () => {
    const other = createAnalyser((word) => (word === 'fled' ? 'run' : word))
    expect(openIndex(file, other, isKnownWord)).toEqual({
      kind: 'unusable',
      reason: 'it was written by a program that reads words differently',
    })
  })
})
