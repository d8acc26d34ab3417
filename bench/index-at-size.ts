// What the index alone costs, over generated texts: building, memory, searching, reading, saving, opening, changing.
//
//   npx tsx bench/index-at-size.ts DIR [TEXTS]      DIR in BEIR layout, whose sentences are put together; 100,000 texts

import { createAnalyser } from '../src/index/analyser.ts'
import { indexedSource } from '../src/index/indexed-source.ts'
import { createMemoryIndex, openIndex } from '../src/index/memory/memory-index.ts'
import type { IndexedSource, SavableIndex } from '../src/index/port.ts'
import { isKnownWord, lemmaOf } from '../src/language/english/wink.ts'
import { readCollection } from '../src/tools/collection.ts'
import { evenSample } from '../src/tools/eval.ts'
import { percentile } from '../src/tools/report.ts'
import { generateTexts } from './generate-texts.ts'
import { sourcesOf } from './peers/quoth.ts'

/** Passages that an answer reads. */
const depth = 30
const sourcesTogether = 1000

const [folder, count = '100000'] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: npx tsx bench/index-at-size.ts DIR [TEXTS]')
  process.exit(64)
}
const { documents, questions } = readCollection(folder)
const asked = evenSample(questions, 500).map(({ text }) => text)
const analyser = createAnalyser(lemmaOf)
// The language model is loaded with the first word, once for the whole process; that is not the index's time.
analyser.analyse('ferries')

/** Runs `work`, and prints how long it took, and how long at most others had to wait for a turn of the event loop. */
const timed = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
  const begun = performance.now()
  let last = begun
  let longest = 0
  const turn = (): void => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  const watching = setInterval(turn, 1)
  const result = await work()
  const took = performance.now() - begun
  turn()
  clearInterval(watching)
  console.log(`${name.padEnd(34)} ${took.toFixed(0).padStart(7)} ms, longest wait ${longest.toFixed(0)} ms`)
  return result
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`

/** Asks every question, and prints what the parts of it took. */
const questionsTo = async (index: SavableIndex): Promise<void> => {
  const times = { lookUp: [] as number[], search: [] as number[], read: [] as number[] }
  const measured = async <T>(name: keyof typeof times, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now()
    const result = await work()
    times[name].push(performance.now() - begun)
    return result
  }
  // The first questions are answered by code that is not compiled yet.
  for (const question of [...asked, ...asked]) {
    const tokens = analyser.analyse(question)
    await measured('lookUp', () => index.lookUp(tokens))
    const terms = [...new Set(tokens.map(({ term }) => term))].map((term) => ({ term, weight: 1 }))
    const hits = await measured('search', () => index.search(terms, { limit: depth }))
    await measured('read', () => index.read(hits.map(({ passage }) => passage)))
  }
  for (const [name, all] of Object.entries(times)) {
    const warm = all.slice(asked.length)
    const [p50, p99] = [percentile(warm, 0.5), percentile(warm, 0.99)]
    console.log(`${`a question, ${name}`.padEnd(34)} p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms`)
  }
}

const groups: IndexedSource[][] = []
for (const source of sourcesOf(generateTexts(documents, Number(count)))) {
  const indexed = indexedSource(source)
  const last = groups.at(-1)
  if (last && last.length < sourcesTogether) last.push(indexed)
  else groups.push([indexed])
}
const added = {
  ...(groups[0]?.[0] as IndexedSource),
  passages: groups[0]?.slice(0, 4).flatMap((each) => each.passages) ?? [],
}
const built = createMemoryIndex(analyser, isKnownWord)
await timed(`building, ${count} texts`, async () => {
  for (const group of groups.splice(0)) await built.replace(group)
})
const blocks: Uint8Array[] = []
await timed('saving, into memory', async () => {
  for await (const block of built.snapshot().write()) blocks.push(block.slice())
})
await built.close()
const file = Buffer.concat(blocks.splice(0))
const opened = await timed(`opening, ${megabytes(file.length)}`, () => openIndex(file, analyser, isKnownWord))
if (opened.kind === 'unusable') throw new Error(opened.reason)
const { index } = opened
await questionsTo(index)
await timed(`adding ${added.passages.length} passages`, () => index.replace([added]))
await timed('removing them', () => index.remove(added.source))
await index.close()
