import type { Answer } from '../domain/answer.ts'
import type { Effect, Explanation, QuoteExplained, ScoreExplained } from '../domain/explanation.ts'
import { type Chosen, chooseQuotes } from './choose-quotes.ts'
import { type Evidence, evidenceOf, signalNames } from './confidence.ts'
import type { Answering, Considered } from './consider.ts'
import { answerTypeLabels, passageLabels, sentenceLabels, signalLabels } from './explain-labels.ts'
import { explainWords, type QuoteWord, sharedRuns } from './explain-words.ts'
import type { Query } from './query.ts'
import { type Matcher, matcherOf } from './ranking/matcher.ts'
import { passageFeatureNames } from './ranking/passage-features.ts'
import type { Candidate } from './ranking/rank.ts'
import { sentenceFeatureNames } from './ranking/sentence-features.ts'
import { rounded } from './rounded.ts'
import { type Figures, silenceBelow } from './weights.ts'

/** What each figure adds, those that add nothing left out; largest first, equal ones in the order of `names`. */
const effectsOf = <Name extends string>(
  names: readonly Name[],
  labels: Readonly<Record<Name, string>>,
  weights: Figures<Name>,
  figures: Figures<Name>,
): readonly Effect[] =>
  names
    .map((name) => ({
      name,
      label: labels[name],
      value: rounded(figures[name]),
      adds: rounded(weights[name] * figures[name]),
    }))
    .filter(({ adds }) => adds !== 0)
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds))

const asksForOf = ({ expects }: Query, { passage, at }: Candidate): QuoteExplained['asksFor'] => {
  if (expects === null) return null
  const shown = passage.sentences[at]?.facts.type ?? 0
  return { label: answerTypeLabels[expects], isShown: shown === 1 || shown === 0 ? shown === 1 : null }
}

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
  const scored = (score: number, effects: readonly Effect[]): ScoreExplained => ({ score: rounded(score), effects })
  return {
    words: explainWords(matcher, passage.match, words),
    runs: sharedRuns(matcher, words).map(({ start, end }) => text.slice(start, end)),
    asksFor: asksForOf(matcher.query, best),
    passage: scored(passage.score, effectsOf(passageFeatureNames, passageLabels, weights.passage, passage.features)),
    sentence: scored(best.score, effectsOf(sentenceFeatureNames, sentenceLabels, weights.sentence, best.features)),
  }
}

const confidenceEffects = ({ signals, penalty }: Evidence, { weights }: Answering): readonly Effect[] => {
  const effects = effectsOf(signalNames, signalLabels, weights.confidence, signals)
  const label = 'what is asked is in no source: the library knows little more than the names'
  return penalty === 0
    ? effects
    : [{ name: 'mostly-unknown', label, value: 1, adds: -penalty }, ...effects].sort(
        (a, b) => Math.abs(b.adds) - Math.abs(a.adds),
      )
}

const whySilent = (confidence: number, { candidates, size }: Considered): string =>
  candidates.length === 0
    ? 'No passage was found that may answer.'
    : `The confidence is ${confidence.toFixed(3)}; in a library of this size (${size} passages), Quoth is silent below ${silenceBelow(size).toFixed(3)}.`

/** Why `answer` came of what was considered. */
export const explanationOf = (considered: Considered, answer: Answer, answering: Answering): Explanation => {
  const { query, candidates, size } = considered
  const matcher = matcherOf(query, answering.vectors)
  const chosen =
    answer.kind === 'quoted'
      ? chooseQuotes(candidates, answer.quotes.length)
      : candidates.slice(0, 1).map((best): Chosen => ({ source: best.source, span: best.span, best }))
  const evidence = evidenceOf(query, { ...considered, passages: size })
  return {
    quotes: chosen.map((each) => explainQuote(matcher, each, answering)),
    confidence: {
      silentBelow: rounded(silenceBelow(size)),
      effects: evidence === null ? [] : confidenceEffects(evidence, answering),
    },
    silence: answer.kind === 'quoted' ? null : whySilent(answer.confidence, considered),
  }
}
