import type { Analyser } from '../search/port.ts'
import type { Step } from './align.ts'
import type { Piece } from './pieces.ts'
import type { Gap } from './written.ts'

/** What a stop word counts against a word that says something. */
const stopShare = 0.3
/**
 * The share of the words that must be the same, and how many of those that say something, for a quotation to be nearly one.
 * Where nothing but words of the source is missing, one that says something is enough: “we did sign it”.
 */
const fewestSame = { share: 0.6, telling: 2, tellingInFull: 1 }

/** Whether each gap leaves out no more than it may. */
const keepsGaps = (steps: readonly Step[]): boolean => {
  const leftOut = new Map<Gap, number>()
  for (const step of steps) if (step.kind === 'left-out') leftOut.set(step.gap, (leftOut.get(step.gap) ?? 0) + 1)
  return [...leftOut].every(([{ most }, count]) => count <= most)
}

const differsInCaseAlone = (step: Step, body: readonly Piece[]): boolean =>
  step.kind === 'other' && step.piece.key.toLowerCase() === body[step.at]?.key.toLowerCase()

/**
 * How near `steps` come to what is written: the share of its words, and of the source's in its place, that are the same,
 * 0 to 1; null when that is too little to call it a quotation with other words here and there.
 */
export const closenessOf = (steps: readonly Step[], body: readonly Piece[], { termOf }: Analyser): number | null => {
  const worthOf = ({ key, isWord }: Piece): number => {
    if (!isWord) return 0
    return key.includes("'") || termOf(key.toLowerCase()) === null ? stopShare : 1
  }
  let [same, telling, added, missing] = [0, 0, 0, 0]
  for (const step of steps) {
    if (step.kind === 'left-out') continue
    const inSource = 'at' in step ? worthOf(body[step.at] as Piece) : 0
    if (step.kind === 'same' || differsInCaseAlone(step, body)) {
      same += inSource
      telling += inSource === 1 ? 1 : 0
    } else {
      added += 'piece' in step ? worthOf(step.piece) : 0
      missing += inSource
    }
  }
  const share = same / (same + Math.max(added, missing))
  const fewestTelling = added === 0 ? fewestSame.tellingInFull : fewestSame.telling
  return share >= fewestSame.share && telling >= fewestTelling && keepsGaps(steps) ? share : null
}
