import { QuothError } from '../domain/error.ts'
import { said } from '../domain/said.ts'
import type { Span } from '../domain/span.ts'
import { compareDates, isPartialDate } from './partial-date.ts'
import { holdsWord, type Operator, partsOf, type QuestionPart } from './question-parts.ts'

/** Characters that a question may have; a chat may take fewer. */
const longestQuestion = 6000
/** Phrases, and words behind a minus, that a question may have: each is looked for in every passage. */
const mostOfEach = 20

/** A typed question, taken apart. */
export type QuestionSyntax = {
  /** What is asked: the question without its operators. */
  readonly text: string
  /** What of `text` is to be found word for word: where it stands there, without its marks. */
  readonly phrases: readonly Span[]
  /** Words and phrases that what is found must not hold. */
  readonly excluded: readonly string[]
  /** The source to look in, as typed. */
  readonly source: string | null
  /** Only sources from before this day, month or year begins. */
  readonly before: string | null
  /** Only sources from after this day, month or year ends. */
  readonly after: string | null
}

/** The value of an operator, which may be said once. */
const onlyValue = (parts: readonly QuestionPart[], operator: Operator): string | null => {
  const [first, ...others] = parts.filter(({ kind }) => kind === operator)
  if (others.length > 0)
    throw new QuothError(
      'bad-argument',
      said`The question has “${operator}:” ${others.length + 1} times; please say it once.`,
    )
  return first?.value ?? null
}

const dateOf = (parts: readonly QuestionPart[], operator: 'before' | 'after'): string | null => {
  const value = onlyValue(parts, operator)
  if (value !== null && !isPartialDate(value)) {
    throw new QuothError(
      'bad-argument',
      said`“${operator}:” takes a year, a month or a day, such as ${operator}:2014, ${operator}:2014-05 or ${operator}:2014-05-03; “${value.slice(0, 40)}” is none.`,
    )
  }
  return value
}

/**
 * Takes apart what a person typed: `"a phrase"`, `-word`, `-"a phrase"`, `source:name`, `before:2014`, `after:2014-05-03`.
 * @throws QuothError `bad-argument` when it is longer than 6,000 characters or has more than 20 phrases or words behind a
 * minus, when an operator stands with what it does not take, or when nothing is asked besides operators
 */
export const parseQuestion = (question: string): QuestionSyntax => {
  if (question.length > longestQuestion)
    throw new QuothError(
      'bad-argument',
      said`A question takes at most ${longestQuestion} characters, and this has ${question.length}; please shorten it.`,
    )
  const parts = partsOf(question)
  const phrases: Span[] = []
  let text = ''
  for (const { kind, start, end, value } of parts) {
    if (kind === 'phrase') phrases.push({ start: text.length + 1, end: text.length + 1 + value.length })
    const typed = question.slice(start, end)
    if (kind === 'phrase' || kind === 'text') text += text === '' ? typed.trimStart() : typed
  }
  const [source, before, after] = [onlyValue(parts, 'source'), dateOf(parts, 'before'), dateOf(parts, 'after')]
  if (before !== null && after !== null && compareDates(after, before) >= 0)
    throw new QuothError('bad-argument', said`No day is both before ${before} and after ${after}.`)
  if (parts.some(({ kind }) => kind !== 'text') && !holdsWord(text))
    throw new QuothError(
      'bad-argument',
      said`Please say what you want to know as well, for example: arrests before:2014.`,
    )
  const excluded = parts.filter(({ kind }) => kind === 'excluded').map(({ value }) => value)
  if (Math.max(phrases.length, excluded.length) > mostOfEach)
    throw new QuothError(
      'bad-argument',
      said`A question takes at most ${mostOfEach} phrases in quotation marks and ${mostOfEach} words behind a minus.`,
    )
  return { text, phrases, excluded, source, before, after }
}
