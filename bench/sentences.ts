// How well sentences are told apart: the labelled boundaries of bench/sentences, by Quoth, by sentence-splitter and by
// Intl.Segmenter. Rules may be chosen on the half `tune`; the half `report` is only counted, never looked at.
//
//   npx tsx bench/sentences.ts [--errors]      --errors prints what Quoth gets wrong in the half `tune`
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { split } from 'sentence-splitter'
import { sentencesIn } from '../src/language/sentences.ts'

const languages = ['en', 'de', 'fr', 'es'] as const
const halves = ['tune', 'report'] as const
type Language = (typeof languages)[number]

/** Where sentences begin, as offsets in a text, but for the first. */
type Splitter = (text: string, language: Language) => readonly number[]

/** The offset of the first character from `at` on that is no white space. */
const behindSpace = (text: string, at: number): number => at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0)

const byQuoth: Splitter = (text, language) => sentencesIn(text, language).map(({ start }) => start)

const splitters: Readonly<Record<string, Splitter>> = {
  Quoth: byQuoth,
  'sentence-splitter': (text) =>
    split(text)
      .filter(({ type }) => type === 'Sentence')
      .map(({ range }) => behindSpace(text, range[0])),
  'Intl.Segmenter': (text, language) =>
    [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map(({ index }) =>
      behindSpace(text, index),
    ),
}

type Labelled = { readonly text: string; readonly starts: readonly number[] }

/** A line of a file: `‖` stands where a sentence begins; a space on either side of it is one space of the text. */
const labelled = (line: string): Labelled => {
  const starts: number[] = []
  let text = ''
  for (const [at, part] of line.replaceAll(' ‖ ', ' ‖').split('‖').entries()) {
    if (at > 0) starts.push(text.length)
    text += part
  }
  return { text, starts }
}

const linesOf = (half: (typeof halves)[number], language: Language): readonly Labelled[] =>
  readFileSync(join(import.meta.dirname, 'sentences', half, `${language}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(labelled)

const found = (splitter: Splitter, text: string, language: Language): ReadonlySet<number> =>
  new Set(splitter(text, language).filter((at) => at > 0 && at < text.length))

/** Precision, recall and F1 of the boundaries that a splitter finds. */
const scoreOf = (
  splitter: Splitter,
  sets: readonly (readonly [Language, readonly Labelled[]])[],
): readonly number[] => {
  let [right, proposed, wanted] = [0, 0, 0]
  for (const [language, lines] of sets)
    for (const { text, starts } of lines) {
      const ours = found(splitter, text, language)
      right += starts.filter((start) => ours.has(start)).length
      proposed += ours.size
      wanted += starts.length
    }
  return [right / proposed, right / wanted, (2 * right) / (proposed + wanted)]
}

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
      const cuts = [0, ...ours, text.length]
      process.stdout.write(
        `${language}: ${cuts
          .slice(1)
          .map((end, at) => text.slice(cuts[at], end))
          .join('‖')}\n`,
      )
    }
