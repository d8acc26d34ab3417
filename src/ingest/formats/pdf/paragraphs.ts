import { median, type Piece } from './piece.ts'
import { lineText, type Row } from './rows.ts'
import { areBold } from './tables.ts'

/** A line of text in its column. */
export type Line = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
  readonly isBold: boolean
  /** Whether it begins with a raised or lowered letter or number, as notes do. */
  readonly opensRaised: boolean
  /** How wide its first word is. */
  readonly firstWord: number
}

/** Lines that belong together. */
export type Paragraph = {
  readonly lines: readonly Line[]
  /** The mark of a list item: it is no part of the lines. */
  readonly mark: string | null
  readonly size: number
  readonly isBold: boolean
  /** Whether it is set in the middle of its column. */
  readonly isCentred: boolean
  /** Whether more space than between lines stands above it. */
  readonly isApart: boolean
  /** Whether its first line stands further in than the column. */
  readonly isIndented: boolean
  /** Whether its last line has no room for another word. */
  readonly isFull: boolean
}

const firstWordOf = (pieces: readonly Piece[]): number => {
  const [first] = pieces
  // A line that was recognised in a picture is one piece.
  const words = first?.text.indexOf(' ') ?? -1
  if (first !== undefined && words > 0) return ((first.right - first.left) * words) / first.text.length
  let right = first?.right ?? 0
  for (const [at, piece] of pieces.entries()) {
    if (at > 0 && piece.left - right > 0.13 * piece.size) break
    right = Math.max(right, piece.right)
  }
  return right - (first?.left ?? 0)
}

const lineOf = ({ pieces, base, size }: Row): Line => {
  const first = pieces[0]
  return {
    text: lineText(pieces),
    left: first?.left ?? 0,
    right: pieces.reduce((right, piece) => Math.max(right, piece.right), 0),
    base,
    size,
    isBold: areBold(pieces),
    opensRaised: first !== undefined && first.size < 0.87 * size && first.base < base - 0.15 * size,
    firstWord: firstWordOf(pieces),
  }
}

/** A mark of a list and what follows it. */
const bullet = /^([•‣◦▪■●○◆➢✓◻·□❑*–—-])\s+(?=\S)/u
const counted = /^(\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\[\d{1,3}\])\s+(?=\S)/iu

/** What ends a sentence, or brings a list. */
const ends = /[.!?:;…]["”’»)\]]*\d{0,3}$/u

/** Abbreviations and initials end a line as well. */
const initial = /(?:^|\s)\p{Lu}\.$/u

/**
 * @param text of a line
 * @returns whether a sentence ends with it
 */
export const endsSentence = (text: string): boolean => ends.test(text) && !initial.test(text)

/** The distance between lines of a paragraph: most others are of paragraphs. */
const leadingOf = (gaps: readonly number[], usual: number): number => {
  if (gaps.length < 6) return usual
  return [...gaps].sort((a, b) => a - b)[Math.floor(0.35 * gaps.length)] ?? usual
}

/**
 * @param columns of a document
 * @returns the usual distance between lines, in sizes of the font
 */
export const usualLeading = (columns: readonly (readonly Row[])[]): number => {
  const gaps = columns.flatMap((rows) =>
    rows.slice(1).flatMap((row, at) => {
      const before = rows[at] as Row
      const gap = (row.base - before.base) / row.size
      return Math.abs(row.size - before.size) < 0.3 && gap < 3 ? [gap] : []
    }),
  )
  return leadingOf(gaps, 1.2)
}

/** More than this, in distances of lines, is space between paragraphs. */
const apart = 1.22

type Column = {
  readonly isLine: boolean
  readonly left: number
  readonly right: number
  readonly leading: number
  readonly hangs: boolean
}

const isCentredIn = (line: Line, { left, right }: Column): boolean => {
  const [before, behind] = [line.left - left, right - line.right]
  return before > 0.04 * (right - left) && Math.abs(before - behind) < 0.03 * (right - left) + 2
}

/** Whether two lines of different lengths have one middle. */
const areCentred = (a: Line, b: Line): boolean =>
  Math.abs(a.left + a.right - b.left - b.right) < 0.4 * a.size && Math.abs(a.left - b.left) > 0.7 * a.size

/** Whether the first word of the next line would have stood in this one. */
const hasRoom = (line: Line, next: Line, { right }: Column): boolean =>
  right - line.right > next.firstWord + 0.6 * line.size

/** Whether lines of list items that hang, rather than first lines that stand in, make the left edge uneven. */
const hangs = (lines: readonly Line[], left: number): boolean => {
  const isIn = lines.map((line) => line.left - left > 0.7 * line.size && line.left - left < 6 * line.size)
  const inside = isIn.filter((value, at) => value && isIn[at - 1] === true).length
  const alone = isIn.filter((value, at) => value && isIn[at - 1] !== true && isIn[at + 1] !== true).length
  return inside > alone
}

const opensItem = (text: string): boolean => bullet.test(text) || counted.test(text)

/** Whether a line begins another paragraph than the one before it. */
const begins = (lines: readonly Line[], at: number, open: readonly Line[], column: Column): boolean => {
  const [before, line, next] = [lines[at - 1] as Line, lines[at] as Line, lines[at + 1]]
  const size = Math.max(before.size, line.size)
  if (Math.abs(before.size - line.size) > 0.08 * size) return true
  if (
    before.isBold !== line.isBold &&
    (before.isBold ? open.every(({ isBold }) => isBold) : true) &&
    !ends.test(before.text.slice(-1)) &&
    (hasRoom(before, line, column) || line.isBold)
  ) {
    if (before.isBold || (line.isBold && hasRoom(before, line, column))) return true
  }
  const gap = line.base - before.base
  if (gap > apart * column.leading * size || gap < -size) return true
  if (bullet.test(line.text) && !/^[–—-]/.test(line.text)) return true
  // The mark of a note.
  if (line.opensRaised) return true
  if (areCentred(before, line) || (isCentredIn(before, column) && isCentredIn(line, column))) return false
  const closes = endsSentence(before.text)
  const room = hasRoom(before, line, column)
  const step = line.left - before.left
  const isFirst = open.length === 1
  // Behind lines in the middle of the column, the text begins.
  if (Math.abs(step) > 0.7 * size && open.every((own) => isCentredIn(own, column) && !own.opensRaised)) return true
  if (opensItem(line.text) && (room || closes || Math.abs(step) > 0.7 * size)) return true
  if (step > 0.7 * size) {
    if (isFirst && (opensItem(before.text) || before.opensRaised)) return false
    if (column.hangs && isFirst) return room && closes
    const hangsOn = next !== undefined && Math.abs(next.left - line.left) < 0.3 * size
    return closes || room || !hangsOn
  }
  // Back to the left: of an item that hangs, or behind the first line of a paragraph.
  if (step < -0.7 * size && !isFirst) return true
  if (step < -0.7 * size && isFirst && column.hangs && closes && room) return true
  if (!room) return false
  const isWide = column.right - before.right > 0.3 * (column.right - column.left)
  return closes ? /^[\p{Lu}\p{N}“"„«([‘'•]/u.test(line.text) : isWide && /^[\p{Lu}\p{N}“„«]/u.test(line.text)
}

const paragraphOf = (lines: readonly Line[], isApart: boolean, column: Column): Paragraph => {
  const first = lines[0] as Line
  const last = lines.at(-1) as Line
  const found = bullet.exec(first.text) ?? counted.exec(first.text)
  const mark = found?.[1] ?? null
  const own = found === null ? lines : [{ ...first, text: first.text.slice(found[0].length) }, ...lines.slice(1)]
  return {
    lines: own,
    mark,
    size: median(lines.map(({ size }) => size)),
    isBold: lines.every(({ isBold }) => isBold),
    isCentred: lines.every((line) => isCentredIn(line, column)),
    isApart,
    isIndented: first.left - column.left > 0.7 * first.size,
    isFull: !column.isLine && column.right - last.right < 0.12 * (column.right - column.left),
  }
}

/**
 * @param rows of a stretch of a column, from above
 * @param bounds of the column
 * @param usual the distance between lines of the document, in sizes of the font
 * @returns its paragraphs
 */
export const paragraphsOf = (
  rows: readonly Row[],
  { left, right }: { readonly left: number; readonly right: number },
  usual: number,
): readonly Paragraph[] => {
  const lines = rows.map(lineOf)
  const gaps = lines.slice(1).flatMap((line, at) => {
    const before = lines[at] as Line
    const gap = (line.base - before.base) / line.size
    return Math.abs(line.size - before.size) < 0.3 && gap < 3 ? [gap] : []
  })
  const column: Column = {
    isLine: lines.length === 1,
    left,
    right,
    leading: leadingOf(gaps, usual),
    hangs: hangs(lines, left),
  }
  const paragraphs: Paragraph[] = []
  let open: Line[] = []
  let isApart = true
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (before !== undefined && begins(lines, at, open, column)) {
      paragraphs.push(paragraphOf(open, isApart, column))
      isApart = line.base - before.base > apart * column.leading * Math.max(before.size, line.size)
      open = []
    }
    open.push(line)
  }
  if (open.length > 0) paragraphs.push(paragraphOf(open, isApart, column))
  return paragraphs
}
