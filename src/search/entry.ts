import type { Analyser, IndexedPassage, IndexedSentence, SentenceReading, Token } from './port.ts'

/** A passage, analysed once for everything that an index does with it. */
export type Entry = IndexedPassage & {
  /** Its terms in order, and those of its context. */
  readonly terms: readonly string[]
  readonly contextTerms: readonly string[]
  /** How often each term stands in it; what stands in its context counts half. */
  readonly occurrences: ReadonlyMap<string, number>
  /** Every word form of it and of its context once, with its term. */
  readonly forms: ReadonlyMap<string, string>
  readonly readings: readonly SentenceReading[]
}

/** A match in title, headings or question counts half of one in the passage itself. */
const contextShare = 0.5

const termOf = ({ term }: Token): string => term

const readingOf = ({ text, asked }: IndexedSentence, { tokenise, termOf: lookUp }: Analyser): SentenceReading => {
  const words = [...tokenise(asked), ...tokenise(text)].map(({ folded }) => folded)
  return { words, terms: words.map(lookUp) }
}

/** Analyses a passage; the cost grows with its text. */
export const entryOf = (indexed: IndexedPassage, analyser: Analyser): Entry => {
  const { analyse } = analyser
  const tokens = indexed.sentences.flatMap(({ text }) => analyse(text))
  const context = analyse(indexed.passage.context)
  const occurrences = new Map<string, number>()
  const count = (some: readonly Token[], share: number): void => {
    for (const { term } of some) occurrences.set(term, (occurrences.get(term) ?? 0) + share)
  }
  count(tokens, 1)
  count(context, contextShare)
  return {
    ...indexed,
    terms: tokens.map(termOf),
    contextTerms: context.map(termOf),
    occurrences,
    readings: indexed.sentences.map((sentence) => readingOf(sentence, analyser)),
    forms: new Map([...tokens, ...context].map(({ folded, term }) => [folded, term])),
  }
}
