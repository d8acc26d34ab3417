import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import type { Analyser, IndexedSource, PassageIndex, TermKnowledge, WeightedTerm } from '../../src/search/port.ts'
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

const places = (ranking: Awaited<ReturnType<PassageIndex['search']>>): readonly string[] =>
  ranking.map(({ passage }) => `${passage.source}:${passage.ordinal}`)

/** What every adapter of the PassageIndex port does. `open` gives an empty index and the analyser that it was made with. */
export const passageIndexContract = (
  name: string,
  open: () => { readonly index: PassageIndex; readonly analyser: Analyser },
): void => {
  describe(`${name} keeps the PassageIndex contract`, () => {
    let index: PassageIndex
    let analyser: Analyser
    beforeEach(() => {
      const opened = open()
      index = opened.index
      analyser = opened.analyser
    })

    const weighted = (query: readonly { readonly word: string; readonly weight: number }[]): readonly WeightedTerm[] =>
      query.flatMap(({ word, weight }) => {
        const term = analyser.termOf(word)
        return term === null ? [] : [{ term, weight }]
      })
    const termsOf = (text: string): readonly WeightedTerm[] =>
      analyser.analyse(text).map(({ term }) => ({ term, weight: 1 }))
    const found = async (text: string, limit = 10, source?: string): Promise<readonly string[]> =>
      places(await index.search(termsOf(text), { limit, source: source === undefined ? undefined : sourceId(source) }))
    const knowledgeOf = async (word: string): Promise<TermKnowledge> => {
      const [known] = await index.lookUp(analyser.analyse(word))
      if (known === undefined) throw new Error(`${word} is a stop word`)
      return known
    }

    describe('what it holds', () => {
      it('is nothing at first', async () => {
        expect(await found('harbour')).toEqual([])
        expect(await index.statistics()).toEqual({ passages: 0, meanLength: 0 })
        expect(await index.acronyms()).toEqual([])
        expect(await index.frequencies(['harbour'])).toEqual([0])
      })

      it('are the passages that were put, given back as they were put', async () => {
        const source = writtenSource('a', [{ text: 'The ferry sank off the point.', context: 'Ferries' }])
        await index.replace([source])
        const [hit] = await index.search(termsOf('ferry'), { limit: 1 })
        expect(hit?.passage).toEqual(source.passages[0]?.passage)
      })

      it('are the passages of the last replace alone, for a source that was put twice', async () => {
        await index.replace([writtenSource('a', ['The ferry sank.', 'A pilot drowned.'])])
        await index.replace([writtenSource('a', ['The lantern burned.'])])
        expect([await found('ferry'), await found('pilot'), await found('lantern')]).toEqual([[], [], ['a:0']])
      })

      it('loses a removed source and nothing else, and gets it back when it is put again', async () => {
        const a = writtenSource('a', ['The ferry sank.'])
        await index.replace([a, writtenSource('b', ['Another ferry came.'])])
        const before = await index.search(termsOf('ferry'), { limit: 10 })
        await index.remove(sourceId('a'))
        expect(await found('ferry')).toEqual(['b:0'])
        await index.replace([a])
        expect(await index.search(termsOf('ferry'), { limit: 10 })).toEqual(before)
      })

      it('is not changed by the removal of an unknown source', async () => {
        await index.replace([writtenSource('a', ['The ferry sank.'])])
        await index.remove(sourceId('nobody'))
        await index.remove(sourceId('__proto__'))
        expect(await found('ferry')).toEqual(['a:0'])
      })

      it('includes a source without passages, which finds nothing and can be replaced', async () => {
        await index.replace([writtenSource('a', [])])
        expect(await found('ferry')).toEqual([])
        await index.replace([writtenSource('a', ['The ferry sank.'])])
        expect(await found('ferry')).toEqual(['a:0'])
      })

      it('keeps apart sources whose ids are names that objects have of themselves', async () => {
        const ids = ['__proto__', 'constructor', 'toString', '0']
        await index.replace(ids.map((id) => writtenSource(id, ['The ferry sank.'])))
        expect((await found('ferry')).toSorted()).toEqual(ids.map((id) => `${id}:0`).toSorted())
        await index.remove(sourceId('constructor'))
        expect(await found('ferry', 10, 'constructor')).toEqual([])
        expect(await found('ferry', 10, '__proto__')).toEqual(['__proto__:0'])
      })
    })

    describe('a search', () => {
      it('gives at most the limit, the best ones', async () => {
        await index.replace([writtenSource('a', ['ferry', 'ferry ferry', 'ferry storm', 'storm'])])
        const all = await found('ferry')
        expect(all).toHaveLength(3)
        for (const limit of [1, 2, 3]) expect(await found('ferry', limit)).toEqual(all.slice(0, limit))
      })

      it('of one source gives that source alone, with the scores of the whole index', async () => {
        await index.replace([
          writtenSource('a', ['The ferry sank.', 'No storm.']),
          writtenSource('b', ['A ferry came.', 'The ferry and the ferry again.']),
        ])
        const all = await index.search(termsOf('ferry'), { limit: 10 })
        const ofB = await index.search(termsOf('ferry'), { limit: 10, source: sourceId('b') })
        expect(ofB).toEqual(all.filter(({ passage }) => passage.source === 'b'))
        expect(ofB).toHaveLength(2)
        expect(await found('ferry', 10, 'nobody')).toEqual([])
      })

      it('of one source is not crowded out by the other sources', async () => {
        const others = Array.from({ length: 40 }, (_, i) => writtenSource(`other-${i}`, ['ferry ferry']))
        await index.replace([...others, writtenSource('wanted', ['A ferry came late in a long winter storm.'])])
        expect(await found('ferry', 3, 'wanted')).toEqual(['wanted:0'])
      })

      it('finds a passage by its context as well, below one that has the word itself', async () => {
        await index.replace([
          writtenSource('a', [{ text: 'A storm came at night.', context: 'Lanterns' }]),
          writtenSource('b', ['A lantern burned at night.']),
        ])
        expect(await found('lantern')).toEqual(['b:0', 'a:0'])
      })

      it('breaks ties by source id, then by place', async () => {
        await index.replace([writtenSource('b', ['ferry', 'ferry'])])
        await index.replace([writtenSource('a', ['ferry'])])
        await index.replace([writtenSource('Z', ['ferry'])])
        expect(await found('ferry')).toEqual(['Z:0', 'a:0', 'b:0', 'b:1'])
      })

      it('ranks as textbook BM25 does, whatever the order and the grouping in which the sources came', async () => {
        const anyCase = anySources.chain((sources) =>
          fc.tuple(fc.constant(sources), anyGrouping(sources), anyQuery, fc.constantFrom(1, 2, 5, 60)),
        )
        await fc.assert(
          fc.asyncProperty(anyCase, async ([sources, [order, sizes], query, limit]) => {
            const terms = weighted(query)
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
        const random = fc.sample(anyPassages, { numRuns: 60, seed: 7 })
        const sources = random.map((passages, i) => writtenSource(`s${i}`, passages))
        await index.replace(sources)
        for (const text of ['storm', 'harbour ferry', 'winter cargo pilot']) {
          const expected = exactRanking(sources, termsOf(text), analyser).slice(0, 5)
          expect(places(await index.search(termsOf(text), { limit: 5 }))).toEqual(places(expected))
        }
      })

      it('ranks after removals and replacements as if the rest alone had ever been there', async () => {
        const anyChange = fc.tuple(
          anySources,
          fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.option(anyPassages)), { maxLength: 12 }),
          anyQuery,
        )
        await fc.assert(
          fc.asyncProperty(anyChange, async ([first, changes, query]) => {
            const terms = weighted(query)
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
            const asked = terms.map(({ term }) => term)
            expect(await index.frequencies(asked)).toEqual(await fresh.frequencies(asked))
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
        await index.replace([writtenSource('a', ['The ferry sank.', 'The rate, and foo, and bar.'])])
        expect(await index.search([{ term, weight: 1 }], { limit: 10 })).toEqual([])
        expect(await index.frequencies([term])).toEqual([0])
        const ferry = await index.search([{ term, weight: 1 }, ...termsOf('ferry')], { limit: 10 })
        expect(places(ferry)).toEqual(['a:0'])
      })

      it('for nothing gives nothing', async () => {
        await index.replace([writtenSource('a', ['The ferry sank.'])])
        expect(await index.search([], { limit: 10 })).toEqual([])
        expect(await index.lookUp([])).toEqual([])
      })
    })

    describe('while it changes', () => {
      it('a search sees all of a replace or nothing of it', async () => {
        // Each version of the library has one word in all its passages, so that a mixture would show.
        const version = (word: string) =>
          Array.from({ length: 6 }, (_, i) =>
            writtenSource(
              `s${i}`,
              Array.from({ length: 60 }, () => `${word} and a ferry`),
            ),
          )
        await index.replace(version('storm'))
        let replaced = false
        const replacing = index.replace(version('winter')).then(() => {
          replaced = true
        })
        const seen = new Set<string>()
        while (!replaced) {
          const [storm, winter] = await Promise.all(
            ['storm', 'winter'].map((word) => index.search(termsOf(word), { limit: 1000 })),
          )
          seen.add(`${storm?.length}+${winter?.length}`)
          await new Promise((resolve) => setImmediate(resolve))
        }
        await replacing
        expect(seen.size).toBeGreaterThan(0)
        for (const state of seen) expect(['360+0', '0+360']).toContain(state)
        expect(await found('storm')).toEqual([])
        expect(await found('winter', 1000)).toHaveLength(360)
      })

      it('changes that are made at once take effect in their order', async () => {
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

      it('many single changes leave what one change would', async () => {
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

    describe('what it knows of a word', () => {
      it('is in how many passages the word stands, in any inflection', async () => {
        await index.replace([writtenSource('a', ['They fled.', 'She flees; he had fled.', 'The ferry sank.'])])
        expect(await knowledgeOf('flee')).toMatchObject({ passages: 2, variants: [] })
        const [flee] = termsOf('fleeing')
        expect(await index.frequencies([flee?.term ?? '', 'nowhere'])).toEqual([2, 0])
      })

      it.each([
        ['Uyghur', 'Uighurs live in the region.'],
        ['Uighur', 'Uyghur farmers live in the region.'],
        ['Qaida', 'Members of Qaeda were seen.'],
        ['Kiev', 'The train to Kyiv was late.'],
        ['Vologda', 'The train to Wologda was late.'],
        ['Qaddafi', 'A portrait of Kadhafi hung there.'],
      ])('is that %s stands in another spelling in “%s”', async (word, text) => {
        await index.replace([writtenSource('a', [text])])
        const { variants, passages } = await knowledgeOf(word)
        expect([passages, variants.length]).toEqual([0, 1])
        expect(places(await index.search([{ term: variants[0] ?? '', weight: 1 }], { limit: 5 }))).toEqual(['a:0'])
      })

      it('is not that two words of the language are one', async () => {
        await index.replace([writtenSource('a', ['The palace stood empty.', 'The border was closed.'])])
        expect((await knowledgeOf('police')).variants).toEqual([])
        expect((await knowledgeOf('burden')).variants).toEqual([])
      })

      it('is a word of the same family for want of the word itself, and only then', async () => {
        await index.replace([writtenSource('a', ['Russian ships came.'])])
        expect(await knowledgeOf('Russia')).toMatchObject({ passages: 0, relatives: ['russian'] })
        await index.replace([writtenSource('b', ['Ships of Russia came.'])])
        expect(await knowledgeOf('Russia')).toMatchObject({ passages: 1, relatives: [] })
      })

      it('is forgotten with the last source that had it', async () => {
        await index.replace([writtenSource('a', ['Uighur farmers and Russian ships.'])])
        await index.remove(sourceId('a'))
        for (const word of ['Uyghur', 'Russia', 'farmer'])
          expect(await knowledgeOf(word)).toEqual({ passages: 0, variants: [], relatives: [] })
      })
    })

    describe('acronyms', () => {
      const xuar = { short: 'XUAR', long: 'Xinjiang Uyghur Autonomous Region' }

      it('are given as terms, once however many sources spell them out', async () => {
        await index.replace([writtenSource('a', ['x'], [xuar]), writtenSource('b', ['y'], [xuar])])
        const long = analyser.analyse(xuar.long).map(({ term }) => term)
        expect(await index.acronyms()).toEqual([{ short: analyser.termOf('xuar'), long }])
      })

      it('leave with the last source that spells them out, and come back with it', async () => {
        const [a, b] = [writtenSource('a', ['x'], [xuar]), writtenSource('b', ['y'], [xuar])]
        await index.replace([a, b])
        await index.remove(sourceId('a'))
        expect(await index.acronyms()).toHaveLength(1)
        await index.replace([writtenSource('b', ['y'])])
        expect(await index.acronyms()).toEqual([])
        await index.replace([a])
        expect(await index.acronyms()).toHaveLength(1)
      })

      it('whose letters are a common word are read as the name', async () => {
        await index.replace([writtenSource('a', ['x'], [{ short: 'is', long: 'islamic state' }])])
        expect(await index.acronyms()).toHaveLength(1)
      })
    })

    it('counts passages and the mean number of their terms, context apart', async () => {
      await index.replace([
        writtenSource('a', [{ text: 'The ferry sank.', context: 'A storm in winter' }, 'Four big black ships.']),
      ])
      expect(await index.statistics()).toEqual({ passages: 2, meanLength: 3 })
      await index.remove(sourceId('a'))
      expect(await index.statistics()).toEqual({ passages: 0, meanLength: 0 })
    })
  })
}
