/** At most `count` of `items`, evenly spaced and in order; the same ones every time. */
export const evenSample = <T>(items: readonly T[], count: number): readonly T[] =>
  count >= items.length
    ? items
    : Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)] as T)
