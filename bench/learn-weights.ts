// Learns the weights of src/answering/weights.ts from a collection in BEIR layout, and reports them by cross-validation:
// five parts, each article in one, every figure on articles that its weights were not learned from.
//
//   npx tsx bench/learn-weights.ts sentence DIR      the weights of a sentence's features
//   npx tsx bench/learn-weights.ts confidence DIR    the weights of the signals, with the sentence weights as they stand
//
// DIR is a set marked for tuning, never one that is reported on.
import { signalNames, signalsOf, silenceOn } from '../src/answering/confidence.ts'
import { type FeatureName, featureNames } from '../src/answering/features.ts'
import { silenceBelow } from '../src/answering/weights.ts'
import { readCollection } from '../src/evaluating/collection.ts'
import { type Standing, trialsOf } from './experiment.ts'
import { type Choice, chanceOf, learnChance, learnToChoose, scoreWith } from './learners.ts'

const parts = 5

/** What was learned from the other parts, applied to each part in turn. */
const crossValidate = <Row extends { readonly article: string }, Learned, Outcome>(
  rows: readonly Row[],
  learn: (rows: readonly Row[]) => Learned,
  apply: (learned: Learned, row: Row) => Outcome,
): readonly Outcome[] => {
  const articles = [...new Set(rows.map(({ article }) => article))]
  const partOf = ({ article }: Row): number => articles.indexOf(article) % parts
  return Array.from({ length: parts }, (_, part) => {
    const learned = learn(rows.filter((row) => partOf(row) !== part))
    return rows.filter((row) => partOf(row) === part).map((row) => apply(learned, row))
  }).flat()
}

const share = (flags: readonly boolean[]): string =>
  (flags.filter(Boolean).length / Math.max(1, flags.length)).toFixed(3)

const rounded = (weights: { readonly [name: string]: number }): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, Number(weight.toFixed(2))])),
    null,
    2,
  )

const learnSentence = async (folder: string): Promise<void> => {
  const rows: (Choice<FeatureName> & { readonly article: string })[] = []
  for await (const { article, standing, candidates, right } of trialsOf(readCollection(folder)))
    if (standing === 'here') rows.push({ article, rows: candidates.map(({ features }) => features), right })
  const ranks = crossValidate(
    rows,
    (some) => learnToChoose(featureNames, some),
    (weights, choice) =>
      choice.rows
        .map((row, i) => ({ score: scoreWith(featureNames, weights, row), right: choice.right[i] }))
        .sort((a, b) => b.score - a.score)
        .findIndex(({ right }) => right),
  )
  console.log(
    `${rows.length} questions; right sentence first ${share(ranks.map((rank) => rank === 0))}, among three ${share(ranks.map((rank) => rank >= 0 && rank < 3))}, found at all ${share(ranks.map((rank) => rank >= 0))}`,
  )
  console.log(rounded(learnToChoose(featureNames, rows)))
}

const learnConfidence = async (folder: string): Promise<void> => {
  const rows: {
    article: string
    standing: Standing
    figures: ReturnType<typeof signalsOf>
    isTrue: boolean
    counts: boolean
    /** The confidence that the question itself asks for, where the library lacks words of it. */
    least: number
  }[] = []
  for await (const { article, standing, query, candidates, right } of trialsOf(readCollection(folder))) {
    const [first, second] = candidates
    // A wrong first sentence beside a right one teaches neither speech nor silence.
    if (first)
      rows.push({
        article,
        standing,
        figures: signalsOf(query, first, second),
        isTrue: standing === 'here',
        counts: standing !== 'here' || right[0] === true,
        least: silenceOn(query) > silenceBelow ? silenceOn(query) : 0,
      })
  }
  const outcomes = crossValidate(
    rows,
    (some) =>
      learnChance(
        signalNames,
        some.filter(({ counts }) => counts),
      ),
    (weights, row) => ({ ...row, chance: chanceOf(signalNames, weights, row.figures) }),
  )
  const of = (standing: Standing) => outcomes.filter((row) => row.standing === standing)
  const auroc = (absent: Standing): string => {
    const [yes, no] = [of('here'), of(absent)]
    const wins = yes.reduce(
      (sum, a) => sum + no.reduce((each, b) => each + (a.chance > b.chance ? 1 : a.chance === b.chance ? 0.5 : 0), 0),
      0,
    )
    return (wins / (yes.length * no.length)).toFixed(3)
  }
  console.log(`${rows.length} questions; AUROC of here against far ${auroc('far')}, against near ${auroc('near')}`)
  for (const threshold of [0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25, 0.3, 0.4, 0.5]) {
    const answered = (standing: Standing): string =>
      share(of(standing).map(({ chance, least }) => chance >= Math.max(threshold, least)))
    console.log(`answered at ${threshold}: here ${answered('here')}, near ${answered('near')}, far ${answered('far')}`)
  }
  console.log(
    rounded(
      learnChance(
        signalNames,
        rows.filter(({ counts }) => counts),
      ),
    ),
  )
}

const [what, folder] = process.argv.slice(2)
if (folder === undefined || (what !== 'sentence' && what !== 'confidence')) {
  console.error('Usage: npx tsx bench/learn-weights.ts sentence|confidence DIR')
  process.exitCode = 64
} else await (what === 'sentence' ? learnSentence(folder) : learnConfidence(folder))
