/**
 * The area under the ROC curve: how likely it is that one of `positives` is above one of `negatives`, a tie counting half.
 * Null when either is empty.
 */
export const auroc = (positives: readonly number[], negatives: readonly number[]): number | null => {
  if (positives.length === 0 || negatives.length === 0) return null
  const sorted = [...negatives].sort((a, b) => a - b)
  /** How many of `sorted` the test holds for, which holds for none behind the first that it does not hold for. */
  const countWhile = (holds: (value: number) => boolean): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (holds(sorted[middle] as number)) low = middle + 1
      else high = middle
    }
    return low
  }
  const wins = positives.reduce((sum, positive) => {
    const below = countWhile((value) => value < positive)
    return sum + below + (countWhile((value) => value <= positive) - below) / 2
  }, 0)
  return wins / (positives.length * negatives.length)
}
