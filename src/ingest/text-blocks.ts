import type { Span } from '../domain/span.ts'
import { type Block, joinPieces } from './block.ts'
import { standsAlone } from './furniture.ts'
import { type Line, linesOf } from './lines.ts'
import { strayMarks } from './stray-marks.ts'
import { goesOn, wrapWidth } from './wrapping.ts'

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

/** The blocks of plain text: its lines, with the lines of a wrapped paragraph joined. */
export const textBlocks = (text: string): readonly Block[] => {
  const lines = linesOf(text)
  const width = wrapWidth(lines)
  const groups: [Line, ...Line[]][] = []
  const alone = standsAlone(lines)
  for (const line of lines) {
    const group = groups.at(-1)
    const previous = group?.at(-1)
    const joins = width !== null && group && previous && !alone.has(previous) && !alone.has(line)
    if (joins && goesOn(group[0], previous, line, width)) group.push(line)
    else groups.push([line])
  }
  return groups.map((group) => blockOf(text, group))
}
