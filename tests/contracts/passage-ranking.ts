import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import type { Analyser, IndexedSource, WeightedTerm } from '../../src/index/port.ts'
import { askedInWords, type OpenedIndex, places } from '../support/asked-in-words.ts'
import { exactRanking } from '../support/exact-bm25.ts'
import { writtenSource } from '../support/written-source.ts'

/** Few words, so that passages share them, and so do titles. */
const words = ['harbour', 'storm', 'pilot', 'granite', 'lantern', 'ferry', 'the', 'winter', 'cargo', 'signal']
const phrase = (most: number) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: most }).map((chosen) => chosen.join(' '))
const anyPassages = fc.array(fc.record({ text: phrase(14), context: fc.oneof(fc.constant(''), phrase(4)) }), {
  minLength: 1,
  maxLength: 7,
})
const anySources = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { minLength: 1 })
  .chain((ids) => fc.tuple(...ids.map((id) => anyPassages.map((passages) => writtenSource(id, passages)))))

/** What comes in one `replace`: the sources in some order, cut into groups. */
const anyGrouping = (sources: readonly IndexedSource[]) =>
  fc.tuple(
    fc.shuffledSubarray([...sources], { minLength: sources.length }),
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: sources.length, maxLength: sources.length }),
  )

const inGroups = (
  sources: readonly IndexedSource[],
  sizes: readonly number[],
): readonly (readonly IndexedSource[])[] => {
  const groups: IndexedSource[][] = []
  let at = 0
  for (const size of sizes) {
    groups.push(sources.slice(at, at + size))
    at += size
  }
  return groups.filter(({ length }) => length > 0)
}

const anyQuery = fc.array(
  fc.record({
    word: fc.constantFrom(...words, 'nowhere'),
    weight: fc.constantFrom(1, 1, 0.9, 0.45),
  }),
  { minLength: 1, maxLength: 5 },
)

const weighted = (
  query: readonly { readonly word: string; readonly weight: number }[],
  { termOf }: Analyser,
): readonly WeightedTerm[] =>
  query.flatMap(({ word, weight }) => {
    const term = termOf(word)
    return term === null ? [] : [{ term, weight }]
  })

/** The part of the PassageIndex contract that is about searching: what is found, and in which order. */
export const passageRankingContract = (open: () => OpenedIndex): void => {
  let asked: ReturnType<typeof askedInWords>
  beforeEach(() => {
    asked = askedInWords(open())
  })

  describe('a search', () => {
    it('gives at most the limit, the best ones', async () => {
      const { index, found } = asked
      await index.replace([writtenSource('a', ['ferry', 'ferry ferry', 'ferry storm', 'storm'])])
      const all = await found('ferry')
      expect(all).toHaveLength(3)
      for (const limit of [1, 2, 3]) expect(await found('ferry', limit)).toEqual(all.slice(0, limit))
    })

    it('of one source gives that source alone, with the scores of the whole index', async () => {
      const { index, termsOf, found } = asked
      await index.replace([
        writtenSource('a', ['The ferry sank.', 'No storm.']),
        writtenSource('b', ['A ferry came.', 'The ferry and the ferry again.']),
      ])
      const all = await index.search(termsOf('ferry'), { limit: 10 })
      const ofB = await index.search(termsOf('ferry'), { limit: 10, sources: new Set([sourceId('b')]) })
      expect(ofB).toEqual(all.filter(({ passage }) => passage.source === 'b'))
      expect(ofB).toHaveLength(2)
      expect(await found('ferry', 10, 'nobody')).toEqual([])
    })

    it('of one source is not crowded out by the other sources', async () => {
      const { index, found } = asked
      const others = Array.from({ length: 40 }, (_, i) => writtenSource(`other-${i}`, ['ferry ferry']))
      await index.replace([...others, writtenSource('wanted', ['A ferry came late in a long winter storm.'])])
      expect(await found('ferry', 3, 'wanted')).toEqual(['wanted:0'])
    })

    it('finds a passage by its context as well as by its own words', async () => {
      const { index, found } = asked
      await index.replace([
        writtenSource('a', [{ text: 'A storm came at night.', context: 'Lanterns' }]),
        writtenSource('b', ['A lantern burned at night.']),
      ])
      expect(await found('lantern')).toEqual(['a:0', 'b:0'])
    })

    it('scores by the statistics that it is given', async () => {
      const { index, termsOf } = asked
      const whole = open().index
      const [a, b] = [writtenSource('a', ['The ferry sank.']), writtenSource('b', ['A ferry in a storm.', 'A pilot.'])]
      await index.replace([a])
      await whole.replace([a, b])
      const terms = termsOf('ferry storm nowhere')
      const frequencies = await whole.documentFrequencies(terms.map(({ term }) => term))
      const statistics = {
        ...(await whole.statistics()),
        documentFrequencies: new Map(terms.map(({ term }, at) => [term, frequencies[at] ?? 0])),
      }
      expect(await index.search(terms, { limit: 5 }, statistics)).toEqual(
        await whole.search(terms, { limit: 5, sources: new Set([a.source]) }),
      )
    })

    it('breaks ties by source id, then by place', async () => {
      const { index, found } = asked
      await index.replace([writtenSource('b', ['ferry', 'ferry'])])
      await index.replace([writtenSource('a', ['ferry'])])
      await index.replace([writtenSource('Z', ['ferry'])])
      expect(await found('ferry')).toEqual(['Z:0', 'a:0', 'b:0', 'b:1'])
    })

    it('ranks as textbook BM25 does, whatever the order and the grouping in which the sources came', async () => {
      const { analyser } = asked
      const anyCase = anySources.chain((sources) =>
        fc.tuple(fc.constant(sources), anyGrouping(sources), anyQuery, fc.constantFrom(1, 2, 5, 60)),
      )
      await fc.assert(
        fc.asyncProperty(anyCase, async ([sources, [order, sizes], query, limit]) => {
          const terms = weighted(query, analyser)
          const { index } = open()
          for (const group of inGroups(order, sizes)) await index.replace(group)
          const expected = exactRanking(sources, terms, analyser).slice(0, limit)
          const ranking = await index.search(terms, { limit })
          expect(places(ranking)).toEqual(places(expected))
          for (const [at, { score }] of ranking.entries()) expect(score).toBeCloseTo(expected[at]?.score ?? 0, 9)
        }),
        { numRuns: 150 },
      )
    })

    it('ranks exactly among many more passages than it may give', async () => {
      const { index, analyser, termsOf } = asked
      const random = fc.sample(anyPassages, { numRuns: 60, seed: 7 })
      const sources = random.map((passages, i) => writtenSource(`s${i}`, passages))
      await index.replace(sources)
      for (const text of ['storm', 'harbour ferry', 'winter cargo pilot']) {
        const expected = exactRanking(sources, termsOf(text), analyser).slice(0, 5)
        expect(places(await index.search(termsOf(text), { limit: 5 }))).toEqual(places(expected))
      }
    })

    it('ranks after removals and replacements as if the rest alone had ever been there', async () => {
      const { analyser } = asked
      const anyChange = fc.tuple(
        anySources,
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.option(anyPassages)), { maxLength: 12 }),
        anyQuery,
      )
      await fc.assert(
        fc.asyncProperty(anyChange, async ([first, changes, query]) => {
          const terms = weighted(query, analyser)
          const { index } = open()
          const kept = new Map(first.map((source) => [source.source as string, source]))
          await index.replace(first)
          for (const [id, passages] of changes) {
            if (passages === null) {
              kept.delete(id)
              await index.remove(sourceId(id))
            } else {
              const source = writtenSource(id, passages)
              kept.set(id, source)
              await index.replace([source])
            }
          }
          const fresh = open().index
          await fresh.replace([...kept.values()])
          expect(await index.statistics()).toEqual(await fresh.statistics())
          expect(await index.search(terms, { limit: 60 })).toEqual(await fresh.search(terms, { limit: 60 }))
          const names = terms.map(({ term }) => term)
          expect(await index.documentFrequencies(names)).toEqual(await fresh.documentFrequencies(names))
        }),
        { numRuns: 60 },
      )
    })

    it.each([
      '*',
      '*a*',
      'a*',
      '~6',
      'rate~9999',
      'foo:bar',
      '+ferry',
      '-ferry',
      '^9',
      '__proto__',
      'constructor',
      'hasOwnProperty',
      '',
      ' ',
      '\ud800',
      '\u202e',
      '😀',
      'x'.repeat(100_000),
    ])('takes the hostile term %# as a term', async (term) => {
      const { index, termsOf } = asked
      await index.replace([writtenSource('a', ['The ferry sank.', 'The rate, and foo, and bar.'])])
      expect(await index.search([{ term, weight: 1 }], { limit: 10 })).toEqual([])
      expect(await index.documentFrequencies([term])).toEqual([0])
      const ferry = await index.search([{ term, weight: 1 }, ...termsOf('ferry')], { limit: 10 })
      expect(places(ferry)).toEqual(['a:0'])
    })

    it('for nothing gives nothing', async () => {
      const { index } = asked
      await index.replace([writtenSource('a', ['The ferry sank.'])])
      expect(await index.search([], { limit: 10 })).toEqual([])
      expect(await index.lookUp([])).toEqual([])
    })
  })
}
