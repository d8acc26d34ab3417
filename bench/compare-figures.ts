/** Figures by name, such as `hit1`. */
export type NamedFigures = { readonly [name: string]: number }

/** Of these, less is better. */
const lowerIsBetter: ReadonlySet<string> = new Set([
  'falseSilent',
  'calibrationError',
  'meanQuoteChars',
  'notVerbatim',
  'p50Ms',
  'p95Ms',
])

/** How a figure stands to what was expected. */
export type Comparison = {
  readonly name: string
  readonly expected: number
  /** Undefined when it was not measured, which counts as a drop. */
  readonly measured: number | undefined
  readonly isDrop: boolean
}

/** Compares what was measured; a figure may be worse by `tolerance`, as a share of 1 or of a larger expectation. */
export const compareFigures = (
  expected: NamedFigures,
  measured: NamedFigures,
  tolerance: number,
): readonly Comparison[] =>
  Object.entries(expected).map(([name, value]) => {
    const now = measured[name]
    const loss = now === undefined ? Number.POSITIVE_INFINITY : lowerIsBetter.has(name) ? now - value : value - now
    // A figure of four places may differ from the same one in the last bit.
    return { name, expected: value, measured: now, isDrop: loss > tolerance * Math.max(1, value) + 1e-9 }
  })
