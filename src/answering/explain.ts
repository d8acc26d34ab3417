import type { Answer } from '../domain/answer.ts'
import type { Explanation, QuoteExplained, TopicEffect } from '../domain/explanation.ts'
import { type Chosen, chooseQuotes } from './choose-quotes.ts'
import { type Evidence, evidenceOf, signalNames } from './confidence.ts'
import type { Answering, Considered } from './consider.ts'
import {
  answerTypeLabels,
  type Labelled,
  mostlyUnknownLabel,
  passageLabels,
  sentenceLabels,
  signalLabels,
  topicLabels,
} from './explain-labels.ts'
import { explainWords, type QuoteWord, sharedRuns } from './explain-words.ts'
import type { Query } from './query.ts'
import { type Matcher, matcherOf } from './ranking/matcher.ts'
import { passageFeatureNames } from './ranking/passage-features.ts'
import type { Candidate } from './ranking/rank.ts'
import { sentenceFeatureNames } from './ranking/sentence-features.ts'
import { rounded } from './rounded.ts'
import { type Figures, silenceBelow } from './weights.ts'

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

/** What parts add by their topics, those that add nothing left out; equal effects stay in their order. */
const topicsOf = (parts: readonly Part[]): readonly TopicEffect[] =>
  [...new Set(parts.map(({ topic }) => topic))]
    .map((topic) => {
      const own = parts.filter((part) => part.topic === topic)
      return {
        label: topicLabels[topic],
        adds: rounded(own.reduce((sum, { adds }) => sum + adds, 0)),
        effects: own
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

/** Runs without those that are part of another, and without repeats. */
const longest = (runs: readonly string[]): readonly string[] =>
  runs.filter((run, at) => !runs.some((other, place) => other.includes(run) && (other !== run || place < at)))

const explainQuote = (
  matcher: Matcher,
  { source, span, best }: Chosen,
  { analyser, weights }: Answering,
): QuoteExplained => {
  const text = source.text.slice(span.start, span.end)
  const words = analyser
    .tokenise(text)
    .map((word): QuoteWord => ({ ...word, text: text.slice(word.start, word.end), term: analyser.termOf(word.folded) }))
  const { passage } = best
  const { passage: ofPassage, sentence: ofSentence } = weights
  return {
    words: explainWords(matcher, passage.match, words),
    runs: longest(sharedRuns(matcher, words).map(({ start, end }) => text.slice(start, end))),
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

const confidenceTopics = ({ signals, penalty }: Evidence, { weights }: Answering): readonly TopicEffect[] =>
  topicsOf([
    ...partsOf(signalNames, signalLabels, weights.confidence, signals),
    { ...mostlyUnknownLabel, name: 'mostly-unknown', value: penalty === 0 ? 0 : 1, adds: -penalty },
  ])

const whySilent = (confidence: number, { candidates, size }: Considered): string => {
  if (candidates.length === 0) return 'No passage was found that may answer.'
  const bar = silenceBelow(size)
  return confidence < bar
    ? `The confidence is ${confidence.toFixed(3)}; in a library of this size (${size} passages), Quoth is silent below ${bar.toFixed(3)}.`
    : 'The nearest sentences only ask, or repeat the question, and nothing follows them.'
}

/** Why `answer` came of what was considered. */
export const explanationOf = (considered: Considered, answer: Answer, answering: Answering): Explanation => {
  const { query, candidates, size } = considered
  const matcher = matcherOf(query, answering.vectors)
  const chosen =
    answer.kind === 'quoted'
      ? chooseQuotes(candidates).slice(0, answer.quotes.length)
      : candidates.slice(0, 1).map((best): Chosen => ({ source: best.source, span: best.span, best }))
  const evidence = evidenceOf(query, { ...considered, passages: size })
  return {
    quotes: chosen.map((each) => explainQuote(matcher, each, answering)),
    confidence: {
      silentBelow: rounded(silenceBelow(size)),
      topics: evidence === null ? [] : confidenceTopics(evidence, answering),
    },
    silence: answer.kind === 'quoted' ? null : whySilent(answer.confidence, considered),
  }
}
