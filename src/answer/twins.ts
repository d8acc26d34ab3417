import type { Hit, Passage } from '../domain/passage.ts'
import type { Span } from '../domain/span.ts'
import type { PassageReading } from '../index/port.ts'

// A story that many have copied must not take the place of everything else: of passages that say the same in the same
// words, one is ranked, and the others are named with it.

/** Words in a run that is compared. */
const runLength = 5
/** Fewer runs, of a sentence or a few words, are common to texts that have nothing to do with each other. */
const minRuns = 8
/** The share of its runs that a twin has in common with its passage, and a sentence of its words with another. */
const minShare = 0.7

/** A passage that says what another one says, in another source. */
export type Twin = { readonly passage: Passage; readonly reading: PassageReading }

/** The twins of passages. */
export type Twins = ReadonlyMap<Passage, readonly Twin[]>

const runsOf = (words: readonly string[]): ReadonlySet<string> => {
  const runs = new Set<string>()
  for (let at = 0; at + runLength <= words.length; at += 1) runs.add(words.slice(at, at + runLength).join(' '))
  return runs
}

/** The share of one set that is in another one. */
const shareOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let shared = 0
  for (const each of one) if (other.has(each)) shared += 1
  return one.size === 0 ? 0 : shared / one.size
}

const hasDigits = (word: string): boolean => /\p{N}/u.test(word)

type Read = {
  /** Its position in the ranking. */
  readonly at: number
  readonly hit: Hit
  readonly words: ReadonlySet<string>
  readonly runs: ReadonlySet<string>
}

/** Whether a passage says nothing that another one does not: a row of a table with other figures is no twin. */
const isTwin = (one: Read, of: Read): boolean => {
  if (one.runs.size < minRuns || one.hit.passage.source === of.hit.passage.source) return false
  if (shareOf(one.runs, of.runs) < minShare) return false
  for (const word of one.words) if (hasDigits(word) && !of.words.has(word)) return false
  return true
}

type Group = { readonly first: Read; readonly others: Read[] }

const groupsOf = (ranking: readonly Hit[], readings: readonly (PassageReading | undefined)[]): readonly Group[] => {
  const groups: Group[] = []
  /** The groups whose first passage has a run. */
  const holders = new Map<string, Group[]>()
  for (const [at, hit] of ranking.entries()) {
    const words = readings[at]?.sentences.flatMap((sentence) => sentence.words) ?? []
    const read: Read = { at, hit, words: new Set(words), runs: runsOf(words) }
    const near = new Set([...read.runs].flatMap((run) => holders.get(run) ?? []))
    const group = [...near].find(({ first }) => isTwin(read, first))
    if (group !== undefined) {
      group.others.push(read)
      continue
    }
    const own: Group = { first: read, others: [] }
    groups.push(own)
    for (const run of read.runs) holders.set(run, [...(holders.get(run) ?? []), own])
  }
  return groups
}

/** What is left of a ranking: the positions of its passages there, and the twins that these stand for. */
type Distinct = { readonly kept: readonly number[]; readonly twins: Twins }

/**
 * Finds the twins in a ranking. Where a source stands for others already, it does so again, so that one telling of a
 * story is quoted throughout.
 * @param ranking passages, best first
 * @param readings their words, in the same order
 * @returns one passage of each group of twins, best first, and its twins
 */
export const distinctOf = (ranking: readonly Hit[], readings: readonly (PassageReading | undefined)[]): Distinct => {
  const standing = new Set<string>()
  const twins = new Map<Passage, readonly Twin[]>()
  const kept = groupsOf(ranking, readings).map(({ first, others }) => {
    const known = others.find((other) => standing.has(other.hit.passage.source) && isTwin(first, other))
    const one = known !== undefined && !standing.has(first.hit.passage.source) ? known : first
    if (others.length === 0) return one.at
    standing.add(one.hit.passage.source)
    const rest = [first, ...others].flatMap(({ at, hit: { passage } }): readonly Twin[] => {
      const reading = readings[at]
      return at === one.at || reading === undefined ? [] : [{ passage, reading }]
    })
    twins.set(one.hit.passage, rest)
    return one.at
  })
  return { kept, twins }
}

/** Where a twin has the words of a quote, and whether it has all of them, and no others in between. */
export type TwinPlace = { readonly span: Span; readonly isSame: boolean }

/**
 * @param sentences the words of the sentences of a quote
 * @param main the position of the one that it was chosen for
 * @param twin of its passage
 * @returns where the twin says so; null if it has left that out
 */
export const placeInTwin = (
  sentences: readonly (readonly string[])[],
  main: number,
  { passage, reading }: Twin,
): TwinPlace | null => {
  const texts = reading.sentences.map(({ words }) => words.join(' '))
  const sought = sentences.map((words) => words.join(' '))
  const start = texts.findIndex((_, at) => sought.every((words, offset) => texts[at + offset] === words))
  const [from, to] = [passage.sentences[start], passage.sentences[start + sought.length - 1]]
  if (start >= 0 && from !== undefined && to !== undefined)
    return { span: { start: from.start, end: to.end }, isSame: true }
  const words = new Set(sentences[main])
  const shares = reading.sentences.map((sentence) => shareOf(words, new Set(sentence.words)))
  const best = shares.indexOf(Math.max(...shares))
  const span = passage.sentences[best]
  return span === undefined || (shares[best] ?? 0) < minShare ? null : { span, isSame: false }
}
