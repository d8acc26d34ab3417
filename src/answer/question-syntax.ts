import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'
import type { Span } from '../domain/span.ts'

/** Whether `value` is a day, month or year of the calendar: `2014-05-03`, `2014-05` or `2014`. */
const isPartialDate = (value: string): boolean => {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(value)) return false
  const [year, month = '01', day = '01'] = value.split('-')
  const whole = `${year}-${month}-${day}`
  const time = Date.parse(`${whole}T00:00:00Z`)
  // JavaScript takes 30 February for 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(whole)
}

/** Negative if `a` is surely earlier than `b`, positive if surely later, 0 if one may contain the other. */
export const compareDates = (a: string, b: string): number => {
  const common = Math.min(a.length, b.length)
  const [first, second] = [a.slice(0, common), b.slice(0, common)]
  return first < second ? -1 : first > second ? 1 : 0
}

/** Closing quotation marks by opening mark: straight, English, German and French ones, and reversed guillemets. */
const closings: { readonly [opening: string]: string } = {
  '"': '"',
  '“': '”"',
  '„': '“”"',
  '”': '”',
  '«': '»',
  '»': '«',
}

/** Punctuation that ends the question rather than belongs to the name, date or word before it. */
const closingPunctuation = '?!.,;:)]'

const operator = /(-?)(source|before|after):/iy
const bare = /\S+/y
/** People may type a space before a date; before anything else with a space, `before:` is a word. */
const dateApart = /\s(?=\d{4})/y

type Operator = 'source' | 'before' | 'after'

/** A part of a typed question; `value` is its content without quotation marks and operator. */
type QuestionPart = Span & {
  readonly kind: 'text' | 'phrase' | 'excluded' | Operator
  readonly value: string
}

type Value = Span & { readonly value: string }

/** Matches a sticky pattern at an offset. */
const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const holdsWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Finds the first offset from `from` on where `is` holds, or `length`. Called in order, it tests each offset once. */
const nextWhere = (length: number, is: (at: number) => boolean): ((from: number) => number) => {
  let found = -1
  return (from) => {
    if (found < from) for (found = from; found < length && !is(found); ) found++
    return found
  }
}

/** Readers for the values in `question`, to be called from left to right. */
const valuesIn = (question: string) => {
  const isWord = (at: number): boolean => holdsWord(question.charAt(at))
  const nextWord = nextWhere(question.length, isWord)
  const closers = new Map(
    Object.entries(closings).map(([opening, marks]) => {
      const closes = (at: number): boolean => marks.includes(question.charAt(at)) && !isWord(at + 1)
      return [opening, nextWhere(question.length, closes)]
    }),
  )
  return {
    /** The quotation that opens at `start`, if it has a word in it. */
    quoted: (start: number): Value | null => {
      const end = closers.get(question.charAt(start))?.(start + 1) ?? question.length
      if (end === question.length || nextWord(start + 1) > end) return null
      return { start, end: end + 1, value: question.slice(start + 1, end) }
    },
    /** The run without white space at `start`, if it has a word in it. */
    bare: (start: number): Value | null => {
      let end = start + (matchAt(bare, question, start)?.[0].length ?? 0)
      while (end > start && closingPunctuation.includes(question.charAt(end - 1))) end--
      const value = question.slice(start, end)
      return holdsWord(value) ? { start, end, value } : null
    },
    isWord,
  }
}

/**
 * Splits a question into parts that together make up the whole. Only known operators at the start of a word are
 * operators; an unpaired quotation mark is text. Linear in the length.
 * @throws QuothError `bad-argument` for an operator with a minus
 */
export const partsOf = (question: string): readonly QuestionPart[] => {
  const { quoted, bare: bareAt, isWord } = valuesIn(question)

  const excludedAt = (start: number): QuestionPart | null => {
    // Before a digit, a minus belongs to the number, as in `at -5 degrees`; two of them are a dash.
    if (question.charAt(start) !== '-' || /[\d-]/.test(question.charAt(start + 1))) return null
    const value = quoted(start + 1) ?? bareAt(start + 1)
    return value && { ...value, kind: 'excluded', start }
  }

  const operatorAt = (start: number): QuestionPart | null => {
    const [all, minus, name = ''] = matchAt(operator, question, start) ?? []
    if (all === undefined) return excludedAt(start)
    const kind = name.toLowerCase() as Operator
    const at = start + all.length
    const hasSpace = kind !== 'source' && matchAt(dateApart, question, at) !== null
    const value = quoted(at) ?? bareAt(hasSpace ? at + 1 : at)
    if (value && minus)
      throw new QuothError('bad-argument', msg`“-${kind}:” is not supported; please leave out the minus.`)
    return value && { ...value, kind, start }
  }

  const partAt = (start: number): QuestionPart | null => {
    const isOpening = start === 0 || /\s/.test(question.charAt(start - 1))
    const found = isOpening ? operatorAt(start) : null
    if (found || (start > 0 && isWord(start - 1))) return found
    const phrase = quoted(start)
    return phrase && { ...phrase, kind: 'phrase' }
  }

  const parts: QuestionPart[] = []
  let textFrom = 0
  const endText = (end: number): void => {
    if (end > textFrom) parts.push({ kind: 'text', start: textFrom, end, value: question.slice(textFrom, end) })
  }
  for (let at = 0; at < question.length; ) {
    const part = partAt(at)
    at = part?.end ?? at + 1
    if (part === null) continue
    endText(part.start)
    parts.push(part)
    textFrom = part.end
  }
  endText(question.length)
  return parts
}

/** Characters that a question may have; a chat may allow fewer. */
const maxQuestionLength = 6000
/** Phrases, and excluded words, that a question may have: each is searched for in every passage. */
const maxOfEach = 20

/** A parsed question. */
export type QuestionSyntax = {
  /** The whole question as typed. */
  readonly typed: string
  /** The question without its operators. */
  readonly text: string
  /** The spans of `text` to find word for word, without their quotation marks. */
  readonly phrases: readonly Span[]
  /** Words and phrases that passages must not have. */
  readonly excluded: readonly string[]
  /** The source to search, as typed. */
  readonly source: string | null
  /** Only sources dated before this day, month or year. */
  readonly before: string | null
  /** Only sources dated after this day, month or year. */
  readonly after: string | null
}

/** The value of an operator, which may be used once. */
const onlyValue = (parts: readonly QuestionPart[], operator: Operator): string | null => {
  const [first, ...others] = parts.filter(({ kind }) => kind === operator)
  if (others.length > 0)
    throw new QuothError(
      'bad-argument',
      msg`The question has “${operator}:” ${others.length + 1} times; please use it only once.`,
    )
  return first?.value ?? null
}

const dateOf = (parts: readonly QuestionPart[], operator: 'before' | 'after'): string | null => {
  const value = onlyValue(parts, operator)
  if (value !== null && !isPartialDate(value)) {
    throw new QuothError(
      'bad-argument',
      msg`“${operator}:” needs a year, month or day, such as ${operator}:2014, ${operator}:2014-05 or ${operator}:2014-05-03; “${value.slice(0, 40)}” is not one.`,
    )
  }
  return value
}

/**
 * Parses a question with operators: `"a phrase"`, `-word`, `-"a phrase"`, `source:name`, `before:2014`,
 * `after:2014-05-03`.
 * @throws QuothError `bad-argument` if it is longer than 6,000 characters, has more than 20 phrases or excluded words,
 * has an operator with an invalid value, or has nothing but operators
 */
export const parseQuestion = (question: string): QuestionSyntax => {
  if (question.length > maxQuestionLength)
    throw new QuothError(
      'bad-argument',
      msg`A question can have at most ${maxQuestionLength} characters; this has ${question.length}.`,
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
    throw new QuothError('bad-argument', msg`No day is both before ${before} and after ${after}.`)
  if (parts.some(({ kind }) => kind !== 'text') && !holdsWord(text))
    throw new QuothError('bad-argument', msg`Please add what you want to know, for example: arrests before:2014.`)
  const excluded = parts.filter(({ kind }) => kind === 'excluded').map(({ value }) => value)
  if (Math.max(phrases.length, excluded.length) > maxOfEach)
    throw new QuothError(
      'bad-argument',
      msg`A question can have at most ${maxOfEach} phrases in quotation marks and ${maxOfEach} words after a minus.`,
    )
  return { typed: question, text, phrases, excluded, source, before, after }
}
