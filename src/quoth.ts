import type { Answer } from './domain/answer.ts'
import type { Citation } from './domain/citation.ts'
import type { Quote } from './domain/quote.ts'
import type { ReferenceStyle } from './domain/reference-style.ts'
import type { Refusal, SourceCard } from './domain/reply.ts'
import type { SourceId } from './domain/source.ts'
import type { Summary } from './domain/summary.ts'

/** A source as offered while a person types. */
export type SourceSuggestion = { readonly id: SourceId; readonly title: string }

/** The facade: everything that a command can ask of a library. Expected failures are `QuothError`s. */
export type Quoth = {
  /**
   * The library's words on `question` (at most 6,000 characters), in `source` alone when one is named by id or title.
   * `quotes` is how many to give at most, 3 by default.
   * @throws QuothError `unknown-source`, `bad-argument`
   */
  ask(question: string, options?: { readonly source?: string | undefined; readonly quotes?: number }): Promise<Answer>
  /** @throws QuothError `unknown-source` */
  summarise(source: string, options?: { readonly sentences?: number }): Promise<Summary>
  /** The quote that an id names, with one formatted reference. @throws QuothError `unknown-quote` */
  cite(
    id: string,
    style?: ReferenceStyle,
  ): Promise<{
    readonly quote: Quote
    readonly citation: Citation
    readonly style: ReferenceStyle
    readonly reference: string
  }>
  /** Every source, by id, and the documents that did not become one. */
  sources(): Promise<{ readonly cards: readonly SourceCard[]; readonly refusals: readonly Refusal[] }>
  /** @throws QuothError `unknown-source` with what may have been meant */
  source(name: string): Promise<SourceCard>
  /** Sources for what a person has typed so far, best first; all of them, by title, for nothing typed. */
  suggestSources(typed: string, limit: number): Promise<readonly SourceSuggestion[]>
}
