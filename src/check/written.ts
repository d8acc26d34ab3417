import { isNegation } from './negation.ts'
import { type Piece, piecesOf } from './pieces.ts'

/** Words and marks of a source that an omission may leave out, and that an insertion in brackets may stand for: some 200 words, and a few. */
const maxOmitted = 250
const maxReplaced = 15

/**
 * Where what is written says itself that it departs from the source: `limit` words and marks of the source may stand there.
 * `denies` tells whether the writer's own words in brackets have a negation.
 */
export type Gap = { readonly limit: number; readonly denies: boolean }

/** What is marked before the first word of what is written, and behind the last. */
export type Marks = { readonly before: Gap | null; readonly after: Gap | null }

/** Words of a quotation that are to stand in the source side by side. */
export type Fragment = {
  readonly pieces: readonly Piece[]
  /** What is marked between it and the fragment before; null for the first one. */
  readonly gap: Gap | null
}

/** Brackets around a letter that a word goes on from say that its case was changed, and leave nothing out. */
const marked = /(?!\[\p{L}\]\p{L})\[[^\][]*\]|\((?:…|\.{3})\)|…+|\.(?:[ \u00a0]?\.)+/gu
/** What stands in brackets is an insertion, `…` in any form an omission. */
const gapAt = (mark: string): Gap => ({
  limit: /[\p{L}\p{N}]/u.test(mark) ? maxReplaced : maxOmitted,
  denies: piecesOf(mark).some(isNegation),
})
/** Two gaps with no word between are one, as wide as the wider. */
const together = (a: Gap | null, b: Gap): Gap => ({
  limit: Math.max(a?.limit ?? 0, b.limit),
  denies: a?.denies || b.denies,
})

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
        fragments.push({ pieces: run, gap: fragments.length === 0 ? null : (gap ?? { limit: 0, denies: false }) })
        gap = null
      }
      run.push(piece)
    }
  }
  let from = 0
  for (const { 0: mark, index } of written.matchAll(marked)) {
    addUpTo(from, index)
    gap = together(gap, gapAt(mark))
    from = index + mark.length
  }
  addUpTo(from, written.length)
  return fragments
}

/** What is marked at either end of what is written. Linear. */
export const marksAround = (written: string): Marks => {
  const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
  const marks = [...written.matchAll(marked)]
  const gapOf = (mark: RegExpMatchArray | undefined): Gap | null => (mark ? gapAt(mark[0]) : null)
  const [first, last] = [marks.at(0), marks.at(-1)]
  return {
    before: gapOf(first && !hasWord(written.slice(0, first.index)) ? first : undefined),
    after: gapOf(last && !hasWord(written.slice(last.index + last[0].length)) ? last : undefined),
  }
}
