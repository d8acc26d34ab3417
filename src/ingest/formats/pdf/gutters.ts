import type { Row } from './rows.ts'

/** A strip from above to below in which no row has text, with text on both sides of it. */
export type Gutter = {
  readonly left: number
  readonly right: number
  /** Its first and its last row. */
  readonly from: number
  readonly to: number
  /** How many rows have text to the left, to the right, and on both sides. */
  readonly lefts: number
  readonly rights: number
  readonly both: number
}

type Span = { readonly left: number; readonly right: number }

/** How many strips are followed at once; the oldest are kept. */
const mostOpen = 80

/**
 * @param row any
 * @param apart in points: pieces that are closer belong together
 * @returns where the row has text
 */
export const stretchesOf = ({ pieces }: Row, apart: number): readonly Span[] => {
  const stretches: { left: number; right: number }[] = []
  for (const { left, right } of pieces) {
    const last = stretches.at(-1)
    if (last !== undefined && left - last.right < apart) last.right = Math.max(last.right, right)
    else stretches.push({ left, right })
  }
  return stretches
}

const freeIn = (stretches: readonly Span[]): readonly Span[] => {
  const free: Span[] = []
  let from = Number.NEGATIVE_INFINITY
  for (const { left, right } of stretches) {
    if (left > from) free.push({ left: from, right: left })
    from = Math.max(from, right)
  }
  return [...free, { left: from, right: Number.POSITIVE_INFINITY }]
}

/**
 * @param rows from above
 * @param least how many rows must have text on each side
 * @param unitOf a row, in points: less space is one between words
 * @returns every strip that cannot be made longer without making it narrower, in any order
 */
export const guttersIn = (rows: readonly Row[], least: number, unitOf: (row: Row) => number): readonly Gutter[] => {
  const found: Gutter[] = []
  let open: Gutter[] = []
  const close = (gutter: Gutter, to: number): void => {
    if (Math.min(gutter.lefts, gutter.rights) >= least && Number.isFinite(gutter.right - gutter.left))
      found.push({ ...gutter, to })
  }
  for (const [at, row] of rows.entries()) {
    const unit = unitOf(row)
    const stretches = stretchesOf(row, unit)
    const free = freeIn(stretches)
    const next = new Map<string, Gutter>()
    const add = (gutter: Gutter): void => {
      const key = `${gutter.left} ${gutter.right}`
      const same = next.get(key)
      if (same === undefined || same.from > gutter.from) next.set(key, gutter)
    }
    const counted = (gutter: Gutter): Gutter => {
      const hasLeft = stretches.some(({ right }) => right <= gutter.left)
      const hasRight = stretches.some(({ left }) => left >= gutter.right)
      return {
        ...gutter,
        to: at,
        lefts: gutter.lefts + (hasLeft ? 1 : 0),
        rights: gutter.rights + (hasRight ? 1 : 0),
        both: gutter.both + (hasLeft && hasRight ? 1 : 0),
      }
    }
    for (const gutter of open) {
      let goesOn = false
      for (const gap of free) {
        const left = Math.max(gap.left, gutter.left)
        const right = Math.min(gap.right, gutter.right)
        if (right - left < unit) continue
        goesOn ||= left === gutter.left && right === gutter.right
        add(counted({ ...gutter, left, right }))
      }
      if (!goesOn) close(gutter, at - 1)
    }
    for (const gap of free)
      if (gap.right - gap.left >= unit) add(counted({ ...gap, from: at, to: at, lefts: 0, rights: 0, both: 0 }))
    open = [...next.values()].sort((a, b) => a.from - b.from).slice(0, mostOpen)
  }
  for (const gutter of open) close(gutter, rows.length - 1)
  return found
}
