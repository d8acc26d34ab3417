import type { Span } from '../domain/span.ts'
import type { Line } from './lines.ts'

/** Lines that belong together: a paragraph, a heading, a list item. */
export type Block = Span & {
  readonly lines: readonly Line[]
  /** The lines' words, joined by single spaces. */
  readonly text: string
  readonly indent: number
  /** Blank lines right before it. */
  readonly gap: number
  readonly markKind: Line['markKind']
  readonly underlined: boolean
}

const blockOf = (lines: readonly Line[]): Block => {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) throw new RangeError('a block has at least one line')
  const { start, indent, gap, markKind } = first
  const text = lines.map((line) => line.text).join(' ')
  return { lines, text, start, end: last.end, indent, gap, markKind, underlined: last.underlined }
}

const lengthOf = (line: Line): number => line.end - (line.mark?.start ?? line.start)
const firstWordLength = (line: Line): number => line.text.search(/\s|$/)

/** Widths that people and programs wrap at; a longer line is a paragraph of its own. */
const widths = { least: 40, most: 132 }

/**
 * The width at which the text was wrapped by hand or by a program, in characters; null when its lines are paragraphs.
 * It is wrapped when most lines that are followed by another one are so full that the next word would not have fitted.
 */
export const wrapWidth = (lines: readonly Line[]): number | null => {
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    const followed = next && next.gap === 0 && next.markKind !== 'bullet' && next.markKind !== 'number'
    return followed ? [{ line, next }] : []
  })
  const lengths = pairs.map(({ line }) => line.indent + lengthOf(line)).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  if (pairs.length < 2 || width < widths.least || width > widths.most) return null
  const full = pairs.filter(({ line, next }) => isFull(line, next, width))
  return full.length >= pairs.length * 0.6 ? width : null
}

/** Whether the next line's first word would not have fitted; ragged margins get a tenth of slack. */
const isFull = (line: Line, next: Line, width: number): boolean =>
  line.indent + lengthOf(line) + 1 + firstWordLength(next) > width * 0.9

const endsSentence = /[.!?…:]["'”’»)\]]*$/

/** Whether `next` goes on with the paragraph of `line` in a text that is wrapped at `width`. */
const goesOn = (first: Line, line: Line, next: Line, width: number): boolean => {
  if (next.gap > 0 || next.markKind === 'bullet' || next.markKind === 'number') return false
  if ((next.markKind === 'quote') !== (line.markKind === 'quote')) return false
  const opensIndented = first.markKind === null && next.indent > line.indent
  if (opensIndented && (line !== first || endsSentence.test(line.text))) return false
  return isFull(line, next, width) || (!endsSentence.test(line.text) && /^\p{Ll}/u.test(next.text))
}

/** The blocks of a text: its lines, with the lines of a wrapped paragraph joined. */
export const blocksOf = (lines: readonly Line[]): readonly Block[] => {
  const width = wrapWidth(lines)
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const [first, previous] = [group?.[0], group?.at(-1)]
    if (group && first && previous && width !== null && goesOn(first, previous, line, width)) group.push(line)
    else groups.push([line])
  }
  return groups.map(blockOf)
}
