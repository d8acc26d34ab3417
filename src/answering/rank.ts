import type { Ranking } from '../domain/passage.ts'
import { compareIds, type Source, type SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { IndexStatistics, PassageReading } from '../search/port.ts'
import { type AnalysedPassage, analysedPassage } from './analysed-passage.ts'
import { type Features, featureNames, featuresOf } from './features.ts'
import { type PassageView, viewOf } from './passage-view.ts'
import type { Query } from './query.ts'
import { sentenceWeights } from './weights.ts'

/** A sentence that may answer. */
export type Candidate = {
  readonly source: Source
  readonly passage: AnalysedPassage
  /** Position among the passage's sentences. */
  readonly at: number
  readonly span: Span
  readonly features: Features
  readonly score: number
  /** Which concepts of the query the sentence holds. */
  readonly has: readonly boolean[]
  readonly view: PassageView
}

const scoreOf = (features: Features): number =>
  featureNames.reduce((sum, name) => sum + features[name] * sentenceWeights[name], 0)

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || compareIds(a.source.id, b.source.id) || a.span.start - b.span.start

/**
 * Every sentence of the passages of `ranking` that holds a concept of `query` and is no interview's question, best first; ties stand by source id, then
 * by place. A passage of a source that is gone, or has changed since it was indexed, gives none.
 */
export const rankSentences = (
  query: Query,
  ranking: Ranking,
  sources: ReadonlyMap<SourceId, Source>,
  readings: readonly (PassageReading | undefined)[],
  statistics: IndexStatistics,
): readonly Candidate[] =>
  ranking
    .flatMap(({ passage: found }, place) => {
      const source = sources.get(found.source)
      const reading = readings[place]
      if (source === undefined || reading === undefined || source.version !== found.version) return []
      const passage = analysedPassage(source, found, reading)
      const view = viewOf(query, passage, statistics)
      return passage.sentences.flatMap((sentence, at): Candidate[] => {
        const has = view.inSentence[at] ?? []
        if (sentence.isAsked || !has.includes(true)) return []
        const features = featuresOf(query, sentence, view, at)
        return [{ source, passage, at, span: sentence.span, features, score: scoreOf(features), has, view }]
      })
    })
    .sort(byScore)
