import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { answerFrom } from '../../src/answer/ask.ts'
import { maxConfidence } from '../../src/answer/confidence.ts'
import { type Answering, type Considered, consider } from '../../src/answer/consider.ts'
import { parseQuestion } from '../../src/answer/question-syntax.ts'
import { silenceThreshold, weakThreshold } from '../../src/answer/silence.ts'
import { learnedWeights } from '../../src/answer/weights.ts'
import { loadWordVectors } from '../../src/app/load-word-vectors.ts'
import { citationOf } from '../../src/citation/citation.ts'
import { indexedSource } from '../../src/index/indexed-source.ts'
import { memoryLibrary } from '../../src/library/memory.ts'
import { analyser, emptyIndex, engineOver, sourceOf } from '../support/engine.ts'
import { notesOf } from '../support/in-english.ts'

let answering: Answering
let considered: Considered
beforeAll(async () => {
  const [library, index] = [memoryLibrary(), emptyIndex()]
  const source = sourceOf('ferry.txt', 'The ferry Aurora sank in 1931 in a storm. Nobody was hurt.')
  await library.put(source)
  await index.replace([indexedSource(source)])
  const vectors = await loadWordVectors()
  answering = { library, index, analyser, vectors, weights: learnedWeights, cite: citationOf }
  considered = await consider(parseQuestion('When did the ferry Aurora sink?'), {}, answering)
})

/** The answer of a library of so many passages that is so sure, whatever the evidence. */
const answerAt = (confidence: number, size: number) => {
  const share = confidence / maxConfidence
  const calibration = { slope: 0, offset: Math.log(share / (1 - share)) }
  return answerFrom({ ...considered, size, weights: { ...learnedWeights, calibration } }, 3, answering)
}

test('a library of many passages is silent where a small one, as sure of it, would quote', () => {
  expect(answerAt(0.2, 1)).toMatchObject({ kind: 'quoted', confidence: 0.2 })
  expect(answerAt(0.2, 60).kind).toBe('quoted')
  for (const size of [1200, 10_000, 1_000_000]) {
    expect(answerAt(0.2, size)).toMatchObject({ kind: 'silent', quotes: [], nearest: [{ quote: { source: 'ferry' } }] })
    expect(answerAt(0.23, size).kind).toBe('quoted')
  }
})

test('a small library is silent below its threshold as well', () => {
  expect(answerAt(0.14, 1).kind).toBe('silent')
  expect(answerAt(0.16, 1).kind).toBe('quoted')
})

test('the threshold of silence rises with the library, from that of a few articles to that of a thousand passages', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 }), (a, b) => {
      const [few, many] = a < b ? [a, b] : [b, a]
      expect(silenceThreshold(few)).toBeLessThanOrEqual(silenceThreshold(many))
    }),
    { seed: 6 },
  )
  const between = [60, 120, 300, 600, 1200].map((size) => silenceThreshold(size))
  expect(new Set(between).size).toBe(5)
  expect([silenceThreshold(0), silenceThreshold(60)]).toEqual([0.15, 0.15])
  expect([silenceThreshold(1200), silenceThreshold(1_000_000)]).toEqual([0.22, 0.22])
})

test('who is quoted something that is as likely as not beside the question is told so', () => {
  const weak = 'The match is weak'
  expect(notesOf(answerAt(weakThreshold - 0.01, 1)).join()).toContain(weak)
  expect(notesOf(answerAt(weakThreshold + 0.01, 1)).join()).not.toContain(weak)
})

test('a silence shows three quotes at most, none twice, each in the words of its source', async () => {
  const cargoes = ['salted cod', 'school books', 'pit props', 'a circus tent', 'bricks and lime', 'two brass bells']
  const { quoth } = await engineOver(
    Object.fromEntries(
      cargoes.map((cargo, n) => [`ferry-${n}.txt`, `The ferry brought ${cargo}. Then it left again.`]),
    ),
  )
  const silent = await quoth.ask('Which ferry engineers unionised zeppelin xylophones?')
  expect(silent).toMatchObject({ kind: 'silent', quotes: [] })
  expect(silent.nearest).toHaveLength(3)
  expect(new Set(silent.nearest.map(({ citation }) => citation.id)).size).toBe(3)
  for (const { quote, citation } of silent.nearest) {
    const { source } = await quoth.source(citation.source)
    expect(source.text.slice(quote.start, quote.end)).toBe(quote.exact)
    expect((await quoth.cite(citation.id)).quote).toEqual(quote)
  }
})

test('a silence does not show sentences that say the same twice', async () => {
  const { quoth } = await engineOver(
    Object.fromEntries([1, 2, 3].map((n) => [`ferry-${n}.txt`, `The ferry Aurora left the old stone pier ${n}.`])),
  )
  const silent = await quoth.ask('Which ferry engineers unionised zeppelin xylophones?')
  expect(silent.nearest).toHaveLength(1)
})
