import type { Span } from '../domain/span.ts'
import { type Block, joinPieces } from './block.ts'
import { boilerplateRule } from './boilerplate.ts'
import { endsSentence, looksLikeMenu } from './line-kinds.ts'
import { readMasthead } from './metadata.ts'

/** A line that is not blank; its span excludes the white space around it. */
type Line = Span & {
  readonly text: string
  /** Columns of indentation; a tab counts as four. */
  readonly indent: number
  /** Blank lines right before it. */
  readonly gap: number
  /** The list mark (`•`, `-`, `3.`) or quote mark (`>`) before the span. */
  readonly mark: Span | null
  readonly markKind: 'bullet' | 'number' | 'quote' | null
  /** The character of an underline right below, as under a heading. */
  readonly underline: '=' | '-' | '~' | null
}

const bullet = /^[•‣▪▫◦●○·∙⁃*–-][ \t\u00a0]+(?=\S)/
const number = /^(?:\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)/
const quote = /^(?:> ?)+(?=\S|$)/

const underline = /^(?:={3,}|-{3,}|~{3,})$/

const columns = (white: string): number => [...white].reduce((sum, char) => sum + (char === '\t' ? 4 : 1), 0)

const markOf = (text: string): { readonly kind: Line['markKind']; readonly length: number } => {
  const quoted = quote.exec(text)?.[0].length ?? 0
  if (quoted > 0) return { kind: 'quote', length: quoted }
  const bulleted = bullet.exec(text)?.[0].length ?? 0
  if (bulleted > 0) return { kind: 'bullet', length: bulleted }
  const numbered = number.exec(text)?.[0].length ?? 0
  return numbered > 0 ? { kind: 'number', length: numbered } : { kind: null, length: 0 }
}

/**
 * The lines of a text that have words, in order. Others (a rule, a row of stars, a lone `>`) count as blank.
 */
const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = []
  let gap = 0
  let from = 0
  while (from <= text.length) {
    const newline = text.indexOf('\n', from)
    const to = newline === -1 ? text.length : newline
    const raw = text.slice(from, to)
    const content = raw.trim()
    const before = raw.length - raw.trimStart().length
    const start = from + before
    from = to + 1
    if (!/[\p{L}\p{N}]/u.test(content)) {
      const previous = lines.at(-1)
      const rule = underline.test(content) ? (content.charAt(0) as '=' | '-' | '~') : null
      if (previous && gap === 0 && rule) lines[lines.length - 1] = { ...previous, underline: rule }
      gap += 1
      continue
    }
    const { kind, length } = markOf(content)
    lines.push({
      start: start + length,
      end: start + content.length,
      text: content.slice(length),
      indent: columns(raw.slice(0, before)),
      gap,
      mark: length > 0 ? { start, end: start + content.slice(0, length).trimEnd().length } : null,
      markKind: kind,
      underline: null,
    })
    gap = 0
  }
  return lines
}

const opensSmall = (line: Line | undefined): boolean => line?.gap === 0 && /^\p{Ll}/u.test(line.text)

/**
 * Boilerplate lines in the first and last block of a text (between blank lines): they are not joined to their
 * neighbours, however full they are. A line in the middle of a sentence does not count.
 */
const standsAlone = (lines: readonly Line[]): ReadonlySet<Line> => {
  const alone = new Set<Line>()
  const firstBlank = lines.findIndex(({ gap }, at) => at > 0 && gap > 0)
  const lastBlank = lines.findLastIndex(({ gap }) => gap > 0)
  for (const [at, line] of lines.entries()) {
    if (at >= firstBlank && firstBlank !== -1 && at < lastBlank) continue
    const before = line.gap > 0 ? undefined : lines[at - 1]
    const earlier = before === undefined || alone.has(before) || endsSentence(before.text)
    const top = at < firstBlank && (looksLikeMenu(line.text) || readMasthead(line.text) !== null)
    const entry = earlier && !opensSmall(lines[at + 1]) && boilerplateRule(line.text) !== null
    if (top || entry) alone.add(line)
  }
  return alone
}

const isMark = (text: string, at: number, mark: string): boolean =>
  text.charAt(at) === mark &&
  (at === 0 || text.charAt(at - 1) === ' ') &&
  (at + 1 >= text.length || text.charAt(at + 1) === ' ')

const marksApart = (text: string, mark: string): number => {
  let count = 0
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) if (isMark(text, at, mark)) count += 1
  return count
}

/**
 * Unpaired quotation marks with spaces around them, in tokenised text: the closing mark of the line before, moved to
 * the start of this one, or one that never closes.
 */
const strayMarks = (line: string): readonly Span[] => {
  for (const mark of ['"', "'"]) {
    const count = marksApart(line, mark)
    if (count % 2 === 0) continue
    const doubled = isMark(line, 0, mark) && isMark(line, 2, mark)
    if (isMark(line, 0, mark) && (count === 1 || doubled)) return [{ start: 0, end: 1 }]
    if (count === 1 && isMark(line, line.length - 1, mark)) return [{ start: line.length - 1, end: line.length }]
  }
  return []
}

const lengthOf = (line: Line): number => line.end - (line.mark?.start ?? line.start)
const firstWordLength = (line: Line): number => line.text.search(/\s|$/)
const isListMark = ({ markKind }: Line): boolean => markKind === 'bullet' || markKind === 'number'

/** Widths at which people and programs wrap; a longer line is a paragraph of its own. */
const widths = { min: 40, max: 132 }

/** Lines shorter than this share of the width (greetings, headings, ends of paragraphs) are ignored. */
const minShare = 0.55
/** The share of the other lines that must be full, and the share of full lines that may end a sentence. */
const minFull = 0.6
const maxClosed = 0.5

/** Whether the next line's first word would not have fitted, with a tenth of tolerance for ragged margins. */
const isFull = (line: Line, next: Line, width: number): boolean =>
  line.indent + lengthOf(line) + 1 + firstWordLength(next) > width * 0.9

const endsStatement = /[.!?…:]["'”’»)\]]*$/

const spacedMark = / (?:[,.!?;:]|'s|n't)(?= |$)/

/**
 * Tokenised text, with spaces around ` , ` and ` 's `, has one sentence a line, sometimes of similar length by chance.
 */
const isTokenised = (lines: readonly Line[]): boolean =>
  lines.filter(({ text }) => spacedMark.test(text)).length * 3 >= lines.length

/**
 * The width at which a text was hard-wrapped, in characters; null if its lines are paragraphs. It is wrapped if most
 * lines before another one are so full that the next word would not have fitted, and end inside a sentence, and if
 * these lines outnumber those beyond any width.
 */
const wrapWidth = (lines: readonly Line[]): number | null => {
  if (isTokenised(lines)) return null
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return next && next.gap === 0 && !isListMark(next) ? [{ line, next }] : []
  })
  const lengths = pairs.map(({ line }) => line.indent + lengthOf(line)).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  if (width < widths.min || width > widths.max) return null
  const long = pairs.filter(({ line }) => line.indent + lengthOf(line) >= width * minShare)
  const full = long.filter(({ line, next }) => isFull(line, next, width))
  const closed = full.filter(({ line }) => endsStatement.test(line.text))
  const beyond = lines.filter((line) => line.indent + lengthOf(line) > widths.max)
  const wrapped = full.length >= long.length * minFull && closed.length <= full.length * maxClosed
  return full.length > beyond.length && wrapped ? width : null
}

/** Whether `next` continues the paragraph from `first` to `line`, in a text wrapped at `width`. */
const continues = (first: Line, line: Line, next: Line, width: number): boolean => {
  if (next.gap > 0 || isListMark(next) || line.underline !== null) return false
  if ((next.markKind === 'quote') !== (line.markKind === 'quote')) return false
  const opensIndented = first.markKind === null && next.indent > line.indent
  if (opensIndented && (line !== first || endsStatement.test(line.text))) return false
  return isFull(line, next, width) || (!endsStatement.test(line.text) && /^\p{Ll}/u.test(next.text))
}

const kinds = { bullet: 'list-item', number: 'list-item', quote: 'block-quote' } as const

const marksOf = (line: Line): readonly Span[] => [
  ...(line.mark ? [line.mark] : []),
  ...strayMarks(line.text).map(({ start, end }) => ({ start: start + line.start, end: end + line.start })),
]

const blockOf = (text: string, lines: readonly [Line, ...Line[]]): Block => {
  const [first] = lines
  const last = lines.at(-1) ?? first
  const underline = lines.length === 1 ? first.underline : null
  return {
    start: first.start,
    end: last.end,
    ...joinPieces(text, lines),
    kind: underline ? 'heading' : first.markKind ? kinds[first.markKind] : 'paragraph',
    depth: underline === '=' ? 1 : underline ? 2 : 0,
    indent: first.indent,
    gap: first.gap,
    marks: lines.flatMap(marksOf),
    inlineMarks: [],
  }
}

/**
 * @param text plain text
 * @returns its blocks: one a line, or one a paragraph if the text is hard-wrapped
 */
export const textBlocks = (text: string): readonly Block[] => {
  const lines = linesOf(text)
  const width = wrapWidth(lines)
  const groups: [Line, ...Line[]][] = []
  const alone = standsAlone(lines)
  for (const line of lines) {
    const group = groups.at(-1)
    const previous = group?.at(-1)
    const joins = width !== null && group && previous && !alone.has(previous) && !alone.has(line)
    if (joins && continues(group[0], previous, line, width)) group.push(line)
    else groups.push([line])
  }
  return groups.map((group) => blockOf(text, group))
}
