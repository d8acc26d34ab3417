import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, it } from 'vitest'
import type { IndexedSource } from '../../src/index/port.ts'
import { places } from '../support/asked-in-words.ts'
import { analyser, emptyIndex } from '../support/engine.ts'
import { writtenSource } from '../support/written-source.ts'

const words = ['harbour', 'storm', 'pilot', 'fled', 'lanterns', 'ferry', 'the', 'winter', 'of', '1,000', "O'Brien"]
const phrase = (most: number) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: most }).map((chosen) => chosen.join(' '))
const anySources = fc
  .array(fc.array(fc.record({ text: phrase(8), context: fc.oneof(fc.constant(''), phrase(3)) }), { maxLength: 5 }), {
    maxLength: 5,
  })
  .map((all) => all.map((passages, i) => writtenSource(`s${i}`, passages)))

const termsOf = (text: string): readonly string[] => analyser.analyse(text).map(({ term }) => term)

/** How many terms each passage has. */
const lengthsOf = (sources: readonly IndexedSource[]): readonly number[] =>
  sources.flatMap(({ passages }) =>
    passages.map(({ sentences }) => sentences.flatMap(({ text }) => termsOf(text)).length),
  )

/** What lunr itself finds, best first: its own index, its own query and its own scores, over the same terms. */
const foundByLunr = (
  sources: readonly IndexedSource[],
  terms: readonly string[],
): readonly { readonly place: string; readonly score: number }[] => {
  const builder = new lunr.Builder()
  builder.field('own')
  builder.field('context')
  builder.k1(0.9)
  builder.b(0.75)
  const spaced = (text: string): lunr.Token[] =>
    text
      .split(' ')
      .filter(Boolean)
      .map((term) => new lunr.Token(term, {}))
  builder.tokenizer = spaced as unknown as typeof builder.tokenizer
  for (const { source, passages } of sources)
    for (const { passage, sentences } of passages)
      builder.add({
        id: `${source}:${passage.ordinal}`,
        own: sentences.flatMap(({ text }) => termsOf(text)).join(' '),
        context: termsOf(passage.context).join(' '),
      })
  // A query without terms matches everything in lunr, and nothing in Quoth.
  if (terms.length === 0) return []
  return builder
    .build()
    .query((query) => {
      for (const term of terms) query.term(term, { usePipeline: false })
    })
    .map(({ ref, score }) => ({ place: ref, score }))
}

const search = async (sources: readonly IndexedSource[], terms: readonly string[]) => {
  const index = emptyIndex()
  await index.replace(sources)
  const ranking = await index.search(
    terms.map((term) => ({ term, weight: 1 })),
    { limit: 100 },
  )
  return { index, ranking }
}

describe('the flat lists that lunr’s builder fills', () => {
  it('propose the passages that lunr’s own query does', async () => {
    await fc.assert(
      fc.asyncProperty(anySources, phrase(4), async (sources, question) => {
        const terms = termsOf(question)
        const { ranking } = await search(sources, terms)
        const proposed = foundByLunr(sources, terms).map(({ place }) => place)
        expect(places(ranking).toSorted()).toEqual(proposed.toSorted())
      }),
      { numRuns: 100 },
    )
  })

  it('score a passage as lunr does, where it has no context', async () => {
    const bare = (sources: readonly IndexedSource[]): readonly IndexedSource[] =>
      sources.map((source) => ({
        ...source,
        passages: source.passages.map((each) => ({ ...each, passage: { ...each.passage, context: '' } })),
      }))
    await fc.assert(
      fc.asyncProperty(anySources.map(bare), phrase(4), async (sources, question) => {
        // Where passages have less than a term on average, Quoth counts as if they had one, and lunr does not.
        const lengths = lengthsOf(sources)
        fc.pre(lengths.reduce((sum, length) => sum + length, 0) >= lengths.length)
        const terms = [...new Set(termsOf(question))]
        const { index, ranking } = await search(sources, terms)
        const byLunr = new Map(foundByLunr(sources, terms).map(({ place, score }) => [place, score]))
        // lunr divides by the length of the question's vector, and rounds what each term counts to three places.
        const known = (await index.documentFrequencies(terms)).filter((passages) => passages > 0).length
        for (const { passage, score } of ranking) {
          const theirs = (byLunr.get(`${passage.source}:${passage.ordinal}`) ?? 0) * Math.sqrt(known)
          expect(Math.abs(score - theirs)).toBeLessThanOrEqual(0.0006 * known)
        }
      }),
      { numRuns: 100 },
    )
  })
})
