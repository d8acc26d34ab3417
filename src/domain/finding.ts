import type { RankedQuote } from './answer.ts'

/** What the library has on one sentence of a text. */
export type StatementFound = {
  /** The sentence, as it stands in the text. */
  readonly statement: string
  /** Best first; empty when no source says anything near enough to it. */
  readonly quotes: readonly RankedQuote[]
  /** Whether the quotes are as likely as not beside the statement. */
  readonly isWeak: boolean
}

/** What the library has on each sentence of a text that states something. */
export type Findings = {
  /** In the order of the text; empty when no sentence of it states anything. */
  readonly statements: readonly StatementFound[]
  /** Sentences that state something beyond those that were looked up. */
  readonly left: number
  /** How many sources were searched. */
  readonly searched: number
}

/** Every quote of findings in the order in which it is shown. */
export const quotesOf = ({ statements }: Findings): readonly RankedQuote[] => statements.flatMap(({ quotes }) => quotes)
