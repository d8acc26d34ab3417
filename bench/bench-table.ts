import { type BenchRun, type EngineFigures, isMeasured, type Measured, nameShown } from './bench-run.ts'

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const share = (value: number): string => value.toFixed(3).replace(/^0/, '')

/** `0.042`, `1.30`, `12`: what `value` is of `base`. */
const ratio = (value: number | null, base: number | null): string => {
  if (value === null || base === null || base === 0) return '–'
  const of = value / base
  if (of >= 10) return of.toFixed(0)
  return of >= 0.1 ? of.toFixed(2) : of < 0.001 ? '<0.001' : of.toFixed(3)
}

const costs = ['build', 'load', 'p50', 'p95', 'held', 'peak'] as const

const costCells = (figures: Measured, lunr: Measured | undefined): readonly string[] =>
  costs.map((cost) => ratio(figures[cost], lunr?.[cost] ?? null))

const lunrOf = (engines: readonly EngineFigures[]): Measured | undefined =>
  engines.filter(isMeasured).find(({ engine }) => engine === 'lunr')

const milliseconds = (value: number): string => {
  if (value >= 1000) return `${(value / 1000).toFixed(1)} s`
  return `${value >= 100 ? value.toFixed(0) : value.toPrecision(2)} ms`
}

/** What lunr's 1 is in this run. */
const absolute = (lunr: Measured | undefined): string =>
  lunr
    ? `build ${milliseconds(lunr.build)}, p50 ${milliseconds(lunr.p50)}, held ${lunr.held.toFixed(0)} MiB`
    : 'lunr was not measured'

const empty = (count: number): readonly string[] => Array.from({ length: count }, () => '–')

const nameOf = ({ engine, date }: EngineFigures): string => nameShown(engine) + (date === undefined ? '' : ` (${date})`)

/** What is to be known of Quoth with meaning, where it was measured. */
const meaningNote = (engines: readonly EngineFigures[], vectors: string): readonly string[] =>
  engines.some(({ engine }) => engine === 'quoth-with-meaning')
    ? [`With meaning, each question is encoded; ${vectors}, and the encoder’s own process is not in the memory.`]
    : []

const qualityRows = (engines: readonly EngineFigures[]): readonly (readonly string[])[] =>
  engines.map((figures) => {
    const name = nameOf(figures)
    if (!isMeasured(figures)) return [`${name}: ${figures.failed}`, ...empty(4 + costs.length)]
    const { quality } = figures
    const qualities = quality ? [quality.hit1, quality.hit5, quality.mrr10, quality.ndcg10].map(share) : empty(4)
    return [name, ...qualities, ...costCells(figures, lunrOf(engines))]
  })

const sizeRows = (engines: readonly EngineFigures[]): readonly (readonly string[])[] =>
  engines.map((figures) => {
    const name = nameOf(figures)
    if (!isMeasured(figures)) return [`${name}: ${figures.failed}`, ...empty(1 + costs.length)]
    return [name, ...costCells(figures, lunrOf(engines)), milliseconds(figures.p50)]
  })

/** The tables of a run in Markdown: shares as they are, costs as ratios to lunr as it ships. */
export const benchTables = (run: BenchRun): string =>
  [
    `${run.set}: ${run.texts.toLocaleString('en')} texts, ${run.questions.toLocaleString('en')} questions; ${run.date}, Node ${run.node}, ${run.cores} cores. Costs are ratios to lunr as it ships (${absolute(lunrOf(run.engines))}).`,
    tableOf(['engine', 'Hit@1', 'Hit@5', 'MRR@10', 'nDCG@10', ...costs], qualityRows(run.engines)),
    ...meaningNote(run.engines, 'the vectors of passages were made before'),
    ...run.sizes.flatMap((size) => [
      `${size.texts.toLocaleString('en')} generated texts, ${size.questions} questions (lunr: ${absolute(lunrOf(size.engines))}).`,
      tableOf(['engine', ...costs, 'p50 here'], sizeRows(size.engines)),
      ...meaningNote(size.engines, 'vectors of passages are drawn at random'),
    ]),
  ].join('\n\n')
