// How long Quoth takes beside plain lunr, in one run, over the same passages and questions: ratios, since machines differ.
//
//   npx tsx bench/speed.ts DIR [QUESTIONS]      DIR in BEIR layout; 300 questions, evenly spaced, when not said
import lunr from 'lunr'
import { ask } from '../src/answering/ask.ts'
import { citationOf } from '../src/citing/citation.ts'
import { sourceId } from '../src/domain/source.ts'
import { readCollection } from '../src/evaluating/collection.ts'
import { readDocument } from '../src/ingest/read-document.ts'
import { memoryLibrary } from '../src/library/memory.ts'
import { createAnalyser } from '../src/search/analyser.ts'
import { indexedSource } from '../src/search/indexed-source.ts'
import { createLunrIndex } from '../src/search/lunr-index.ts'
import { isKnownWord, lemmaOf } from '../src/text/wink.ts'

const timed = async (work: () => unknown): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? 0

const [folder, count = '300'] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: npx tsx bench/speed.ts DIR [QUESTIONS]')
  process.exit(64)
}
const { documents, questions } = readCollection(folder)
const step = Math.max(1, Math.floor(questions.length / Number(count)))
const asked = questions.filter((_, i) => i % step === 0).map(({ text }) => text)
const analyser = createAnalyser(lemmaOf)
const index = createLunrIndex(analyser, isKnownWord)
const library = memoryLibrary()
const building = await timed(async () => {
  const sources = documents
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, text }) => readDocument({ id: sourceId(id), path: `${id}.txt`, bytes: new TextEncoder().encode(text) }))
  for (const source of sources) await library.put(source)
  await index.replace(sources.map(indexedSource))
})

let plain: lunr.Index | undefined
const plainBuilding = await timed(() => {
  plain = lunr(function () {
    this.ref('id')
    this.field('text')
    for (const { id, text } of documents) this.add({ id, text })
  })
})

const ours: number[] = []
const theirs: number[] = []
for (const question of asked) {
  ours.push(await timed(() => ask(question, { quotes: 3 }, { library, index, analyser, cite: citationOf })))
  theirs.push(
    await timed(() =>
      plain?.query((query) => {
        query.term(lunr.tokenizer(question), {})
      }),
    ),
  )
}
const row = (name: string, a: number, b: number): string =>
  `${name.padEnd(28)} Quoth ${a.toFixed(1).padStart(9)} ms   lunr ${b.toFixed(1).padStart(9)} ms   ratio ${(a / b).toFixed(2)}`
console.log(
  `${documents.length} documents, ${asked.length} questions; Quoth reads, indexes and answers, lunr indexes and searches`,
)
console.log(row('read and index', building, plainBuilding))
console.log(row('a question, median', at(ours, 0.5), at(theirs, 0.5)))
console.log(row('a question, 95th percentile', at(ours, 0.95), at(theirs, 0.95)))
console.log(`heap in use ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)} MiB`)
