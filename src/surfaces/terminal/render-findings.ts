import type { Findings } from '../../domain/finding.ts'
import { count, type Page, quoteBlock } from './page.ts'
import { visibleLine } from './visible.ts'
import { indented, wrap } from './wrap.ts'

/** What the library has on each statement of a text: its quotes whole, numbered from the first to the last. */
export const renderFindings = ({ statements, left, searched }: Findings, page: Page): string => {
  const { width, paint } = page
  if (statements.length === 0)
    return wrap(
      'No sentence of the text states anything to look up. To ask a question: quoth ask QUESTION.',
      width,
    ).join('\n')
  const more = left === 0 ? '' : ` ${count(left, 'more statement')} not looked up.`
  let number = 0
  return [
    paint.faint(`${count(statements.length, 'statement')} looked up in ${count(searched, 'source')}.${more}`),
    ...statements.map(({ statement, quotes, isWeak }) =>
      [
        `\n${paint.heading(indented(visibleLine(statement), width, ''))}`,
        ...(quotes.length === 0 ? [paint.warning('Nothing in the library is near enough to quote.')] : []),
        ...(isWeak ? [paint.warning('The match is weak: the words may be beside it.')] : []),
        ...quotes.map((quote) => quoteBlock(`${++number}`, quote, page)),
      ].join('\n'),
    ),
  ].join('\n')
}
