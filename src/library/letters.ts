/** Which letters a word has, as bits; some letters share one. A word that lacks bits of another lacks letters of it. */
export const lettersOf = (word: string): number => {
  let letters = 0
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters >>> 0
}

/** Whether more than `most` of the bits of `wanted` are lacking in `letters`: then so many slips do not lead from one to the other. */
export const lacksMore = (wanted: number, letters: number, most: number): boolean => {
  let lacking = wanted & ~letters
  for (let left = most; left > 0; left -= 1) lacking &= lacking - 1
  return lacking !== 0
}
