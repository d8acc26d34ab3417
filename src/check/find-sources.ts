import type { Answer } from '../domain/answer.ts'
import type { Findings, StatementFound } from '../domain/finding.ts'
import type { Analyser } from '../index/port.ts'
import { smallTalkWords } from '../language/english/small-talk-words.ts'
import { analyseTokens } from '../language/english/wink.ts'
import { sentencesIn } from '../language/sentences.ts'

/** What a question reads as operators: quotation marks, a minus before a word, the names of restrictions. */
const quotationMark = /["“”„«»]/g
const minus = /(^|\s)-(?=\S)/g
const restriction = /\b(source|before|after):/gi

/** A statement as a question that asks for all its words and restricts nothing. */
const asQuestion = (statement: string): string =>
  statement.replace(quotationMark, ' ').replace(minus, '$1').replace(restriction, '$1 ').trim()

/** Words that say something, without which a sentence with a verb, or one without, is no statement to look up. */
const minTerms = { withVerb: 2, withoutVerb: 4 }

/** Program text, links, and what Discord writes for people, channels, emoji and times; none of it is a sentence. */
const noProse = /```[^`]*```|<(?:[@#/:t]|a:)[^<>\s]{0,100}>|\b(?:https?:\/\/|www\.)\S+/g
/** A line that speaks to a program, or that a machine wrote: `/ask …`, `!play …`, and small text such as a citation. */
const noSpeech = /^\s*(?:[/!.$]\w|-#)/
/** What stands before the words of a line: block quotes, lists, headings. */
const lineMark = /^\s*(?:(?:>>>|>|[-*+•]|#{1,3}|\d{1,3}[.)])\s+)+/

/** Characters of a line that was broken for its length alone. */
const minWrappedLength = 60

/** Whether a sentence goes on over the end of a line: in a chat, most lines without a full stop are sentences by themselves. */
const goesOn = (line: string, next: string): boolean =>
  !/[.!?…:;]\s*$/.test(line) &&
  (line.length >= minWrappedLength || (/^\s*\p{Lu}/u.test(line) && /^\s*\p{Ll}/u.test(next)))

/** The paragraphs of a message: its lines without what is no prose, those that go on put together. */
const paragraphsOf = (text: string): readonly string[] => {
  const paragraphs: string[] = []
  let before: string | null = null
  for (const line of text.replace(noProse, ' ').split('\n')) {
    const own = line.replace(lineMark, '')
    if (noSpeech.test(own) || own.trim() === '') {
      before = null
      continue
    }
    if (before !== null && own === line && goesOn(before, own)) paragraphs.push(`${paragraphs.pop()}\n${own}`)
    else paragraphs.push(own)
    before = own
  }
  return paragraphs
}

const states = (sentence: string, { analyse }: Analyser): boolean => {
  // A question, however it is closed: `Is that so?” `, `really?!`.
  if (/[?？][\s!"'”’)\]*_]*$/.test(sentence)) return false
  const telling = analyse(sentence).filter(({ folded }) => !smallTalkWords.has(folded))
  const terms = new Set(telling.map(({ term }) => term)).size
  if (terms >= minTerms.withoutVerb || terms < minTerms.withVerb) return terms >= minTerms.withoutVerb
  return analyseTokens(sentence).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
}

/**
 * The sentences of a message that state something, as they stand in it: not questions, greetings, links, program text or
 * commands of bots.
 */
export const statementsIn = (text: string, analyser: Analyser): readonly string[] =>
  paragraphsOf(text).flatMap((paragraph) =>
    sentencesIn(paragraph)
      .map(({ start, end }) => paragraph.slice(start, end))
      .filter((sentence) => states(sentence, analyser)),
  )

/** Statements of one text that are looked up. */
const maxStatements = 8
/** Quotes for each of so many statements or fewer; one for each of more. Who wants others asks about it. */
const quotesEach = { few: 3, quotes: 2 }
/** Characters of a statement that are asked; a text without full stops is one sentence. */
const maxAskedLength = 1000

/** What finding needs of the rest of the house. */
type Finding = {
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
  for (const statement of all.slice(0, maxStatements)) {
    const { quotes, confidence } = await answer(asQuestion(statement).slice(0, maxAskedLength), count)
    statements.push({ statement, quotes, isWeak: quotes.length > 0 && confidence < weakBelow })
  }
  return { statements, left: all.length - statements.length, searched: await size() }
}
