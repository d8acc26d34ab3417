import { affirmingWords, contrastingWords, negationWords } from '../language/negation-words.ts'
import type { Piece } from './pieces.ts'

const keyOf = (piece: Piece | undefined): string => piece?.key.toLowerCase() ?? ''

/** Whether a word denies. */
export const isNegation = (piece: Piece): boolean => negationWords.has(keyOf(piece))

const deniesAt = (pieces: readonly Piece[], at: number): boolean => {
  const piece = pieces[at]
  return piece !== undefined && isNegation(piece) && !affirmingWords.has(keyOf(pieces[at + 1]))
}

/**
 * The place of the last negation among `pieces` that bears on the word behind them: no verb, mark or `but` between is what
 * it denies. -1 when there is none.
 */
export const negationTowards = (pieces: readonly Piece[], isVerb: (piece: Piece) => boolean): number => {
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at] as Piece
    if (deniesAt(pieces, at)) return at
    if (!piece.isWord || contrastingWords.has(keyOf(piece)) || isVerb(piece)) break
  }
  return -1
}

/** Whether the first of `pieces` denies the word before them, and they do not go on to say what is so instead. */
export const deniesBefore = (pieces: readonly Piece[]): boolean =>
  deniesAt(pieces, 0) && !contrastingWords.has(keyOf(pieces.at(-1))) && !pieces.some(({ key }) => /^[.!?]$/.test(key))
