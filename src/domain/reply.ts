import type { Answer } from './answer.ts'
import type { Citation } from './citation.ts'
import type { Context } from './context.ts'
import type { Addition, Audit, Catalogue, DocumentChange, DocumentDetails } from './curation.ts'
import type { Findings } from './finding.ts'
import type { GuildSettings } from './guild-settings.ts'
import type { Message } from './message.ts'
import type { PersonalData } from './personal-data.ts'
import type { Quote } from './quote.ts'
import type { QuoteCheck } from './quote-check.ts'
import type { Relative } from './relative.ts'
import type { Source, SourceId } from './source.ts'
import type { SourceCard } from './source-card.ts'
import type { Summary } from './summary.ts'

/**
 * A document that did not become a source, and why, in a whole sentence. The path is relative to the library folder;
 * for the folder itself it is absolute.
 */
export type Refusal = { readonly path: string; readonly reason: Message }

/** How many passages can be found by meaning so far, of all but those in languages that the encoder does not know. */
export type MeaningProgress = { readonly encoded: number; readonly passages: number }

/** A page of the library's catalogue. */
export type SourceList = {
  /** Consecutive, by id. */
  readonly cards: readonly SourceCard[]
  /** How many sources come before the first card. */
  readonly from: number
  /** How many sources there are in all. */
  readonly of: number
  /** All documents that did not become a source. */
  readonly refusals: readonly Refusal[]
  /** The tags of the languages that the sources are in, commonest first; those of unknown language are left out. */
  readonly languages?: readonly string[] | undefined
  /** Present only where passages are found by meaning as well. */
  readonly meaning?: MeaningProgress | undefined
  /** What is said of documents that are still to be read; absent once all are. */
  readonly unread?: readonly Message[] | undefined
}

/** How to use a command, made from its declaration. */
export type CommandHelp = {
  readonly name: string
  /** The command that it is a subcommand of, if it is one. */
  readonly group?: { readonly name: string; readonly description: string }
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
  | { readonly kind: 'context'; readonly context: Context }
  | { readonly kind: 'findings'; readonly findings: Findings }
  | { readonly kind: 'quote-check'; readonly check: QuoteCheck }
  | ({ readonly kind: 'source-list' } & SourceList)
  | {
      readonly kind: 'source-card'
      readonly card: SourceCard
      readonly source: Source
      /** What has its words too, closest first. */
      readonly relatives: readonly Relative[]
    }
  | {
      readonly kind: 'reference'
      readonly quote: Quote
      readonly citation: Citation
      readonly style: string
      readonly reference: string
      /** The citation where the quote is used in a text, with its page or paragraph; null for a style without any. */
      readonly inText: string | null
      /** The source that it is quoted from an earlier version of, if so. */
      readonly newer?: SourceId
    }
  | { readonly kind: 'settings'; readonly settings: GuildSettings }
  /** What became of files that were added. */
  | { readonly kind: 'additions'; readonly additions: readonly Addition[] }
  | ({ readonly kind: 'catalogue' } & Catalogue)
  | ({ readonly kind: 'document' } & DocumentDetails)
  | ({ readonly kind: 'document-change' } & DocumentChange)
  | ({ readonly kind: 'audit' } & Audit)
  /** Who may change the library, and what is read beside it. */
  | { readonly kind: 'library-settings'; readonly settings: GuildSettings }
  | { readonly kind: 'export'; readonly documents: number; readonly archive: Uint8Array }
  /** What is kept of whoever asks, or was until now. */
  | { readonly kind: 'personal-data'; readonly data: PersonalData; readonly isErased: boolean }
  | { readonly kind: 'help'; readonly commands: readonly CommandHelp[] }

export type ReplyKind = Reply['kind']
export type ReplyOf<K extends ReplyKind> = Extract<Reply, { readonly kind: K }>
