// Measures Quoth beside lunr, minisearch, flexsearch and SQLite FTS5: the same texts and questions, each engine in its
// own process. Writes bench/runs/NAME.json, and from it the tables and the plot of docs/benchmarks.md.
//
//   npm run bench -- DIR                          DIR in BEIR layout, or named by QUOTH_BENCH_SET
//     --questions N    of the set, evenly spaced (2000)
//     --sizes N,N,N    how many generated texts to measure as well (1000,10000,100000); empty for none
//     --million        1,000,000 of them as well: this takes hours and 16 GB
//     --engines A,B    only these
//     --name NAME      of the file (the date)
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
  const sizes = [...listOf(values.sizes).map(Number), ...(values.million ? [1_000_000] : [])]
  const collection = readCollection(folder)
  const measuredSizes: BenchRun['sizes'] = []
  const measured = await measureAll(engines, folder, Number(values.questions), 0)
  for (const texts of sizes)
    measuredSizes.push({
      texts,
      questions: questionsAtSize,
      engines: await measureAll(engines, folder, questionsAtSize, texts),
    })
  const run: BenchRun = {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    cores: availableParallelism(),
    set: basename(resolve(folder)),
    texts: collection.documents.length,
    questions: Math.min(collection.questions.length, Number(values.questions)),
    engines: measured,
    sizes: measuredSizes,
  }
  await mkdir(join(root, 'bench', 'runs'), { recursive: true })
  const file = join(root, 'bench', 'runs', `${values.name}.json`)
  await writeFile(file, `${JSON.stringify(run, null, 2)}\n`)
  await draw(run)
  process.stdout.write(`${benchTables(run)}\n`)
}
