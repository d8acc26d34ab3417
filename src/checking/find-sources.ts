import type { Answer } from '../domain/answer.ts'
import type { Findings, StatementFound } from '../domain/finding.ts'
import type { Analyser } from '../search/port.ts'
import { asQuestion } from './as-question.ts'
import { statementsIn } from './statements.ts'

/** Statements of one text that are looked up. */
const mostStatements = 8
/** Quotes for each of so many statements or fewer; one for each of more. Who wants others asks about it. */
const quotesEach = { few: 3, quotes: 2 }
/** Characters of a statement that are asked; a text without full stops is one sentence. */
const longestAsked = 1000

/** What finding needs of the rest of the house. */
export type Finding = {
  readonly analyser: Analyser
  /** The library's words on a question, with so many quotes at most, or its silence. */
  readonly answer: (question: string, quotes: number) => Promise<Answer>
  /** Below this confidence a match is weak. */
  readonly weakBelow: number
  /** How many sources there are. */
  readonly size: () => Promise<number>
}

/**
 * Looks up each sentence of `text` that states something. What answers a question bears on a statement as well: the same
 * confidence decides whether there is anything to quote. Whether a quote says the same or the opposite is for its reader.
 */
export const findSources = async (text: string, { analyser, answer, weakBelow, size }: Finding): Promise<Findings> => {
  const all = statementsIn(text, analyser)
  const statements: StatementFound[] = []
  const count = all.length <= quotesEach.few ? quotesEach.quotes : 1
  for (const statement of all.slice(0, mostStatements)) {
    const { quotes, confidence } = await answer(asQuestion(statement).slice(0, longestAsked), count)
    statements.push({ statement, quotes, isWeak: quotes.length > 0 && confidence < weakBelow })
  }
  return { statements, left: all.length - statements.length, searched: await size() }
}
