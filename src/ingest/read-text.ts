import { msg } from '../domain/message.ts'
import type { Run } from '../domain/source.ts'
import { overlaps, placeBehind } from '../domain/span.ts'
import { without } from './assemble.ts'
import { withHost } from './host.ts'
import { interpret, type Mail } from './interpret.ts'
import type { Reading } from './reading.ts'
import { textLayout } from './text-blocks.ts'

/** What is left of a run besides the furniture that stands within it, such as a page's head in a long title. */
export const besides = (furniture: readonly Run[], run: Run, text: string): readonly Run[] => {
  const within = furniture
    .slice(placeBehind(furniture, run.start), placeBehind(furniture, run.end - 1) + 1)
    .filter((each) => overlaps(each, run))
  return within.length === 0 ? [run] : without(text, run, within).map((span) => ({ ...run, ...span }))
}

/**
 * Reads plain text.
 * @param text the canonical text, or blanks in place of what was read otherwise
 * @param title stated elsewhere; null if it is to be looked for
 * @param mail whether it is surely an email
 * @returns its runs, paragraphs and record
 */
export const readText = (text: string, title: string | null, mail?: Mail): Reading => {
  const { blocks, furniture } = textLayout(text)
  const reading = interpret(text, blocks, title, mail)
  const inColumns = furniture.some(({ rule }) => rule === 'columns')
  return {
    ...reading,
    record: withHost(reading.record),
    runs: [...reading.runs.flatMap((run) => besides(furniture, run, text)), ...furniture],
    warnings: inColumns ? [msg`Some of its text stands in columns side by side, and is left out.`] : [],
  }
}
