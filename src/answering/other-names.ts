import type { AnalysedAcronym, Token } from '../search/port.ts'

/** Ways to write one thing, each as terms. */
export type Alternatives = readonly (readonly string[])[]

/** The places in `tokens` where the terms of `long` stand one after the other. */
const runsOf = (tokens: readonly Token[], long: readonly string[]): readonly number[] =>
  tokens.flatMap((_, at) => (long.every((term, i) => tokens[at + i]?.term === term) ? [at] : []))

/** The other ways, by term, in which the library writes what `tokens` name, from the acronyms that it spells out itself. */
export const otherNames = (
  tokens: readonly Token[],
  acronyms: readonly AnalysedAcronym[],
): ((term: string) => Alternatives) => {
  const names = new Map<string, (readonly string[])[]>()
  const add = (term: string, alternative: readonly string[]): void => {
    names.set(term, [...(names.get(term) ?? []), alternative])
  }
  for (const { short, long } of acronyms) {
    if (tokens.some(({ term }) => term === short)) {
      add(short, long)
      // What one short name stands for, another may stand for too: `IS` and `ISIS` of the same long name.
      for (const other of acronyms)
        if (other.short !== short && other.long.join(' ') === long.join(' ')) add(short, [other.short])
    }
    if (runsOf(tokens, long).length > 0) for (const term of long) add(term, [short])
  }
  return (term) => names.get(term) ?? []
}
