/** `.8421`, `1.0000`: as the field prints shares. */
export const figure = (value: number): string => value.toFixed(4).replace(/^0/, '')

/** One figure of a report, with what it means. */
export const row = (name: string, value: string, meaning = ''): string =>
  `  ${name.padEnd(14)}${value.padStart(7)}  ${meaning}`.trimEnd()

/** A row for what is measured, none for what is not. */
export const shareRow = (name: string, value: number | null, meaning = ''): readonly string[] =>
  value === null ? [] : [row(name, figure(value), meaning)]
