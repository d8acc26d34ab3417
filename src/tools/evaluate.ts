import type { Answer } from '../domain/answer.ts'
import { QuothError } from '../domain/error.ts'
import type { Ranking } from '../domain/passage.ts'
import type { Collection } from './collection.ts'
import type { Engine, Response } from './engine.ts'
import { type Judgement, judge } from './judgement.ts'
import { type Report, reportOf } from './report.ts'

/** Documents per question in a run. */
const runDepth = 100

/**
 * The documents of a ranking of passages by their best passage, at most a hundred. TREC asks for at least one document
 * per question, so `fallback` is returned when nothing was found.
 */
const rankedDocuments = (ranking: Ranking, fallback: string): readonly string[] => {
  const documents = [...new Set<string>(ranking.map(({ passage }) => passage.source))].slice(0, runDepth)
  return documents.length === 0 ? [fallback] : documents
}

/**
 * A question's lines of a TREC run: `qid Q0 docid rank score quoth`. The score is one over the rank: readers of runs
 * sort by it, and the scores of two stages have no common scale.
 */
const runLines = (question: string, documents: readonly string[]): string =>
  documents.map((document, at) => `${question} Q0 ${document} ${at + 1} ${1 / (at + 1)} quoth\n`).join('')

/** The outcome of one question. */
export type Outcome = {
  readonly id: string
  readonly answer: Answer
  readonly milliseconds: number
  /** Its lines of a TREC run. */
  readonly run: string
}

/** The response to a question; silence for one that cannot be asked, such as one that is too long. */
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
 * Asks an engine all questions of a collection in order, and reports how well it did.
 * @param engine holds the documents of the collection
 * @param keep is called with each outcome, silent or not, and the number of questions done, before the next is asked
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
