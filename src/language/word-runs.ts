/** The failure function of Knuth, Morris and Pratt: the longest proper prefix of each prefix that is its suffix. */
const failureFunction = (run: readonly string[]): readonly number[] => {
  const lengths = [0, 0]
  for (let at = 1, length = 0; at < run.length; at++) {
    while (length > 0 && run[at] !== run[length]) length = lengths[length] as number
    if (run[at] === run[length]) length++
    lengths.push(length)
  }
  return lengths
}

/**
 * Finds consecutive words. Linear (Knuth, Morris and Pratt): both may repeat one word a thousand times.
 * @param words any words
 * @param run the words to find, in order
 * @returns the indexes in `words` where the run begins, ascending; none for an empty run
 */
export const placesOfRun = (words: readonly string[], run: readonly string[]): readonly number[] => {
  if (run.length === 0 || run.length > words.length) return []
  const fallback = failureFunction(run)
  const places: number[] = []
  let held = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    while (held > 0 && word !== run[held]) held = fallback[held] as number
    if (word === run[held]) held++
    if (held < run.length) continue
    places.push(at + 1 - run.length)
    held = fallback[held] as number
  }
  return places
}

/**
 * @param words any words
 * @param run consecutive words
 * @returns whether `words` contains the run
 */
export const holdsRun = (words: readonly string[], run: readonly string[]): boolean =>
  placesOfRun(words, run).length > 0
