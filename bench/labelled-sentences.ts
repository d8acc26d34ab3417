import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { split } from 'sentence-splitter'
import { sentencesIn } from '../src/language/sentences.ts'

/** The languages of the labelled set, and its halves: one to choose rules on, one that is only counted. */
export const languages = ['en', 'de', 'fr', 'es'] as const
export const halves = ['tune', 'report'] as const
type Language = (typeof languages)[number]

/** Where sentences begin, as offsets in a text. */
export type Splitter = (text: string, language: Language) => readonly number[]

/** The offset of the first character from `at` on that is no white space. */
const behindSpace = (text: string, at: number): number => at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0)

export const byQuoth: Splitter = (text, language) => sentencesIn(text, language).map(({ start }) => start)

export const splitters: Readonly<Record<string, Splitter>> = {
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

/** A text, and the offsets where its sentences begin, but for the first. */
export type Labelled = { readonly text: string; readonly starts: readonly number[] }

/** A line of a file: `‖` stands where a sentence begins; a space on either side of it is one space of the text. */
export const labelled = (line: string): Labelled => {
  const starts: number[] = []
  let text = ''
  for (const [at, part] of line.replaceAll(' ‖ ', ' ‖').split('‖').entries()) {
    if (at > 0) starts.push(text.length)
    text += part
  }
  return { text, starts }
}

/** The texts of one file of the labelled set. */
export const linesOf = (half: (typeof halves)[number], language: Language): readonly Labelled[] =>
  readFileSync(join(import.meta.dirname, 'sentences', half, `${language}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(labelled)

/** Where a splitter lets sentences begin, but for the first. */
export const found = (splitter: Splitter, text: string, language: Language): ReadonlySet<number> =>
  new Set(splitter(text, language).filter((at) => at > 0 && at < text.length))

/** Precision, recall and F1 of the boundaries that a splitter finds. */
export const scoreOf = (
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

/** A text with `‖` before each offset. */
export const cut = (text: string, starts: ReadonlySet<number>): string =>
  [0, ...starts].map((start, at, all) => text.slice(start, all[at + 1] ?? text.length)).join('‖')
