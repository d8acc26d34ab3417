/** A row of named figures. */
export type Figures<Name extends string> = { readonly [K in Name]: number }

/** A choice: the rows that competed, and which of them were right. */
export type Choice<Name extends string> = {
  readonly rows: readonly Figures<Name>[]
  readonly right: readonly boolean[]
}

const dot = <Name extends string>(names: readonly Name[], weights: Figures<Name>, row: Figures<Name>): number =>
  names.reduce((sum, name) => sum + weights[name] * row[name], 0)

/** Adam (Kingma and Ba 2015) over `rounds` passes; `gradientOf` gives the mean gradient of one batch. */
const descend = <Name extends string, Row>(
  names: readonly Name[],
  rows: readonly Row[],
  { rounds, rate, batch, decay }: { rounds: number; rate: number; batch: number; decay: number },
  gradientOf: (weights: Figures<Name>, rows: readonly Row[]) => Figures<Name>,
): Figures<Name> => {
  const zero = (): Record<Name, number> => Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
  const [weights, first, second] = [zero(), zero(), zero()]
  let step = 0
  for (let round = 0; round < rounds; round++)
    for (let at = 0; at < rows.length; at += batch) {
      const gradient = gradientOf(weights, rows.slice(at, at + batch))
      step++
      for (const name of names) {
        const slope = gradient[name] + decay * weights[name]
        first[name] = 0.9 * first[name] + 0.1 * slope
        second[name] = 0.999 * second[name] + 0.001 * slope * slope
        weights[name] -=
          (rate * first[name]) / (1 - 0.9 ** step) / (Math.sqrt(second[name] / (1 - 0.999 ** step)) + 1e-8)
      }
    }
  return weights
}

const meanOf = <Name extends string>(
  names: readonly Name[],
  parts: readonly (readonly [number, Figures<Name>])[],
  of: number,
): Figures<Name> =>
  Object.fromEntries(
    names.map((name) => [name, parts.reduce((sum, [share, row]) => sum + share * row[name], 0) / Math.max(1, of)]),
  ) as Figures<Name>

/** Weights under which the right rows of each choice score highest: softmax regression over the competing rows. */
export const learnToChoose = <Name extends string>(
  names: readonly Name[],
  choices: readonly Choice<Name>[],
): Figures<Name> =>
  descend(
    names,
    choices.filter(({ right }) => right.includes(true)),
    { rounds: 12, rate: 0.05, batch: 32, decay: 1e-4 },
    (weights, batch) =>
      meanOf(
        names,
        batch.flatMap(({ rows, right }) => {
          const scores = rows.map((row) => dot(names, weights, row))
          const top = Math.max(...scores)
          const masses = scores.map((score) => Math.exp(score - top))
          const all = masses.reduce((sum, mass) => sum + mass, 0)
          const good = masses.reduce((sum, mass, i) => sum + (right[i] ? mass : 0), 0)
          return rows.map((row, i) => [(masses[i] ?? 0) / all - (right[i] ? (masses[i] ?? 0) / good : 0), row] as const)
        }),
        batch.length,
      ),
  )

/** Weights under which the logistic function of the score is the chance of `isTrue`. */
export const learnChance = <Name extends string>(
  names: readonly Name[],
  rows: readonly { readonly figures: Figures<Name>; readonly isTrue: boolean }[],
): Figures<Name> =>
  descend(names, rows, { rounds: 60, rate: 0.03, batch: 128, decay: 1e-4 }, (weights, batch) =>
    meanOf(
      names,
      batch.map(({ figures, isTrue }) => [chanceOf(names, weights, figures) - (isTrue ? 1 : 0), figures] as const),
      batch.length,
    ),
  )

export const chanceOf = <Name extends string>(
  names: readonly Name[],
  weights: Figures<Name>,
  row: Figures<Name>,
): number => 1 / (1 + Math.exp(-dot(names, weights, row)))

export const scoreWith = dot
