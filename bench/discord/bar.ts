/**
 * One figure with the bar that it has to reach: `most` it may be, or `least` it must be; neither for one that is only
 * told.
 */
export type Figure = {
  readonly what: string
  readonly value: number
  /** What follows the number, such as ` ms`. */
  readonly unit?: string
  readonly most?: number
  readonly least?: number
}

export const isReached = ({ value, most = Infinity, least = -Infinity }: Figure): boolean =>
  value <= most && value >= least

const shown = (value: number, unit: string): string =>
  `${Number(value.toFixed(value < 10 || unit === ' %' ? 2 : 1))}${unit}`

/** A line for a figure, such as `ok      answered: 1000 (at least 1000)`. */
export const figureLine = (figure: Figure): string => {
  const { what, value, unit = '', most, least } = figure
  const bars = [
    ...(least === undefined ? [] : [`at least ${shown(least, unit)}`]),
    ...(most === undefined ? [] : [`at most ${shown(most, unit)}`]),
  ]
  const verdict = bars.length === 0 ? '' : isReached(figure) ? 'ok' : 'MISSED'
  return `${verdict.padEnd(8)}${what}: ${shown(value, unit)}${bars.length === 0 ? '' : ` (${bars.join(', ')})`}`
}
