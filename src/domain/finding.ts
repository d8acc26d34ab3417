import type { RankedQuote } from './answer.ts'

/** A sentence of a text, and the quotes found for it. */
export type StatementFound = {
  /** The sentence as written. */
  readonly statement: string
  /** Best first; empty when no source is close enough. */
  readonly quotes: readonly RankedQuote[]
  /** Whether the quotes may well not be about the statement. */
  readonly isWeak: boolean
}

/** The quotes found for each sentence of a text that states something. */
export type Findings = {
  /** In the order of the text; empty when no sentence states anything. */
  readonly statements: readonly StatementFound[]
  /** How many further statements were not looked up. */
  readonly left: number
  /** How many sources were searched. */
  readonly searched: number
}

/**
 * @param findings quotes by statement
 * @returns every quote, in the order in which it is shown
 */
export const quotesOf = ({ statements }: Findings): readonly RankedQuote[] => statements.flatMap(({ quotes }) => quotes)
