import type { Answer } from '../domain/answer.ts'
import type { Findings, StatementFound } from '../domain/finding.ts'
import type { Analyser } from '../index/port.ts'
import { smallTalkWords } from '../language/english/small-talk-words.ts'
import { analyseTokens } from '../language/english/wink.ts'
import { sentencesIn } from '../language/sentences.ts'

/** What a question would read as operators: quotation marks, a minus before a word, the names of restrictions. */
const quotationMark = /["“”„«»]/g
const minus = /(^|\s)-(?=\S)/g
const restriction = /\b(source|before|after):/gi

/** A statement as a question that asks for all its words and restricts nothing. */
const asQuestion = (statement: string): string =>
  statement.replace(quotationMark, ' ').replace(minus, '$1').replace(restriction, '$1 ').trim()

/** Content words that a sentence with or without a verb must have to be looked up as a statement. */
const minTerms = { withVerb: 2, withoutVerb: 4 }

/** Code, links, and Discord's markup for people, channels, emoji and times. */
const nonProse = /```[^`]*```|<(?:[@#/:t]|a:)[^<>\s]{0,100}>|\b(?:https?:\/\/|www\.)\S+/g
/** A line for a bot or by one: `/ask …`, `!play …`, and small text such as a citation. */
const botLine = /^\s*(?:[/!.$]\w|-#)/
/** Markers of block quotes, lists and headings at the start of a line. */
const lineMark = /^\s*(?:(?:>>>|>|[-*+•]|#{1,3}|\d{1,3}[.)])\s+)+/

/** A line of at least this many characters may have been wrapped for its length alone. */
const minWrappedLength = 60

/**
 * Whether a sentence continues on the next line: in a chat, most lines without a full stop are sentences of their own.
 */
const goesOn = (line: string, next: string): boolean =>
  !/[.!?…:;]\s*$/.test(line) &&
  (line.length >= minWrappedLength || (/^\s*\p{Lu}/u.test(line) && /^\s*\p{Ll}/u.test(next)))

/** The paragraphs of a message: its lines of prose, with wrapped lines joined. */
const paragraphsOf = (text: string): readonly string[] => {
  const paragraphs: string[] = []
  let before: string | null = null
  for (const line of text.replace(nonProse, ' ').split('\n')) {
    const prose = line.replace(lineMark, '')
    if (botLine.test(prose) || prose.trim() === '') {
      before = null
      continue
    }
    if (before !== null && prose === line && goesOn(before, prose)) paragraphs.push(`${paragraphs.pop()}\n${prose}`)
    else paragraphs.push(prose)
    before = prose
  }
  return paragraphs
}

const states = (sentence: string, { analyse }: Analyser): boolean => {
  // A question, however it ends: `Is that so?” `, `really?!`.
  if (/[?？][\s!"'”’)\]*_]*$/.test(sentence)) return false
  const contentWords = analyse(sentence).filter(({ folded }) => !smallTalkWords.has(folded))
  const terms = new Set(contentWords.map(({ term }) => term)).size
  if (terms >= minTerms.withoutVerb || terms < minTerms.withVerb) return terms >= minTerms.withoutVerb
  return analyseTokens(sentence).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
}

/**
 * The sentences of a message that state something, unchanged: no questions, greetings, links, code or bot commands.
 */
export const statementsIn = (text: string, analyser: Analyser): readonly string[] =>
  paragraphsOf(text).flatMap((paragraph) =>
    sentencesIn(paragraph)
      .map(({ start, end }) => paragraph.slice(start, end))
      .filter((sentence) => states(sentence, analyser)),
  )

/** Statements per text that are looked up. */
const maxStatements = 8
/** Quotes per statement for up to `few` statements; with more statements, one each. */
const quotesEach = { few: 3, quotes: 2 }
/** Characters of a statement that are searched for; a text without full stops is one sentence. */
const maxAskedLength = 1000

/** What finding sources depends on. */
type Finding = {
  readonly analyser: Analyser
  /** Answers a question with at most `quotes` quotes. */
  readonly answer: (question: string, quotes: number) => Promise<Answer>
  /** The confidence below which a match is weak. */
  readonly weakThreshold: number
  /** How many sources there are. */
  readonly size: () => Promise<number>
}

/**
 * Looks up each sentence of `text` that states something, as if it were a question: the same confidence decides whether
 * there is anything to quote. Whether a quote supports or contradicts the statement is for the reader to judge.
 */
export const findSources = async (
  text: string,
  { analyser, answer, weakThreshold, size }: Finding,
): Promise<Findings> => {
  const all = statementsIn(text, analyser)
  const statements: StatementFound[] = []
  const count = all.length <= quotesEach.few ? quotesEach.quotes : 1
  for (const statement of all.slice(0, maxStatements)) {
    const { quotes, confidence } = await answer(asQuestion(statement).slice(0, maxAskedLength), count)
    statements.push({ statement, quotes, isWeak: quotes.length > 0 && confidence < weakThreshold })
  }
  return { statements, left: all.length - statements.length, searched: await size() }
}
