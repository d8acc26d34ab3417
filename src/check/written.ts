import { readLineHyphen } from '../language/line-hyphens.ts'
import { isNegation } from './negation.ts'
import { type Piece, piecesOf } from './pieces.ts'

/** Words and marks that an omission may leave out (some 200 words), and that an insertion in brackets may replace. */
const maxOmitted = 250
const maxReplaced = 15

/**
 * A marked departure from the source, which may have up to `limit` words and marks there. `denies` tells whether the
 * writer's own words in brackets have a negation.
 */
export type Gap = { readonly limit: number; readonly denies: boolean }

/** The gaps before the first word of a quotation and after the last. */
export type Marks = { readonly before: Gap | null; readonly after: Gap | null }

/** Words of a quotation that must be side by side in the source. */
export type Fragment = {
  readonly pieces: readonly Piece[]
  /** The gap between it and the fragment before; null for the first one. */
  readonly gap: Gap | null
}

/** Omissions and insertions, but not `[T]he`, where only the case of a letter was changed. */
const marked = /(?!\[\p{L}\]\p{L})\[[^\][]*\]|\((?:…|\.{3})\)|…+|\.(?:[ \u00a0]?\.)+/gu
/** Words in brackets are an insertion, `…` in any form is an omission. */
const gapAt = (mark: string): Gap => ({
  limit: /[\p{L}\p{N}]/u.test(mark) ? maxReplaced : maxOmitted,
  denies: piecesOf(mark).some(isNegation),
})
/** Two gaps with no word in between are one, with the larger limit. */
const together = (a: Gap | null, b: Gap): Gap => ({
  limit: Math.max(a?.limit ?? 0, b.limit),
  denies: a?.denies || b.denies,
})

/** Punctuation that belongs to the quoting sentence if it is at either end. */
const punctuation = new Set('.,;:!?¿¡…-()[]{}')

const trimmed = (pieces: readonly Piece[]): readonly Piece[] => {
  const isKept = ({ key }: Piece): boolean => !punctuation.has(key)
  return pieces.some(({ isWord }) => isWord)
    ? pieces.slice(pieces.findIndex(isKept), pieces.findLastIndex(isKept) + 1)
    : []
}

// The word before it is looked at apart, so that each hyphen is read once.
const lineHyphen = /[-\u2010\u00ad][ \t]*\n\s*(?=(\p{L}{1,40}))/gu
const endOfWord = /[\p{L}\p{N}]{1,40}$/u
/** Nobody sees it, and inside a word it does not count. */
const noWidth = '\u2060'

/**
 * A quotation that was copied with its line breaks, with the words whole that they divide. Linear.
 * @returns it in its own length, so that offsets stay
 */
export const withWordsWhole = (written: string): string =>
  written.replace(lineHyphen, (hyphen, second: string, at: number) => {
    const first = endOfWord.exec(written.slice(Math.max(0, at - 40), at))?.[0]
    const isJoined =
      first !== undefined && readLineHyphen(first, second, { joined: false, hyphenated: false }, null) === 'joined'
    return isJoined ? noWidth.repeat(hyphen.length) : hyphen
  })

/** A quotation as runs of words with gaps in between; spans are offsets in `written`. Linear. */
export const fragmentsOf = (written: string): readonly Fragment[] => {
  const fragments: Fragment[] = []
  const read = withWordsWhole(written)
  let gap = null as Gap | null
  const addUpTo = (start: number, end: number): void => {
    let run: Piece[] = []
    for (const piece of trimmed(piecesOf(written, { start, end }, read.slice(start, end)))) {
      // A word like `[T]he` starts a fragment, since only there the case of the first letter does not count.
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

/** The gaps at either end of a quotation. Linear. */
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
