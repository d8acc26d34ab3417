import { distance } from 'fastest-levenshtein'
import { QuothError } from '../domain/error.ts'
import type { Source } from '../domain/source.ts'

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

/** 0 to 1: how well what a person typed fits a name: 1 is the name, above 0.5 it holds or begins what was typed. */
const likeness = (typed: string, name: string): number => {
  const [a, b] = [folded(typed), folded(name)]
  if (a === b) return 1
  if (b.startsWith(a)) return 0.9
  const words = wordsOf(b)
  const wanted = wordsOf(a)
  if (wanted.length > 0 && wanted.every((word) => words.some((other) => other.startsWith(word)))) return 0.8
  if (b.includes(a)) return 0.7
  const [x, y] = [a.slice(0, longestCompared), b.slice(0, longestCompared)]
  const slips = distance(x, y.slice(0, Math.max(x.length, 1)))
  return Math.max(0, 0.5 * (1 - slips / Math.max(1, x.length)))
}

const bestLikeness = (typed: string, { id, titleShown }: Source): number =>
  Math.max(likeness(typed, id), likeness(typed, titleShown))

/** Below this, a name has too little in common with what was typed to be offered. */
const leastLikeness = 0.25

/** The sources that what a person typed may name, best first, at most `limit`; ties stand by title, then by id. */
export const suggestSources = (typed: string, sources: readonly Source[], limit: number): readonly Source[] =>
  sources
    .map((source) => ({ source, score: typed.trim() === '' ? 1 : bestLikeness(typed, source) }))
    .filter(({ score }) => score >= leastLikeness)
    .sort(
      (a, b) =>
        b.score - a.score ||
        a.source.titleShown.localeCompare(b.source.titleShown, 'en') ||
        (a.source.id < b.source.id ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ source }) => source)

/**
 * The source that a person names by id or by title, whatever the capitals.
 * @throws QuothError `unknown-source` with the names that may have been meant, or that share the title
 */
export const findSource = (name: string, sources: readonly Source[]): Source => {
  const exact = sources.find(({ id }) => id === name.trim())
  if (exact) return exact
  const alike = sources.filter(
    ({ id, titleShown }) => folded(id) === folded(name) || folded(titleShown) === folded(name),
  )
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
