/** A figure and the limits that it must keep; a figure without limits is for information. */
export type Figure = {
  readonly what: string
  readonly value: number
  /** What follows the number, such as ` ms`. */
  readonly unit?: string
  readonly max?: number
  readonly min?: number
}

/** Whether a figure is within its limits. */
export const isWithinLimits = ({ value, max = Infinity, min = -Infinity }: Figure): boolean =>
  value <= max && value >= min

const shown = (value: number, unit: string): string =>
  `${Number(value.toFixed(value < 10 || unit === ' %' ? 2 : 1))}${unit}`

/** A line for a figure, such as `ok      answered: 1000 (at least 1000)`. */
export const figureLine = (figure: Figure): string => {
  const { what, value, unit = '', max, min } = figure
  const limits = [
    ...(min === undefined ? [] : [`at least ${shown(min, unit)}`]),
    ...(max === undefined ? [] : [`at most ${shown(max, unit)}`]),
  ]
  const verdict = limits.length === 0 ? '' : isWithinLimits(figure) ? 'ok' : 'MISSED'
  return `${verdict.padEnd(8)}${what}: ${shown(value, unit)}${limits.length === 0 ? '' : ` (${limits.join(', ')})`}`
}
