import type { Passage } from '../domain/passage.ts'
import type { Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { Analyser } from '../search/port.ts'

/** A sentence as the features see it. */
export type AnalysedSentence = {
  readonly span: Span
  readonly text: string
  /** Every word, folded. */
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
  readonly context: ReadonlySet<string>
}

const analyseSentence = (source: Source, span: Span, analyser: Analyser): AnalysedSentence => {
  const text = source.text.slice(span.start, span.end)
  const words = analyser.tokenise(text).map(({ folded }) => folded)
  const terms = words.flatMap((word, at) => {
    const term = analyser.termOf(word)
    return term === null ? [] : [{ term, at }]
  })
  return { span, text, words, terms }
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
  const context = new Set(analyser.analyse(passage.context).map(({ term }) => term))
  return { passage, sentences, occurrences, length, context }
}
