import type { WordExplained, WordFound } from '../domain/explanation.ts'
import type { Span } from '../domain/span.ts'
import type { Word } from '../search/port.ts'
import type { Concept } from './query.ts'
import type { PassageMatch } from './ranking/match.ts'
import type { Matcher } from './ranking/matcher.ts'
import { nearnessOf } from './ranking/sentence-facts.ts'

/** A word of a quote: where and as it stands there, folded, and its term, null for a stop word. */
export type QuoteWord = Word & { readonly text: string; readonly term: string | null }

/** The way to write `concept` that the quote has, in the quote's own words; null when it has none. */
const heldIn = (
  { query: { replacements } }: Matcher,
  { folded, alternatives, otherNames }: Concept,
  words: readonly QuoteWord[],
): WordFound | null => {
  if (words.some((word) => word.folded === folded && word.term !== null)) return { kind: 'as-asked' }
  const isAmong = (ways: readonly (readonly string[])[], way: readonly string[]): boolean =>
    ways.some((each) => each.join(' ') === way.join(' '))
  for (const way of alternatives) {
    const places = way.map((term) => words.findIndex((word) => word.term === term))
    if (places.includes(-1)) continue
    const own = places.sort((a, b) => a - b).flatMap((place) => words[place]?.text ?? [])
    if (isAmong(otherNames, way)) return { kind: 'acronym', words: own }
    const isReplaced = replacements.some((replacement) => isAmong(replacement.alternatives, way))
    return { kind: isReplaced ? 'replaced' : 'other-form', words: own }
  }
  return null
}

/** Below this, a word that is like another counts next to nothing. */
const leastNearness = 0.25

/** The word of the quote that is most like the concept at that position, when one is near it. */
const relatedIn = (matcher: Matcher, concept: number, words: readonly QuoteWord[]): WordFound | null => {
  let likeness = 0
  let most: string | undefined
  for (const { text, folded, term } of words) {
    const similarity = term === null ? 0 : (matcher.meaningOf(folded)?.similarities[concept] ?? 0)
    if (similarity <= likeness) continue
    likeness = similarity
    most = text
  }
  return most === undefined || nearnessOf(likeness) < leastNearness
    ? null
    : { kind: 'related', words: [most], likeness }
}

/** How a quote of `words` has each word that the question is weighed by; `match` is of its passage. */
export const explainWords = (
  matcher: Matcher,
  { counts, inContext, nearby }: PassageMatch,
  words: readonly QuoteWord[],
): readonly WordExplained[] =>
  matcher.query.concepts.flatMap((concept, i) => {
    const share = matcher.shares[i] as number
    if (share === 0) return []
    const found = heldIn(matcher, concept, words) ??
      (inContext[i] ? { kind: 'context' as const } : null) ??
      relatedIn(matcher, i, words) ??
      ((counts[i] as number) > 0 ? { kind: 'passage' as const } : null) ??
      (nearby[i] ? { kind: 'nearby' as const } : null) ?? { kind: concept.isUnknown ? 'unknown' : 'missing' }
    return [{ word: concept.surface, share, found }]
  })

/** Words of a quote among which runs are looked for, so that a sentence as long as a book costs no more. */
const mostRead = 1000

/**
 * Where in a quote several words stand as they do in the question, at least two of them no stop words; of a very long
 * one, in its first words.
 */
export const sharedRuns = ({ places }: Matcher, quote: readonly QuoteWord[]): readonly Span[] => {
  const words = quote.slice(0, mostRead)
  const runs: Span[] = []
  // The length of the run that ends at each place of the question, for the word before; and of the longest of them.
  let before: ReadonlyMap<number, number> = new Map()
  let longest = 0
  for (let at = 0; at <= words.length; at++) {
    const asked = places.get(words[at]?.folded ?? '') ?? []
    const now = new Map(asked.map((place) => [place, (before.get(place - 1) ?? 0) + 1]))
    const length = asked.reduce((most, place) => Math.max(most, now.get(place) ?? 0), 0)
    const run = words.slice(at - longest, at)
    const [first, last] = [run[0], run.at(-1)]
    if (first && last && length <= longest && run.filter(({ term }) => term !== null).length > 1)
      runs.push({ start: first.start, end: last.end })
    before = now
    longest = length
  }
  return runs
}
