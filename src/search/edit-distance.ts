/**
 * How many slips of the hand lie between two words: a letter more, less or other, or two neighbours in each other's place
 * (the optimal string alignment distance). More than `most` counts as `most + 1`; the cost grows with `most` and the words' length.
 */
export const editDistance = (a: string, b: string, most: number): number => {
  const tooMany = most + 1
  if (Math.abs(a.length - b.length) > most) return tooMany
  const unknown = (): number[] => new Array<number>(b.length + 2).fill(tooMany)
  // Each row holds the slips between a beginning of `a` and every beginning of `b` that is not too much longer or shorter.
  let beforeLast = unknown()
  let last = unknown()
  let row = unknown()
  for (let j = 0; j <= Math.min(most, b.length); j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - most)
    const to = Math.min(b.length, i + most)
    row[from - 1] = from === 1 ? Math.min(tooMany, i) : tooMany
    row[to + 1] = tooMany
    let least = row[from - 1] as number
    const letter = a.charCodeAt(i - 1)
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1)
      let slips = (last[j - 1] as number) + (letter === other ? 0 : 1)
      slips = Math.min(slips, (last[j] as number) + 1, (row[j - 1] as number) + 1)
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        slips = Math.min(slips, (beforeLast[j - 2] as number) + 1)
      row[j] = slips
      least = Math.min(least, slips)
    }
    if (least > most) return tooMany
    const spare = beforeLast
    beforeLast = last
    last = row
    row = spare
  }
  return Math.min(tooMany, last[b.length] as number)
}
