// Learns the weights of src/answer/learned-weights.json from a collection in BEIR layout that is marked for tuning, and
// those of each part of a cross-validation over its articles, bench/fold-weights.json, which cross-validate.ts
// measures. What ships was made by
//
//   node --max-old-space-size=10000 --import tsx bench/learn-weights.ts SETS/squad-tune 2
//
// in about five minutes. The number takes one question in so many of the large libraries.
import { writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Weights } from '../src/answer/weights.ts'
import { loadWordVectors } from '../src/app/load-word-vectors.ts'
import { readCollection } from '../src/tools/collection.ts'
import { auroc } from '../src/tools/judgement.ts'
import { type Standing, type Trial, trialsOf } from './experiment.ts'
import { foldsOf, parts } from './folds.ts'
import { applied, learn } from './learning.ts'

const [folder, step = '1'] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: node --max-old-space-size=10000 --import tsx bench/learn-weights.ts DIR [STEP]')
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
  learn(trials.filter(({ article }) => folds.get(article) !== part)),
)
const outcomes = ofFold.flatMap((weights, part) =>
  applied(
    trials.filter(({ article }) => folds.get(article) === part),
    weights,
  ),
)
/**
 * How well the confidence tells what a library answers from what it does not, over questions of articles not learned
 * from.
 */
const aurocOf = (library: Trial['library'], absent: Standing): number => {
  const confidences = (standing: Standing): readonly number[] =>
    outcomes.flatMap(({ trial, confidence }) =>
      trial.library === library && trial.standing === standing ? [confidence] : [],
    )
  return Number((auroc(confidences('here'), confidences(absent)) ?? 0).toFixed(4))
}
const figures = {
  'auroc, half of the collection against other articles': aurocOf('half', 'far'),
  'auroc, small libraries against other articles': aurocOf('small', 'far'),
  'auroc, small libraries against left-out parts': aurocOf('small', 'near'),
}
for (const library of ['whole', 'half', 'small'] as const) {
  console.log(`${library}: share answered at or above each confidence`)
  for (const threshold of [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]) {
    const answered = (['here', 'near', 'far'] as const).map((standing) => {
      const own = outcomes.filter(({ trial }) => trial.library === library && trial.standing === standing)
      return `${standing} ${(own.filter(({ confidence }) => confidence >= threshold).length / Math.max(1, own.length)).toFixed(3)}`
    })
    console.log(`  ${threshold}: ${answered.join(', ')}`)
  }
}
writeFileSync(new URL('fold-weights.json', import.meta.url), `${JSON.stringify(ofFold.map(rounded), null, 2)}\n`)
const learned = {
  command: `node --max-old-space-size=10000 --import tsx bench/learn-weights.ts SETS/${basename(resolve(folder))} ${step}`,
  trials: trials.length,
  figures,
  ...(rounded(learn(trials)) as object),
}
writeFileSync(new URL('../src/answer/learned-weights.json', import.meta.url), `${JSON.stringify(learned, null, 2)}\n`)
console.log(JSON.stringify(learned, null, 2))
