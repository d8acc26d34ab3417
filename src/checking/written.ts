import { type Piece, piecesOf } from './pieces.ts'

/** Words and marks of a source that an omission may leave out, and that an insertion in brackets may stand for: some 200 words, and a few. */
const mostOmitted = 250
const mostReplaced = 15

/** Where what is written says itself that it departs from the source: `most` words and marks of the source may stand there. */
export type Gap = { readonly most: number }

/** Words of a quotation that are to stand in the source side by side. */
export type Fragment = {
  readonly pieces: readonly Piece[]
  /** What is marked between it and the fragment before; null for the first one. */
  readonly gap: Gap | null
}

/** Brackets around a letter that a word goes on from say that its case was changed, and leave nothing out. */
const marked = /(?!\[\p{L}\]\p{L})\[[^\][]*\]|\((?:…|\.{3})\)|…+|\.(?:[ \u00a0]?\.)+/gu
/** What stands in brackets is an insertion, `…` in any form an omission. */
const mostAt = (mark: string): number => (/[\p{L}\p{N}]/u.test(mark) ? mostReplaced : mostOmitted)

/** Marks that belong to the sentence that quotes, where they stand at either end. */
const punctuation = new Set('.,;:!?¿¡…-()[]{}')

const trimmed = (pieces: readonly Piece[]): readonly Piece[] => {
  const isKept = ({ key }: Piece): boolean => !punctuation.has(key)
  return pieces.some(({ isWord }) => isWord)
    ? pieces.slice(pieces.findIndex(isKept), pieces.findLastIndex(isKept) + 1)
    : []
}

/** What is quoted, without its marks, as runs of words with marked gaps between; spans count in `written`. Linear. */
export const fragmentsOf = (written: string): readonly Fragment[] => {
  const fragments: Fragment[] = []
  let gap = null as Gap | null
  const addUpTo = (start: number, end: number): void => {
    let run: Piece[] = []
    for (const piece of trimmed(piecesOf(written, { start, end }))) {
      // A word whose first letter was changed begins a fragment, since there alone the case of a letter does not count.
      if (run.length === 0 || written.charAt(piece.start) === '[') {
        run = []
        fragments.push({ pieces: run, gap: fragments.length === 0 ? null : (gap ?? { most: 0 }) })
        gap = null
      }
      run.push(piece)
    }
  }
  let from = 0
  for (const { 0: mark, index } of written.matchAll(marked)) {
    addUpTo(from, index)
    // Two gaps with no word between are one, as wide as the wider.
    gap = { most: Math.max(gap?.most ?? 0, mostAt(mark)) }
    from = index + mark.length
  }
  addUpTo(from, written.length)
  return fragments
}
