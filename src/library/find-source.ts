import { distance } from 'fastest-levenshtein'
import { createTurns } from '../concurrency/turns.ts'
import { QuothError } from '../domain/error.ts'
import { compareIds } from '../domain/source.ts'
import type { SourceName } from './port.ts'

/** Names compared letter by letter at most, and how much of each: work stays small whatever a person types. */
const longestCompared = 80
/** How many names a "did you mean" offers. */
const mostOffered = 3

const folded = (text: string): string =>
  // Most names are plain, and this is asked of every name at every keystroke.
  /^[ -~]*$/.test(text)
    ? text.toLowerCase().trim()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .trim()

const wordsOf = (foldedText: string): readonly string[] => foldedText.match(/[\p{L}\p{N}]+/gu) ?? []

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** What people call a source: its id, its file with or without folder and extension, and its title. */
const namesOf = ({ id, titleShown, path }: SourceName): readonly string[] => [
  ...new Set([id, lastPart(id), path, lastPart(path), titleShown].map(folded)),
]

/** 0 to 1, how well a name fits something. */
type Measure = (name: string) => number

/** How well what a person typed fits a name by its letters in order: 1 is the name itself, 0 no fit. */
const fitnessOf = (typed: string): Measure => {
  const wanted = wordsOf(typed)
  return (name) => {
    if (name === typed) return 1
    if (name.startsWith(typed)) return 0.9
    if (wanted.length > 0 && wanted.every((word) => name.includes(word))) {
      const words = wordsOf(name)
      if (wanted.every((word) => words.some((other) => other.startsWith(word)))) return 0.8
    }
    return name.includes(typed) ? 0.7 : 0
  }
}

/** Fewer letters than this say too little of how a name goes on. */
const fewestLetters = 5

/** How alike two names are after slips of the fingers; a longer name may go on behind what was typed. */
const likenessOf = (typed: string): Measure => {
  const a = typed.slice(0, longestCompared)
  return (name) => {
    const b = name.slice(0, longestCompared)
    const slips =
      a.length < fewestLetters ? distance(a, b) : Math.min(distance(a, b), distance(a, b.slice(0, a.length)))
    return Math.max(0, 1 - slips / Math.max(1, a.length))
  }
}

/** Below this, a name has too little in common with what was typed to be offered. */
const leastLikeness = 0.6
/** Of the measures of fitness, the least that is one. */
const leastFitness = 0.7

type Scored = { readonly source: SourceName; readonly score: number }

/** The sources that `measure` gives at least `least`, best first, at most `limit`; ties stand by title, then by id. */
const ranked = async (
  sources: readonly SourceName[],
  measure: Measure,
  least: number,
  limit: number,
): Promise<readonly SourceName[]> => {
  const turn = createTurns()
  const { compare } = new Intl.Collator('en')
  const isBefore = (a: Scored, b: Scored): boolean =>
    (b.score - a.score || compare(a.source.titleShown, b.source.titleShown) || compareIds(a.source.id, b.source.id)) < 0
  const best: Scored[] = []
  for (const source of sources) {
    const scored = { source, score: Math.max(...namesOf(source).map(measure)) }
    const last = best.at(-1)
    if (scored.score >= least && (best.length < limit || (last && isBefore(scored, last)))) {
      const place = best.findIndex((other) => isBefore(scored, other))
      best.splice(place < 0 ? best.length : place, 0, scored)
      if (best.length > limit) best.pop()
    }
    await turn()
  }
  return best.map(({ source }) => source)
}

/** The sources that what a person typed may name, best first, at most `limit`; ties stand by title, then by id. */
export const suggestSources = async (
  typed: string,
  sources: readonly SourceName[],
  limit: number,
): Promise<readonly SourceName[]> => {
  const wanted = folded(typed)
  if (wanted === '') return ranked(sources, () => 1, 1, limit)
  // Comparing letters takes most of the time, so it is left to what fits nothing.
  const fitting = await ranked(sources, fitnessOf(wanted), leastFitness, limit)
  return fitting.length > 0 ? fitting : ranked(sources, likenessOf(wanted), leastLikeness, limit)
}

/**
 * The source that a person names by id, by its file's name or by title, whatever the capitals.
 * @throws QuothError `unknown-source` with the names that may have been meant, or that share the title
 */
export const findSource = async (name: string, sources: readonly SourceName[]): Promise<SourceName> => {
  const exact = sources.find(({ id }) => id === name.trim())
  if (exact) return exact
  const wanted = folded(name)
  const isNamed: Measure = (each) => (each === wanted ? 1 : 0)
  const alike = await ranked(sources, isNamed, 1, mostOffered)
  const [only] = alike
  if (only && alike.length === 1) return only
  const shown = name.trim().slice(0, longestCompared)
  if (alike.length > 1)
    throw new QuothError(
      'unknown-source',
      `Several sources are called “${shown}”; please name one by its id.`,
      alike.map(({ id }) => id),
    )
  const meant = (await suggestSources(name, sources, mostOffered)).map(({ id }) => id)
  throw new QuothError('unknown-source', `The library has no source “${shown}”. See /sources for all of them.`, meant)
}
