import type { Answer } from '../domain/answer.ts'
import type { Ranking } from '../domain/passage.ts'
import type { SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'

/** What came of a question: the answer that a person would be given, and what it was chosen from. */
export type Response = {
  readonly answer: Answer
  /** How long the answer took, without what is made for the evaluation alone. */
  readonly milliseconds: number
  /** Passages as the second stage ranks them, best first, more of them than a hundred documents need. */
  readonly ranking: Ranking
  /** The answer's first quote; when it is silent, the quote that it holds back. Null when nothing was found. */
  readonly first: ({ readonly source: SourceId } & Span) | null
}

/** What is evaluated: a library that is loaded and answers. */
export type Engine = { ask(question: string): Promise<Response> }
