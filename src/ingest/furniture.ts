import { boilerplateRule } from './boilerplate.ts'
import type { Line } from './lines.ts'
import { readMasthead } from './masthead.ts'
import { looksLikeMenu } from './menu.ts'
import { endsSentence } from './prose.ts'

const opensSmall = (line: Line | undefined): boolean => line?.gap === 0 && /^\p{Ll}/u.test(line.text)

/**
 * The lines in the first and the last block of a text (blank lines divide blocks) that are a page's own by themselves:
 * they are not joined to their neighbours, however full they are. One in the middle of a sentence is none.
 */
export const standsAlone = (lines: readonly Line[]): ReadonlySet<Line> => {
  const alone = new Set<Line>()
  const firstBlank = lines.findIndex(({ gap }, at) => at > 0 && gap > 0)
  const lastBlank = lines.findLastIndex(({ gap }) => gap > 0)
  for (const [at, line] of lines.entries()) {
    if (at >= firstBlank && firstBlank !== -1 && at < lastBlank) continue
    const before = line.gap > 0 ? undefined : lines[at - 1]
    const follows = before === undefined || alone.has(before) || endsSentence(before.text)
    const top = at < firstBlank && (looksLikeMenu(line.text) || readMasthead(line.text) !== null)
    const entry = follows && !opensSmall(lines[at + 1]) && boilerplateRule(line.text) !== null
    if (top || entry) alone.add(line)
  }
  return alone
}
