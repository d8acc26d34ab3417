/** Rows of `width` figures each, one after the other. */
export type Rows = { readonly width: number; readonly figures: Float32Array }

/** A choice: the rows that competed, and which of them were right. */
export type Choice = Rows & { readonly right: readonly boolean[] }

/** How long and how carefully to learn. */
type Pace = { readonly rounds: number; readonly rate: number; readonly batch: number; readonly decay: number }

const dot = (weights: Float64Array, figures: Float32Array, row: number): number => {
  let sum = 0
  for (let i = 0, at = row * weights.length; i < weights.length; i++, at++)
    sum += (weights[i] as number) * (figures[at] as number)
  return sum
}

/** The score of each row under `weights`. */
export const scoresOf = ({ width, figures }: Rows, weights: Float64Array): readonly number[] =>
  Array.from({ length: figures.length / width }, (_, row) => dot(weights, figures, row))

/**
 * Adam (Kingma and Ba 2015): `addGradient` adds to `gradient` that of one item under `weights`. The rate falls to
 * nothing over the rounds, so that the last weights hardly depend on the order of the items.
 */
const descend = <Item>(
  width: number,
  items: readonly Item[],
  { rounds, rate, batch, decay }: Pace,
  addGradient: (weights: Float64Array, item: Item, gradient: Float64Array) => void,
): Float64Array => {
  const weights = new Float64Array(width)
  const first = new Float64Array(width)
  const second = new Float64Array(width)
  const gradient = new Float64Array(width)
  const steps = rounds * Math.ceil(items.length / batch)
  let step = 0
  for (let round = 0; round < rounds; round++)
    for (let at = 0; at < items.length; at += batch) {
      gradient.fill(0)
      const some = items.slice(at, at + batch)
      for (const item of some) addGradient(weights, item, gradient)
      const pace = rate * (1 - step / steps)
      step++
      for (let i = 0; i < width; i++) {
        const slope = (gradient[i] as number) / some.length + decay * (weights[i] as number)
        first[i] = 0.9 * (first[i] as number) + 0.1 * slope
        second[i] = 0.999 * (second[i] as number) + 0.001 * slope * slope
        const moment = (first[i] as number) / (1 - 0.9 ** step)
        weights[i] =
          (weights[i] as number) - (pace * moment) / (Math.sqrt((second[i] as number) / (1 - 0.999 ** step)) + 1e-8)
      }
    }
  return weights
}

/** Weights under which the right rows of each choice score highest: softmax regression over the rows that compete. */
export const learnToChoose = (width: number, choices: readonly Choice[]): Float64Array =>
  descend(
    width,
    choices.filter(({ right }) => right.includes(true)),
    { rounds: 15, rate: 0.1, batch: 64, decay: 1e-5 },
    (weights, { figures, right }, gradient) => {
      const scores = right.map((_, row) => dot(weights, figures, row))
      const top = Math.max(...scores)
      const masses = scores.map((score) => Math.exp(score - top))
      const all = masses.reduce((sum, mass) => sum + mass, 0)
      const good = masses.reduce((sum, mass, row) => sum + (right[row] ? mass : 0), 0)
      for (const [row, mass] of masses.entries()) {
        const slope = mass / all - (right[row] ? mass / good : 0)
        for (let i = 0, at = row * width; i < width; i++, at++)
          gradient[i] = (gradient[i] as number) + slope * (figures[at] as number)
      }
    },
  )

/**
 * Weights under which the logistic function of a row's score is the chance that it is true; with `most` below 1, that
 * many times the logistic function.
 */
export const learnChance = (
  width: number,
  rows: readonly { readonly figures: Float32Array; readonly isTrue: boolean }[],
  most = 1,
): Float64Array =>
  descend(width, rows, { rounds: 30, rate: 0.1, batch: 256, decay: 1e-5 }, (weights, { figures, isTrue }, gradient) => {
    const share = 1 / (1 + Math.exp(-dot(weights, figures, 0)))
    // The derivative of the log loss of `most * share` by the score.
    const slope = isTrue ? share - 1 : (most * share * (1 - share)) / (1 - most * share)
    for (let i = 0; i < width; i++) gradient[i] = (gradient[i] as number) + slope * (figures[i] as number)
  })

/** The score of one row under `weights`. */
export const logOddsOf = (figures: Float32Array, weights: Float64Array): number => dot(weights, figures, 0)
