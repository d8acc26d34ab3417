const words = (list: string): readonly string[] => list.split(/\s+/)

const cardinals = words(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty`,
)
const ordinals = words(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth`,
)

const numberOfWord: ReadonlyMap<string, number> = new Map(
  [cardinals, ordinals].flatMap((list) => list.map((word, at) => [word, at + 1] as const)),
)

const romanDigits: readonly (readonly [string, number])[] = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]

/** The value of a well-formed Roman numeral below 400 in lower case, or null. */
const romanValue = (word: string): number | null => {
  let rest = word
  let value = 0
  for (const [digits, worth] of romanDigits) {
    for (
      let times = 0;
      rest.startsWith(digits) && times < (digits.length === 1 && !/[vl]/.test(digits) ? 3 : 1);
      times++
    ) {
      value += worth
      rest = rest.slice(digits.length)
    }
  }
  return rest === '' && value > 0 ? value : null
}

/** Whether a word is an ordinal, which stands before what it numbers: `second`, `2nd`. */
export const isOrdinal = (folded: string): boolean => ordinals.includes(folded) || /^\d+(?:st|nd|rd|th)$/.test(folded)

/**
 * The number that a folded word stands for as a label, in figures: `2` for `2`, `two`, `second`, `2nd` and `ii`.
 * @returns null for a word that is no number; a numeral of one letter, such as `v`, is one
 */
export const labelNumber = (folded: string): string | null => {
  if (/^\d+(?:\.\d+)*$/.test(folded)) return folded
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(folded)?.[1]
  if (ordinal !== undefined) return ordinal
  const value = numberOfWord.get(folded) ?? romanValue(folded.toLowerCase())
  return value === null ? null : String(value)
}

const romanNumerals = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')

/** The other way, in figures or in Roman numerals, to write a folded word that is either, up to 20; or null. */
export const otherNumeral = (folded: string): string | null => {
  // The analyser writes the numeral `I` large, unlike the pronoun.
  if (folded === '1') return 'I'
  if (/^\d+$/.test(folded)) return romanNumerals[Number(folded) - 1]?.toLowerCase() ?? null
  const at = romanNumerals.indexOf(folded.toUpperCase())
  return at === -1 ? null : String(at + 1)
}
