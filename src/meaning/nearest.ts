import type { PassageKey } from '../domain/passage.ts'
import { compareIds } from '../domain/source.ts'
import { signsOf, type VectorRows } from './vector-rows.ts'
import { dimensions, lengthOf } from './vectors.ts'

/** An encoded passage, and the row of its vector. */
export type Place = PassageKey & { readonly row: number }

type Rows = Pick<VectorRows, 'cosine' | 'signsApart'>

/** Up to so many passages, each is compared: some 5 ms. */
const maxExact = 10_000
/** Of more, the closest by signs: of 100,000, these have 99 % of the nearest twenty (`bench/signs-recall.ts`). */
const leastCompared = 2000

const byPlace = (a: Place, b: Place): number => compareIds(a.source, b.source) || a.ordinal - b.ordinal

/**
 * The passages whose vectors have the fewest signs apart from those of `vector`: at least `count`, with all that have as
 * many apart as the last of them, so that their order makes no difference.
 */
export const closestBySigns = (
  places: readonly Place[],
  rows: Rows,
  vector: Int8Array,
  count: number,
): readonly Place[] => {
  const signs = signsOf(vector)
  const apart = Uint16Array.from(places, ({ row }) => rows.signsApart(signs, row))
  const counts = new Uint32Array(dimensions + 1)
  for (const each of apart) counts[each] = (counts[each] as number) + 1
  let [bound, held] = [0, counts[0] as number]
  while (held < count && bound < dimensions) held += counts[++bound] as number
  return places.filter((_, at) => (apart[at] as number) <= bound)
}

/**
 * The passages whose vectors are most like `vector`, best first; ties are in order of source id, then of position.
 * @param places in any order
 */
export const nearestOf = (
  places: readonly Place[],
  rows: Rows,
  vector: Int8Array,
  limit: number,
): readonly PassageKey[] => {
  // Their signs alone tell which of many may be near.
  const some = places.length > maxExact ? closestBySigns(places, rows, vector, leastCompared) : places
  const length = lengthOf(vector)
  return some
    .map((place) => ({ place, cosine: rows.cosine(vector, length, place.row) }))
    .sort((a, b) => b.cosine - a.cosine || byPlace(a.place, b.place))
    .slice(0, limit)
    .map(({ place }) => place)
}
