import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SourceId, sourceId } from '../../src/domain/source.ts'
import type { IndexedSource, PassageIndex, PassageSearch, SearchOptions } from '../../src/index/port.ts'
import { unionIndex } from '../../src/index/union.ts'
import { passageIndexContract } from '../contracts/passage-index.ts'
import { analyser, emptyIndex } from '../support/engine.ts'
import { anyIndexedSource, askedWords } from '../support/random-index.ts'
import { writtenSource } from '../support/written-source.ts'

const hashOf = (id: SourceId): number => [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)

/** Three indexes as one that is changed, each source in one of them. */
const spreadIndex = (partOf = hashOf): PassageIndex => {
  const parts = [emptyIndex(), emptyIndex(), emptyIndex()]
  return {
    ...unionIndex(parts),
    replace: async (sources) => {
      const own = parts.map((_, at) => sources.filter(({ source }) => partOf(source) % parts.length === at))
      await Promise.all(parts.map((part, at) => part.replace(own[at] ?? [])))
    },
    remove: async (source) => void (await Promise.all(parts.map((part) => part.remove(source)))),
  }
}

passageIndexContract('a union of three indexes', () => ({ index: spreadIndex(), analyser }), false)

const languages = [null, 'en', 'de', 'es']
const termsIn = (language: string | null): readonly string[] =>
  askedWords.flatMap((word) =>
    analyser
      .in(language)
      .analyse(word)
      .map(({ term }) => term),
  )
const allTerms = [...new Set(languages.flatMap(termsIn))]

/** What an index says, whatever it is asked. */
const everythingOf = async (index: PassageSearch, terms: readonly string[], options: SearchOptions) => {
  const weighted = terms.map((term, at) => ({ term, weight: 1 + (at % 3) / 3 }))
  const ranking = await index.search(weighted, options)
  const passages = ranking.map(({ passage }) => passage)
  return {
    ranking,
    read: await index.read(passages),
    passages: await index.passages([...passages, { source: sourceId('nobody'), version: 'v', ordinal: 0 }]),
    known: await Promise.all(
      languages.map((language) =>
        index.lookUp(
          askedWords.flatMap((word) => analyser.in(language).analyse(word)),
          language,
        ),
      ),
    ),
    frequencies: await index.documentFrequencies(allTerms),
    acronyms: await index.acronyms(terms),
    everyAcronym: await index.acronyms(allTerms),
    statistics: await index.statistics(),
    languages: [...(await index.languages())].sort(([a], [b]) => (`${a}` < `${b}` ? -1 : 1)),
    runs: await Promise.all(
      [['the'], ['no', 'no'], ['zarvento'], []].map((words) => index.findRun(words, { limit: 2 })),
    ),
  }
}

const ids = ['a', 'b', 'B', 'c/d', 'e', 'f', 'g', 'h', '__proto__'].map(sourceId)

const anySources: fc.Arbitrary<readonly IndexedSource[]> = fc
  .subarray(ids, { minLength: 1 })
  .chain((some) => fc.tuple(...some.map(anyIndexedSource)))

const anyOptions: fc.Arbitrary<SearchOptions> = fc.record({
  limit: fc.constantFrom(0, 1, 3, 10, 100),
  sources: fc.option(
    fc.subarray(ids).map((some) => new Set(some)),
    { nil: undefined },
  ),
  all: fc.option(fc.subarray(allTerms, { maxLength: 1 }), { nil: undefined }),
  none: fc.option(fc.subarray(allTerms, { maxLength: 2 }), { nil: undefined }),
})

describe('a union of indexes', () => {
  it('says of any sources, however they are spread, exactly what one index of them says', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySources,
        fc.func(fc.nat(2)),
        fc.subarray(allTerms, { minLength: 1, maxLength: 12 }),
        anyOptions,
        fc.subarray(ids, { maxLength: 3 }),
        async (sources, partOf, terms, options, removed) => {
          const [one, union] = [emptyIndex(), spreadIndex(partOf)]
          for (const index of [one, union]) {
            await index.replace(sources)
            for (const id of removed) await index.remove(id)
          }
          expect(await everythingOf(union, terms, options)).toStrictEqual(await everythingOf(one, terms, options))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('says the same as a part of another union', async () => {
    const sources = fc.sample(fc.tuple(...ids.map(anyIndexedSource)), { numRuns: 5, seed: 3 })
    for (const some of sources) {
      const [one, a, b, c] = [emptyIndex(), emptyIndex(), emptyIndex(), emptyIndex()]
      await one.replace(some)
      for (const [at, part] of [a, b, c].entries()) await part.replace(some.filter((_, i) => i % 3 === at))
      const nested = unionIndex([unionIndex([a, b]), c])
      const options = { limit: 7 }
      expect(await everythingOf(nested, allTerms, options)).toStrictEqual(await everythingOf(one, allTerms, options))
    }
  })

  describe('over shelves that need each other', () => {
    const shelvesOf = async (...shelves: readonly (readonly IndexedSource[])[]) => {
      const parts = shelves.map(() => emptyIndex())
      for (const [at, part] of parts.entries()) await part.replace(shelves[at] ?? [])
      return { parts, union: unionIndex(parts) }
    }

    it('corrects a word to what is commonest on all of them together', async () => {
      const rare = ['Zarvenlo', 'Zarvenpo', 'Zarvengo']
      const { union } = await shelvesOf(
        [writtenSource('a', [...rare, ...rare, ...rare, 'Zarvenro', 'Zarvenro'])],
        [writtenSource('b', ['Barvento', 'Zarvenro', 'Zarvenro'])],
      )
      const [known] = await union.lookUp(analyser.analyse('Zarvenko'))
      expect(known?.corrections.map(({ form, passages }) => [form, passages])).toEqual([
        ['zarvenro', 4],
        ['zarvengo', 3],
        ['zarvenlo', 3],
      ])
    })

    it('finds a compound by a word of another shelf, and the parts of one on two', async () => {
      const { parts, union } = await shelvesOf(
        [writtenSource('a', ['Der Hausschein gilt.', 'Die Kündigung ist da.'], [], 'de')],
        [writtenSource('b', ['Ein Schein fehlt.', 'Der Vertrag liegt dort.'], [], 'de')],
      )
      const asked = analyser.in('de').analyse('Haus Vertragskündigung')
      const [house, notice] = await union.lookUp(asked, 'de')
      const termsOf = (text: string) =>
        analyser
          .in('de')
          .analyse(text)
          .map(({ term }) => term)
      expect(house?.compounds).toEqual(termsOf('Hausschein'))
      expect(notice?.parts).toEqual(termsOf('Vertrag Kündigung'))
      for (const part of parts) expect((await part.lookUp(asked, 'de'))[0]?.compounds).toEqual([])
    })

    it('takes a word for no other where too many sound alike, on all of them together', async () => {
      const vowels = [...'aeiou']
      const alike = vowels.flatMap((x) => vowels.flatMap((y) => vowels.map((z) => `z${x}rv${y}nt${z}`)))
      const [here, there] = [alike.slice(0, 40), alike.slice(40, 80)]
      const { parts, union } = await shelvesOf(
        [writtenSource('a', [here.join(' ')])],
        [writtenSource('b', [there.join(' ')])],
      )
      const variantsIn = async (index: PassageSearch) => (await index.lookUp(analyser.analyse('zarventu')))[0]?.variants
      expect(await variantsIn(parts[0] as PassageSearch)).not.toEqual([])
      expect(await variantsIn(union)).toEqual([])
    })

    it('reads an acronym as another shelf spells it out', async () => {
      const long = 'Xinjiang Uyghur Autonomous Region'
      const { parts, union } = await shelvesOf(
        [writtenSource('a', ['x'], [{ short: 'XUAR', long }])],
        [writtenSource('b', ['y'], [{ short: 'XAR', long }])],
      )
      expect((await union.acronyms(['xuar'])).map(({ short }) => short)).toEqual(['xar', 'xuar'])
      expect(await parts[0]?.acronyms(['xuar'])).toHaveLength(1)
      expect(await parts[1]?.acronyms(['xuar'])).toEqual([])
    })

    it('has the mean length of one index to the last bit', async () => {
      const ferries = (count: number) => new Array<string>(count).fill('ferry').join(' ')
      const { union } = await shelvesOf(
        [writtenSource('a', [ferries(15), ...new Array<string>(10).fill('ferry')])],
        [writtenSource('b', ['ferry'])],
      )
      expect(await union.statistics()).toEqual({ passages: 12, meanLength: 26 / 12 })
    })

    it('leaves each of them as it was: nothing of one shows in another', async () => {
      await fc.assert(
        fc.asyncProperty(fc.tuple(...ids.map(anyIndexedSource)), async (sources) => {
          const own = sources.filter((_, at) => at % 2 === 0)
          const { parts, union } = await shelvesOf(
            own,
            sources.filter((_, at) => at % 2 === 1),
          )
          await everythingOf(union, allTerms, { limit: 10 })
          const alone = emptyIndex()
          await alone.replace(own)
          const options = { limit: 10 }
          expect(await everythingOf(parts[0] as PassageSearch, allTerms, options)).toStrictEqual(
            await everythingOf(alone, allTerms, options),
          )
        }),
        { numRuns: 20 },
      )
    })

    it('takes a source from the first that has one of its id, however many of another’s come before it', async () => {
      const { union } = await shelvesOf(
        [writtenSource('a', ['The pilot drowned.']), writtenSource('empty', [])],
        [
          writtenSource('a', new Array<string>(40).fill('Ferry ferry.')),
          writtenSource('b', ['The ferry came in a long storm.', 'Another ferry came in a long winter storm.']),
          writtenSource('empty', ['A ferry.']),
        ],
      )
      const terms = analyser.analyse('ferry pilot').map(({ term }) => ({ term, weight: 1 }))
      const found = async (limit: number) =>
        (await union.search(terms, { limit })).map(({ passage: { source, ordinal } }) => `${source}:${ordinal}`)
      expect(await found(10)).toEqual(['a:0', 'b:0', 'b:1'])
      expect(await found(2)).toEqual(['a:0', 'b:0'])
      const runs = await union.findRun(['ferry'], { limit: 1 })
      expect(runs.map(({ source }) => source)).toEqual(['b'])
      const key = (source: string, ordinal: number) => ({ source: sourceId(source), version: 'v', ordinal })
      const kept = await union.passages([key('a', 1), key('b', 1), key('a', 0), key('nobody', 0)])
      expect(kept.map((passage) => passage?.end)).toEqual([undefined, expect.any(Number), 18, undefined])
    })
  })

  it('is its part, where there is one alone, and cannot be of none', () => {
    const part = emptyIndex()
    expect(unionIndex([part])).toBe(part)
    expect(() => unionIndex([])).toThrow('needs an index')
  })
})
