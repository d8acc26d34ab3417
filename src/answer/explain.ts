import type { Answer, Explanation, QuoteExplained, TopicEffect, WordExplained, WordFound } from '../domain/answer.ts'
import { readable } from '../domain/readable.ts'
import type { Span } from '../domain/span.ts'
import type { Word } from '../index/port.ts'
import { type Chosen, chooseQuotes } from './choose-quotes.ts'
import { type Evidence, evidenceOf, signalNames } from './confidence.ts'
import type { Answering, Considered } from './consider.ts'
import {
  answerTypeLabels,
  type Labelled,
  mostlyUnknownLabel,
  objectionLabel,
  passageLabels,
  sentenceLabels,
  signalLabels,
  topicLabels,
} from './explain-labels.ts'
import { type Matcher, matcherOf, type PassageMatch } from './match.ts'
import { passageFeatureNames } from './passage-features.ts'
import { permittingFirst } from './permission.ts'
import type { Concept, Query } from './query.ts'
import type { Candidate } from './rank.ts'
import { nearnessOf } from './sentence-facts.ts'
import { sentenceFeatureNames } from './sentence-features.ts'
import { silenceThreshold } from './silence.ts'
import type { Figures, Weights } from './weights.ts'

/** A word of a quote, as written and folded, with its term, or null for a stop word. */
type QuoteWord = Word & { readonly text: string; readonly term: string | null }

/** How the quote writes a concept, in the quote's words; null if it does not have it. */
const foundIn = (
  { query: { replacements } }: Matcher,
  { folded, alternatives, otherNames }: Concept,
  words: readonly QuoteWord[],
): WordFound | null => {
  if (words.some((word) => word.folded === folded && word.term !== null)) return { kind: 'as-asked' }
  const isAmong = (ways: readonly (readonly string[])[], way: readonly string[]): boolean =>
    ways.some((each) => each.join(' ') === way.join(' '))
  for (const way of alternatives) {
    const positions = way.map((term) => words.findIndex((word) => word.term === term))
    if (positions.includes(-1)) continue
    const texts = positions.sort((a, b) => a - b).flatMap((at) => words[at]?.text ?? [])
    if (isAmong(otherNames, way)) return { kind: 'acronym', words: texts }
    const isReplaced = replacements.some((replacement) => isAmong(replacement.alternatives, way))
    return { kind: isReplaced ? 'replaced' : 'other-form', words: texts }
  }
  return null
}

/** A less similar word counts next to nothing. */
const minNearness = 0.25

/** The word of the quote that is most similar to a concept, if any is close. */
const relatedIn = (matcher: Matcher, concept: number, words: readonly QuoteWord[]): WordFound | null => {
  let likeness = 0
  let nearest: string | undefined
  for (const { text, folded, term } of words) {
    const similarity = term === null ? 0 : (matcher.meaningOf(folded)?.similarities[concept] ?? 0)
    if (similarity <= likeness) continue
    likeness = similarity
    nearest = text
  }
  return nearest === undefined || nearnessOf(likeness) < minNearness
    ? null
    : { kind: 'related', words: [nearest], likeness }
}

/** How each word of the question is found in a quote. @param words those of the quote */
const explainWords = (
  matcher: Matcher,
  { counts, inContext, nearby }: PassageMatch,
  words: readonly QuoteWord[],
): readonly WordExplained[] =>
  matcher.query.concepts.flatMap((concept, i) => {
    const share = matcher.shares[i] as number
    if (share === 0) return []
    const found = foundIn(matcher, concept, words) ??
      (inContext[i] ? { kind: 'context' as const } : null) ??
      relatedIn(matcher, i, words) ??
      ((counts[i] as number) > 0 ? { kind: 'passage' as const } : null) ??
      (nearby[i] ? { kind: 'nearby' as const } : null) ?? { kind: concept.isUnknown ? 'unknown' : 'missing' }
    return [{ word: concept.surface, share, found }]
  })

/** Words of a quote that are searched for runs, so that a sentence as long as a book costs no more. */
const maxWordsRead = 1000

/**
 * The spans of a quote where words follow one another as in the question, at least two of them not stop words. Only the
 * beginning of a very long quote is searched.
 */
const sharedRuns = ({ places }: Matcher, quote: readonly QuoteWord[]): readonly Span[] => {
  const words = quote.slice(0, maxWordsRead)
  const runs: Span[] = []
  // The length of the run that ends at each position of the question, for the previous word, and the longest of them.
  let before: ReadonlyMap<number, number> = new Map()
  let longest = 0
  for (let at = 0; at <= words.length; at++) {
    const asked = places.get(words[at]?.folded ?? '') ?? []
    const now = new Map(asked.map((position) => [position, (before.get(position - 1) ?? 0) + 1]))
    const length = asked.reduce((max, position) => Math.max(max, now.get(position) ?? 0), 0)
    const run = words.slice(at - longest, at)
    const [first, last] = [run[0], run.at(-1)]
    if (first && last && length <= longest && run.filter(({ term }) => term !== null).length > 1)
      runs.push({ start: first.start, end: last.end })
    before = now
    longest = length
  }
  return runs
}

/** To four decimal places, so that an answer is the same byte for byte on any machine. */
export const rounded = (value: number): number => Number(value.toFixed(4))

type Part = Labelled & { readonly name: string; readonly value: number; readonly adds: number }

const partsOf = <Name extends string>(
  names: readonly Name[],
  labels: Readonly<Record<Name, Labelled>>,
  weights: Figures<Name>,
  figures: Figures<Name>,
): readonly Part[] =>
  names.map((name) => ({ ...labels[name], name, value: figures[name], adds: weights[name] * figures[name] }))

const byEffect = (a: { readonly adds: number }, b: { readonly adds: number }): number =>
  Math.abs(b.adds) - Math.abs(a.adds)

/** The sum of parts by topic, without those that add nothing; equal effects keep their order. */
const topicsOf = (parts: readonly Part[]): readonly TopicEffect[] =>
  [...new Set(parts.map(({ topic }) => topic))]
    .map((topic) => {
      const ofTopic = parts.filter((part) => part.topic === topic)
      return {
        label: topicLabels[topic],
        adds: rounded(ofTopic.reduce((sum, { adds }) => sum + adds, 0)),
        effects: ofTopic
          .map(({ name, label, value, adds }) => ({ name, label, value: rounded(value), adds: rounded(adds) }))
          .filter(({ adds }) => adds !== 0)
          .sort(byEffect),
      }
    })
    .filter(({ effects }) => effects.length > 0)
    .sort(byEffect)

const asksForOf = ({ expects }: Query, { passage, at }: Candidate): QuoteExplained['asksFor'] => {
  if (expects === null) return null
  const shown = passage.sentences[at]?.facts.type ?? 0
  return { label: answerTypeLabels[expects], isShown: shown === 1 || shown === 0 ? shown === 1 : null }
}

/** Runs without repeats and without those that are part of another. */
const longestRuns = (runs: readonly string[]): readonly string[] =>
  runs.filter((run, at) => !runs.some((other, i) => other.includes(run) && (other !== run || i < at)))

const explainQuote = (
  matcher: Matcher,
  { source, span, best }: Chosen,
  weights: Weights,
  { analyser }: Answering,
): QuoteExplained => {
  const text = readable(source, span)
  const reader = analyser.in(source.language)
  const words = reader
    .tokenise(text)
    .map((word): QuoteWord => ({ ...word, text: text.slice(word.start, word.end), term: reader.termOf(word.folded) }))
  const { passage } = best
  const { passage: ofPassage, sentence: ofSentence } = weights
  return {
    words: explainWords(matcher, passage.match, words),
    runs: longestRuns(sharedRuns(matcher, words).map(({ start, end }) => text.slice(start, end))),
    asksFor: asksForOf(matcher.query, best),
    passage: {
      score: rounded(passage.score),
      topics: topicsOf(partsOf(passageFeatureNames, passageLabels, ofPassage, passage.features)),
    },
    sentence: {
      score: rounded(best.score),
      topics: topicsOf(partsOf(sentenceFeatureNames, sentenceLabels, ofSentence, best.features)),
    },
  }
}

const confidenceTopics = ({ signals, penalty, objected = 0 }: Evidence, weights: Weights): readonly TopicEffect[] =>
  topicsOf([
    ...partsOf(signalNames, signalLabels, weights.confidence, signals),
    { ...mostlyUnknownLabel, name: 'mostly-unknown', value: penalty === 0 ? 0 : 1, adds: -penalty },
    { ...objectionLabel, name: 'objection', value: objected === 0 ? 0 : 1, adds: -objected },
  ])

const whySilent = (confidence: number, { candidates, size, isByMeaning }: Considered): string => {
  if (candidates.length === 0) return 'No passage was found that might answer.'
  const threshold = silenceThreshold(size, isByMeaning)
  return confidence < threshold
    ? `The confidence is ${confidence.toFixed(3)}, and a library of this size (${size} passages) needs ${threshold.toFixed(3)} to answer.`
    : 'The closest sentences only ask or repeat the question, and nothing follows them.'
}

/** Explains how `answer` follows from what was considered. */
export const explanationOf = (considered: Considered, answer: Answer, answering: Answering): Explanation => {
  const { query, weights, candidates, size } = considered
  const matcher = matcherOf(query, answering.vectors)
  const chosen = chooseQuotes(permittingFirst(query, candidates)).slice(
    0,
    answer.kind === 'quoted' ? answer.quotes.length : 1,
  )
  const evidence = evidenceOf(query, { ...considered, passages: size })
  return {
    quotes: chosen.map((each) => explainQuote(matcher, each, weights, answering)),
    confidence: {
      silentBelow: rounded(silenceThreshold(size, considered.isByMeaning)),
      topics: evidence === null ? [] : confidenceTopics(evidence, weights),
    },
    silence: answer.kind === 'quoted' ? null : whySilent(answer.confidence, considered),
  }
}
