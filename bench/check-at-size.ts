// What checking quotations costs in a large library: a quotation as it stands, with a word changed, and with its words
// shuffled.
//
//   npx tsx bench/check-at-size.ts DIR [SOURCES]      DIR in BEIR layout, whose sentences are put together; 10,000 sources
import { checkQuotes } from '../src/check/check-quotes.ts'
import { citationOf } from '../src/citation/citation.ts'
import { createAnalyser } from '../src/index/analyser.ts'
import { indexedSource } from '../src/index/indexed-source.ts'
import { createMemoryIndex } from '../src/index/memory/memory-index.ts'
import type { IndexedSource } from '../src/index/port.ts'
import { isKnownWord, lemmaOf } from '../src/language/english/wink.ts'
import { memoryLibrary } from '../src/library/memory.ts'
import { readCollection } from '../src/tools/collection.ts'
import { percentile } from '../src/tools/report.ts'
import { generateTexts } from './generate-texts.ts'
import { sourcesOf } from './peers/quoth.ts'
import { seeded } from './seeded.ts'

const textsASource = 10
const sourcesTogether = 500
const quotationsOfEach = 100

const [folder, count = '10000'] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: npx tsx bench/check-at-size.ts DIR [SOURCES]')
  process.exit(64)
}
const analyser = createAnalyser(lemmaOf)
const library = memoryLibrary()
const index = createMemoryIndex(analyser, isKnownWord)
const texts: string[] = []
let waiting: IndexedSource[] = []
for (const source of sourcesOf(generateTexts(readCollection(folder).documents, Number(count) * textsASource))) {
  await library.put(source)
  texts.push(source.text)
  waiting.push(indexedSource(source))
  if (waiting.length === sourcesTogether) await index.replace(waiting.splice(0))
}
await index.replace(waiting)
waiting = []

const random = seeded(20_261_122)
const below = (limit: number): number => Math.floor(random() * limit)

/** So many words of some text, side by side. */
const anyWords = (length: number): string[] => {
  const words = (texts[below(texts.length)] ?? '').split(/\s+/)
  const first = below(Math.max(1, words.length - length))
  return words.slice(first, first + length)
}

const changes: { readonly [name: string]: (words: string[]) => string[] } = {
  'as it stands': (words) => words,
  'a word changed': (words) => words.with(below(words.length), 'zorbled'),
  'words shuffled': (words) =>
    words
      .map((word) => ({ word, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ word }) => word),
}

/**
 * Checks texts one by one, and prints what became of them, how long it took, and how long others waited for a turn at
 * most.
 */
const measure = async (name: string, of: readonly string[]): Promise<void> => {
  const times: number[] = []
  const verdicts = new Map<string, number>()
  let last = performance.now()
  let longest = 0
  const turn = (): void => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  const watching = setInterval(turn, 1)
  for (const text of of) {
    const begun = performance.now()
    const { quotes } = await checkQuotes(text, { library, index, analyser, cite: citationOf })
    times.push(performance.now() - begun)
    for (const { verdict } of quotes) verdicts.set(verdict.kind, (verdicts.get(verdict.kind) ?? 0) + 1)
    await new Promise((resolve) => setImmediate(resolve))
  }
  turn()
  clearInterval(watching)
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)]
  const became = [...verdicts].map(([kind, number]) => `${number} ${kind}`).join(', ')
  console.log(
    `${name.padEnd(28)} p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, longest wait ${longest.toFixed(0)} ms: ${became}`,
  )
}

console.log(
  `${texts.length} sources, ${(texts.reduce((sum, { length }) => sum + length, 0) / 1e6).toFixed(1)} million characters`,
)
for (let at = 0; at < quotationsOfEach; at++)
  await checkQuotes(`«${anyWords(12).join(' ')}»`, { library, index, analyser, cite: citationOf })
for (const length of [2, 5, 12, 40, 150, 700])
  for (const [name, change] of Object.entries(changes))
    await measure(
      `${length} words, ${name}`,
      Array.from({ length: quotationsOfEach }, () => `«${change(anyWords(length)).join(' ')}»`),
    )
const twenty = Array.from({ length: quotationsOfEach }, () =>
  Array.from(
    { length: 20 },
    () => `«${(changes['a word changed'] ?? ((words) => words))(anyWords(25)).join(' ')}»`,
  ).join(' '),
)
await measure('20 quotations, a word changed', twenty)
await index.close()
