import { distance } from 'fastest-levenshtein'

/** The names that a slip of the fingers may have meant: at most a third of the letters differ; best first. */
export const nearest = (typed: string, names: readonly string[]): readonly string[] =>
  names
    .map((name) => ({ name, slips: distance(typed.slice(0, 40).toLowerCase(), name) }))
    .filter(({ name, slips }) => slips <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.slips - b.slips)
    .map(({ name }) => name)
