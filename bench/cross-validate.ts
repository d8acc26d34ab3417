// Measures answers to a collection in BEIR layout by cross-validation: each question with the weights that were learned
// without the articles of its part, over the whole collection.
//
//   npx tsx bench/cross-validate.ts DIR [LEARNED-DIR [LIMIT]]
//
// LEARNED-DIR is the collection that learn-weights.ts learned from, when DIR is another one with questions of it; LIMIT
// asks an evenly spaced sample. The last line is the report as JSON.
import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Weights } from '../src/answer/weights.ts'
import { readCollection } from '../src/tools/collection.ts'
import type { Engine } from '../src/tools/engine.ts'
import { type EngineInMemory, openEngine } from '../src/tools/engine.ts'
import { evenSample } from '../src/tools/eval.ts'
import { evaluate } from '../src/tools/evaluate.ts'
import { reportJson } from '../src/tools/report.ts'
import { reportText } from '../src/tools/report-text.ts'
import { sourceOfDocument } from '../src/tools/source-of-document.ts'
import { openCachedEncoder } from './cached-encoder.ts'
import { foldsOf } from './folds.ts'

const [folder, learnedFolder = folder, limit = '1e9'] = process.argv.slice(2)
if (folder === undefined || learnedFolder === undefined) {
  console.error('Usage: npx tsx bench/cross-validate.ts DIR [LEARNED-DIR [LIMIT]]')
  process.exit(64)
}
const readWeights = (name: string): readonly Weights[] =>
  JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'))
const ofFold = readWeights('fold-weights')
const withMeaning = readWeights('fold-weights-with-meaning')
const encoder = process.env['QUOTH_MEANING'] === 'off' ? null : await openCachedEncoder()
const { documents, questions } = readCollection(folder, 'test')
const learned = folder === learnedFolder ? { documents, questions } : readCollection(learnedFolder, 'test')
const articleOf = new Map(learned.documents.map(({ id, title }) => [id, title]))
const folds = foldsOf(articleOf.values())
const foldOf = new Map(
  learned.questions.map(({ text, gold }) => [text, folds.get(articleOf.get(gold?.document ?? '') ?? '') ?? 0]),
)
const sources = documents.map(sourceOfDocument)
const engines: EngineInMemory[] = []
for (const [part, weights] of ofFold.entries()) {
  const encoding = encoder === null ? undefined : { encoder, file: null, isPatient: true }
  const engine = await openEngine(null, { weights, weightsWithMeaning: withMeaning[part], encoding })
  await engine.put(sources)
  engines.push(engine)
}
const engine: Engine = {
  ask: (question) => (engines[foldOf.get(question) ?? 0] as Engine).ask(question),
}
const report = await evaluate(
  { documents, questions: evenSample(questions, Number(limit)) },
  engine,
  async (_, done) => {
    if (done % 1000 === 0) console.error(`${done} questions`)
  },
)
const name = `${basename(resolve(folder))}, by cross-validation over articles`
console.log(reportText(name, report))
console.log(JSON.stringify(reportJson(name, 'test', report)))
for (const each of engines) await each.close()
await encoder?.close()
