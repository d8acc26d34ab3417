import { accented } from './glyph-text.ts'
import type { Face, Piece } from './piece.ts'

/** A glyph where it was drawn: along and across the direction of its text. */
export type PlacedGlyph = {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly base: number
  readonly size: number
  readonly face: Face
  readonly isArtifact: boolean
}

type Open = {
  chars: string[]
  left: number
  right: number
  lastLeft: number
  base: number
  size: number
  face: Face
  spaced: boolean
  isArtifact: boolean
}

/** In sizes of the font: less space does not divide, with and without a space that was drawn. */
const leastGap = { drawn: 0.03, bare: 0.13 }

/** Glyphs drawn over the last one: this much of the size at most is kerning. */
const mostOverlap = 0.4

/** Joins glyphs to pieces as they are drawn; a piece is drawn once, however often its shadow is. */
export class GlyphPieces {
  readonly pieces: Piece[] = []
  #open: Open | null = null
  #spaced = false
  readonly #drawn = new Map<string, Piece[]>()

  /** A space was drawn: it divides if the next glyph stands apart. */
  space(): void {
    this.#spaced = true
  }

  add(glyph: PlacedGlyph): void {
    const open = this.#open
    if (open !== null && this.#goesOn(open, glyph)) {
      const before = open.chars.at(-1) ?? ''
      const isOver = glyph.from < open.right - 0.3 * Math.min(glyph.to - glyph.from, open.right - open.lastLeft)
      const composed = isOver ? accented(before, glyph.text) : null
      if (composed !== null) open.chars[open.chars.length - 1] = composed
      else {
        open.chars.push(glyph.text)
        open.lastLeft = glyph.from
      }
      open.right = Math.max(open.right, glyph.to)
      this.#spaced = false
      return
    }
    this.close()
    this.#open = {
      chars: [glyph.text],
      left: glyph.from,
      right: glyph.to,
      lastLeft: glyph.from,
      base: glyph.base,
      size: glyph.size,
      face: glyph.face,
      spaced: this.#spaced,
      isArtifact: glyph.isArtifact,
    }
    this.#spaced = false
  }

  #goesOn(open: Open, { text, from, to, base, size, face, isArtifact }: PlacedGlyph): boolean {
    if (face !== open.face || isArtifact !== open.isArtifact) return false
    const gap = from - open.right
    const overAccent = gap < 0 && gap > -size && accented(open.chars.at(-1) ?? '', text) !== null
    if (Math.abs(base - open.base) > (overAccent ? 0.35 : 0.1) * size || Math.abs(size - open.size) > 0.1 * size)
      return overAccent && Math.abs(base - open.base) < 0.35 * size
    if (gap > (this.#spaced ? leastGap.drawn : leastGap.bare) * size) return false
    return overAccent || gap >= -Math.min(mostOverlap * size, 0.9 * (to - from) + 0.05 * size)
  }

  /** Ends the piece that is open. */
  close(): void {
    const open = this.#open
    this.#open = null
    if (open === null) return
    const { chars, left, right, base, size, face, spaced, isArtifact } = open
    const piece: Piece = { text: chars.join(''), left, right, base, size, face, spaced, isArtifact }
    if (!this.#isShadow(piece)) this.pieces.push(piece)
  }

  /** Whether the same was drawn almost there already: as a shadow, or to look bold. */
  #isShadow(piece: Piece): boolean {
    const near = 0.3 * piece.size
    const same = this.#drawn.get(piece.text) ?? []
    // The last few alone, so that a page of one word takes linear time.
    const isShadow = same
      .slice(-40)
      .some(({ left, base }) => Math.abs(left - piece.left) < near && Math.abs(base - piece.base) < near)
    if (!isShadow) {
      same.push(piece)
      this.#drawn.set(piece.text, same)
    }
    return isShadow
  }
}
