// Measures Quoth beside lunr, minisearch, flexsearch and SQLite FTS5: the same texts and questions, each engine in its
// own process. Writes bench/runs/NAME.json, and from it the tables and the plot of docs/benchmarks.md.
//
//   npm run bench -- DIR                          DIR in BEIR layout, or named by QUOTH_BENCH_SET
//     --questions N    of the set, evenly spaced (2000)
//     --sizes N,N,N    how many generated texts to measure as well (1000,10000,100000); empty for none
//     --million        1,000,000 of them as well: this takes hours and 16 GB
//     --engines A,B    only these
//     --name NAME      of the file (the date)
//     --no-draw        prints the tables, and leaves those of docs/benchmarks.md as they are
//     --extend FILE    puts the engines into such a file of an earlier day, each with its own date
//   npm run bench -- --redraw FILE                only the tables and the plot, from such a file
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readCollection } from '../src/tools/collection.ts'
import { evenSample } from '../src/tools/eval.ts'
import { type BenchRun, benchRun, type EngineFigures, engineNames } from './bench-run.ts'
import { benchTables } from './bench-table.ts'
import { measureInProcess } from './measure-in-process.ts'
import { latencyPlot } from './plot.ts'

const root = join(import.meta.dirname, '..')
const page = join(root, 'docs', 'benchmarks.md')
const plot = join(root, 'docs', 'images', 'latency.svg')

/** Questions of the generated texts: enough for a 99th percentile, few enough for engines that take a second each. */
const questionsAtSize = 200

const measureAll = async (
  engines: readonly string[],
  folder: string,
  questions: number,
  size: number,
): Promise<EngineFigures[]> => {
  const collection = readCollection(folder)
  const figures: EngineFigures[] = []
  for (const engine of engines) {
    process.stderr.write(`${engine}, ${size || collection.documents.length} texts …\n`)
    const judged = size === 0 ? evenSample(collection.questions, questions) : []
    figures.push(await measureInProcess(engine, folder, questions, size, judged))
  }
  return figures
}

/** The engines of an earlier run, those that were measured now replaced or added behind the first. */
const extended = (earlier: readonly EngineFigures[], now: readonly EngineFigures[], date: string): EngineFigures[] => {
  const dated = now.map((figures) => ({ ...figures, date }))
  const [first, ...others] = earlier.filter(({ engine }) => !now.some((each) => each.engine === engine))
  return [...(first ? [first] : []), ...dated, ...others]
}

/** Puts what a run measured where readers look for it. */
const draw = async (run: BenchRun): Promise<void> => {
  const text = await readFile(page, 'utf8')
  const [start, end] = ['<!-- bench -->\n', '<!-- /bench -->']
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${page} has no ${start.trim()} … ${end}`)
  await writeFile(page, `${text.slice(0, from + start.length)}\n${benchTables(run)}\n\n${text.slice(to)}`)
  if (run.sizes.length > 0) await writeFile(plot, latencyPlot(run))
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    questions: { type: 'string', default: '2000' },
    sizes: { type: 'string', default: '1000,10000,100000' },
    million: { type: 'boolean', default: false },
    engines: { type: 'string', default: Object.keys(engineNames).join(',') },
    name: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    extend: { type: 'string' },
    'no-draw': { type: 'boolean', default: false },
    redraw: { type: 'string' },
  },
})
const folder = positionals[0] ?? process.env['QUOTH_BENCH_SET']
const listOf = (words: string): readonly string[] => words.split(',').filter(Boolean)

if (values.redraw !== undefined) await draw(benchRun.parse(JSON.parse(await readFile(values.redraw, 'utf8'))))
else if (folder === undefined) {
  process.stderr.write('Name a folder in BEIR layout: npm run bench -- DIR\n')
  process.exitCode = 64
} else {
  const engines = listOf(values.engines)
  const earlier = values.extend === undefined ? null : benchRun.parse(JSON.parse(await readFile(values.extend, 'utf8')))
  const sizes = earlier
    ? earlier.sizes.map(({ texts }) => texts)
    : [...listOf(values.sizes).map(Number), ...(values.million ? [1_000_000] : [])]
  const asked = earlier?.questions ?? Number(values.questions)
  const collection = readCollection(folder)
  const measuredSizes: BenchRun['sizes'] = []
  const measured = await measureAll(engines, folder, asked, 0)
  for (const texts of sizes)
    measuredSizes.push({
      texts,
      questions: questionsAtSize,
      engines: await measureAll(engines, folder, questionsAtSize, texts),
    })
  const date = new Date().toISOString().slice(0, 10)
  const now: BenchRun = {
    date,
    node: process.versions.node,
    cores: availableParallelism(),
    set: basename(resolve(folder)),
    texts: collection.documents.length,
    questions: Math.min(collection.questions.length, asked),
    engines: measured,
    sizes: measuredSizes,
  }
  const run: BenchRun = earlier
    ? {
        ...earlier,
        engines: extended(earlier.engines, measured, date),
        sizes: earlier.sizes.map((size, at) => ({
          ...size,
          engines: extended(size.engines, measuredSizes[at]?.engines ?? [], date),
        })),
      }
    : now
  await mkdir(join(root, 'bench', 'runs'), { recursive: true })
  const file = values.extend ?? join(root, 'bench', 'runs', `${values.name}.json`)
  await writeFile(file, `${JSON.stringify(run, null, 2)}\n`)
  if (!values['no-draw']) await draw(run)
  process.stdout.write(`${benchTables(run)}\n`)
}
