/** Of the shingles of two texts: which are in both, which only in the one found, which only in the true one. */
export type ShingleShares = { readonly both: number; readonly added: number; readonly missed: number }

/** Letters, figures and `_`, as `\w` of Python. */
const token = /[\p{L}\p{N}_]+/gu

/** Four words in a row, and how often they occur. A shorter text is one shingle. */
const shinglesOf = (text: string, length = 4): ReadonlyMap<string, number> => {
  const tokens = text.match(token) ?? []
  const counts = new Map<string, number>()
  for (let at = 0; at < Math.max(1, tokens.length - length + 1); at += 1) {
    const shingle = tokens.slice(at, at + length).join(' ')
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

/**
 * Compares a text that was found with the true one, as article-extraction-benchmark does.
 * @param found the text that was found
 * @param truth the true text
 * @returns shares that add up to 1, so that a long text counts no more than a short one; all 0 if both are empty
 */
export const shingleShares = (found: string, truth: string): ShingleShares => {
  const [ours, theirs] = [shinglesOf(found), shinglesOf(truth)]
  let [both, added, missed] = [0, 0, 0]
  for (const shingle of new Set([...ours.keys(), ...theirs.keys()])) {
    const [one, other] = [ours.get(shingle) ?? 0, theirs.get(shingle) ?? 0]
    both += Math.min(one, other)
    added += Math.max(0, one - other)
    missed += Math.max(0, other - one)
  }
  const all = both + added + missed
  return all === 0 ? { both, added, missed } : { both: both / all, added: added / all, missed: missed / all }
}

/** How much of the true texts was found, and of what was found is true. */
export type TextFigures = { readonly f1: number; readonly precision: number; readonly recall: number }

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * @param pages the shares of each page
 * @returns the means over pages, without those where a mean has no meaning, and F1 of these means
 */
export const textFigures = (pages: readonly ShingleShares[]): TextFigures => {
  const precision = mean(
    pages.filter(({ both, added }) => both + added > 0).map(({ both, added }) => both / (both + added)),
  )
  const recall = mean(
    pages.filter(({ both, missed }) => both + missed > 0).map(({ both, missed }) => both / (both + missed)),
  )
  const sum = precision + recall
  return { f1: sum === 0 ? 0 : (2 * precision * recall) / sum, precision, recall }
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
const randomNumbers = (): (() => number) => {
  let state = 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const resamples = 1000

/**
 * @param pages the shares of each page
 * @returns the standard error of F1: the standard deviation of F1 over resampled pages
 */
export const f1Error = (pages: readonly ShingleShares[]): number => {
  if (pages.length < 2) return 0
  const random = randomNumbers()
  const values = Array.from({ length: resamples }, () => {
    const sample = pages.map(() => pages[Math.floor(random() * pages.length)] as ShingleShares)
    return textFigures(sample).f1
  })
  const centre = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (resamples - 1))
}

/**
 * @param pages the shares of each page
 * @returns the share of pages whose text was found exactly
 */
export const exactShare = (pages: readonly ShingleShares[]): number =>
  mean(pages.map(({ added, missed }) => (added === 0 && missed === 0 ? 1 : 0)))
