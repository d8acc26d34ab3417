/** Parts of a cross-validation. */
export const parts = 5

/** The part that an article is in: each in one, spread evenly in the order in which they are first seen. */
export const foldsOf = (articles: Iterable<string>): ReadonlyMap<string, number> =>
  new Map([...new Set(articles)].map((article, at) => [article, at % parts]))
