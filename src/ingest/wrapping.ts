import { endsStatement, type Line, opensSmall } from './lines.ts'

const lengthOf = (line: Line): number => line.end - (line.mark?.start ?? line.start)
const firstWordLength = (line: Line): number => line.text.search(/\s|$/)

/** Whether a line begins with the mark of a list's item. */
export const isListMark = ({ markKind }: Line): boolean => markKind === 'bullet' || markKind === 'number'

/** How far a line reaches, in characters. */
export const reachOf = (line: Line): number => line.indent + lengthOf(line)

/** Widths at which people and programs wrap; a longer line is a paragraph of its own. Narrow ones are columns. */
const widths = { narrow: 24, usual: 40, max: 132 }

/** Lines shorter than this share of the width (greetings, headings, ends of paragraphs) are ignored. */
const minShare = 0.55
/** The share of the other lines that must be full, and the share of full lines that may end a sentence. */
const minFull = 0.6
const maxClosed = 0.5
/** The share of full lines behind which a small letter goes on: verse and lists have capitals. */
const minSmall = { usual: 0.15, narrow: 0.35 }
/** So many pairs of lines can tell that by themselves. */
const minPairs = 5

/** Whether the next line's first word would not have fitted, with a tenth of tolerance for ragged margins. */
export const isFull = (line: Line, next: Line, width: number): boolean =>
  reachOf(line) + 1 + firstWordLength(next) > width * 0.9

const spacedMark = / (?:[,.!?;:]|'s|n't)(?= |$)/

const attachedMark = /\p{L}{3}[,.;:](?: |$)/u

/**
 * Tokenised text, with spaces around ` , ` and ` 's `, has one sentence a line, sometimes of similar length by chance.
 * In what is only badly read or written, many marks stand at their words.
 */
export const isTokenised = (lines: readonly Line[]): boolean => {
  const spaced = lines.filter(({ text }) => spacedMark.test(text)).length
  return spaced * 3 >= lines.length && lines.filter(({ text }) => attachedMark.test(text)).length * 2 < spaced
}

/**
 * The width at which lines were hard-wrapped, in characters; null if they are paragraphs. They are wrapped if most
 * lines before another one are so full that the next word would not have fitted, and end inside a sentence, and if
 * these lines outnumber those beyond any width.
 */
const wrapWidth = (lines: readonly Line[]): number | null => {
  if (isTokenised(lines)) return null
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return next && next.gap === 0 && !isListMark(next) ? [{ line, next }] : []
  })
  const lengths = pairs.map(({ line }) => reachOf(line)).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  if (width < widths.narrow || width > widths.max) return null
  const long = pairs.filter(({ line }) => reachOf(line) >= width * minShare)
  const full = long.filter(({ line, next }) => isFull(line, next, width))
  const closed = full.filter(({ line }) => endsStatement(line))
  const small = full.filter(
    ({ line, next }) => opensSmall(next) || /^[\p{N}“"(]/u.test(next.text) || endsStatement(line),
  )
  const beyond = lines.filter((line) => reachOf(line) > widths.max)
  const isNarrow = width < widths.usual
  const goesOn =
    pairs.length < minPairs ? !isNarrow : small.length >= full.length * (isNarrow ? minSmall.narrow : minSmall.usual)
  const wrapped = full.length >= long.length * minFull && closed.length <= full.length * maxClosed
  return full.length > beyond.length && wrapped && goesOn ? width : null
}

/** A longer run of lines without a blank one is looked at in parts: layout changes within it. */
const partLength = 45
/** Lines of which a part consists at least. */
const minPart = 8

/** Lines that are wrapped alike, or not wrapped; `width` is null for these, and undefined for too few to tell. */
type Part = { readonly lines: readonly Line[]; readonly width: number | null | undefined }

/** A block in parts: halved as long as it is too long to be of one layout, or is not wrapped as a whole. */
const partsOfBlock = (lines: readonly Line[]): readonly Part[] => {
  if (lines.length <= minPairs) return [{ lines, width: undefined }]
  const width = lines.length > partLength ? null : wrapWidth(lines)
  if (width !== null || lines.length < 2 * minPart) return [{ lines, width }]
  const middle = lines.length >> 1
  return [...partsOfBlock(lines.slice(0, middle)), ...partsOfBlock(lines.slice(middle))]
}

const partsOf = (lines: readonly Line[]): readonly Part[] => {
  const blocks: Line[][] = []
  for (const line of lines) {
    const block = blocks.at(-1)
    if (block === undefined || line.gap > 0) blocks.push([line])
    else block.push(line)
  }
  return blocks.flatMap(partsOfBlock)
}

/**
 * Finds where lines are wrapped: each block between blank lines by itself, if it is long enough to tell; short ones by
 * what short ones of the text have together, else as the nearest long one above, else below.
 * @param lines of a text
 * @returns the width at which the block of each line is wrapped, in characters; null where lines are paragraphs
 */
export const widthsOf = (lines: readonly Line[]): ReadonlyMap<Line, number | null> => {
  const parts = partsOf(lines)
  const together = wrapWidth(parts.flatMap((part) => (part.width === undefined ? part.lines : [])))
  const nearest = parts.map(({ width }) => width ?? null)
  for (let at = 1; at < nearest.length; at += 1) nearest[at] ??= nearest[at - 1] ?? null
  for (let at = nearest.length - 2; at >= 0; at -= 1) nearest[at] ??= nearest[at + 1] ?? null
  const found = new Map<Line, number | null>()
  for (const [at, part] of parts.entries()) {
    const width = part.width === undefined ? (together ?? nearest[at] ?? null) : part.width
    for (const line of part.lines) found.set(line, width)
  }
  return found
}
