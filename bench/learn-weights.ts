// Learns the weights of src/answering/learned-weights.json from a collection in BEIR layout that is marked for tuning, and
// the weights of each part of a cross-validation over its articles, which cross-validate.ts measures:
//
//   node --max-old-space-size=8000 --import tsx bench/learn-weights.ts DIR FOLDS.json [STEP]
//
// STEP takes one question in so many. FOLDS.json gets the weights that were learned without each part.
import { writeFileSync } from 'node:fs'
import type { Weights } from '../src/answering/weights.ts'
import { readCollection } from '../src/evaluating/collection.ts'
import { loadWordVectors } from '../src/load-word-vectors.ts'
import { type Trial, trialsOf } from './experiment.ts'
import { foldsOf, parts } from './folds.ts'
import { learn } from './learning.ts'

const [folder, foldsFile, step = '1'] = process.argv.slice(2)
if (folder === undefined || foldsFile === undefined) {
  console.error('Usage: node --max-old-space-size=8000 --import tsx bench/learn-weights.ts DIR FOLDS.json [STEP]')
  process.exit(64)
}
const collection = readCollection(folder, 'test')
const trials: Trial[] = []
for await (const trial of trialsOf(collection, await loadWordVectors(), Number(step))) {
  trials.push(trial)
  if (trials.length % 1000 === 0) console.error(`${trials.length} trials`)
}

const rounded = (weights: Weights): unknown =>
  Object.fromEntries(
    Object.entries(weights).map(([kind, figures]) => [
      kind,
      Object.fromEntries(Object.entries(figures).map(([name, weight]) => [name, Number(weight.toFixed(3))])),
    ]),
  )

const folds = foldsOf(collection.documents.map(({ title }) => title))
const ofFold = Array.from({ length: parts }, (_, part) =>
  rounded(learn(trials.filter(({ article }) => folds.get(article) !== part))),
)
writeFileSync(foldsFile, JSON.stringify(ofFold))
const learned = { learnedBy: 'bench/learn-weights.ts', trials: trials.length, ...(rounded(learn(trials)) as object) }
writeFileSync(
  new URL('../src/answering/learned-weights.json', import.meta.url),
  `${JSON.stringify(learned, null, 2)}\n`,
)
console.log(JSON.stringify(learned, null, 2))
