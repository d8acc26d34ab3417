import { beforeAll, describe, expect, test } from 'vitest'
import { answerFrom, ask } from '../../src/answer/ask.ts'
import { maxConfidence } from '../../src/answer/confidence.ts'
import { type Answering, type Considered, consider } from '../../src/answer/consider.ts'
import { parseQuestion } from '../../src/answer/question-syntax.ts'
import { silenceThreshold, weakThreshold } from '../../src/answer/silence.ts'
import { learnedWeights } from '../../src/answer/weights.ts'
import { loadWordVectors } from '../../src/app/load-word-vectors.ts'
import { citationOf } from '../../src/citation/citation.ts'
import { msg } from '../../src/domain/message.ts'
import { indexedSource } from '../../src/index/indexed-source.ts'
import { memoryLibrary } from '../../src/library/memory.ts'
import { analyser, emptyIndex, sourceOf } from '../support/engine.ts'
import { notesOf } from '../support/in-english.ts'

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
  return answerFrom({ ...considered, ...more, weights: { ...learnedWeights, calibration } }, quotes, answering)
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
    expect(answerAt(weakThreshold - 0.001, 1, { size })).toMatchObject({ kind: 'quoted', isWeak: true })
    expect(answerAt(weakThreshold, 1, { size })).not.toHaveProperty('isWeak')
    expect(answerAt(0.01, 1, { size })).not.toHaveProperty('isWeak')
  })

  test('come with the words of the question that no source has, and with no other', () => {
    const { concepts } = considered.query
    const [first, ...others] = concepts
    if (first === undefined) throw new Error('nothing is asked')
    const lost = [{ ...first, surface: 'zebra', isUnknown: true }, ...others, { ...first, isUnknown: true }]
    for (const confidence of [0.01, 0.8]) {
      const unknownTerms = (of: typeof concepts) =>
        answerAt(confidence, 1, { query: { ...considered.query, concepts: of } }).unknownTerms
      expect(unknownTerms(concepts)).toEqual([])
      expect(unknownTerms(lost)).toEqual(['zebra', first.surface])
    }
  })

  test('come with why they are given, where that is asked for, and only there', async () => {
    const explained = await ask(parseQuestion(question), { quotes: 1, explain: true }, answering)
    const { explanation, ...rest } = explained
    expect(explanation).toBeDefined()
    expect(rest).toEqual(await ask(parseQuestion(question), { quotes: 1 }, answering))
    expect(rest).toMatchObject({ kind: 'quoted', question })
  })
})

describe('a silence shows what is nearest', () => {
  const nearest = (more: Partial<Considered>) => answerAt(0.01, 1, more).nearest

  test('as the quotes that would be given, were it surer', () => {
    const shown = nearest({})
    expect(shown.length).toBeGreaterThan(1)
    expect(shown).toEqual(answerAt(0.8, 3).quotes.map(({ quote, citation }) => ({ quote, citation })))
  })

  test('at most three, however many quotes were asked for', () => {
    const [best] = considered.candidates
    if (best === undefined) throw new Error('nothing competes')
    expect(answerAt(0.01, 8).nearest.length).toBeLessThanOrEqual(3)
    expect(nearest({ candidates: [best, best] })).toHaveLength(1)
  })

  test('and nothing where no sentence competes', () => {
    expect(answerAt(0.01, 1, { candidates: [] })).toMatchObject({ kind: 'silent', nearest: [] })
    expect(answerAt(0.8, 1, { candidates: [] })).toMatchObject({ kind: 'silent', nearest: [] })
  })

  test('and nothing where the only sentence says nothing by itself, however sure the answer', () => {
    const [best] = considered.candidates
    if (best === undefined) throw new Error('nothing competes')
    const sentences = best.passage.sentences.map((each) => ({ ...each, opening: 'says-nothing' as const }))
    const at = sentences.length - 1
    const last = { ...best, at, span: sentences[at]?.span ?? best.span, passage: { ...best.passage, sentences } }
    expect(answerAt(0.8, 1, { candidates: [last] })).toMatchObject({ kind: 'silent', quotes: [], nearest: [] })
  })

  test('where words alone decided, also in a sentence without a keyword, such as one whose title has it', () => {
    const [first] = considered.query.concepts
    if (first === undefined) throw new Error('nothing is asked')
    const query = { ...considered.query, concepts: [{ ...first, alternatives: [['zebra']] }] }
    expect(nearest({ query })).toEqual(nearest({}))
  })

  test('with the notes that only a silence has, before the others', () => {
    const more = { notesIfSilent: [msg`Check the spelling.`], notes: [msg`Read anew.`] }
    expect(notesOf(answerAt(0.01, 1, more))).toEqual(['Check the spelling.', 'Read anew.'])
    expect(notesOf(answerAt(0.8, 1, more))).toEqual(['Read anew.'])
  })
})

const alike = { passage: 0.6, sentences: [0.6, 0.1, 0.1] }

describe('a silence where meaning counts shows what is nearest', () => {
  /** For a question of one word, said in these ways, where each sentence is as like it in meaning as that. */
  const nearest = (meaning: number, ...alternatives: readonly (readonly string[])[]) =>
    answerAt(0.01, 1, {
      query: {
        ...considered.query,
        concepts: considered.query.concepts.slice(0, 1).map((each) => ({ ...each, alternatives })),
      },
      candidates: considered.candidates.map((each) => ({
        ...each,
        features: { ...each.features, meaning },
        passage: { ...each.passage, likeness: alike },
      })),
    }).nearest

  test('if it means something alike, and nothing that is on another matter', () => {
    expect(nearest(0.25, ['zebra'])).not.toEqual([])
    expect(nearest(0.249, ['zebra'])).toEqual([])
  })

  test('if it has a keyword, with all words of that', () => {
    const ferry = analyser.termOf('ferry') ?? ''
    expect(nearest(0.1, [ferry])).not.toEqual([])
    expect(nearest(0.1, ['zebra'], [ferry])).not.toEqual([])
    expect(nearest(0.1, [ferry, 'zebra'])).toEqual([])
  })
})

describe('an answer that rests on meaning alone', () => {
  /** The candidates as found by meaning, for a question with these words. */
  const meant = (concepts: Considered['query']['concepts']): Partial<Considered> => ({
    query: { ...considered.query, concepts },
    candidates: considered.candidates.map((each) => ({ ...each, passage: { ...each.passage, likeness: alike } })),
  })
  const note = 'Found by meaning, with none of your keywords: [1]'

  test('says so of the quotes that have no keyword, whether it is quoted or silent', () => {
    for (const confidence of [0.01, 0.8]) {
      const answer = answerAt(confidence, 1, meant([]))
      expect(answer.byMeaning).toBe(true)
      expect(notesOf(answer)[0]).toContain(note)
    }
  })

  test('says of each quote by its number', () => {
    const all = answerAt(0.8, 3, meant([]))
    expect(all.quotes).toHaveLength(3)
    expect(notesOf(all)[0]).toContain('keywords: [1], [2], [3].')
  })

  test('does not say so where a keyword is in the quote, or where words alone decided', () => {
    for (const more of [meant(considered.query.concepts), { query: { ...considered.query, concepts: [] } }]) {
      const answer = answerAt(0.8, 1, more)
      expect(answer).not.toHaveProperty('byMeaning')
      expect(notesOf(answer).join()).not.toContain('meaning')
    }
  })
})
