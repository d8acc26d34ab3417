import { basename, resolve } from 'node:path'
import type { Encoding } from '../app/compose.ts'
import { jsonOf } from '../surfaces/terminal/json.ts'
import type { Tool } from '../surfaces/terminal/program.ts'
import { startProgress } from '../surfaces/terminal/progress.ts'
import { visibleJson, visibleLine } from '../surfaces/terminal/visible.ts'
import { readCollection } from './collection.ts'
import { openEngine } from './engine.ts'
import { evaluate } from './evaluate.ts'
import { openOutput } from './output-file.ts'
import { reportJson } from './report.ts'
import { reportText } from './report-text.ts'
import { sourceOfDocument } from './source-of-document.ts'

/** At most `count` of `items`, evenly spaced, in order, and the same ones every time. */
export const evenSample = <T>(items: readonly T[], count: number): readonly T[] =>
  count >= items.length
    ? items
    : Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)] as T)

/**
 * `quoth eval DIR`: how well the engine answers the questions of a test collection.
 * @param encodingFor how the collection in a folder is to be encoded; undefined for words alone
 */
export const evalTool = (encodingFor: (dir: string) => Promise<Encoding | undefined>): Tool => ({
  name: 'eval',
  description: 'Measure answers to a test collection in BEIR layout: corpus.jsonl, queries.jsonl, qrels/',
  options: {
    dir: {
      type: 'string',
      required: true,
      description: 'The folder of the collection, which is used instead of the library',
    },
    split: { type: 'string', description: 'Which judgements in qrels/ to use (default: test)' },
    limit: {
      type: 'integer',
      min: 1,
      max: 10_000_000,
      description: 'Ask an evenly spaced sample of this many questions',
    },
    run: { type: 'string', description: 'Write the ranked documents to this file as a TREC run, 100 deep' },
    answers: { type: 'string', description: 'Write what ask --json prints to this file, one line per question' },
  },
  run: async (args, { terminal, json }) => {
    const dir = String(args['dir'])
    const split = typeof args['split'] === 'string' ? args['split'] : 'test'
    const limit = typeof args['limit'] === 'number' ? args['limit'] : Number.POSITIVE_INFINITY
    const { documents, questions } = readCollection(dir, split)
    const sample = evenSample(questions, limit)
    const run = await openOutput(args['run'])
    const answers = await openOutput(args['answers'])
    const encoding = await encodingFor(dir)
    const progress = startProgress(terminal.stderr, `Indexing ${documents.length} documents`)
    const onProgress = (encoded: number): void => progress.label(`Encoding what passages mean: ${encoded}`)
    const engine = await openEngine(null, { encoding: encoding && { ...encoding, onProgress } })
    try {
      await engine.put(documents.map(sourceOfDocument))
      const report = await evaluate({ documents, questions: sample }, engine, async (outcome, done) => {
        progress.label(`Asking ${done} of ${sample.length} questions`)
        await run.write(outcome.run)
        const facts = { id: outcome.id, elapsedMs: Math.round(outcome.milliseconds * 10) / 10 }
        const lines = jsonOf({ kind: 'answer', answer: outcome.answer }, facts)
        await answers.write(lines.map((line) => `${visibleJson(line)}\n`).join(''))
      })
      progress.done()
      const name = basename(resolve(dir))
      const printed = json
        ? visibleJson(reportJson(name, split, report))
        : reportText(visibleLine(`${name}, split ${split}`), report)
      terminal.stdout.write(`${printed}\n`)
      return 0
    } finally {
      progress.done()
      await encoding?.encoder.close()
      await engine.close()
      await run.close()
      await answers.close()
    }
  },
})
