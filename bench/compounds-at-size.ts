// What looking a German word up in compounds costs, by the number of words: once all are taken in, and at the worst
// before. The words are those of German documents, put together at random.
//
//   npx tsx bench/compounds-at-size.ts [WORDS ...]      20000 and 200000 when not said
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnalyser } from '../src/index/analyser.ts'
import { createAcronymTable } from '../src/index/memory/acronym-table.ts'
import { compoundsIn } from '../src/index/memory/compounds.ts'
import { createDictionary } from '../src/index/memory/dictionary.ts'
import { createDocumentFrequencies } from '../src/index/memory/document-frequencies.ts'
import { createVocabulary } from '../src/index/memory/vocabulary.ts'
import { lemmaOf } from '../src/language/english/wink.ts'
import { percentile } from '../src/tools/report.ts'
import { seeded } from './seeded.ts'

const folder = join(import.meta.dirname, 'questions', 'languages', 'de', 'documents')
const text = readdirSync(folder)
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n')
const analyser = createAnalyser(lemmaOf).in('de')
const tokens = [...new Map(analyser.analyse(text).map((token) => [token.folded, token])).values()].filter(
  ({ folded }) => folded.length >= 4 && /^[a-z]+$/.test(folded),
)
const random = seeded(3)
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T

const sizes = process.argv.slice(2).map(Number)
for (const size of sizes.length > 0 ? sizes : [20_000, 200_000]) {
  const dictionary = createDictionary()
  const add = (folded: string): void => {
    const term = analyser.termOf(folded)
    if (term !== null) dictionary.addWord(folded, dictionary.addTerm(term), 0)
  }
  for (const { folded } of tokens) add(folded)
  while (dictionary.words.length < size)
    add(pick(tokens).folded + pick(['', 's', 'n', 'en', 'es']) + pick(tokens).folded)
  const figures = {
    passages: size,
    length: size,
    termPassages: Uint32Array.from(dictionary.terms, () => 1 + Math.floor(random() * 20)),
    wordPassages: new Uint32Array(dictionary.words.length).fill(1),
  }
  const counts = createDocumentFrequencies(dictionary, figures)
  const compounds = compoundsIn(createVocabulary(dictionary, counts, createAcronymTable()), analyser.termOf)
  const times = Array.from({ length: 500 }, () => {
    const token = pick(tokens)
    const begun = performance.now()
    compounds.having(token)
    return performance.now() - begun
  })
  const first = times.slice(0, 50)
  const rest = times.slice(50)
  const shown = [percentile(rest, 0.5), percentile(rest, 0.99), percentile(first, 0.5), Math.max(...first)]
  const [p50, p99, p50AtFirst, worst] = shown.map((value) => value.toFixed(1))
  console.log(`${size} words: p50 ${p50} ms, p99 ${p99} ms; of the first 50: p50 ${p50AtFirst} ms, at most ${worst} ms`)
}
