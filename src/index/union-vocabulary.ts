import type { CountedAcronym, IndexedWord, Vocabulary } from './port.ts'

/** The items of all lists, those that have the same key added up. */
const together = <Item>(
  lists: readonly (readonly Item[])[],
  keyOf: (item: Item) => string,
  added: (a: Item, b: Item) => Item,
): readonly Item[] => {
  const byKey = new Map<string, Item>()
  for (const item of lists.flat()) {
    const key = keyOf(item)
    const known = byKey.get(key)
    byKey.set(key, known === undefined ? item : added(known, item))
  }
  return [...byKey.values()]
}

const wordsTogether = <Word extends IndexedWord>(lists: readonly (readonly Word[])[]): readonly Word[] =>
  together(
    lists,
    ({ form, term }) => `${form}\n${term}`,
    (a, b) => ({ ...a, passages: a.passages + b.passages }),
  )

const acronymsTogether = (lists: readonly (readonly CountedAcronym[])[]): readonly CountedAcronym[] =>
  together(
    lists,
    ({ acronym: { short, long } }) => [short, ...long].join('\n'),
    (a, b) => ({ ...a, sources: a.sources + b.sources }),
  )

/**
 * @param parts the vocabularies of indexes
 * @returns that of one index with the same sources; it has nothing of its own, so it changes with its parts
 */
export const unionVocabulary = (parts: readonly Vocabulary[]): Vocabulary => ({
  passagesWith: (term) => parts.reduce((sum, part) => sum + part.passagesWith(term), 0),
  wordsOf: (folded) => wordsTogether(parts.map((part) => part.wordsOf(folded))),
  alike: (folded, limit) => wordsTogether(parts.map((part) => part.alike(folded, limit))).slice(0, limit),
  near: (folded) => wordsTogether(parts.map((part) => part.near(folded))),
  containing: (letters) => wordsTogether(parts.map((part) => part.containing(letters))),
  acronymsOf: (term) => acronymsTogether(parts.map((part) => part.acronymsOf(term))),
  acronymsFor: (long) => acronymsTogether(parts.map((part) => part.acronymsFor(long))),
})
