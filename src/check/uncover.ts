import type { Source } from '../domain/source.ts'
import { analyseTokens } from '../language/english/wink.ts'
import type { Step } from './align.ts'
import { deniesBefore, isNegation, negationTowards } from './negation.ts'
import type { Piece } from './pieces.ts'
import type { Gap, Marks } from './written.ts'

/** Words before the first one quoted in which an opening omission may hide a negation. */
const wordsBefore = 15

/** Context to either side that is needed to tell a verb from a noun. */
const wordsAround = 3

/** An alignment, and the negations of the source that an omission or bracket in the quotation hides. */
export type Uncovered = { readonly steps: readonly Step[]; readonly hidden: readonly string[] }

type Stretch = { readonly from: number; readonly to: number; readonly gap: Gap }

/** The ranges of the body that each mark between two words leaves out. */
const stretchesOf = (steps: readonly Step[]): readonly Stretch[] => {
  const stretches: Stretch[] = []
  for (const step of steps) {
    if (step.kind !== 'left-out') continue
    const last = stretches.at(-1)
    if (last?.gap === step.gap && last.to === step.at) stretches.splice(-1, 1, { ...last, to: step.at + 1 })
    else stretches.push({ from: step.at, to: step.at + 1, gap: step.gap })
  }
  return stretches
}

/**
 * Turns each negation that a mark hides into a missing word: `is … permitted` and `is [now] permitted` for “is not
 * permitted” leave out no detail. A negation that the writer puts in brackets hides none.
 */
export const uncover = (
  steps: readonly Step[],
  { body, source }: { readonly body: readonly Piece[]; readonly source: Source },
  { before, after }: Marks,
): Uncovered => {
  const verbAt = (from: number, to: number): ((piece: Piece) => boolean) => {
    const start = body[Math.max(0, from - wordsAround)]?.start ?? 0
    const tokens = analyseTokens(source.text.slice(start, body[Math.min(body.length, to + wordsAround) - 1]?.end))
    const verbs = new Set(tokens.flatMap((token) => (token.pos === 'VERB' ? [start + token.start] : [])))
    return (piece) => verbs.has(piece.start)
  }
  const towards = (from: number, to: number): readonly number[] => {
    const pieces = body.slice(from, to)
    if (!pieces.some(isNegation)) return []
    const at = negationTowards(pieces, verbAt(from, to))
    return at < 0 ? [] : [from + at]
  }
  const hidden = new Set<number>()
  for (const { from, to, gap } of stretchesOf(steps)) {
    if (gap.denies) continue
    if (deniesBefore(body.slice(from, to))) hidden.add(from)
    for (const at of towards(from, to)) hidden.add(at)
  }
  const uncovered = steps.map(
    (step): Step => (step.kind === 'left-out' && hidden.has(step.at) ? { kind: 'missing', at: step.at } : step),
  )
  const positions = steps.flatMap((step) => ('at' in step ? [step.at] : []))
  const [first = 0, end = 0] = [positions.at(0), (positions.at(-1) ?? 0) + 1]
  if (before && !before.denies)
    for (const at of towards(Math.max(0, first - wordsBefore), first)) {
      hidden.add(at)
      const between = Array.from(
        { length: first - at - 1 },
        (_, i): Step => ({ kind: 'left-out', at: at + 1 + i, gap: before }),
      )
      uncovered.unshift({ kind: 'missing', at }, ...between)
    }
  if (after && !after.denies && deniesBefore(body.slice(end, end + 2))) {
    hidden.add(end)
    uncovered.push({ kind: 'missing', at: end })
  }
  const words = [...hidden].sort((a, b) => a - b).map((at) => source.text.slice(body[at]?.start, body[at]?.end))
  return { steps: uncovered, hidden: [...new Set(words)] }
}
