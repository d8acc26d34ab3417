/** By number of words that `run` begins with: of how many of the last of them the run also begins. */
const beginningsWithin = (run: readonly string[]): readonly number[] => {
  const lengths = [0, 0]
  for (let at = 1, length = 0; at < run.length; at++) {
    while (length > 0 && run[at] !== run[length]) length = lengths[length] as number
    if (run[at] === run[length]) length++
    lengths.push(length)
  }
  return lengths
}

/**
 * Where `run` stands in `words`, side by side and in order: the places of its first word, ascending. Linear (Knuth, Morris
 * and Pratt): run and words may say one word a thousand times over. A run of no words stands nowhere.
 */
export const placesOfRun = (words: readonly string[], run: readonly string[]): readonly number[] => {
  if (run.length === 0 || run.length > words.length) return []
  const beginnings = beginningsWithin(run)
  const places: number[] = []
  let held = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    while (held > 0 && word !== run[held]) held = beginnings[held] as number
    if (word === run[held]) held++
    if (held < run.length) continue
    places.push(at + 1 - run.length)
    held = beginnings[held] as number
  }
  return places
}

/** Whether `run` stands in `words`, side by side and in order. */
export const holdsRun = (words: readonly string[], run: readonly string[]): boolean =>
  placesOfRun(words, run).length > 0
