import { describe, expect, test } from 'vitest'
import {
  confidenceOf,
  evidenceOf,
  maxConfidence,
  type QuestionFacts,
  questionFactsOf,
  type Seen,
  type SignalName,
  signalNames,
  signalsOf,
} from '../../src/answer/confidence.ts'
import type { Objection } from '../../src/answer/objections.ts'
import type { Concept, Query } from '../../src/answer/query.ts'
import type { Candidate } from '../../src/answer/rank.ts'
import { silenceThreshold, weakThreshold } from '../../src/answer/silence.ts'
import { type Figures, learnedWeights, type Weights, weightedSum } from '../../src/answer/weights.ts'
import { msg } from '../../src/domain/message.ts'
import { inverseFrequency } from '../../src/index/bm25.ts'
import type { Likeness } from '../../src/meaning/port.ts'

const concept = (surface: string, more: Partial<Concept> = {}): Concept => ({
  surface,
  folded: surface,
  weight: 1,
  alternatives: [[surface]],
  otherNames: [],
  terms: [{ term: surface, weight: 1 }],
  isName: false,
  isVerb: false,
  isNumber: false,
  isReplaced: false,
  isUnknown: false,
  ...more,
})
const queryOf = (...concepts: readonly Concept[]): Query => ({ concepts }) as unknown as Query

describe('what a question tells of itself', () => {
  const unknown = { isUnknown: true }

  test('is nothing where it has no words', () => {
    expect(questionFactsOf(queryOf(), 100)).toEqual({
      unknown: 0,
      unknownNames: 0,
      unknownWords: 0,
      words: 0,
      weight: 0,
      rareWords: 0,
      size: Math.log(101) / 10,
    })
  })

  test('is how much of its weight no source has, and how much of that is names and numbers', () => {
    const asked = questionFactsOf(
      queryOf(
        concept('known', { weight: 4 }),
        concept('Name', { weight: 3, isName: true, ...unknown }),
        concept('1931', { weight: 2, isNumber: true, ...unknown }),
        concept('word', { weight: 1, ...unknown }),
        // What a source has counts for none of them.
        concept('Known', { weight: 6, isName: true, isNumber: true }),
      ),
      100,
    )
    expect(asked.unknown).toBeCloseTo(6 / 16)
    expect(asked.unknownNames).toBeCloseTo(5 / 16)
    expect(asked.unknownWords).toBeCloseTo(3 / 5)
    expect(asked.words).toBeCloseTo(5 / 6)
  })

  test('is how much the words tell that sources have, in those that one passage alone has', () => {
    const rarest = inverseFrequency(1, 1000)
    const asked = questionFactsOf(queryOf(concept('a', { weight: 4 }), concept('b', { weight: 3, ...unknown })), 1000)
    expect(asked.rareWords).toBeCloseTo(4 / rarest / 6)
    expect(asked.weight).toBeCloseTo(4 / 30)
    expect(asked.size).toBeCloseTo(Math.log(1001) / 10)
  })

  test('is told of a library of few passages as of one of forty', () => {
    const asked = questionFactsOf(queryOf(concept('a', { weight: 2 })), 10)
    expect(asked.size).toBeCloseTo(Math.log(41) / 10)
    expect(asked.rareWords).toBeCloseTo(2 / inverseFrequency(1, 10) / 6)
    expect(asked.weight).toBeCloseTo((asked.rareWords * 6 * inverseFrequency(1, 40)) / 30)
    expect(questionFactsOf(queryOf(concept('a')), 0).rareWords).toBe(
      questionFactsOf(queryOf(concept('a')), 1).rareWords,
    )
  })

  test('is never more than one', () => {
    const many = Array.from({ length: 20 }, (_, n) => concept(`${n}`, { weight: 99, isUnknown: n % 2 === 0 }))
    const { unknownWords, words, weight, rareWords } = questionFactsOf(queryOf(...many), 1000)
    expect([unknownWords, words, weight, rareWords]).toEqual([1, 1, 1, 1])
  })
})

/** A value for every feature that is asked for, another one for each. */
const figures = (from: number) => {
  const names: string[] = []
  return new Proxy({} as { [name: string]: number }, {
    get: (_, name: string) => {
      if (!names.includes(name)) names.push(name)
      return from + names.indexOf(name)
    },
  })
}
const asked: QuestionFacts = {
  unknown: 0.1,
  unknownNames: 0.2,
  unknownWords: 0.3,
  words: 0.4,
  weight: 0.5,
  rareWords: 0.6,
  size: 0.7,
}
const seenOf = (sentence: object, passage: object, chance = 0.8): Seen =>
  ({ features: sentence, passage: { features: passage, indexShare: 0.9, score: 25 }, chance }) as unknown as Seen

describe('the signals', () => {
  const passage = {
    coverage: 10,
    'coverage-with-context': 11,
    'nearby-coverage': 12,
    likeness: 13,
    nearness: 14,
    'three-sentences': 15,
    theme: 16,
    'word-pairs': 17,
    'word-run': 18,
    'same-forms': 19,
    'words-in-common': 20,
    length: 21,
    meaning: 22,
    'meaning-of-sentence': 23,
  }
  const sentence = {
    passage: -2,
    'coverage-with-context': 30,
    nearness: 31,
    likeness: 32,
    'word-pairs': 33,
    theme: 34,
    'missing-names': 35,
    'missing-numbers': 36,
    'missing-verbs': 37,
    'answer-type-missing': 38,
    'near-type': 39,
    meaning: 40,
  }

  test('are the figures of the best candidate, of its passage, of the question and of what competes', () => {
    const signals = signalsOf(
      asked,
      { cohesion: 1, evenness: 2 },
      seenOf(sentence, passage),
      seenOf({ meaning: 15 }, {}, 0.3),
    )
    expect(signals).toEqual({
      bias: 1,
      cohesion: 1,
      evenness: 2,
      'passage-score': 2.5,
      'passage-chance': Math.exp(-2),
      'index-share': 0.9,
      coverage: 10,
      'coverage-with-context': 11,
      'nearby-coverage': 12,
      'passage-likeness': 13,
      'passage-nearness': 14,
      'three-sentences': 15,
      'passage-theme': 16,
      'passage-pairs': 17,
      'word-run': 18,
      'same-forms': 19,
      'words-in-common': 20,
      'passage-length': 21,
      'sentence-with-context': 30,
      'sentence-nearness': 31,
      'sentence-likeness': 32,
      'sentence-pairs': 33,
      'sentence-theme': 34,
      'missing-names': 35,
      'missing-numbers': 36,
      'missing-verbs': 37,
      'answer-type-missing': 38,
      'near-type': 39,
      unknown: 0.1,
      'unknown-names': 0.2,
      'unknown-words': 0.3,
      'asked-words': 0.4,
      'found-weight': 0.5 * 11,
      'found-words': 0.6 * 11,
      'library-size': 0.7,
      chance: 0.8,
      lead: 0.5,
      'meaning-of-passage': 22,
      'meaning-of-best-sentence': 23,
      'meaning-of-sentence': 40,
      'meaning-lead': 25,
    })
    expect([...signalNames].sort()).toEqual(Object.keys(signals).sort())
  })

  test('lead by all that its chance is, where there is no other candidate', () => {
    const alone = signalsOf(asked, { cohesion: 0, evenness: 0 }, seenOf(figures(0), figures(0)), undefined)
    expect(alone.lead).toBe(0.8)
  })
})

describe('the confidence', () => {
  const zero = Object.fromEntries(signalNames.map((name) => [name, 0])) as Figures<SignalName>
  const weights = (confidence: Partial<Figures<SignalName>>, slope = 1, offset = 0): Weights => ({
    ...learnedWeights,
    confidence: { ...zero, ...confidence },
    calibration: { slope, offset },
  })
  const evidence = (signals: Partial<Figures<SignalName>>, penalty = 0) => ({
    signals: { ...zero, ...signals },
    penalty,
  })
  const share = (odds: number): number => maxConfidence / (1 + Math.exp(-odds))

  test('is none without evidence, and never certainty with much', () => {
    expect(confidenceOf(null, weights({}))).toBe(0)
    expect(confidenceOf(evidence({ bias: 1 }), weights({ bias: 1000 }))).toBeCloseTo(maxConfidence)
    expect(confidenceOf(evidence({ bias: 1 }), weights({ bias: -1000 }))).toBeCloseTo(0)
    expect(maxConfidence).toBeLessThan(1)
  })

  test('is what the signals tell together, calibrated', () => {
    const both = evidence({ bias: 1, lead: 0.5 })
    expect(confidenceOf(both, weights({ bias: 0.2, lead: 2 }))).toBeCloseTo(share(1.2))
    expect(confidenceOf(both, weights({ bias: 0.2, lead: 2 }, 0.5, -1))).toBeCloseTo(share(-0.4))
  })

  test('is less by the penalty', () => {
    expect(confidenceOf(evidence({ bias: 1 }, 5), weights({ bias: 2 }))).toBeCloseTo(share(-3))
  })

  test('is less by what speaks against the best candidate', () => {
    const objected = { ...evidence({ bias: 1 }, 1), objected: 2 }
    expect(confidenceOf(objected, weights({ bias: 2 }))).toBeCloseTo(share(-1))
  })

  test('heeds every signal', () => {
    for (const name of signalNames)
      expect(confidenceOf(evidence({ [name]: 1 }), weights({ [name]: 1 }))).toBeCloseTo(share(1))
    expect(weightedSum(['bias', 'lead'], { ...zero, bias: 2, lead: 3 }, { ...zero, bias: 5, lead: 7 })).toBe(31)
  })
})

describe('the evidence', () => {
  const proposed = { cohesion: 0.5, evenness: 0.5 }
  /** A candidate whose sentence holds these concepts so often. */
  const candidateOf = (counts: readonly number[], likeness: Likeness | null): Candidate =>
    ({
      ...seenOf(figures(0), figures(0)),
      passage: {
        features: figures(0),
        indexShare: 0,
        score: 1,
        likeness,
        sentences: [{}, { facts: { match: { counts } } }],
      },
      at: 1,
    }) as unknown as Candidate
  const candidate = (...counts: readonly number[]): Candidate => candidateOf(counts, null)
  const penaltyOf = (counts: readonly number[], ...concepts: readonly Concept[]) =>
    evidenceOf(queryOf(...concepts), { candidates: [candidate(...counts)], proposed, passages: 100 })?.penalty
  const [known, lost] = [concept('known'), concept('lost', { isUnknown: true })]
  const [name, lostName] = [concept('Name', { isName: true }), concept('Lost', { isName: true, isUnknown: true })]

  test('is none without a candidate', () => {
    expect(evidenceOf(queryOf(known), { candidates: [], proposed, passages: 100 })).toBeNull()
  })

  test('has the signals of the first candidate before the second', () => {
    const candidates = [candidate(1), { ...candidate(1), chance: 0.6 }]
    const evidence = evidenceOf(queryOf(known), { candidates, proposed, passages: 100 })
    expect(evidence?.signals).toMatchObject({ cohesion: 0.5, chance: 0.8, 'asked-words': 1 / 6 })
    expect(evidence?.signals.lead).toBeCloseTo(0.2)
  })

  test('has what speaks against the best candidate, and nothing where nothing does', () => {
    const objection: Objection = { penalty: 3, note: msg`The text is about another month.` }
    const given = { candidates: [candidate(1)], proposed, passages: 100 }
    expect(evidenceOf(queryOf(known), { ...given, objection })).toMatchObject({ penalty: 0, objected: 3 })
    expect(evidenceOf(queryOf(known), { ...given, objection: null })).not.toHaveProperty('objected')
  })

  test('speaks against a library that lacks several of the words, where the sentence has fewer of them', () => {
    expect(penaltyOf([1, 0, 0], known, lost, lost)).toBe(5)
    expect(penaltyOf([0, 0, 0], known, lost, lost)).toBe(5)
  })

  test('does not speak against one that goes by meaning: other words are to be expected', () => {
    const like = candidateOf([0, 0, 0], { passage: 0.5, sentences: [0.1, 0.6] })
    const evidence = evidenceOf(queryOf(known, lost, lost), { candidates: [like], proposed, passages: 100 })
    expect(evidence?.penalty).toBe(0)
  })

  test.each<[string, readonly number[], readonly Concept[]]>([
    ['lacks one word', [0, 0], [known, lost]],
    ['lacks no more words than the sentence has', [1, 1, 0, 0], [known, known, lost, lost]],
    ['lacks names', [0, 0, 0], [known, lostName, lostName]],
    ['lacks one word and one name', [0, 0, 0], [known, lost, lostName]],
    ['has every word', [1, 1], [known, known]],
  ])('does not speak against one that %s', (_, counts, concepts) => {
    expect(penaltyOf(counts, ...concepts)).toBe(0)
  })

  test('is not made better by a name that the sentence has', () => {
    expect(penaltyOf([1, 3, 0, 0], name, name, lost, lost)).toBe(5)
    expect(penaltyOf([1, 1, 1, 0, 0, 0], name, name, known, lost, lost, lost)).toBe(5)
  })
})

test('a library is silent below a threshold that rises with the logarithm of its passages', () => {
  expect([0, 1, 59, 60].map((size) => silenceThreshold(size))).toEqual([0.15, 0.15, 0.15, 0.15])
  expect([1200, 1201, 1e9].map((size) => silenceThreshold(size))).toEqual([0.22, 0.22, 0.22])
  // Half way, by its logarithm.
  expect(silenceThreshold(Math.sqrt(60 * 1200))).toBeCloseTo(0.185)
  expect(silenceThreshold(120)).toBeCloseTo(0.15 + (0.07 * Math.log(2)) / Math.log(20))
  // Meaning finds something near for every question.
  expect([60, 1200].map((size) => silenceThreshold(size, true))).toEqual([0.2, 0.28])
  expect(weakThreshold).toBe(0.5)
})
