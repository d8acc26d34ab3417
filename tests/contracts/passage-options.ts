import { beforeEach, describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import type { SearchOptions } from '../../src/index/port.ts'
import { askedInWords, type OpenedIndex, places } from '../support/asked-in-words.ts'
import { writtenSource } from '../support/written-source.ts'

/** The part of the PassageIndex contract that is about searching among some of the passages. */
export const passageOptionsContract = (open: () => OpenedIndex): void => {
  let asked: ReturnType<typeof askedInWords>
  beforeEach(async () => {
    asked = askedInWords(open())
    await asked.index.replace([
      writtenSource('a', [
        { text: 'The ferry sank in a storm.', context: 'Harbours' },
        { text: 'The ferry came.', context: 'Storms' },
      ]),
      writtenSource('b', ['A ferry and a pilot.', 'A storm.']),
      writtenSource('gone', ['The ferry sank in a storm with its pilot.']),
    ])
    await asked.index.remove(sourceId('gone'))
  })

  const foundWith = async (options: Omit<SearchOptions, 'limit'>, words = 'ferry', limit = 10) =>
    places(await asked.index.search(asked.termsOf(words), { limit, ...options })).toSorted()
  const terms = (words: string): readonly string[] => asked.termsOf(words).map(({ term }) => term)

  describe('a search among some passages', () => {
    it('gives what holds all of some terms, in itself or in its context', async () => {
      expect(await foundWith({ all: terms('storm') })).toEqual(['a:0', 'a:1'])
      expect(await foundWith({ all: terms('storm harbour') })).toEqual(['a:0'])
      expect(await foundWith({ all: terms('storm storm') })).toEqual(['a:0', 'a:1'])
      expect(await foundWith({ all: terms('nowhere') })).toEqual([])
      expect(await foundWith({ all: [] })).toEqual(['a:0', 'a:1', 'b:0'])
    })

    it('leaves out what holds any of some terms in itself, and no other', async () => {
      expect(await foundWith({ none: terms('storm') })).toEqual(['a:1', 'b:0'])
      expect(await foundWith({ none: terms('storm pilot') })).toEqual(['a:1'])
      expect(await foundWith({ none: terms('nowhere') })).toEqual(['a:0', 'a:1', 'b:0'])
    })

    it('keeps to some sources, to all and to none of some terms at once', async () => {
      const sources = new Set(['a', 'b', 'gone', 'nobody'].map(sourceId))
      expect(await foundWith({ sources })).toEqual(['a:0', 'a:1', 'b:0'])
      expect(await foundWith({ sources, all: terms('storm'), none: terms('sank') })).toEqual(['a:1'])
      expect(await foundWith({ sources: new Set([sourceId('b')]), none: terms('pilot') })).toEqual([])
      expect(await foundWith({ sources: new Set() })).toEqual([])
    })

    it('keeps to single passages, those that are no longer there left out, and scores them as among all', async () => {
      const { index, termsOf } = asked
      const all = await index.search(termsOf('ferry storm'), { limit: 10 })
      const keyOf = (place: string) => {
        const found = all.find((hit) => places([hit])[0] === place)
        if (found === undefined) throw new Error(`${place} is there`)
        const { source, version, ordinal } = found.passage
        return { source, version, ordinal }
      }
      const among = [
        keyOf('b:0'),
        keyOf('a:1'),
        { ...keyOf('a:0'), version: 'another' },
        { ...keyOf('a:0'), source: sourceId('gone') },
      ]
      const some = await index.search(termsOf('ferry storm'), { limit: 10, among })
      expect(places(some).toSorted()).toEqual(['a:1', 'b:0'])
      expect(some).toEqual(all.filter((hit) => ['a:1', 'b:0'].includes(places([hit])[0] ?? '')))
      expect(await foundWith({ among, sources: new Set([sourceId('b')]) })).toEqual(['b:0'])
      expect(await foundWith({ among, none: terms('pilot') })).toEqual(['a:1'])
      expect(await foundWith({ among: [] })).toEqual([])
    })

    it('is not crowded out by the passages that are left out, and scores as if there were no choice', async () => {
      const { index, termsOf } = asked
      await index.replace([writtenSource('many', new Array<string>(50).fill('ferry'))])
      const all = await index.search(termsOf('ferry'), { limit: 100 })
      const some = await index.search(termsOf('ferry'), { limit: 2, all: terms('storm') })
      expect(some).toEqual(all.filter(({ passage }) => passage.source === 'a'))
    })

    it('looks for no term of no weight', async () => {
      const weightless = terms('pilot').map((term) => ({ term, weight: 0 }))
      expect(await asked.index.search(weightless, { limit: 10 })).toEqual([])
      const alone = await asked.index.search(asked.termsOf('storm'), { limit: 10 })
      expect(await asked.index.search([...weightless, ...asked.termsOf('storm')], { limit: 10 })).toEqual(alone)
    })
  })
}
