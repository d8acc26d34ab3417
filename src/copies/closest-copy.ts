import { createTurns } from '../concurrency/turns.ts'
import type { SourceId } from '../domain/source.ts'
import { completeBelow, type Sketch } from './sketch.ts'

/** Shorter sketches are not compared: a sentence or two may be the same by chance. */
const minShared = 4
/** The share of the shorter text that a copy has in common. */
const sameStory = 0.5
/** What more texts than these have is a template: a form, a way to begin or end. It does not make a copy. */
const maxHolders = 5
/** Unless two texts have nearly everything in common: then both are the form, or many have copied the story. */
const nearlyAll = 0.75
/** What is shorter than this share of another text is an excerpt, or one of several texts that stand there. */
const minLengthShare = 0.2

/** What two sketches have in common, as far as both are complete. */
const overlapOf = (a: Sketch, b: Sketch) => {
  const below = Math.min(completeBelow(a), completeBelow(b))
  const shared: number[] = []
  let [at, other] = [0, 0]
  for (;;) {
    const [one = below, two = below] = [a[at], b[other]]
    if (one >= below && two >= below) break
    if (one === two) shared.push(one)
    if (one <= two) at += 1
    if (two <= one) other += 1
  }
  return { smaller: Math.min(at, other), larger: Math.max(at, other), shared }
}

/**
 * Finds the source that tells the same story: of the shorter of two texts, at least half is in the other, apart from
 * what many texts have. It takes time in proportion to all sketches, in turns with the rest of the process.
 * @param sketch of a text
 * @param others the sketches that it is compared with
 * @returns the one that has most of it, and how much, 0 to 1; null if none tells the same story
 */
export const closestCopy = async (
  sketch: Sketch,
  others: Iterable<readonly [SourceId, Sketch]>,
): Promise<{ readonly id: SourceId; readonly containment: number } | null> => {
  const turn = createTurns()
  const holders = new Map<number, number>()
  const overlaps: { readonly id: SourceId; readonly overlap: ReturnType<typeof overlapOf> }[] = []
  for (const [id, other] of others) {
    const overlap = overlapOf(sketch, other)
    for (const number of overlap.shared) holders.set(number, (holders.get(number) ?? 0) + 1)
    if (overlap.shared.length >= minShared) overlaps.push({ id, overlap })
    await turn()
  }
  let closest: { readonly id: SourceId; readonly containment: number } | null = null
  for (const { id, overlap } of overlaps) {
    const { smaller, larger, shared } = overlap
    if (smaller < minLengthShare * larger) continue
    const own = shared.filter((number) => (holders.get(number) ?? 0) <= maxHolders).length
    const ownShare = own < minShared ? 0 : own / (smaller - (shared.length - own))
    const containment = shared.length / smaller
    const isCopy = containment >= nearlyAll || ownShare >= sameStory
    if (isCopy && containment > (closest?.containment ?? 0)) closest = { id, containment }
    await turn()
  }
  return closest
}
