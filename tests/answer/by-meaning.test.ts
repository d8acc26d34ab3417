import { describe, expect, it } from 'vitest'
import { type Allows, withMeaning } from '../../src/answer/by-meaning.ts'
import type { PassageKey } from '../../src/domain/passage.ts'
import type { SourceId } from '../../src/domain/source.ts'
import { indexedSource } from '../../src/index/indexed-source.ts'
import type { Comparison } from '../../src/meaning/port.ts'
import { analyser, emptyIndex, engineOver, sourceOf } from '../support/engine.ts'
import { wordEncoder } from '../support/word-encoder.ts'

const documents = {
  'lease.md': '# Lease of the flat\n\nThe owner bears the expense of mending the heating. The garden is shared.\n',
  'minutes.md': '# Minutes\n\nThe harbour was closed in March, and nobody objected to that at all.\n',
  'boats.md': '# Boats\n\nThe harbour master keeps a list of boats that are longer than nine metres.\n',
}

describe('what only meaning finds', () => {
  const index = emptyIndex()
  const sources = Object.entries(documents).map(([path, text]) => sourceOf(path, text))
  const keyOf = (id: string): PassageKey => {
    const { version } = sources.find((source) => source.id === id) ?? { version: '' }
    return { source: id as PassageKey['source'], version, ordinal: 0 }
  }
  const allowAll: Allows = () => true
  /** A comparison in which these are near, in order, and all but `missing` are encoded; `foreign` ones never are. */
  const comparisonOf = (
    near: readonly string[],
    missing: readonly string[] = [],
    foreign: readonly string[] = [],
  ): Comparison => ({
    nearest: near.map(keyOf),
    likenessOf: ({ source }) => {
      if (foreign.includes(source)) return null
      return missing.includes(source) ? undefined : { passage: 0.4, sentences: [0.5] }
    },
  })
  const found = async (comparison: Comparison | null, allows = allowAll, limit = 20) => {
    await index.replace(sources.map(indexedSource))
    const terms = analyser.analyse('harbour').map(({ term }) => ({ term, weight: 1 }))
    const ranking = await index.search(terms, { limit })
    const readings = await index.read(ranking.map(({ passage }) => passage))
    return withMeaning({ ranking, readings }, comparison, { terms, allows }, index)
  }
  const idsOf = ({ ranking }: Awaited<ReturnType<typeof found>>) => ranking.map(({ passage }) => passage.source)

  it('comes after what words find, once each, with no score of words', async () => {
    const both = await found(comparisonOf(['lease', 'boats']))
    expect(idsOf(both).slice(2)).toEqual(['lease'])
    expect([...idsOf(both)].sort()).toEqual(['boats', 'lease', 'minutes'])
    expect(both.ranking.at(-1)?.score).toBe(0)
    expect(both.likenesses).toHaveLength(3)
    expect(both.readings).toHaveLength(3)
  })

  it('is scored by its words as those that words found are', async () => {
    const all = await found(comparisonOf([]))
    const one = await found(comparisonOf(['minutes', 'boats']), allowAll, 1)
    expect(one.ranking).toEqual(all.ranking)
  })

  it('is left out where the question does not allow it', async () => {
    expect(idsOf(await found(comparisonOf(['lease']), ({ source }) => source !== 'lease'))).not.toContain('lease')
  })

  it('does not count while a passage that words found has no vector', async () => {
    const words = await found(comparisonOf(['lease'], ['boats']))
    expect(words.likenesses).toBeNull()
    expect(idsOf(words)).not.toContain('lease')
    expect((await found(null)).likenesses).toBeNull()
  })

  it('counts beside a passage that never gets a vector, which words found', async () => {
    const both = await found(comparisonOf(['lease'], [], ['boats']))
    expect(idsOf(both)).toContain('lease')
    const at = idsOf(both).indexOf('boats' as SourceId)
    expect(both.likenesses?.map((likeness) => likeness === null)).toEqual([0, 1, 2].map((each) => each === at))
  })

  it('is left out when its source has changed since it was encoded', async () => {
    const changed = { ...comparisonOf([]), nearest: [{ ...keyOf('lease'), version: 'another' }] }
    expect(idsOf(await found(changed))).not.toContain('lease')
  })
})

describe('a library that goes by meaning', () => {
  it('shows the sentence that answers in other words, and says that it has none of the question’s', async () => {
    const { quoth } = await engineOver(documents, wordEncoder())
    const answer = await quoth.ask('Landlord pays boiler?')
    const shown = [...answer.quotes.map(({ quote }) => quote), ...answer.nearest.map(({ quote }) => quote)]
    expect(shown[0]?.exact).toContain('bears the expense of mending the heating')
    expect(answer.byMeaning).toBe(true)
    expect((await (await engineOver(documents)).quoth.ask('Landlord pays boiler?')).byMeaning).toBeUndefined()
  })

  it('keeps to the source, the phrases and the words that a question restricts it to', async () => {
    const { quoth } = await engineOver(documents, wordEncoder())
    const sourcesOf = async (question: string) => {
      const { quotes, nearest } = await quoth.ask(question)
      return [...quotes, ...nearest].map(({ quote }) => String(quote.source))
    }
    expect(await sourcesOf('Landlord pays boiler source:minutes')).not.toContain('lease')
    expect(await sourcesOf('Landlord pays boiler -garden')).not.toContain('lease')
    expect(await sourcesOf('Landlord pays boiler "harbour master"')).not.toContain('lease')
  })

  it('goes by meaning for an English question where words find a German passage too', async () => {
    const german =
      '# Harbour\n\nDer Mieter der Wohnung am Harbour hat einen Boiler in der Küche, und der ist für alle im Haus da.\n'
    const { quoth } = await engineOver({ ...documents, 'wohnung.md': german }, wordEncoder())
    const answer = await quoth.ask('Who is the landlord that pays for the boiler?')
    const shown = [...answer.quotes, ...answer.nearest].map(({ quote }) => quote.exact)
    expect(shown.join()).toContain('bears the expense of mending the heating')
    expect(await quoth.meaning()).toEqual({ encoded: 3, passages: 3 })
  })

  it('answers as words alone do, once its encoder has failed', async () => {
    const encoder = wordEncoder()
    const withEncoder = await engineOver(documents, encoder)
    encoder.fail()
    const question = 'When was the harbour closed?'
    expect(await withEncoder.quoth.ask(question)).toEqual(await (await engineOver(documents)).quoth.ask(question))
  })

  it('compares nothing for a question of small words alone', async () => {
    const encoder = wordEncoder()
    const { quoth } = await engineOver(documents, encoder)
    await quoth.ask('is it that?')
    expect(encoder.encoded.filter(([, kind]) => kind === 'question')).toEqual([])
  })

  it('gives the same answer whenever it is asked, and after a source came and went', async () => {
    const { quoth, put, remove } = await engineOver(documents, wordEncoder())
    const first = await quoth.ask('Landlord pays boiler?')
    expect(await quoth.ask('Landlord pays boiler?')).toEqual(first)
    const { id } = await put('more.md', '# More\n\nThe landlord pays for a new boiler in every flat of the house.\n')
    expect(await quoth.ask('Landlord pays boiler?')).not.toEqual(first)
    await remove(id)
    expect(await quoth.ask('Landlord pays boiler?')).toEqual(first)
  })
})
