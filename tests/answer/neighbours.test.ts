import { beforeAll, expect, it } from 'vitest'
import { type Considered, consider } from '../../src/answer/consider.ts'
import { parseQuestion } from '../../src/answer/question-syntax.ts'
import type { SentenceFeatures } from '../../src/answer/sentence-features.ts'
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

const considering = async (text: string, question: string, weights = learnedWeights): Promise<Considered> => {
  const [library, index] = [memoryLibrary(), emptyIndex()]
  const source = sourceOf('ferry.txt', text)
  await library.put(source)
  await index.replace([indexedSource(source)])
  return consider(parseQuestion(question), {}, { library, index, analyser, vectors, weights, cite: citationOf })
}
const textOf = ({ sources }: Considered, { source, span }: Considered['candidates'][number]): string =>
  sources.get(source.id)?.text.slice(span.start, span.end) ?? ''
const featuresOf = (considered: Considered, text: string): SentenceFeatures => {
  const found = considered.candidates.find((each) => textOf(considered, each).includes(text))
  if (found === undefined) throw new Error(`“${text}” does not compete`)
  return found.features
}

const text =
  'The pilot was asleep. The ferry left at dawn. It carried grain to Malta. Nobody else saw the lights. The crew sang.'

it('what the next sentence adds of the question speaks for a sentence, and what it has itself does not count again', async () => {
  const considered = await considering(text, 'Which ferry carried grain to Malta?')
  expect(featuresOf(considered, 'The ferry left')['sentence-after']).toBeGreaterThan(0.3)
  expect(featuresOf(considered, 'The crew sang')['sentence-after']).toBe(0)
  const alike = await considering(
    'The ferry left at dawn. The ferry left at dusk.',
    'When did the ferry leave at dawn?',
  )
  const dawn = featuresOf(alike, 'at dawn')['sentence-after']
  const dusk = featuresOf(alike, 'at dusk')['sentence-before']
  expect(dawn).toBeLessThan(dusk)
})

it('what the sentence before adds speaks for a sentence likewise', async () => {
  const considered = await considering(text, 'Which ferry carried grain to Malta?')
  expect(featuresOf(considered, 'It carried grain')['sentence-before']).toBeGreaterThan(0)
  expect(featuresOf(considered, 'The pilot was')['sentence-before']).toBe(0)
  expect(featuresOf(considered, 'Nobody else')['sentence-before']).toBeGreaterThan(0.3)
})

it('of two sentences alike, the one that the next sentence completes is chosen', async () => {
  const lonely = 'The ferry Aurora left at dawn.'
  const middle = 'The sea was calm and grey all week. The pilots were on strike. Nobody minded the rain much.'
  const considered = await considering(
    `${lonely} ${middle} ${lonely} It carried grain to Malta. ${middle}`,
    'Which ferry carried grain to Malta, Aurora?',
    { ...learnedWeights, sentence: { ...learnedWeights.sentence, 'place-in-passage': 0 } },
  )
  const both = considered.candidates.filter((each) => textOf(considered, each) === lonely)
  expect(both).toHaveLength(2)
  expect(both[0]?.span.start).toBeGreaterThan(both[1]?.span.start ?? Number.POSITIVE_INFINITY)
  expect(both[0]?.features['sentence-after']).toBeGreaterThan(both[1]?.features['sentence-after'] ?? 1)
})
