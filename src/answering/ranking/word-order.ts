/** How far a text has the words of a question in their order. */
export type WordOrder = {
  /** By place in the question, from 1: whether the word there stands right behind the one before it. */
  readonly pairs: Uint8Array
  /** Words of the longest run that both have. */
  readonly run: number
}

/** Compares `words` with a question of `asked` words, which stand where `places` says. */
export const wordOrderOf = (
  words: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  asked: number,
): WordOrder => {
  const pairs = new Uint8Array(asked)
  let run = 0
  // How long the run is that ends at each place of the question, for the word before and for this one.
  let before = new Uint16Array(asked + 1)
  let now = new Uint16Array(asked + 1)
  let wasNamed = false
  for (const word of words) {
    const at = places.get(word)
    if (at === undefined) {
      if (wasNamed) before.fill(0)
      wasNamed = false
      continue
    }
    now.fill(0)
    for (const place of at) {
      const length = (before[place] as number) + 1
      now[place + 1] = length
      if (length > 1) pairs[place] = 1
      if (length > run) run = length
    }
    ;[before, now] = [now, before]
    wasNamed = true
  }
  return { pairs, run }
}
