import { monthNumber } from '../language/date-words.ts'
import { type SectionWord, sectionWord } from '../language/section-words.ts'
import type { Block } from './block.ts'
import { statedDates } from './dates.ts'
import { isHeadline, isProse, wordCount } from './line-kinds.ts'

/** How a heading is marked as one by its words: by a word and a number, or by its place in a numbering. */
export type SectionMark = { readonly kind: SectionWord | 'roman' | 'number'; readonly level: number }

const longest = { words: 16, characters: 160 }

const numbered = /^(\d{1,3}(?:\.\d{1,3}){0,5}|[A-Z](?:\.\d{1,3}){1,4})\.?\s+[\p{Lu}\p{N}"“„«¿¡]/u
const roman = /^((?=[IVXLC])(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3}))(?:\.?$|\.\s+[\p{Lu}"“„«¿¡])/u

const romanDigits: { readonly [letter: string]: number } = { I: 1, V: 5, X: 10, L: 50, C: 100 }
const romanValue = (written: string): number => {
  const digits = [...written].map((letter) => romanDigits[letter] ?? 0)
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0)
}

type Numbered = {
  readonly block: Block
  readonly at: number
  readonly parts: readonly string[]
  readonly isRoman: boolean
}

const numberedIn = (block: Block, at: number): Numbered | null => {
  const { text } = block
  const [figures, letters] = [numbered.exec(text)?.[1], roman.exec(text)?.[1]]
  if (figures !== undefined) {
    // `3 Jan   Calm` is a day of a diary.
    const isDay = monthNumber(/^\d{1,2}\.?\s+(\p{L}+)/u.exec(text)?.[1] ?? '') !== null
    const isDate = isDay || (/\d{4}/.test(text) && statedDates(text)[0]?.start === 0)
    return isDate || !/\p{L}{2}/u.test(text) ? null : { block, at, parts: figures.split('.'), isRoman: false }
  }
  return letters ? { block, at, parts: ['r', String(romanValue(letters))], isRoman: true } : null
}

const keyOf = (parts: readonly string[]): string => parts.join('.')

/** Keys beside, above and below one in its numbering. */
const relativesOf = (parts: readonly string[]): readonly string[] => {
  const [outer, last] = [parts.slice(0, -1), Number(parts.at(-1))]
  return [
    keyOf([...outer, String(last - 1)]),
    keyOf([...outer, String(last + 1)]),
    ...(outer.length > 0 ? [keyOf(outer)] : []),
    keyOf([...parts, '1']),
  ]
}

/** Lines that follow each other so closely are a list or a table of contents. */
const maxInRow = 3

/** Without those that stand in a row, with no prose between them; the last of a row may open what stands below. */
const apart = <T extends { readonly at: number }>(found: readonly T[], blocks: readonly Block[]): readonly T[] => {
  const rows: T[][] = []
  for (const each of found) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    const joins = last !== undefined && !blocks.slice(last.at + 1, each.at).some(({ text }) => isProse(text))
    if (joins && each.at - last.at <= 2) row?.push(each)
    else rows.push([each])
  }
  return rows.flatMap((row) => {
    if (row.length <= maxInRow) return row
    const last = row.at(-1)
    return last !== undefined && isProse(blocks[last.at + 1]?.text ?? '') ? [last] : []
  })
}

const mayOpen = ({ kind, text, pieces }: Block): boolean =>
  (kind === 'paragraph' || kind === 'heading' || kind === 'list-item') &&
  pieces.length > 0 &&
  text.length <= longest.characters &&
  wordCount(text) <= longest.words

/**
 * Finds the headings that their words mark: chapters and articles, and lines numbered one after the other.
 * @param blocks of a document
 * @returns how each is marked
 */
export const sectionMarksIn = (blocks: readonly Block[]): ReadonlyMap<Block, SectionMark> => {
  const worded: { block: Block; at: number; kind: SectionWord }[] = []
  const counted: Numbered[] = []
  for (const [at, block] of blocks.entries()) {
    if (!mayOpen(block)) continue
    const kind = sectionWord(block.text)
    const isTitled = isHeadline(block.text) || ((kind === 'chapter' || kind === 'part') && wordCount(block.text) <= 10)
    if (kind && (isTitled || /^\S+\s\S+\.$/.test(block.text))) worded.push({ block, at, kind })
    else {
      const number = isHeadline(block.text) || roman.exec(block.text)?.[0] === block.text ? numberedIn(block, at) : null
      if (number) counted.push(number)
    }
  }
  const marks = new Map<Block, SectionMark>()
  for (const { block, kind } of apart(worded, blocks)) marks.set(block, { kind, level: 1 })
  const sequence = apart(counted, blocks)
  const keys = new Set(sequence.map(({ parts }) => keyOf(parts)))
  for (const { block, parts, isRoman } of sequence)
    if (relativesOf(parts).some((key) => keys.has(key)))
      marks.set(block, isRoman ? { kind: 'roman', level: 1 } : { kind: 'number', level: parts.length })
  return marks
}
