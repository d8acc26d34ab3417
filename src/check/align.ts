import { otherCase, type Piece } from './pieces.ts'
import type { Fragment, Gap } from './written.ts'

/** One step of an alignment of what is written with a body; `at` is a position in the body. */
export type Step =
  | { readonly kind: 'same' | 'other'; readonly piece: Piece; readonly at: number }
  | { readonly kind: 'added'; readonly piece: Piece }
  | { readonly kind: 'missing'; readonly at: number }
  | { readonly kind: 'left-out'; readonly at: number; readonly gap: Gap }
  | { readonly kind: 'gap'; readonly gap: Gap }

/**
 * The cost of a difference. Another word costs a little less than an added one, so that at either end both are shown;
 * missing words cost less, so that between “is dead” and “is not dead” it is “not” that differs.
 */
const costs = { word: { other: 30, added: 31, missing: 11 }, mark: { other: 2, added: 2, missing: 2 } } as const
const unlike = 1000

/** A piece of what is written, with its key in the other case if either counts, or a gap. */
type Row = { readonly piece: Piece; readonly other: string | null } | { readonly gap: Gap }

const rowsOf = (fragments: readonly Fragment[]): readonly Row[] =>
  fragments.flatMap(({ pieces, gap }) => [
    ...(gap === null || gap.limit === 0 ? [] : [{ gap }]),
    ...pieces.map((piece, at) => ({ piece, other: at === 0 ? otherCase(piece.key) : null })),
  ])

const costOf = ({ isWord }: Piece) => (isWord ? costs.word : costs.mark)

const diagonal = 0
const up = 1
const left = 2

/**
 * The cheapest alignment of the fragments with a part of `body`, piece by piece; a gap may skip any number of pieces.
 * Time and space grow with the product of their lengths.
 * @returns null if they have nothing in common
 */
export const align = (fragments: readonly Fragment[], body: readonly Piece[]): readonly Step[] | null => {
  const rows = rowsOf(fragments)
  const width = body.length + 1
  // Comparing numbers is several times as fast as comparing words.
  const numbers = new Map<string, number>()
  const keys = Int32Array.from(body, ({ key }) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
  const missingOf = Int32Array.from(body, (piece) => costOf(piece).missing)
  const moves = new Uint8Array((rows.length + 1) * width)
  let above = new Int32Array(width)
  let current = new Int32Array(width)
  for (const [r, row] of rows.entries()) {
    const base = (r + 1) * width
    if ('gap' in row) {
      current[0] = above[0] as number
      moves[base] = up
      for (let at = 1; at < width; at++) {
        const [entered, skipped] = [above[at] as number, current[at - 1] as number]
        current[at] = Math.min(entered, skipped)
        moves[base + at] = entered <= skipped ? up : left
      }
    } else {
      const cost = costOf(row.piece)
      const key = numbers.get(row.piece.key) ?? -1
      const other = (row.other === null ? undefined : numbers.get(row.other)) ?? key
      current[0] = (above[0] as number) + cost.added
      moves[base] = up
      for (let at = 1; at < width; at++) {
        const skip = missingOf[at - 1] as number
        const isSame = keys[at - 1] === key || keys[at - 1] === other
        const paired = (above[at - 1] as number) + (isSame ? 0 : skip === cost.missing ? cost.other : unlike)
        const added = (above[at] as number) + cost.added
        const missing = (current[at - 1] as number) + skip
        const least = Math.min(paired, added, missing)
        current[at] = least
        moves[base + at] = least === paired ? diagonal : least === added ? up : left
      }
    }
    ;[above, current] = [current, above]
  }
  let end = 0
  for (let at = 1; at < width; at++) if ((above[at] as number) < (above[end] as number)) end = at
  return stepsTo(end, rows, body, moves)
}

/** The steps that lead to `end`, traced back along the moves. */
const stepsTo = (
  end: number,
  rows: readonly Row[],
  body: readonly Piece[],
  moves: Uint8Array,
): readonly Step[] | null => {
  const width = body.length + 1
  const steps: Step[] = []
  let at = end
  let r = rows.length
  while (r > 0) {
    const row = rows[r - 1] as Row
    const move = moves[r * width + at]
    if ('gap' in row) {
      if (move === left) steps.push({ kind: 'left-out', at: --at, gap: row.gap })
      else {
        steps.push({ kind: 'gap', gap: row.gap })
        r--
      }
    } else if (move === left) steps.push({ kind: 'missing', at: --at })
    else {
      r--
      if (move === up) steps.push({ kind: 'added', piece: row.piece })
      else {
        at--
        const { key } = body[at] as Piece
        steps.push({ kind: key === row.piece.key || key === row.other ? 'same' : 'other', piece: row.piece, at })
      }
    }
  }
  return steps.some(({ kind }) => kind === 'same') ? steps.reverse() : null
}
