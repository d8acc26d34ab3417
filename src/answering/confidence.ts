import { ratio } from './concepts-held.ts'
import type { Concept, Query } from './query.ts'
import type { Candidate } from './rank.ts'
import { confidenceWeights, silenceBelow, silenceBelowUnknown, silenceBelowUnknownName } from './weights.ts'

/** What the confidence is made of; each 0 to 1. */
export const signalNames = [
  'bias',
  'sentence-coverage',
  'passage-coverage',
  'sentence-coverage-but-names',
  'names-coverage',
  'names-nearby',
  'unknown',
  'found-in-sentence',
  'missing-nearby',
  'closeness',
  'word-pairs',
  'lead',
  'answer-type-missing',
  'mostly-unknown',
] as const
export type SignalName = (typeof signalNames)[number]
export type Signals = { readonly [K in SignalName]: number }

/** What a verb counts against a noun as rare: what is done is said in many ways, who and what in few. */
const verbShare = 0.5

/**
 * Whether the library lacks several of the words that say what is asked, and the sentence has fewer of them: then it
 * knows no more than the names.
 */
const isMostlyUnknown = (others: readonly (Concept & { readonly inSentence: boolean })[]): boolean => {
  const unknown = others.filter(({ isUnknown }) => isUnknown).length
  return unknown >= 2 && unknown > others.filter(({ inSentence }) => inSentence).length
}

/** Signals that the best candidate answers, told from it and the next one. */
export const signalsOf = (query: Query, first: Candidate, second: Candidate | undefined): Signals => {
  const holds = query.concepts.map((concept, i) => {
    const inSentence = first.has[i] === true
    return {
      ...concept,
      weight: concept.weight * (concept.isVerb ? verbShare : 1),
      inSentence,
      inPassage: inSentence || first.view.inPassage[i] === true,
      isNear: first.view.nearby[i] === true,
    }
  })
  const weigh = (of: typeof holds): number => of.reduce((sum, { weight }) => sum + weight, 0)
  const weighWhere = (of: typeof holds, stands: (concept: (typeof holds)[number]) => boolean): number =>
    of.length === 0 ? 1 : ratio(weigh(of.filter(stands)), weigh(of))
  const names = holds.filter(({ isName }) => isName)
  const others = holds.filter(({ isName }) => !isName)
  return {
    bias: 1,
    'sentence-coverage': weighWhere(holds, ({ inSentence }) => inSentence),
    'passage-coverage': weighWhere(holds, ({ inPassage }) => inPassage),
    'sentence-coverage-but-names': weighWhere(others, ({ inSentence }) => inSentence),
    'names-coverage': weighWhere(names, ({ inPassage }) => inPassage),
    'names-nearby': weighWhere(names, ({ isNear }) => isNear),
    unknown: weighWhere(holds, ({ isUnknown }) => isUnknown),
    'found-in-sentence': Math.min(1, holds.filter(({ inSentence }) => inSentence).length / 6),
    'missing-nearby': Math.min(1, holds.filter(({ isNear, weight }) => !isNear && weight > 0).length / 4),
    closeness: first.features.closeness,
    'word-pairs': first.features['word-pairs'],
    lead: second ? Math.min(1, (first.score - second.score) / 4) : 1,
    'answer-type-missing': first.features['answer-type-missing'],
    'mostly-unknown': isMostlyUnknown(others) ? 1 : 0,
  }
}

/** 0 to 1: how likely it is that the first candidate answers; 0 when there is none. */
export const confidenceOf = (query: Query, [first, second]: readonly Candidate[]): number => {
  if (first === undefined) return 0
  const signals = signalsOf(query, first, second)
  return 1 / (1 + Math.exp(-signalNames.reduce((sum, name) => sum + signals[name] * confidenceWeights[name], 0)))
}

/** The confidence below which the library is held to be silent on `query`: the more it lacks of the question, the higher. */
export const silenceOn = ({ concepts }: Query): number => {
  const unknown = concepts.filter(({ isUnknown, isVerb }) => isUnknown && !isVerb)
  if (unknown.some(({ isName, isNumber }) => isName || isNumber)) return silenceBelowUnknownName
  return unknown.length > 0 ? silenceBelowUnknown : silenceBelow
}
