/** How one level of a list is numbered. */
export type Level = {
  /** `decimal`, `lower-letter` …; `bullet` for a bullet, `none` for neither. */
  readonly form: NumberForm
  /** What is printed, where `%2` stands for the number of the second level: `%1.%2.`; for a bullet, the bullet. */
  readonly print: string
  readonly start: number
}

const forms = [
  'decimal',
  'decimal-zero',
  'ordinal',
  'lower-letter',
  'upper-letter',
  'lower-roman',
  'upper-roman',
] as const
export type NumberForm = (typeof forms)[number] | 'bullet' | 'none'

const romans = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
  ] as const),
  ...([
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
] as const

/** Beyond these, letters and Roman numerals are longer than any that is printed. */
const maxShort = 4000

const roman = (value: number): string => {
  let text = ''
  let left = value
  for (const [size, digits] of romans) {
    text += digits.repeat(Math.floor(left / size))
    left %= size
  }
  return text
}

/** `a` … `z`, `aa`, `bb`, as Word and LibreOffice count. */
const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

const ordinal = (value: number): string => {
  const ending = /(?:^|[^1])[123]$/.test(String(value)) ? ['st', 'nd', 'rd'][(value % 10) - 1] : 'th'
  return `${value}${ending}`
}

/**
 * @param value a number
 * @param form how it is printed
 * @returns it as printed: `iv`; empty for a form without numbers
 */
export const printedNumber = (value: number, form: NumberForm): string => {
  if (form === 'bullet' || form === 'none') return ''
  if (form === 'decimal' || value < 1 || value > maxShort) return String(value)
  switch (form) {
    case 'decimal-zero':
      return String(value).padStart(2, '0')
    case 'ordinal':
      return ordinal(value)
    case 'lower-letter':
      return letter(value)
    case 'upper-letter':
      return letter(value).toUpperCase()
    case 'lower-roman':
      return roman(value)
    case 'upper-roman':
      return roman(value).toUpperCase()
  }
}

/** A dash or another sign that is a bullet as it stands; letters and private signs are so only in a font of symbols. */
const plainBullet = /^[^\p{L}\p{N}\p{Co}\p{C}\s]$/u

/** Counts the items of lists. */
export type ListCounter = {
  /**
   * @param list whose items are counted together
   * @param levels of it, the outermost first
   * @param depth of the item, from 0
   * @returns its mark as printed: `2.1.`, `•`; empty for none
   */
  next(list: string, levels: readonly (Level | undefined)[], depth: number): string
  /** Makes the next item at a depth of a list count from `start` again. */
  restart(list: string, depth: number, start: number): void
}

/** @returns a counter that has counted nothing */
export const listCounter = (): ListCounter => {
  const counts = new Map<string, number[]>()
  const countsOf = (list: string): number[] => {
    const known = counts.get(list) ?? []
    counts.set(list, known)
    return known
  }
  return {
    restart(list, depth, start) {
      const own = countsOf(list)
      own.length = Math.min(own.length, depth)
      own[depth] = start - 1
    },
    next(list, levels, depth) {
      const level = levels[depth]
      if (level === undefined || level.form === 'none') return ''
      if (level.form === 'bullet') return plainBullet.test(level.print) ? level.print : '•'
      const own = countsOf(list)
      own[depth] = (own[depth] ?? level.start - 1) + 1
      own.length = depth + 1
      return level.print.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const outer = levels[at]
        // A number that was never printed counts as the first, as Word shows it.
        return outer === undefined ? '' : printedNumber(own[at] ?? outer.start, outer.form)
      })
    },
  }
}
