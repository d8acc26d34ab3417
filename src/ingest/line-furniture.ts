import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'
import { markupRule } from './boilerplate.ts'
import { columnLines } from './columns.ts'
import { contentsIn } from './contents.ts'
import { wordCount } from './line-kinds.ts'
import type { Line } from './lines.ts'
import { pageFurniture } from './page-furniture.ts'

/** The share of a text's words in columns side by side from which on it cannot be read. */
const maxInColumns = 0.5

const wordsIn = (lines: Iterable<Line>): number => {
  let words = 0
  for (const { text } of lines) words += wordCount(text)
  return words
}

/** Lines of a picture's description that is longer than a line. */
const maxPicture = 8

/** Lines that are no text on their own, and descriptions of pictures that are left out, over several lines. */
const markupIn = (lines: readonly Line[]): ReadonlyMap<Line, string> => {
  const found = new Map<Line, string>()
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line
    const rule = markupRule(line.text)
    if (rule) found.set(line, rule)
    if (rule || !/^\[\p{L}[^\]]*$/u.test(line.text)) continue
    const rest = lines.slice(at, at + maxPicture)
    const end = rest.findIndex(({ text }) => text.includes(']'))
    const whole = rest.slice(0, end + 1)
    if (end < 1 || markupRule(whole.map(({ text }) => text).join(' ')) !== 'picture') continue
    for (const each of whole) found.set(each, 'picture')
    at += end
  }
  return found
}

/**
 * Finds the lines that belong to the pages of a text, or to its file, and not to the text itself.
 * @param lines of a text
 * @returns them, with the rule that found each
 * @throws QuothError `bad-document` if most of the text stands in columns side by side
 */
export const lineFurniture = (lines: readonly Line[]): ReadonlyMap<Line, string> => {
  const columns = columnLines(lines)
  if (columns.size > 0 && wordsIn(columns) > wordsIn(lines) * maxInColumns)
    throw new QuothError(
      'bad-document',
      msg`Its text stands in columns side by side, so each line runs across all of them. Save it with one column below the other and add that instead.`,
    )
  const rules = new Map<Line, string>()
  for (const line of columns) rules.set(line, 'columns')
  for (const line of contentsIn(lines)) rules.set(line, 'contents')
  for (const [line, rule] of markupIn(lines)) rules.set(line, rule)
  const rest = lines.filter((line) => !rules.has(line))
  for (const [line, rule] of pageFurniture(rest)) rules.set(line, rule)
  return rules
}
