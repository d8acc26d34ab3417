import { beforeEach, describe, expect, it } from 'vitest'
import type { PassageKey } from '../../src/domain/passage.ts'
import { sourceId } from '../../src/domain/source.ts'
import { askedInWords, type OpenedIndex } from '../support/asked-in-words.ts'
import { writtenSource } from '../support/written-source.ts'
import { passageOptionsContract } from './passage-options.ts'
import { passageRankingContract } from './passage-ranking.ts'
import { passageReadingContract } from './passage-reading.ts'
import { passageVocabularyContract } from './passage-vocabulary.ts'

/**
 * What every adapter of the PassageIndex port does.
 * @param changesAtOnce false where a change of several sources is several changes, as of a union's parts
 */
export const passageIndexContract = (name: string, open: () => OpenedIndex, changesAtOnce = true): void => {
  describe(`${name} keeps the PassageIndex contract`, () => {
    let asked: ReturnType<typeof askedInWords>
    beforeEach(() => {
      asked = askedInWords(open())
    })

    describe('what it holds', () => {
      it('is nothing at first', async () => {
        const { index, found } = asked
        expect(await found('harbour')).toEqual([])
        expect(await index.statistics()).toEqual({ passages: 0, meanLength: 0 })
        expect(await index.acronyms(['xuar'])).toEqual([])
        expect(await index.documentFrequencies(['harbour'])).toEqual([0])
      })

      it('are the passages that were put, given back as they were put', async () => {
        const { index, termsOf } = asked
        const source = writtenSource('a', [{ text: 'The ferry sank off the point.', context: 'Ferries' }])
        await index.replace([source])
        const [hit] = await index.search(termsOf('ferry'), { limit: 1 })
        expect(hit?.passage).toEqual(source.passages[0]?.passage)
      })

      it('are found by source, version and position, and by nothing else', async () => {
        const { index } = asked
        const source = writtenSource('a', ['The ferry sank.', 'A pilot drowned.'])
        await index.replace([writtenSource('b', ['Another ferry came.']), source])
        const [first, second] = source.passages.map(({ passage }) => passage)
        if (first === undefined || second === undefined) throw new Error('there are two')
        const keyOf = ({ source, version, ordinal }: PassageKey): PassageKey => ({ source, version, ordinal })
        expect(await index.passages([keyOf(second), keyOf(first)])).toEqual([second, first])
        const unknown = [
          { ...first, version: 'another' },
          { ...first, ordinal: 2 },
          { ...first, source: sourceId('c') },
        ]
        expect(await index.passages(unknown.map(keyOf))).toEqual([undefined, undefined, undefined])
        await index.remove(sourceId('a'))
        expect(await index.passages([keyOf(first)])).toEqual([undefined])
      })

      it('are the passages of the last replace alone, for a source that was put twice', async () => {
        const { index, found } = asked
        await index.replace([writtenSource('a', ['The ferry sank.', 'A pilot drowned.'])])
        await index.replace([writtenSource('a', ['The lantern burned.'])])
        expect([await found('ferry'), await found('pilot'), await found('lantern')]).toEqual([[], [], ['a:0']])
      })

      it('loses a removed source and nothing else, and gets it back when it is put again', async () => {
        const { index, termsOf, found } = asked
        const a = writtenSource('a', ['The ferry sank.'])
        await index.replace([a, writtenSource('b', ['Another ferry came.'])])
        const before = await index.search(termsOf('ferry'), { limit: 10 })
        await index.remove(sourceId('a'))
        expect(await found('ferry')).toEqual(['b:0'])
        await index.replace([a])
        expect(await index.search(termsOf('ferry'), { limit: 10 })).toEqual(before)
      })

      it('is not changed by the removal of an unknown source', async () => {
        const { index, found } = asked
        await index.replace([writtenSource('a', ['The ferry sank.'])])
        await index.remove(sourceId('nobody'))
        await index.remove(sourceId('__proto__'))
        expect(await found('ferry')).toEqual(['a:0'])
      })

      it('includes a source without passages, which finds nothing and can be replaced', async () => {
        const { index, found } = asked
        await index.replace([writtenSource('a', [])])
        expect(await found('ferry')).toEqual([])
        await index.replace([writtenSource('a', ['The ferry sank.'])])
        expect(await found('ferry')).toEqual(['a:0'])
      })

      it('are told from those that it lacks, with or without passages', async () => {
        const { index } = asked
        const holds = () => ['a', 'b', 'constructor'].map((id) => index.has(sourceId(id)))
        await index.replace([writtenSource('a', ['The ferry sank.']), writtenSource('b', [])])
        expect(holds()).toEqual([true, true, false])
        await index.remove(sourceId('a'))
        expect(holds()).toEqual([false, true, false])
      })

      it('keeps apart sources whose ids are names that objects have of themselves', async () => {
        const { index, found } = asked
        const ids = ['__proto__', 'constructor', 'toString', '0']
        await index.replace(ids.map((id) => writtenSource(id, ['The ferry sank.'])))
        expect((await found('ferry')).toSorted()).toEqual(ids.map((id) => `${id}:0`).toSorted())
        await index.remove(sourceId('constructor'))
        expect(await found('ferry', 10, 'constructor')).toEqual([])
        expect(await found('ferry', 10, '__proto__')).toEqual(['__proto__:0'])
      })
    })

    describe('while it changes', () => {
      it.runIf(changesAtOnce)('a search sees all of a replace or nothing of it', async () => {
        const { index, found } = asked
        const version = (passages: number) =>
          Array.from({ length: 6 }, (_, i) => writtenSource(`s${i}`, new Array<string>(passages).fill('A ferry came.')))
        await index.replace(version(60))
        let replaced = false
        const replacing = index.replace(version(50)).then(() => {
          replaced = true
        })
        const seen = new Set<number>()
        while (!replaced) {
          seen.add((await found('ferry', 1000)).length)
          await new Promise((resolve) => setImmediate(resolve))
        }
        await replacing
        expect(seen.size).toBeGreaterThan(0)
        for (const passages of seen) expect([360, 300]).toContain(passages)
        expect(await found('ferry', 1000)).toHaveLength(300)
      })

      it('changes that are made at once take effect in their order', async () => {
        const { index, found } = asked
        await Promise.all([
          index.replace([writtenSource('a', ['The ferry sank.'])]),
          index.remove(sourceId('a')),
          index.replace([writtenSource('a', ['A pilot drowned.']), writtenSource('b', ['A lantern burned.'])]),
          index.replace([writtenSource('b', ['The storm passed.'])]),
          index.remove(sourceId('nobody')),
        ])
        const words = ['ferry', 'pilot', 'lantern', 'storm']
        expect(await Promise.all(words.map((word) => found(word)))).toEqual([[], ['a:0'], [], ['b:0']])
        expect(await index.statistics()).toMatchObject({ passages: 2 })
      })

      it.runIf(changesAtOnce)('a change that fails is rejected alone, and leaves what was there', async () => {
        const { index, found } = asked
        await index.replace([writtenSource('a', ['The ferry sank.'])])
        const broken = {
          ...writtenSource('b', ['A pilot drowned.']),
          get passages(): never {
            throw new RangeError('a defect')
          },
        }
        const [failed] = await Promise.allSettled([
          index.replace([writtenSource('a', ['Another lantern.']), broken]),
          index.replace([writtenSource('c', ['A lantern burned.'])]),
        ])
        expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'a defect' } })
        expect([await found('ferry'), await found('lantern')]).toEqual([['a:0'], ['c:0']])
        expect(await index.statistics()).toMatchObject({ passages: 2 })
      })

      it('many single changes leave what one change would', async () => {
        const { index, termsOf } = asked
        const sources = Array.from({ length: 120 }, (_, i) =>
          writtenSource(`s${i}`, [`ferry number ${i}`, i % 2 === 0 ? 'storm' : 'winter harbour']),
        )
        for (const source of sources) await index.replace([source])
        for (const { source } of sources.slice(0, 60)) await index.remove(source)
        const fresh = open().index
        await fresh.replace(sources.slice(60))
        expect(await index.search(termsOf('ferry storm'), { limit: 200 })).toEqual(
          await fresh.search(termsOf('ferry storm'), { limit: 200 }),
        )
        expect(await index.statistics()).toEqual(await fresh.statistics())
      })
    })

    passageRankingContract(open)
    passageOptionsContract(open)
    passageReadingContract(open)
    passageVocabularyContract(open)
  })
}
