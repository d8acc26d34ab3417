import type { Answer } from '../domain/answer.ts'
import { QuothError } from '../domain/error.ts'
import type { Ranking } from '../domain/passage.ts'
import type { Collection } from './collection.ts'
import type { Engine, Response } from './engine.ts'
import { type Judgement, judge } from './judgement.ts'
import { type Report, reportOf } from './report.ts'

/** Documents of a ranking that a run holds. */
const depth = 100

/**
 * The documents of a ranking of passages, by the best passage of each, at most a hundred. A run has every question in it, so
 * for one that finds nothing `fallback` stands in, as TREC asks its participants to do.
 */
const rankedDocuments = (ranking: Ranking, fallback: string): readonly string[] => {
  const documents = [...new Set<string>(ranking.map(({ passage }) => passage.source))].slice(0, depth)
  return documents.length === 0 ? [fallback] : documents
}

/**
 * A question's lines of a TREC run: `qid Q0 docid rank score quoth`. The score is one over the rank: readers of runs sort by
 * it, and the scores of two stages have no common scale.
 */
const runLines = (question: string, documents: readonly string[]): string =>
  documents.map((document, at) => `${question} Q0 ${document} ${at + 1} ${1 / (at + 1)} quoth\n`).join('')

/** What came of one question, for those who keep it. */
export type Outcome = {
  readonly id: string
  readonly answer: Answer
  readonly milliseconds: number
  /** Its lines of a TREC run. */
  readonly run: string
}

/** The response to a question; one that cannot be asked, such as one too long, met silence. */
const responseTo = async (question: string, engine: Engine): Promise<Response> => {
  try {
    return await engine.ask(question)
  } catch (error) {
    if (!(error instanceof QuothError)) throw error
    const facts = {
      question,
      confidence: 0,
      nearest: [],
      unknownTerms: [],
      notes: error.msg === null ? [] : [error.msg],
      searched: 0,
    }
    return { answer: { kind: 'silent', quotes: [], ...facts }, milliseconds: 0, ranking: [], first: null }
  }
}

/**
 * Asks an engine over the documents of a collection every question of it, in order, and reports how well it did. `keep` is
 * told of each, silent or not, before the next is asked.
 */
export const evaluate = async (
  { documents, questions }: Collection,
  engine: Engine,
  keep: (outcome: Outcome, done: number) => Promise<void>,
): Promise<Report> => {
  const texts = new Map(documents.map(({ id, text }) => [id, text]))
  const fallback = documents[0]?.id ?? ''
  const judged: Judgement[] = []
  for (const question of questions) {
    const response = await responseTo(question.text, engine)
    const ranked = rankedDocuments(response.ranking, fallback)
    judged.push(judge(question, response, ranked, (id) => texts.get(id)))
    const run = runLines(question.id, ranked)
    await keep({ id: question.id, answer: response.answer, milliseconds: response.milliseconds, run }, judged.length)
  }
  return reportOf(documents.length, judged)
}
