import type { Line } from './lines.ts'

const lengthOf = (line: Line): number => line.end - (line.mark?.start ?? line.start)
const firstWordLength = (line: Line): number => line.text.search(/\s|$/)
const isListMark = ({ markKind }: Line): boolean => markKind === 'bullet' || markKind === 'number'

/** Widths that people and programs wrap at; a longer line is a paragraph of its own. */
const widths = { least: 40, most: 132 }

/** The part of a text's line breaks that have to be full for the text to count as wrapped. */
const leastFull = 0.6

/** Whether the next line's first word would not have fitted; ragged margins get a tenth of slack. */
const isFull = (line: Line, next: Line, width: number): boolean =>
  line.indent + lengthOf(line) + 1 + firstWordLength(next) > width * 0.9

/**
 * The width at which the text was wrapped by hand or by a program, in characters; null when its lines are paragraphs.
 * It is wrapped when most lines that are followed by another one are so full that the next word would not have fitted.
 */
export const wrapWidth = (lines: readonly Line[]): number | null => {
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return next && next.gap === 0 && !isListMark(next) ? [{ line, next }] : []
  })
  const lengths = pairs.map(({ line }) => line.indent + lengthOf(line)).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  if (pairs.length < 2 || width < widths.least || width > widths.most) return null
  const full = pairs.filter(({ line, next }) => isFull(line, next, width))
  return full.length >= pairs.length * leastFull ? width : null
}

const endsSentence = /[.!?…:]["'”’»)\]]*$/

/** Whether `next` goes on with the paragraph that `first` opened and `line` is the last of, in a text wrapped at `width`. */
export const goesOn = (first: Line, line: Line, next: Line, width: number): boolean => {
  if (next.gap > 0 || isListMark(next) || line.underline !== null) return false
  if ((next.markKind === 'quote') !== (line.markKind === 'quote')) return false
  const opensIndented = first.markKind === null && next.indent > line.indent
  if (opensIndented && (line !== first || endsSentence.test(line.text))) return false
  return isFull(line, next, width) || (!endsSentence.test(line.text) && /^\p{Ll}/u.test(next.text))
}
