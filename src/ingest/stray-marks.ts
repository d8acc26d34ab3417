import type { Span } from '../domain/span.ts'

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
 * Quotation marks of pre-tokenised text that stand apart and have no partner in their line: the closing mark of the
 * line before, moved to the start of this one, or one that never closes. Who they quote cannot be told from the line.
 */
export const strayMarks = (line: string): readonly Span[] => {
  for (const mark of ['"', "'"]) {
    const count = marksApart(line, mark)
    if (count % 2 === 0) continue
    const doubled = isMark(line, 0, mark) && isMark(line, 2, mark)
    if (isMark(line, 0, mark) && (count === 1 || doubled)) return [{ start: 0, end: 1 }]
    if (count === 1 && isMark(line, line.length - 1, mark)) return [{ start: line.length - 1, end: line.length }]
  }
  return []
}
