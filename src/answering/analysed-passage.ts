import type { Passage } from '../domain/passage.ts'
import { type Paragraph, paragraphPlace, type Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { Analyser } from '../search/port.ts'

/** A sentence as the features see it. */
export type AnalysedSentence = {
  readonly span: Span
  readonly text: string
  /** Whether it asks rather than answers: a question of an interview. */
  readonly isAsked: boolean
  /** Every word, folded; for the opening of an answer, after those of the question that it answers. */
  readonly words: readonly string[]
  /** Terms with their position among `words`. */
  readonly terms: readonly { readonly term: string; readonly at: number }[]
}

/** A passage, read for scoring. */
export type AnalysedPassage = {
  readonly passage: Passage
  readonly sentences: readonly AnalysedSentence[]
  readonly occurrences: ReadonlyMap<string, number>
  /** Number of terms. */
  readonly length: number
  /** Terms of its title, headings and question. */
  readonly context: ReadonlySet<string>
  /** Terms of the paragraphs around it: what `he` and `the group` in it may stand for. */
  readonly nearby: ReadonlySet<string>
}

/** Paragraphs before and after a passage that count as near it. */
const before = 2
const after = 1
/** Characters of each of them that are read, so that a passage costs the same whatever surrounds it. */
const longestRead = 1500

const nearbyText = (source: Source, { start, end }: Span): string => {
  const { text, paragraphs } = source
  const first = paragraphPlace(source, start)
  const next = paragraphPlace(source, end - 1) + 1
  return [
    ...paragraphs
      .slice(Math.max(0, first - before), first)
      .map((p) => text.slice(Math.max(p.start, p.end - longestRead), p.end)),
    ...paragraphs.slice(next, next + after).map((p) => text.slice(p.start, Math.min(p.end, p.start + longestRead))),
  ].join('\n')
}

/** The body paragraph that holds a sentence. */
const paragraphOf = (source: Source, { start }: Span): Paragraph | undefined =>
  source.paragraphs[paragraphPlace(source, start)]

/** An answer opens where its question was asked, so the question's words count as said there. */
const askedBefore = ({ text }: Source, span: Span, paragraph: Paragraph | undefined): string =>
  paragraph?.answers && paragraph.sentences[0]?.start === span.start
    ? text.slice(paragraph.answers.start, paragraph.answers.end)
    : ''

const analyseSentence = (source: Source, span: Span, analyser: Analyser): AnalysedSentence => {
  const text = source.text.slice(span.start, span.end)
  const paragraph = paragraphOf(source, span)
  const words = analyser.tokenise(`${askedBefore(source, span, paragraph)}\n${text}`).map(({ folded }) => folded)
  const terms = words.flatMap((word, at) => {
    const term = analyser.termOf(word)
    return term === null ? [] : [{ term, at }]
  })
  return { span, text, isAsked: paragraph?.role === 'question', words, terms }
}

/** Reads a passage of `source` for scoring; its cost grows with the passage. */
export const analysePassage = (source: Source, passage: Passage, analyser: Analyser): AnalysedPassage => {
  const sentences = passage.sentences.map((span) => analyseSentence(source, span, analyser))
  const occurrences = new Map<string, number>()
  let length = 0
  for (const { terms } of sentences)
    for (const { term } of terms) {
      occurrences.set(term, (occurrences.get(term) ?? 0) + 1)
      length++
    }
  const termsOf = (text: string): ReadonlySet<string> => new Set(analyser.analyse(text).map(({ term }) => term))
  const [context, nearby] = [termsOf(passage.context), termsOf(nearbyText(source, passage))]
  return { passage, sentences, occurrences, length, context, nearby }
}
