import { boxOf, median, type Piece } from './piece.ts'

/** Pieces on one line, from left to right. */
export type Row = { readonly pieces: readonly Piece[]; readonly base: number; readonly size: number }

/** In sizes of the font: how far apart the feet of letters on one line may be, and those of raised ones. */
const sameLine = 0.25
const raised = 0.75

/** A raised or lowered piece has at most this share of the size beside it. */
const raisedSize = 0.87

const sizeOf = (pieces: readonly Piece[]): number => {
  const letters = new Map<number, number>()
  for (const { size, text } of pieces) {
    const own = Math.round(size * 10) / 10
    letters.set(own, (letters.get(own) ?? 0) + text.length)
  }
  let [most, size] = [0, 0]
  for (const [own, count] of letters) if (count > most) [most, size] = [count, own]
  return size
}

type Cluster = { pieces: Piece[]; base: number; size: number }

/** Rows of letters of about one height, from above. */
const clustersOf = (pieces: readonly Piece[]): Cluster[] => {
  const clusters: Cluster[] = []
  for (const piece of [...pieces].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const last = clusters.at(-1)
    if (last !== undefined && piece.base - last.base <= sameLine * Math.min(piece.size, last.size))
      last.pieces.push(piece)
    else clusters.push({ pieces: [piece], base: piece.base, size: piece.size })
    const open = clusters.at(-1)
    if (open !== undefined && piece.size > open.size) {
      open.size = piece.size
      open.base = piece.base
    }
  }
  return clusters
}

/** In sizes of the letters beside them: how high raised pieces stand, and how low others. */
const usual = { raised: 0.36, lowered: 0.16 }

/**
 * How far a small piece is from where a raised or lowered one would stand in a row; infinite where it does not stand
 * beside a larger one of it, or covers one.
 */
const awayFrom = (piece: Piece, { pieces, base, size }: Cluster): number => {
  const high = base - piece.base
  if (piece.size > raisedSize * size || Math.abs(high) > raised * size) return Number.POSITIVE_INFINITY
  const near = pieces.filter(
    (own) =>
      own.size > piece.size / raisedSize && piece.left - own.right < 0.6 * size && own.left - piece.right < 0.6 * size,
  )
  const covers = near.some(
    ({ left, right }) => Math.min(right, piece.right) - Math.max(left, piece.left) > 0.5 * (piece.right - piece.left),
  )
  if (near.length === 0 || covers) return Number.POSITIVE_INFINITY
  return Math.abs(high > 0 ? high - usual.raised * size : -high - usual.lowered * size)
}

/**
 * @param pieces of a page or a part of it, in any order
 * @returns its rows, from above; what is raised or lowered beside larger letters is in their row
 */
export const rowsOf = (pieces: readonly Piece[]): readonly Row[] => {
  const clusters = clustersOf(pieces)
  for (const [at, cluster] of clusters.entries()) {
    const near = [clusters[at - 1], clusters[at + 1], clusters[at - 2], clusters[at + 2]].filter(
      (other) => other !== undefined && other.pieces.length > 0,
    ) as Cluster[]
    const stay: Piece[] = []
    for (const piece of cluster.pieces) {
      const distances = near.map((other) => awayFrom(piece, other))
      const least = Math.min(...distances)
      const row = Number.isFinite(least) ? near[distances.indexOf(least)] : undefined
      if (row === undefined) stay.push(piece)
      else row.pieces.push(piece)
    }
    cluster.pieces = stay
  }
  return clusters
    .filter(({ pieces: own }) => own.length > 0)
    .map(({ pieces: own }) => {
      const size = sizeOf(own)
      const main = own.filter((piece) => Math.abs(piece.size - size) < 0.06 * size)
      return {
        pieces: own.sort((a, b) => a.left - b.left),
        base: median(main.map(({ base }) => base)),
        size,
      }
    })
    .sort((a, b) => a.base - b.base)
}

/** In sizes of the smaller letters: more is a space between words, with and without one that was drawn. */
const leastSpace = { drawn: 0.03, bare: 0.13 }

const isSpaced = (before: Piece, piece: Piece): boolean => {
  const isBehindRaised = before.size < raisedSize * piece.size && before.base < piece.base
  // The mark of a note often reaches over the space behind it.
  if (isBehindRaised && piece.spaced) return true
  return (
    piece.left - before.right > (piece.spaced ? leastSpace.drawn : leastSpace.bare) * Math.min(before.size, piece.size)
  )
}

/** A line of letters that are set apart: `A N N E X`. */
const isLetterSpaced = (pieces: readonly Piece[]): boolean =>
  pieces.length >= 5 && pieces.filter(({ text }) => /^[\p{L}\p{N}]$/u.test(text)).length >= 0.85 * pieces.length

/** Words of letters that are set apart: a space is clearly wider than what stands between the letters. */
const letterSpacedText = (pieces: readonly Piece[]): string | null => {
  const gaps = pieces.slice(1).map((piece, at) => piece.left - (pieces[at] as Piece).right)
  const usual = median(gaps)
  const size = pieces[0]?.size ?? 1
  // Letters of a table or an axis stand at any distance.
  if (usual > 1.2 * size || gaps.some((gap) => gap < 0.4 * usual)) return null
  return pieces.map(({ text }, at) => ((gaps[at - 1] ?? 0) > 1.7 * usual ? ` ${text}` : text)).join('')
}

/**
 * @param pieces of one row, from left to right
 * @returns its text, with a space where the letters stand apart
 */
export const lineText = (pieces: readonly Piece[]): string => {
  const spacedOut = isLetterSpaced(pieces) ? letterSpacedText(pieces) : null
  if (spacedOut !== null) return spacedOut
  let text = ''
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1]
    text += before !== undefined && isSpaced(before, piece) ? ` ${piece.text}` : piece.text
  }
  return text
}

/**
 * @param pieces any
 * @returns the box around them
 */
export const boxAround = (pieces: readonly Piece[]) => {
  const box = {
    left: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  }
  for (const piece of pieces) {
    const own = boxOf(piece)
    box.left = Math.min(box.left, own.left)
    box.right = Math.max(box.right, own.right)
    box.top = Math.min(box.top, own.top)
    box.bottom = Math.max(box.bottom, own.bottom)
  }
  return box
}
