import type { Answer } from './answer.ts'
import type { Citation } from './citation.ts'
import type { Quote } from './quote.ts'
import type { Source } from './source.ts'
import type { SourceCard } from './source-card.ts'
import type { Summary } from './summary.ts'

/** A document of the library folder that did not become a source, and why, in a whole sentence. */
export type Refusal = { readonly path: string; readonly reason: string }

/** How to use one command, made from its declaration. */
export type CommandHelp = {
  readonly name: string
  readonly description: string
  /** `/ask question [source] [quotes: 3]` */
  readonly usage: string
  readonly options: readonly { readonly name: string; readonly description: string }[]
  /** What may be typed, and what it means. */
  readonly examples: readonly { readonly text: string; readonly meaning: string }[]
}

/** What a command returns. Every surface renders every kind; none adds words to a quote. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'summary'; readonly summary: Summary }
  | { readonly kind: 'source-list'; readonly cards: readonly SourceCard[]; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'source-card'; readonly card: SourceCard; readonly source: Source }
  | {
      readonly kind: 'reference'
      readonly quote: Quote
      readonly citation: Citation
      readonly style: string
      readonly reference: string
    }
  | { readonly kind: 'help'; readonly commands: readonly CommandHelp[] }
