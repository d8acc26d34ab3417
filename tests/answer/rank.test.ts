import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { confidenceOf, evidenceOf } from '../../src/answer/confidence.ts'
import { type Answering, type Considered, consider } from '../../src/answer/consider.ts'
import { passageFeatureNames } from '../../src/answer/passage-features.ts'
import { parseQuestion } from '../../src/answer/question-syntax.ts'
import { sentenceFeatureNames } from '../../src/answer/sentence-features.ts'
import { learnedWeights } from '../../src/answer/weights.ts'
import { loadWordVectors } from '../../src/app/load-word-vectors.ts'
import { citationOf } from '../../src/citation/citation.ts'
import { indexedSource } from '../../src/index/indexed-source.ts'
import type { WordVectors } from '../../src/language/word-vectors.ts'
import { memoryLibrary } from '../../src/library/memory.ts'
import { analyser, emptyIndex, sourceOf } from '../support/engine.ts'

let vectors: WordVectors
beforeAll(async () => {
  vectors = await loadWordVectors()
})

const considering = async (texts: readonly string[], question: string): Promise<Considered> => {
  const [library, index] = [memoryLibrary(), emptyIndex()]
  const sources = texts.map((text, i) => sourceOf(`s${i}.txt`, text))
  for (const source of sources) await library.put(source)
  await index.replace(sources.map(indexedSource))
  const answering: Answering = { library, index, analyser, vectors, weights: learnedWeights, cite: citationOf }
  return consider(parseQuestion(question), {}, answering)
}

const first = ({ candidates: [best], sources }: Considered): string =>
  best ? (sources.get(best.source.id)?.text.slice(best.span.start, best.span.end) ?? '') : ''

const sureness = (considered: Considered): number =>
  confidenceOf(evidenceOf(considered.query, { ...considered, passages: considered.size }), learnedWeights)

const others = [
  'The bakery in the square sells rye bread on weekdays. A tram stops in front of it every ten minutes.',
  'The library keeps its oldest maps in a cool room. Visitors may see them on the first day of a month.',
]

describe('the second stage', () => {
  it('finds a sentence by a word that is near in meaning', async () => {
    const considered = await considering(
      ['The brewery stands by the river. The brewery was established by two sisters. It sells beer.', ...others],
      'Who founded the brewery?',
    )
    expect(first(considered)).toBe('The brewery was established by two sisters.')
  })

  it('prefers the words of a question in their order', async () => {
    const considered = await considering(
      ['The bridge has a harbour below it and ferries.', 'Ferries of the harbour bridge stop at night.', ...others],
      'harbour bridge ferries',
    )
    expect(first(considered)).toContain('harbour bridge')
  })

  it('prefers a sentence that shows what is asked for', async () => {
    const considered = await considering(
      ['The ferry Aurora sank off the point. The ferry Aurora sank in 1931 in a storm.', ...others],
      'In what year did the ferry Aurora sink?',
    )
    expect(first(considered)).toContain('1931')
  })

  it('gives the candidates chances that add up to one, best first among those that hold a word of the question', async () => {
    const words = fc.array(fc.constantFrom('ferry', 'storm', 'harbour', 'the', 'sank', 'keeper', 'bread', '1931'), {
      minLength: 1,
      maxLength: 30,
    })
    const text = fc
      .array(
        words.map((each) => `${each.join(' ')}.`),
        { minLength: 1, maxLength: 6 },
      )
      .map((all) => all.join(' '))
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), words, async (texts, question) => {
        const considered = await considering(texts, question.join(' '))
        const { candidates } = considered
        if (candidates.length > 0) expect(candidates.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 6)
        for (const { features, passage } of candidates) {
          for (const name of sentenceFeatureNames) expect(features[name]).not.toBeNaN()
          for (const name of passageFeatureNames) expect(passage.features[name]).not.toBeNaN()
        }
        const confidence = sureness(considered)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThan(1)
        expect(
          await considering(texts, question.join(' ')).then(({ candidates: again }) => again.map(({ score }) => score)),
        ).toEqual(candidates.map(({ score }) => score))
      }),
      { numRuns: 60 },
    )
  })

  it('is not sure of anything where nothing is found', async () => {
    const considered = await considering(others, 'Who painted the ceiling?')
    expect(sureness(considered)).toBeLessThan(0.15)
  })
})
