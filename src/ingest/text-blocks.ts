import { pageRules } from '../domain/readable.ts'
import type { Run } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { functionWords } from '../language/english/function-words.ts'
import { foreignFunctionWords } from '../language/foreign-function-words.ts'
import { otherField, senderField } from '../language/mail-words.ts'
import { type Block, joinPieces } from './block.ts'
import { boilerplateRule } from './boilerplate.ts'
import { lineFurniture } from './line-furniture.ts'
import { endsSentence, looksLikeMenu, wordCount } from './line-kinds.ts'
import { dividesRange, endsInHyphen, endsStatement, type Line, linesOf, opensSmall, opensWithStop } from './lines.ts'
import { readMasthead } from './metadata.ts'
import { areRows, rowsIn } from './rows.ts'
import { isFull, isListMark, isTokenised, reachOf, widthsOf } from './wrapping.ts'

/** What is known of lines of text that furniture stands before; most have none. */
type Interrupted = {
  /** What stands right before a line, by the end of that. */
  readonly furniture: ReadonlyMap<number, readonly Run[]>
  /** Those that go on with the sentence before it. */
  readonly goingOn: ReadonlySet<Line>
}

/**
 * Boilerplate lines in the first and last block of a text (between blank lines): they are not joined to their
 * neighbours, however full they are. A line in the middle of a sentence does not count.
 */
const standsAlone = (lines: readonly Line[]): ReadonlySet<Line> => {
  const alone = new Set<Line>()
  const firstBlank = lines.findIndex(({ gap }, at) => at > 0 && gap > 0)
  const lastBlank = lines.findLastIndex(({ gap }) => gap > 0)
  const goesOn = (line: Line | undefined): boolean => line?.gap === 0 && /^\p{Ll}/u.test(line.text)
  for (const [at, line] of lines.entries()) {
    if (at >= firstBlank && firstBlank !== -1 && at < lastBlank) continue
    const before = line.gap > 0 ? undefined : lines[at - 1]
    const earlier = before === undefined || alone.has(before) || endsSentence(before.text)
    const isTagged = line.tags.some(({ end }) => end <= line.start) && line.tags.some(({ start }) => start >= line.end)
    const isApart = isTagged || /^https?:\/\/\S+$/.test(line.text)
    const top = at < firstBlank && (isApart || looksLikeMenu(line.text) || readMasthead(line.text) !== null)
    const entry = earlier && !goesOn(lines[at + 1]) && boilerplateRule(line.text) !== null
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
  if (!/["']/.test(line)) return []
  for (const mark of ['"', "'"]) {
    const count = marksApart(line, mark)
    if (count % 2 === 0) continue
    const doubled = isMark(line, 0, mark) && isMark(line, 2, mark)
    if (isMark(line, 0, mark) && (count === 1 || doubled)) return [{ start: 0, end: 1 }]
    if (count === 1 && isMark(line, line.length - 1, mark)) return [{ start: line.length - 1, end: line.length }]
  }
  return []
}

/** A line this much wider than its block is wrapped is a paragraph of its own. */
const maxBeyond = 1.25
/** A shorter line is a label or an item, and the next does not go on with it though it begins with a small letter. */
const minLine = 50
const maxName = 8
/** A line of fewer words may be a label. */
const minWords = 4

/** Whether a line between full ones is a heading: short, without an end, and what follows opens a sentence. */
const isHeadingBetween = (line: Line, next: Line, after: Line | undefined, width: number): boolean =>
  endsStatement(line) &&
  after?.gap === 0 &&
  reachOf(next) < width * 0.7 &&
  !/[.!?…,;:]["'”’»)\]]*$/.test(next.text) &&
  /^[\p{Lu}\p{N}]/u.test(next.text) &&
  /^["“]?\p{Lu}/u.test(after.text)

/**
 * Whether a name in bold, on a line of its own, stands between two parts of a sentence: `… a sick child,”` / `Director
 * Maya Lindqvist said` / `. “If a parent …`.
 */
const isNameBetween = (line: Line, name: Line, after: Line | undefined): boolean =>
  after !== undefined &&
  name.markKind === null &&
  after.markKind === null &&
  wordCount(name.text) <= maxName &&
  /^\p{Lu}/u.test(name.text) &&
  !endsStatement(line) &&
  !endsStatement(name) &&
  wordCount(line.text) >= 3 &&
  (opensWithStop(after.text) || (opensSmall(after) && (/,["'”’»]?$/.test(line.text) || endsStatement(after))))

/** Whether a line cannot end there: a sentence has begun in it, or a word that stands before others is its last. */
const breaksOff = (text: string): boolean => {
  if (/\p{Ll}{3}[.!?]\s+\p{Lu}[^.!?]{3,}$/u.test(text.slice(-60))) return true
  const last = /\s(\p{L}+)$/u.exec(text.slice(-20))?.[1] ?? ''
  return wordCount(text) >= minWords && (functionWords.has(last) || foreignFunctionWords.has(last))
}

const isMailField = (text: string): boolean => senderField.test(text) || otherField.test(text)

/** Decides line by line whether one goes on with the paragraph before it. */
const joiner = (lines: readonly Line[], goingOn: ReadonlySet<Line>) => {
  const widths = widthsOf(lines)
  const alone = standsAlone(lines)
  const hasSentences = !isTokenised(lines)
  const small = lines.filter((line) => /^\p{Ll}/u.test(line.text)).length
  /** In a text without wrapped lines, few lines begin with a small letter unless they go on. */
  const isCased = small * 2 <= lines.length

  /** Whether a sentence goes on from one line to the next, whatever the layout. */
  const isCut = (first: Line, at: number): boolean => {
    const [line, next, after] = [lines[at], lines[at + 1], lines[at + 2]]
    if (!line || !next || next.markKind !== null || !hasSentences) return false
    if (opensWithStop(next.text)) return true
    if (next.gap > 0) return false
    if (goingOn.has(next)) return true
    if ((endsInHyphen(line) && /^\p{L}/u.test(next.text)) || dividesRange(line, next)) return true
    if (widths.get(line) !== null) return false
    if (isNameBetween(line, next, after)) return true
    const before = lines[at - 1]
    if (before && first !== line && isNameBetween(before, line, next)) return true
    if (!opensSmall(next) || endsStatement(line) || !/\p{Lu}/u.test(line.text)) return false
    return (isCased && reachOf(line) >= minLine) || breaksOff(line.text)
  }

  /** Whether the next line continues the paragraph from `first` to the line at `at`. */
  return (first: Line, at: number): boolean => {
    const [line, next] = [lines[at], lines[at + 1]]
    if (!line || !next || alone.has(line) || alone.has(next) || line.underline !== null) return false
    if (areRows(first, next) || (isMailField(first.text) && isMailField(next.text))) return false
    if (isCut(first, at)) return true
    const width = widths.get(line) ?? null
    if (width === null || next.gap > 0) return false
    const goesOn = isFull(line, next, width) && !endsStatement(line)
    if (isListMark(next) && !(next.markKind === 'number' && goesOn && !isListMark(first))) return false
    if ((next.markKind === 'quote') !== (line.markKind === 'quote')) return false
    const opensIndented = first.markKind === null && next.indent > line.indent
    if (opensIndented && (line !== first || endsStatement(line))) return false
    if (isHeadingBetween(line, next, lines[at + 2], width)) return false
    // A short line at the top is an item of a list without marks.
    const isLong = line !== first || reachOf(line) >= width / 2
    if (isLong && !endsStatement(line) && /^\p{Ll}/u.test(next.text)) return true
    return isFull(line, next, width) && reachOf(line) <= width * maxBeyond
  }
}

const kinds = { bullet: 'list-item', number: 'list-item', quote: 'block-quote' } as const

const byStart = (a: Span, b: Span): number => a.start - b.start

const marksOf = (line: Line, furniture: readonly Run[]): readonly Span[] =>
  [
    ...(line.mark ? [line.mark] : []),
    ...line.tags,
    ...strayMarks(line.text).map(({ start, end }) => ({ start: start + line.start, end: end + line.start })),
    ...furniture,
  ].sort(byStart)

const blockOf = (
  text: string,
  lines: readonly [Line, ...Line[]],
  furniture: Interrupted['furniture'],
  rows: ReadonlySet<Line>,
): Block => {
  const [first] = lines
  const last = lines.at(-1) ?? first
  const isTitle = first.tags.some((tag) => /<title\b[^<>]*>\s*$/i.test(text.slice(tag.start, tag.end)))
  const underline = isTitle ? '=' : lines.length === 1 ? first.underline : null
  return {
    start: first.start,
    end: last.end,
    ...joinPieces(text, lines),
    kind: underline ? 'heading' : first.markKind ? kinds[first.markKind] : rows.has(first) ? 'list-item' : 'paragraph',
    depth: underline === '=' ? 1 : underline ? 2 : 0,
    indent: first.indent,
    gap: first.gap,
    marks: lines.flatMap((line, at) => marksOf(line, at === 0 ? [] : (furniture.get(line.end) ?? []))),
    inlineMarks: [],
  }
}

/** A number at the start of a line that goes on is part of its sentence: `on⏎12. March`. */
const withoutMark = (text: string, line: Line): Line =>
  line.markKind === 'number' && line.mark
    ? { ...line, start: line.mark.start, text: text.slice(line.mark.start, line.end), mark: null, markKind: null }
    : line

/** The lines that are text, each with the furniture before it, and all furniture. */
const textLines = (lines: readonly Line[], rules: ReadonlyMap<Line, string>) => {
  const texts: Line[] = []
  const interrupted = { furniture: new Map<number, readonly Run[]>(), goingOn: new Set<Line>() }
  const furniture: Run[] = []
  let before: Run[] = []
  let wasFurniture = false
  for (const line of lines) {
    const rule = rules.get(line)
    if (rule !== undefined) {
      const start =
        line.tags[0] && line.tags[0].start < line.start ? line.tags[0].start : (line.mark?.start ?? line.start)
      const last = before.at(-1)
      const run: Run = { start, end: Math.max(line.end, line.tags.at(-1)?.end ?? 0), kind: 'boilerplate', rule }
      if (last?.rule === rule && wasFurniture) before[before.length - 1] = { ...last, end: run.end }
      else before.push(run)
      wasFurniture = true
      continue
    }
    if (!wasFurniture) {
      texts.push(line)
      continue
    }
    const previous = texts.at(-1)
    const isWithin =
      previous !== undefined &&
      before.every(({ rule: name }) => pageRules.has(name) || name === 'picture' || name === 'code')
    const goesOn =
      isWithin && line.markKind === null && (endsInHyphen(previous) || !endsStatement(previous)) && opensSmall(line)
    const gap = goesOn || (isWithin && !endsStatement(previous)) ? 0 : Math.max(1, line.gap)
    const own = { ...line, gap }
    texts.push(own)
    interrupted.furniture.set(own.end, before)
    if (goesOn) interrupted.goingOn.add(own)
    furniture.push(...before)
    before = []
    wasFurniture = false
  }
  return { texts, interrupted, furniture: [...furniture, ...before] }
}

/** What a plain text is made of. */
export type TextLayout = {
  readonly blocks: readonly Block[]
  /** What belongs to the pages and not to the text, wherever it stands. */
  readonly furniture: readonly Run[]
}

/**
 * @param text plain text
 * @returns its blocks, one a line, or one a paragraph where lines are wrapped; and the furniture of its pages
 * @throws QuothError `bad-document` if most of it stands in columns side by side
 */
export const textLayout = (text: string): TextLayout => {
  const all = linesOf(text)
  const { texts, interrupted, furniture } = textLines(all, lineFurniture(all))
  const groups: [Line, ...Line[]][] = []
  const continues = joiner(texts, interrupted.goingOn)
  for (const [at, line] of texts.entries()) {
    const group = groups.at(-1)
    if (group && continues(group[0], at - 1)) group.push(withoutMark(text, line))
    else groups.push([line])
  }
  const rows = rowsIn(texts)
  return { blocks: groups.map((group) => blockOf(text, group, interrupted.furniture, rows)), furniture }
}
