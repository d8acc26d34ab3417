// Learns the weights that ship, and those of each part of a cross-validation, which cross-validate.ts measures:
//
//   words     src/answer/learned-weights.json and bench/fold-weights.json, from a collection in BEIR layout
//   meaning   src/answer/learned-weights-with-meaning.json and bench/fold-weights-with-meaning.json, from the same
//             collection and from bench/questions/learned, whose questions are asked in other words than the documents'
//
// What ships was made by
//
//   node --max-old-space-size=10000 --import tsx bench/learn-weights.ts words SETS/squad-tune 2
//   node --max-old-space-size=10000 --import tsx bench/learn-weights.ts meaning SETS/squad-tune 6
//
// The number takes one question in so many of the large libraries.
import { writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Weights } from '../src/answer/weights.ts'
import { loadWordVectors } from '../src/app/load-word-vectors.ts'
import { readCollection } from '../src/tools/collection.ts'
import { auroc } from '../src/tools/judgement.ts'
import { openCachedEncoder } from './cached-encoder.ts'
import { ownTrialsOf, type Standing, type Trial, trialsOf } from './experiment.ts'
import { foldsOf, parts } from './folds.ts'
import { applied, learn, type Outcome } from './learning.ts'
import { readOwnQuestions } from './own-questions.ts'

const [means, folder, step = '1'] = process.argv.slice(2)
if ((means !== 'words' && means !== 'meaning') || folder === undefined) {
  console.error('Usage: node --max-old-space-size=10000 --import tsx bench/learn-weights.ts words|meaning DIR [STEP]')
  process.exit(64)
}
const suffix = means === 'words' ? '' : '-with-meaning'
const encoder = means === 'words' ? null : await openCachedEncoder()
const collection = readCollection(folder, 'test')
const own = readOwnQuestions(join(import.meta.dirname, 'questions', 'learned'))
const trials: Trial[] = []
const add = async (more: AsyncIterable<Trial>): Promise<void> => {
  for await (const trial of more) {
    trials.push(trial)
    if (trials.length % 1000 === 0) console.error(`${trials.length} trials`)
  }
}
const vectors = await loadWordVectors()
await add(trialsOf(collection, { vectors, encoder }, Number(step)))
if (encoder !== null) await add(ownTrialsOf(own, { vectors, encoder }))
await encoder?.close()

const rounded = (weights: Weights): unknown =>
  Object.fromEntries(
    Object.entries(weights).map(([kind, figures]) => [
      kind,
      Object.fromEntries(Object.entries(figures).map(([name, weight]) => [name, Number(weight.toFixed(3))])),
    ]),
  )

const folds = new Map([
  ...foldsOf(collection.documents.map(({ title }) => title)),
  ...foldsOf(trials.flatMap(({ kind, article }) => (kind === 'collection' ? [] : [article]))),
])
const ofFold = Array.from({ length: parts }, (_, part) =>
  learn(trials.filter(({ article }) => folds.get(article) !== part)),
)
const outcomes = ofFold.flatMap((weights, part) =>
  applied(
    trials.filter(({ article }) => folds.get(article) === part),
    weights,
  ),
)
const share = (some: readonly unknown[], of: readonly unknown[]): string =>
  (some.length / Math.max(1, of.length)).toFixed(3)

/**
 * How well the confidence tells what a library answers from what it does not, over questions of articles not learned
 * from.
 */
const aurocOf = (library: Trial['library'], absent: Standing): number => {
  const confidences = (standing: Standing): readonly number[] =>
    outcomes.flatMap(({ trial, confidence }) =>
      trial.kind === 'collection' && trial.library === library && trial.standing === standing ? [confidence] : [],
    )
  return Number((auroc(confidences('here'), confidences(absent)) ?? 0).toFixed(4))
}
const figures = {
  'auroc, half of the collection against other articles': aurocOf('half', 'far'),
  'auroc, small libraries against other articles': aurocOf('small', 'far'),
  'auroc, small libraries against left-out parts': aurocOf('small', 'near'),
}
for (const isOwn of means === 'words' ? [false] : [false, true])
  for (const library of ['whole', 'half', 'small'] as const) {
    console.log(`${isOwn ? 'own questions' : 'collection'}, ${library}: share answered at or above each confidence`)
    const all = outcomes.filter(({ trial }) => (trial.kind !== 'collection') === isOwn && trial.library === library)
    for (const threshold of [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]) {
      const groups: readonly (readonly [string, typeof all])[] = isOwn
        ? (['paraphrase', 'own-words', 'near-miss', 'off-topic'] as const).map((kind) => [
            kind,
            all.filter(({ trial }) => trial.kind === kind && (trial.standing === 'here' || !/words|para/.test(kind))),
          ])
        : (['here', 'near', 'far'] as const).map((standing) => [
            standing,
            all.filter(({ trial }) => trial.standing === standing),
          ])
      const answered = groups.map(([name, of]) => {
        const some = of.filter(({ confidence }) => confidence >= threshold)
        const right = some.filter((outcome) => outcome.right)
        return `${name} ${share(some, of)} (${share(right, of)} right)`
      })
      console.log(`  ${threshold}: ${answered.join(', ')}`)
    }
    const here = all.filter(({ trial }) => trial.standing === 'here')
    for (const kind of new Set(here.map(({ trial }) => trial.kind))) {
      const of = here.filter(({ trial }) => trial.kind === kind)
      const shareOf = (holds: (outcome: Outcome) => boolean): string => share(of.filter(holds), of)
      console.log(
        `  ${kind}, ${of.length}: first quote right ${shareOf(({ right }) => right)}, one of three sentences ` +
          `${shareOf(({ inThree }) => inThree)}, passage ${shareOf(({ passageRight }) => passageRight)}`,
      )
    }
  }
writeFileSync(
  new URL(`fold-weights${suffix}.json`, import.meta.url),
  `${JSON.stringify(ofFold.map(rounded), null, 2)}\n`,
)
const learned = {
  command: `node --max-old-space-size=10000 --import tsx bench/learn-weights.ts ${means} SETS/${basename(resolve(folder))} ${step}`,
  trials: trials.length,
  figures,
  ...(rounded(learn(trials)) as object),
}
writeFileSync(
  new URL(`../src/answer/learned-weights${suffix}.json`, import.meta.url),
  `${JSON.stringify(learned, null, 2)}\n`,
)
console.log(JSON.stringify(learned, null, 2))
