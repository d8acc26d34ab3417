const toRoman = (number: number): string => {
  const numerals: readonly (readonly [number, string])[] = [
    [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'],
    [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
  ] // biome-ignore format: a table
  let [rest, text] = [number, '']
  for (const [value, numeral] of numerals) for (; rest >= value; rest -= value) text += numeral
  return text
}

const toLetters = (number: number): string => {
  let text = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text
  return text
}

/**
 * @param number of an item in its list
 * @param type of the list, as HTML has it: `1`, `a`, `A`, `i`, `I`
 * @returns the mark of the item as a browser prints it: `3.`, `c.`, `iii.`
 */
export const printedMark = (number: number, type: string): string => {
  if (number < 1 || number > 3999 || !/^[aAiI]$/.test(type)) return `${number}.`
  const mark = type.toLowerCase() === 'a' ? toLetters(number) : toRoman(number)
  return `${type === type.toUpperCase() ? mark.toUpperCase() : mark}.`
}
