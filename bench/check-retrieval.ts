// Runs the commands of bench/retrieval.yaml and compares their figures with those that stand there. Exits with 1, and
// says which, when one has dropped by more than its tolerance.
//
//   npm run bench:check -- SETS [NAME …] [--record]      SETS holds the sets by name, or is named by QUOTH_EVAL_SETS
//
// With --record, what is measured is written into the file in the place of what was expected.
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { compareFigures, type NamedFigures } from './compare-figures.ts'

const root = join(import.meta.dirname, '..')
const file = join(root, 'bench', 'retrieval.yaml')

const expectations = z.strictObject({
  tolerance: z.number(),
  entries: z.array(
    z.strictObject({
      name: z.string(),
      /** Words apart by a space; `{sets}` stands for the folder of the sets. */
      command: z.string(),
      tolerance: z.number().optional(),
      figures: z.record(z.string(), z.number()),
    }),
  ),
})

/** Runs a command of the file and reads the last line that it prints, a JSON object, of which numbers count. */
const measure = async (command: string, sets: string): Promise<NamedFigures> => {
  const [program = '', ...words] = command.split(' ').map((word) => word.replace('{sets}', sets))
  const { stdout } = await promisify(execFile)(program, words, { cwd: root, maxBuffer: 2 ** 26 })
  const printed = z.record(z.string(), z.unknown()).parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
  return Object.fromEntries(
    Object.entries(printed).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { record: { type: 'boolean' } } })
const fromEnvironment = process.env['QUOTH_EVAL_SETS']
const [sets, ...names] = fromEnvironment === undefined ? positionals : [fromEnvironment, ...positionals]
if (sets === undefined) {
  process.stderr.write('Name the folder that holds the sets: npm run bench:check -- SETS\n')
  process.exit(64)
}

const document = parseDocument(await readFile(file, 'utf8'))
const { tolerance, entries } = expectations.parse(document.toJS())
const drops: string[] = []
for (const [at, entry] of entries.entries()) {
  if (names.length > 0 && !names.includes(entry.name)) continue
  const measured = await measure(entry.command, resolve(sets))
  for (const figure of compareFigures(entry.figures, measured, entry.tolerance ?? tolerance)) {
    const now = figure.measured ?? 'not measured'
    const told = `${entry.name} ${figure.name}: ${now}, expected ${figure.expected}`
    process.stdout.write(`${figure.isDrop ? 'DROP ' : '     '}${told}\n`)
    if (figure.isDrop) drops.push(told)
    if (values.record && figure.measured !== undefined)
      document.setIn(['entries', at, 'figures', figure.name], figure.measured)
  }
}
if (values.record) await writeFile(file, document.toString({ lineWidth: 0 }))
else if (drops.length > 0) {
  process.stderr.write(`Dropped beyond tolerance:\n${drops.map((drop) => `  ${drop}\n`).join('')}`)
  process.exitCode = 1
}
