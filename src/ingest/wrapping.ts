import type { Line } from './lines.ts'

const lengthOf = (line: Line): number => line.end - (line.mark?.start ?? line.start)
const firstWordLength = (line: Line): number => line.text.search(/\s|$/)
const isListMark = ({ markKind }: Line): boolean => markKind === 'bullet' || markKind === 'number'

/** Widths that people and programs wrap at; a longer line is a paragraph of its own. */
const widths = { least: 40, most: 132 }

/** Lines shorter than this part of the width (greetings, headings, ends of paragraphs) say nothing of how it was wrapped. */
const telling = 0.55
/** The part of the telling lines that have to be full, and the part of those that may close a sentence. */
const leastFull = 0.6
const mostClosed = 0.5

/** Whether the next line's first word would not have fitted; ragged margins get a tenth of slack. */
const isFull = (line: Line, next: Line, width: number): boolean =>
  line.indent + lengthOf(line) + 1 + firstWordLength(next) > width * 0.9

const endsSentence = /[.!?…:]["'”’»)\]]*$/

const spacedMark = / (?:[,.!?;:]|'s|n't)(?= |$)/

/** Pre-tokenised text, ` , ` and ` 's ` set apart, comes one sentence a line; its lines may be of like length by chance. */
const isTokenised = (lines: readonly Line[]): boolean =>
  lines.filter(({ text }) => spacedMark.test(text)).length * 3 >= lines.length

/**
 * The width at which the text was wrapped by hand or by a program, in characters; null when its lines are paragraphs.
 * It is wrapped when most lines that another one follows are so full that the next word would not have fitted, and break
 * off in the middle of a sentence; and when no more lines run on past every width, as paragraphs below a headline do.
 */
export const wrapWidth = (lines: readonly Line[]): number | null => {
  if (isTokenised(lines)) return null
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return next && next.gap === 0 && !isListMark(next) ? [{ line, next }] : []
  })
  const lengths = pairs.map(({ line }) => line.indent + lengthOf(line)).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  if (width < widths.least || width > widths.most) return null
  const long = pairs.filter(({ line }) => line.indent + lengthOf(line) >= width * telling)
  const full = long.filter(({ line, next }) => isFull(line, next, width))
  const closed = full.filter(({ line }) => endsSentence.test(line.text))
  const beyond = lines.filter((line) => line.indent + lengthOf(line) > widths.most)
  const wrapped = full.length >= long.length * leastFull && closed.length <= full.length * mostClosed
  return full.length > beyond.length && wrapped ? width : null
}

/** Whether `next` goes on with the paragraph that `first` opened and `line` is the last of, in a text wrapped at `width`. */
export const goesOn = (first: Line, line: Line, next: Line, width: number): boolean => {
  if (next.gap > 0 || isListMark(next) || line.underline !== null) return false
  if ((next.markKind === 'quote') !== (line.markKind === 'quote')) return false
  const opensIndented = first.markKind === null && next.indent > line.indent
  if (opensIndented && (line !== first || endsSentence.test(line.text))) return false
  return isFull(line, next, width) || (!endsSentence.test(line.text) && /^\p{Ll}/u.test(next.text))
}
