import type { Passage } from '../domain/passage.ts'
import { paragraphPlace, type Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { PassageReading } from '../search/port.ts'

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
  /** Terms of the passages around it: what `he` and `the group` in it may stand for. */
  readonly nearby: ReadonlySet<string>
}

/** What stands where in `source`, and how the index has read it, joined for scoring. */
export const analysedPassage = (source: Source, passage: Passage, reading: PassageReading): AnalysedPassage => {
  const occurrences = new Map<string, number>()
  let length = 0
  const sentences = passage.sentences.map((span, at): AnalysedSentence => {
    const { words = [], terms: all = [] } = reading.sentences[at] ?? {}
    const terms = all.flatMap((term, i) => (term === null ? [] : [{ term, at: i }]))
    for (const { term } of terms) occurrences.set(term, (occurrences.get(term) ?? 0) + 1)
    length += terms.length
    const isAsked = source.paragraphs[paragraphPlace(source, span.start)]?.role === 'question'
    return { span, text: source.text.slice(span.start, span.end), isAsked, words, terms }
  })
  const { context, nearby } = reading
  return { passage, sentences, occurrences, length, context: new Set(context), nearby: new Set(nearby) }
}
