import { type Paragraph, paragraphPlace, type Source } from '../domain/source.ts'
import { placeBehind, type Span } from '../domain/span.ts'
import type { SentenceReading } from '../index/port.ts'
import { functionWords } from '../language/english/function-words.ts'
import { opensWithQuestionWord, questionWord } from '../language/english/question-words.ts'
import { goesOnInNextItem, remarksOnQuestion } from '../language/english/sentence-openings.ts'
import { rulesOf } from '../language/languages.ts'
import { plainForm } from '../language/letters.ts'
import { saysTooLittle } from './choose-quotes.ts'
import type { Query } from './query.ts'

const closing = '["\'”’)\\]]{0,3}$'
// Not before a square bracket: `[original research?]` doubts what an author says.
const question = /\?["'”’)]{0,3}$/
const leadIn = new RegExp(`:${closing}`)
const sentenceEnd = new RegExp(`[.!?…]${closing}`)

/** Whether a sentence announces what follows with a colon. */
export const introduces = (sentence: string): boolean => leadIn.test(sentence)

/** Whether a sentence ends as one, and not as a label or an item does. */
export const endsSentence = (sentence: string): boolean => sentenceEnd.test(sentence)

/** Whether a sentence is a question. */
export const asks = (sentence: string): boolean => question.test(sentence)

/** Whether a question asks for a thing, a time or a reason, so that repeating its words is no answer. */
const asksForSomething = ({ question: asked, language }: Query): boolean =>
  (rulesOf(language)?.questionWord.test(plainForm(asked)) ?? questionWord.test(asked)) &&
  (/[?？]\s*$/.test(asked) || (opensWithQuestionWord.test(asked) && !/[.!]\s*$/.test(asked)))

/**
 * How a sentence introduces what follows: it says nothing on its own, since it is a question or a label with no words
 * but the question's; or it announces a list or somebody's words, and may say more besides.
 */
export type Opening = 'says-nothing' | 'announces' | null

/** Makes a test for how a sentence opens. Whoever searches for a phrase wants its sentence, whatever that is. */
export const openingsFor = (query: Query): ((sentence: string, reading: SentenceReading) => Opening) => {
  if (query.restrictions.phrases.length > 0) return () => null
  const asked = new Set(
    query.concepts
      .flatMap(({ alternatives, otherNames }) => alternatives.filter((way) => !otherNames.includes(way)))
      .flat(),
  )
  const isAsking = asksForSomething(query)
  const isEnglish = query.language === 'en'
  const saysNothing = (word: string, term: string | null | undefined): boolean =>
    isEnglish ? functionWords.has(word) : term === null
  const repeats = (sentence: string, { words, terms }: SentenceReading): boolean =>
    (isAsking || !sentenceEnd.test(sentence)) &&
    words.every((word, at) => saysNothing(word, terms[at]) || asked.has(terms[at] ?? ''))
  return (sentence, reading) => {
    if (asks(sentence) || repeats(sentence, reading)) return 'says-nothing'
    return leadIn.test(sentence) ? 'announces' : null
  }
}

type Sentence = { readonly span: Span; readonly text: string; readonly paragraph: Paragraph }

/** Whether only markup is between two offsets: no heading, nor anything that is never quoted. */
export const areJoined = ({ runs }: Source, from: number, to: number): boolean => {
  for (let at = placeBehind(runs, from); (runs[at]?.start ?? to) < to; at++)
    if (runs[at]?.kind !== 'markup') return false
  return true
}

/** The sentences after `span`, as far as a reader takes them for what it introduces. */
function* sentencesAfter(source: Source, span: Span): Generator<Sentence> {
  const { paragraphs, text } = source
  let before: Span = span
  for (let i = paragraphPlace(source, span.start); i < paragraphs.length; i++) {
    const paragraph = paragraphs[i] as Paragraph
    if (paragraph.start > before.end && !areJoined(source, before.end, paragraph.start)) return
    for (let at = placeBehind(paragraph.sentences, span.end); at < paragraph.sentences.length; at++) {
      before = paragraph.sentences[at] as Span
      yield { span: before, text: text.slice(before.start, before.end), paragraph }
    }
  }
}

const linesBetween = ({ text }: Source, a: Sentence, b: Sentence): number =>
  text.slice(a.span.end, b.span.start).split('\n').length

/** Whether `next` is one more item of the list that `last` is in; lines without a bullet are items if spaced alike. */
const isNextItem = (source: Source, [last, beforeLast]: readonly (Sentence | undefined)[], next: Sentence): boolean => {
  if (last === undefined || asks(next.text) || leadIn.test(next.text)) return false
  if (last.paragraph.role === 'list-item') return next.paragraph.role === 'list-item'
  const isApart = beforeLast !== undefined && linesBetween(source, last, next) > linesBetween(source, beforeLast, last)
  return (
    !isApart && (goesOnInNextItem.test(last.text) || (!sentenceEnd.test(last.text) && !sentenceEnd.test(next.text)))
  )
}

/** Whether a sentence behind a question speaks of it instead of answering it. */
export const remarks = (sentence: string): boolean => remarksOnQuestion.test(sentence)

/** Sentences of a turn behind a question that may only remark on it. */
const maxRemarks = 3

/**
 * A question with the remarks on it, up to the answer in the next turn or paragraph; null where the question is not
 * remarked on, or nobody answers.
 */
const withAnswerOfAnother = (source: Source, span: Span, maxLength: number): Span | null => {
  const opener = source.paragraphs[paragraphPlace(source, span.start)]
  if (!asks(source.text.slice(span.start, span.end))) return null
  let count = 0
  for (const { span: next, text, paragraph } of sentencesAfter(source, span)) {
    if (next.end - span.start > maxLength) return null
    const isAnother = paragraph !== opener && (paragraph.speaker === null || paragraph.speaker !== opener?.speaker)
    if (isAnother && count === 0) return null
    if (isAnother && !saysTooLittle(text)) return { start: span.start, end: next.end }
    if (!isAnother && (++count > maxRemarks || !remarks(text))) return null
  }
  return null
}

/**
 * Extends `span`, which ends in a sentence that introduces something, to the end of what follows: a sentence that does
 * not introduce anything itself, or the items of a list. If another speaker goes on, the introduction is left out.
 * @param maxLength characters that the result may have
 * @returns null if nothing follows
 */
export const withWhatFollows = (source: Source, span: Span, maxLength: number): Span | null => {
  const answered = withAnswerOfAnother(source, span, maxLength)
  if (answered !== null) return answered
  const opener = source.paragraphs[paragraphPlace(source, span.start)]
  let isList = leadIn.test(source.text.slice(span.start, span.end))
  let { start } = span
  /** What follows, last first. */
  let followed: readonly Sentence[] = []
  for (const next of sentencesAfter(source, span)) {
    const [last] = followed
    const isLong = next.span.end - start > maxLength
    if (last === undefined) {
      if (asks(next.text) || leadIn.test(next.text)) {
        if (isLong) return null
        isList = leadIn.test(next.text)
        continue
      }
      if (next.paragraph.speaker !== opener?.speaker) start = next.span.start
    } else {
      const isBegun = saysTooLittle(last.text) && last.paragraph === next.paragraph
      if (isLong || !(isBegun || (isList && isNextItem(source, followed, next)))) break
    }
    followed = [next, ...followed.slice(0, 1)]
  }
  const [last] = followed
  return last === undefined ? null : { start, end: last.span.end }
}
