import { QuothError } from '../domain/error.ts'
import { said } from '../domain/said.ts'
import type { Span } from '../domain/span.ts'

/** What may close a quotation by what opens it: typewriter, English, German and French marks, and those turned round. */
const closings: { readonly [opening: string]: string } = {
  '"': '"',
  '“': '”"',
  '„': '“”"',
  '”': '”',
  '«': '»',
  '»': '«',
}

/** What ends a question rather than the name, date or word in it. */
const closingPunctuation = '?!.,;:)]'

const operator = /(-?)(source|before|after):/iy
const bare = /\S+/y
/** A date may stand apart from its operator, as people type it; before anything else that is apart, `before:` is a word. */
const dateApart = /\s(?=\d{4})/y

export type Operator = 'source' | 'before' | 'after'

/** A run of a typed question; `value` is what it says without its marks and its operator. */
export type QuestionPart = Span & {
  readonly kind: 'text' | 'phrase' | 'excluded' | Operator
  readonly value: string
}

type Value = Span & { readonly value: string }

/** What `pattern`, which is sticky, finds at that place. */
const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

export const holdsWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Tells the first place from `from` on of which `is` holds, or `length`. Asked in order, it looks at each place once. */
const nextWhere = (length: number, is: (at: number) => boolean): ((from: number) => number) => {
  let found = -1
  return (from) => {
    if (found < from) for (found = from; found < length && !is(found); ) found++
    return found
  }
}

/** Reads the values that may stand at a place of `question`, asked from left to right. */
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
    /** A quotation with a word in it that opens at `start`. */
    quoted: (start: number): Value | null => {
      const end = closers.get(question.charAt(start))?.(start + 1) ?? question.length
      if (end === question.length || nextWord(start + 1) > end) return null
      return { start, end: end + 1, value: question.slice(start + 1, end) }
    },
    /** A run without white space that has a word in it. */
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
 * The parts of a question in order; together they are the question, and every character is in one of them. Only the known
 * operators are operators, where a word begins; a quotation mark without its other one is text. Linear in the length.
 * @throws QuothError `bad-argument` for an operator with a minus
 */
export const partsOf = (question: string): readonly QuestionPart[] => {
  const { quoted, bare: bareAt, isWord } = valuesIn(question)

  const excludedAt = (start: number): QuestionPart | null => {
    // Before a digit the minus belongs to a number, as in `at -5 degrees`; two of them are a dash.
    if (question.charAt(start) !== '-' || /[\d-]/.test(question.charAt(start + 1))) return null
    const out = quoted(start + 1) ?? bareAt(start + 1)
    return out && { ...out, kind: 'excluded', start }
  }

  const operatorAt = (start: number): QuestionPart | null => {
    const [all, minus, name = ''] = matchAt(operator, question, start) ?? []
    if (all === undefined) return excludedAt(start)
    const kind = name.toLowerCase() as Operator
    const at = start + all.length
    const isApart = kind !== 'source' && matchAt(dateApart, question, at) !== null
    const value = quoted(at) ?? bareAt(isApart ? at + 1 : at)
    if (value && minus)
      throw new QuothError('bad-argument', said`“-${kind}:” cannot be read; please leave the minus out.`)
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
