import { createTurns } from '../concurrency/turns.ts'
import type { Relative } from '../domain/relative.ts'
import { completeBelow, type Sketch } from './sketch.ts'

/** Sketches with less in common are not compared: a sentence or two may be the same by chance. */
const minShared = 4
/** The share of the shorter text that two tellings of a story have in common, and texts with a passage in common. */
const least = { story: 0.5, passage: 0.15 }
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

/** A text that another one is compared with. */
export type Sketched = { readonly id: string; readonly sketch: Sketch }

/** How a text is related to another one. */
export type Relation<T extends Sketched> = Pick<Relative, 'kind' | 'containment'> & { readonly to: T }

/**
 * Finds the texts that have words in common with one, apart from what many of them have. It takes time in proportion to
 * all sketches, in turns with the rest of the process.
 * @param sketch of a text
 * @param others what it is compared with
 * @returns those that tell the same story, then those with a passage of it; each time with most in common first
 */
export const relationsOf = async <T extends Sketched>(
  sketch: Sketch,
  others: readonly T[],
): Promise<readonly Relation<T>[]> => {
  const turn = createTurns()
  const holders = new Map<number, number>()
  const overlaps: { readonly to: T; readonly overlap: ReturnType<typeof overlapOf> }[] = []
  for (const to of others) {
    const overlap = overlapOf(sketch, to.sketch)
    for (const number of overlap.shared) holders.set(number, (holders.get(number) ?? 0) + 1)
    if (overlap.shared.length >= minShared) overlaps.push({ to, overlap })
    await turn()
  }
  const found: Relation<T>[] = []
  for (const { to, overlap } of overlaps) {
    const { smaller, larger, shared } = overlap
    const own = shared.filter((number) => (holders.get(number) ?? 0) <= maxHolders).length
    const ownShare = own < minShared ? 0 : own / (smaller - (shared.length - own))
    const containment = shared.length / smaller
    const isStory = smaller >= minLengthShare * larger && (containment >= nearlyAll || ownShare >= least.story)
    if (isStory || ownShare >= least.passage)
      found.push({ to, kind: isStory ? 'same-story' : 'shared-passage', containment })
    await turn()
  }
  const order = ({ kind, containment }: Relation<T>): number => (kind === 'same-story' ? 1 : 0) + containment
  return found.sort((a, b) => order(b) - order(a))
}
