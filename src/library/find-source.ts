import { distance } from 'fastest-levenshtein'
import { QuothError } from '../domain/error.ts'
import { compareIds } from '../domain/source.ts'
import type { SourceCard } from '../domain/source-card.ts'

/** Names compared letter by letter at most, and how much of each: work stays small whatever a person types. */
const longestCompared = 80
/** How many names a "did you mean" offers. */
const mostOffered = 3

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim()

const wordsOf = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** 0 to 1: how well what a person typed fits a name by its letters in order: 1 is the name itself, 0 no fit. */
const fitness = (typed: string, name: string): number => {
  const [a, b] = [folded(typed), folded(name)]
  if (a === b) return 1
  if (b.startsWith(a)) return 0.9
  const words = wordsOf(b)
  const wanted = wordsOf(a)
  if (wanted.length > 0 && wanted.every((word) => words.some((other) => other.startsWith(word)))) return 0.8
  return b.includes(a) ? 0.7 : 0
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** What people call a source: its id, its file with or without folder and extension, and its title. */
const namesOf = ({ id, titleShown, path }: SourceCard): readonly string[] => [
  id,
  lastPart(id),
  path,
  lastPart(path),
  titleShown,
]

/** 0 to 1: how alike two names are after slips of the fingers; a longer name may go on behind what was typed. */
const likeness = (typed: string, name: string): number => {
  const a = folded(typed).slice(0, longestCompared)
  const b = folded(name).slice(0, longestCompared)
  const slips = a.length < fewestLetters ? distance(a, b) : Math.min(distance(a, b), distance(a, b.slice(0, a.length)))
  return Math.max(0, 1 - slips / Math.max(1, a.length))
}

/** Fewer letters than this say too little of how a name goes on. */
const fewestLetters = 5

/** Below this, a name has too little in common with what was typed to be offered. */
const leastLikeness = 0.6

/** The sources that what a person typed may name, best first, at most `limit`; ties stand by title, then by id. */
export const suggestSources = (typed: string, sources: readonly SourceCard[], limit: number): readonly SourceCard[] => {
  const ranked = (measure: (typed: string, name: string) => number, least: number): readonly SourceCard[] =>
    sources
      .map((source) => ({ source, score: Math.max(...namesOf(source).map((name) => measure(typed, name))) }))
      .filter(({ score }) => score >= least)
      .sort(
        (a, b) =>
          b.score - a.score ||
          a.source.titleShown.localeCompare(b.source.titleShown, 'en') ||
          compareIds(a.source.id, b.source.id),
      )
      .slice(0, limit)
      .map(({ source }) => source)
  // Comparing letters takes most of the time, so it is left to what fits nothing.
  const fitting = ranked(typed.trim() === '' ? () => 1 : fitness, 0.7)
  return fitting.length > 0 ? fitting : ranked(likeness, leastLikeness)
}

/**
 * The source that a person names by id, by its file's name or by title, whatever the capitals.
 * @throws QuothError `unknown-source` with the names that may have been meant, or that share the title
 */
export const findSource = (name: string, sources: readonly SourceCard[]): SourceCard => {
  const exact = sources.find(({ id }) => id === name.trim())
  if (exact) return exact
  const alike = sources.filter((source) => namesOf(source).some((each) => folded(each) === folded(name)))
  const [only] = alike
  if (only && alike.length === 1) return only
  const shown = name.trim().slice(0, longestCompared)
  if (alike.length > 1)
    throw new QuothError(
      'unknown-source',
      `Several sources are called “${shown}”; please name one by its id.`,
      alike.slice(0, mostOffered).map(({ id }) => id),
    )
  const meant = suggestSources(name, sources, mostOffered).map(({ id }) => id)
  throw new QuothError('unknown-source', `The library has no source “${shown}”. See /sources for all of them.`, meant)
}
