import type { Difference } from '../../../domain/quote-check.ts'
import { headOf } from '../messages/cut.ts'
import { neutraliseLine, oneLine } from '../messages/neutralise.ts'

/** Words that are the same, and words that differ, as far as they are shown in one piece. */
const longest = { same: 120, changed: 200 }
/** Characters that are shown together; a quotation with more differences is better read beside its source. */
const longestLine = 600

/** The beginning and the end of words that go on for long without a difference. */
const shortenedInside = (text: string): string =>
  text.length <= longest.same ? text : `${headOf(text, 50)} … ${text.slice(-50).replace(/^\S*\s/, '')}`

const shown = ({ kind, text }: Difference): string => {
  const space = /\s$/.test(text) ? ' ' : ''
  switch (kind) {
    case 'same':
      return neutraliseLine(shortenedInside(oneLine(text, text.length)), longest.same * 2) + space
    case 'missing':
      return `**${neutraliseLine(text, longest.changed)}**${space}`
    case 'added':
      return `~~${neutraliseLine(text, longest.changed)}~~${space}`
    case 'left-out':
      return `\\[…]${space}`
  }
}

/**
 * Where words differ, in a line of Discord markdown: bold what the source has alone, struck through what was written alone.
 * Words without a difference are cut inside with `…`, and so is the end after many differences: the quote has them all.
 */
export const differencesShown = (differences: readonly Difference[]): string => {
  let line = ''
  for (const difference of differences) {
    // What stands in the place of words, or marks them as left out, stands apart from those before.
    const isApart = difference.kind === 'added' || difference.kind === 'left-out'
    const apart = isApart && /\S$/.test(line) ? ' ' : ''
    const longer = `${line}${apart}${shown(difference)}`
    if (longer.length > longestLine) return `${line.trimEnd()} …`
    line = longer
  }
  return line.trimEnd()
}
