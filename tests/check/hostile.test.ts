import { beforeAll, expect, it } from 'vitest'
import { cpuTimeOf } from '../support/cpu-time.ts'
import { ownDocuments } from '../support/own-documents.ts'
import { type Checker, checkerOver } from './support/checker.ts'

let checker: Checker
/** Milliseconds of CPU time that this machine takes for an ordinary check: twenty short quotations. */
let ordinary = Number.POSITIVE_INFINITY
beforeAll(async () => {
  checker = await checkerOver({
    ...ownDocuments,
    'repeated.txt': 'city '.repeat(20_000),
    'pairs.txt': 'the city of the city and '.repeat(4000),
    'dots.txt': `City ${'. '.repeat(5000)}${'… city '.repeat(5000)}`,
    'unbroken.txt': 'x'.repeat(200_000),
    'han.txt': '漢字'.repeat(20_000),
  })
  // The first check compiles what all need.
  for (let run = 0; run < 5; run += 1) {
    const { all } = await cpuTimeOf(() =>
      checker.check('He said “the city of the city” and “the town of dots”. '.repeat(10)),
    )
    ordinary = Math.min(ordinary, all)
  }
})

const long = 5990
/** What a hostile check may take, as a multiple of an ordinary one: five times what the longest takes. */
const most = 40

it.each([
  ['quotation marks', '"'.repeat(6000)],
  ['opening marks', `${'“'.repeat(long)}city”`],
  ['quotations of one letter', '“a”'.repeat(2000)],
  ['one word', `"${'city '.repeat(1190)}city"`],
  ['one word, and another at the end', `"${'city '.repeat(1190)}lido"`],
  ['two words', `"${'city town '.repeat(590)}city"`],
  ['words that stand everywhere', `"${'the city of '.repeat(490)}city"`],
  ['omissions', `"${'city … '.repeat(850)}city"`],
  ['omissions and another word', `"${'city … town ... '.repeat(370)}city"`],
  ['insertions', `"${'city [x] '.repeat(660)}city"`],
  ['brackets', `"city${'['.repeat(long)}"`],
  ['dots', `"city${'. '.repeat(2900)}city"`],
  ['dashes', `"city${'-'.repeat(long)}city"`],
  ['numbers', `"${'1.'.repeat(2990)}1"`],
  ['one long word', `"${'x'.repeat(long)}"`],
  ['apostrophes', `"city${"n't".repeat(1990)}"`],
  ['Han', `「${'漢字'.repeat(2990)}」`],
  ['Han with one other', `「${'漢字'.repeat(1490)}凍${'漢字'.repeat(1490)}」`],
  ['combining marks', `"city${'\u0301'.repeat(long)}"`],
  ['twenty long ones', `"${'city town of '.repeat(22)}city" `.repeat(20)],
])('6,000 characters of %s hold nobody up', async (_, text) => {
  // The cheapest of three checks counts: a run that a busy machine spoilt does not.
  let [longest, all] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let run = 0; run < 3 && !(longest < 2000 && all < most * ordinary); run += 1) {
    const taken = await cpuTimeOf(() => checker.check(text.slice(0, 6000)))
    longest = Math.min(longest, taken.longest)
    all = Math.min(all, taken.all)
  }
  expect(longest).toBeLessThan(2000)
  expect(all).toBeLessThan(most * ordinary)
})
