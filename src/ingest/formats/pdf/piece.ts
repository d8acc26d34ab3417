/** What is known of a font by its name. */
export type Face = { readonly name: string; readonly isBold: boolean; readonly isItalic: boolean }

/** An upright box in points: x to the right, y downwards, as on the page that is seen. */
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Glyphs that were drawn side by side on one line, without space between them. */
export type Piece = {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The y of the line that the glyphs stand on. */
  readonly base: number
  /** The size of the font, in points. */
  readonly size: number
  readonly face: Face
  /** Whether a space was drawn right before it. */
  readonly spaced: boolean
  /** Whether the file says that it belongs to the page and not to the text. */
  readonly isArtifact: boolean
}

/** A thin line, such as one of a table or above footnotes. */
export type Rule = Box & { readonly isLevel: boolean }

/** What is drawn on a page. */
export type PageDrawing = {
  readonly width: number
  readonly height: number
  /** The pieces in the direction in which most of the page is read. */
  readonly pieces: readonly Piece[]
  /** What runs in other directions, such as a stamp in the margin, a line each. */
  readonly turned: readonly string[]
  readonly rules: readonly Rule[]
  readonly pictures: readonly Box[]
  /** Areas of drawings, such as charts. */
  readonly drawings: readonly Box[]
  /** Glyphs that nobody sees: outside the page, or in the colour of the paper. */
  readonly hidden: number
  /** Glyphs whose character the file does not say. */
  readonly unmapped: number
  readonly glyphs: number
  /** Whether the page’s program ends in the middle. */
  readonly isCut: boolean
}

/**
 * @param piece any piece
 * @returns the box of its letters, about
 */
export const boxOf = ({ left, right, base, size }: Piece): Box => ({
  left,
  right,
  top: base - 0.75 * size,
  bottom: base + 0.22 * size,
})

/**
 * @param values any numbers
 * @returns the one in the middle; 0 of none
 */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
