import type { Analyser, Token } from '../index/port.ts'
import { knownNames } from '../language/english/known-names.ts'

/** A name as terms, and the other names of the same country or body. */
type Naming = { readonly name: readonly string[]; readonly others: readonly (readonly string[])[] }

const tablesOf = new WeakMap<Analyser, ReadonlyMap<string, readonly Naming[]>>()

/** Known names by their first term. */
const tableOf = (analyser: Analyser): ReadonlyMap<string, readonly Naming[]> => {
  const known = tablesOf.get(analyser)
  if (known) return known
  const table = new Map<string, Naming[]>()
  for (const group of knownNames()) {
    // The small letters tell `US` from `us`.
    const names = group.map((each) => analyser.analyse(`the ${each}`).map(({ term }) => term))
    for (const name of names) {
      const others = names.filter((other) => other.join(' ') !== name.join(' '))
      const [first] = name
      if (first !== undefined) table.set(first, [...(table.get(first) ?? []), { name, others }])
    }
  }
  tablesOf.set(analyser, table)
  return table
}

/**
 * The other names of each country and body that a question names, by the term that stands for it: `US` for `United`
 * and for `States`. Of several names that begin alike, the longest counts.
 */
export const knownNamesIn = (
  tokens: readonly Token[],
  analyser: Analyser,
): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const table = tableOf(analyser)
  const found = new Map<string, readonly (readonly string[])[]>()
  for (let at = 0; at < tokens.length; ) {
    const namings = (table.get(tokens[at]?.term ?? '') ?? []).filter(({ name }) =>
      name.every((term, i) => tokens[at + i]?.term === term),
    )
    const length = Math.max(0, ...namings.map(({ name }) => name.length))
    const others = namings.filter(({ name }) => name.length === length).flatMap((naming) => naming.others)
    for (const { term } of tokens.slice(at, at + length)) found.set(term, [...(found.get(term) ?? []), ...others])
    at += Math.max(1, length)
  }
  return found
}
