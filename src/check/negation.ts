import { affirmingWords, contrastingWords, negationWords } from '../language/negation-words.ts'
import type { Piece } from './pieces.ts'

const keyOf = (piece: Piece | undefined): string => piece?.key.toLowerCase() ?? ''

/** Whether a word is a negation. */
export const isNegation = (piece: Piece): boolean => negationWords.has(keyOf(piece))

const deniesAt = (pieces: readonly Piece[], at: number): boolean => {
  const piece = pieces[at]
  return piece !== undefined && isNegation(piece) && !affirmingWords.has(keyOf(pieces[at + 1]))
}

/**
 * The index of the last negation in `pieces` that applies to the word after them: with no verb, mark or `but` in
 * between. -1 if there is none.
 */
export const negationTowards = (pieces: readonly Piece[], isVerb: (piece: Piece) => boolean): number => {
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at] as Piece
    if (deniesAt(pieces, at)) return at
    if (!piece.isWord || contrastingWords.has(keyOf(piece)) || isVerb(piece)) break
  }
  return -1
}

/** Whether the first of `pieces` negates the word before them, and they do not go on to say what holds instead. */
export const deniesBefore = (pieces: readonly Piece[]): boolean =>
  deniesAt(pieces, 0) && !contrastingWords.has(keyOf(pieces.at(-1))) && !pieces.some(({ key }) => /^[.!?]$/.test(key))
