// How well sentences are told apart: the labelled boundaries of bench/sentences, by Quoth, by sentence-splitter and by
// Intl.Segmenter. Rules may be chosen on the half `tune`; the half `report` is only counted, never looked at.
//
//   npx tsx bench/sentences.ts [--errors]      --errors prints what Quoth gets wrong in the half `tune`
import { parseArgs } from 'node:util'
import { byQuoth, cut, found, halves, languages, linesOf, scoreOf, splitters } from './labelled-sentences.ts'

const { values } = parseArgs({ options: { errors: { type: 'boolean' } } })
const inTable = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
process.stdout.write(inTable(['Half', 'Language', 'Boundaries', 'By', 'Precision', 'Recall', 'F1']))
process.stdout.write(inTable(Array.from({ length: 7 }, () => '---')))
for (const half of halves) {
  const sets = languages.map((language) => [language, linesOf(half, language)] as const)
  for (const [name, some] of [...sets.map((set) => [set[0], [set]] as const), ['all', sets] as const]) {
    const count = some.flatMap(([, lines]) => lines.flatMap(({ starts }) => starts)).length
    for (const [by, splitter] of Object.entries(splitters)) {
      const scores = scoreOf(splitter, some).map((score) => score.toFixed(3))
      process.stdout.write(inTable([half, name, String(count), by, ...scores]))
    }
  }
}
if (values.errors)
  for (const language of languages)
    for (const { text, starts } of linesOf('tune', language)) {
      const ours = found(byQuoth, text, language)
      const wrong = starts.some((start) => !ours.has(start)) || ours.size !== starts.length
      if (!wrong) continue
      process.stdout.write(`${language}: ${cut(text, ours)}\n`)
    }
