import { beforeAll, describe, expect, test } from 'vitest'
import { answerFrom, ask } from '../../src/answer/ask.ts'
import { maxConfidence } from '../../src/answer/confidence.ts'
import { type Answering, type Considered, consider } from '../../src/answer/consider.ts'
import { parseQuestion } from '../../src/answer/question-syntax.ts'
import { silenceThreshold, weakThreshold } from '../../src/answer/silence.ts'
import { learnedWeights } from '../../src/answer/weights.ts'
import { loadWordVectors } from '../../src/app/load-word-vectors.ts'
import { citationOf } from '../../src/citation/citation.ts'
import { indexedSource } from '../../src/index/indexed-source.ts'
import { memoryLibrary } from '../../src/library/memory.ts'
import { analyser, emptyIndex, sourceOf } from '../support/engine.ts'

const question = 'When did the ferry Aurora sink?'
let answering: Answering
let considered: Considered
beforeAll(async () => {
  const [library, index] = [memoryLibrary(), emptyIndex()]
  const texts = {
    'ferry.txt': 'The ferry Aurora sank in 1931 in a storm. The ferry Aurora sank near Halle. Nobody was hurt.',
    'port.txt': 'The ferry Aurora was sunk in 1931, says the harbour. A new ferry came.',
  }
  for (const [name, text] of Object.entries(texts)) {
    const source = sourceOf(name, text)
    await library.put(source)
    await index.replace([indexedSource(source)])
  }
  const vectors = await loadWordVectors()
  answering = { library, index, analyser, vectors, weights: learnedWeights, cite: citationOf }
  considered = await consider(parseQuestion(question), {}, answering)
})
/** The answer that is so sure, whatever the evidence. */
const answerAt = (confidence: number, quotes = 99, more: Partial<Considered> = {}) => {
  const share = confidence / maxConfidence
  const calibration = { slope: 0, offset: Math.log(share / (1 - share)) }
  return answerFrom({ ...considered, ...more }, quotes, { ...answering, weights: { ...learnedWeights, calibration } })
}

describe('quotes', () => {
  test('are as many as were wanted, ranked from one on, and the others are counted', () => {
    const all = answerAt(0.8)
    expect(all.quotes.length).toBeGreaterThan(2)
    expect(all.quotes.map(({ rank }) => rank)).toEqual(all.quotes.map((_, at) => at + 1))
    expect(all).toMatchObject({ kind: 'quoted', more: 0, nearest: [], question })
    const two = answerAt(0.8, 2)
    expect(two.quotes).toEqual(all.quotes.slice(0, 2))
    expect(two).toMatchObject({ more: all.quotes.length - 2 })
  })

  test('are given at the threshold of silence, and without a warning at that of weakness', () => {
    const size = 1
    const notes = (confidence: number) => answerAt(confidence, 1, { size }).notes.length
    expect(answerAt(silenceThreshold(size), 1, { size })).toMatchObject({
      kind: 'quoted',
      confidence: silenceThreshold(size),
    })
    expect(answerAt(silenceThreshold(size) - 0.001, 1, { size }).kind).toBe('silent')
    expect(notes(weakThreshold - 0.001)).toBe(notes(weakThreshold) + 1)
  })

  test('come with why they are given, where that is asked for, and only there', async () => {
    const explained = await ask(parseQuestion(question), { quotes: 1, explain: true }, answering)
    const { explanation, ...rest } = explained
    expect(explanation).toBeDefined()
    expect(rest).toEqual(await ask(parseQuestion(question), { quotes: 1 }, answering))
    expect(rest).toMatchObject({ kind: 'quoted', question })
  })
})

describe('a silence names the nearest sources', () => {
  const nearest = (more: Partial<Considered>) => answerAt(0.01, 1, more).nearest.map(({ source }) => source)

  test('at their best sentence', () => {
    const [best] = considered.candidates
    const [first] = answerAt(0.01).nearest
    expect(first?.source).toBe(best?.source.id)
    expect(nearest({}).slice().sort()).toEqual(['ferry', 'port'])
  })

  test('those of the ranking, where no sentence competes', () => {
    expect(nearest({ candidates: [] }).slice().sort()).toEqual(['ferry', 'port'])
    expect(nearest({ candidates: [], ranking: [] })).toEqual([])
  })

  test('those of the ranking behind those of the candidates, each once', () => {
    const [best] = considered.candidates
    if (best === undefined) throw new Error('nothing competes')
    const other = best.source.id === 'ferry' ? 'port' : 'ferry'
    expect(nearest({ candidates: [best, best] })).toEqual([best.source.id, other])
  })

  test('but none that is not there any more, or not as it was, or has no sentence', () => {
    const changed = considered.ranking.map((hit) => ({ ...hit, passage: { ...hit.passage, version: 'other' } }))
    const empty = considered.ranking.map((hit) => ({ ...hit, passage: { ...hit.passage, sentences: [] } }))
    expect(nearest({ candidates: [], sources: new Map() })).toEqual([])
    expect(nearest({ candidates: [], ranking: changed as typeof considered.ranking })).toEqual([])
    expect(nearest({ candidates: [], ranking: empty })).toEqual([])
  })
})
