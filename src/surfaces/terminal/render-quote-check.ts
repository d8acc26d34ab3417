import type { CheckedQuote, Difference, QuoteCheck } from '../../domain/quote-check.ts'
import { count, type Page, quoteBlock } from './page.ts'
import { visibleLine } from './visible.ts'
import { indented, wrap } from './wrap.ts'

/** As `wdiff` marks words: `[-only in the source-]`, `{+only in what was written+}`; with the space that follows. */
const differenceShown = ({ kind, text }: Difference): string => {
  const space = /\s$/.test(text) ? ' ' : ''
  const words = visibleLine(text.trim())
  switch (kind) {
    case 'same':
      return words + space
    case 'missing':
      return `[-${words}-]${space}`
    case 'added':
      return `{+${words}+}${space}`
    case 'left-out':
      return `[…]${space}`
  }
}

/** What marks words as left out stands apart from those before. */
const differencesShown = (differences: readonly Difference[]): string =>
  differences.reduce((line, difference) => {
    const isApart = difference.kind === 'left-out' && /\S$/.test(line)
    return `${line}${isApart ? ' ' : ''}${differenceShown(difference)}`
  }, '')

const legend = 'Words in [-…-] stand in the source alone, words in {+…+} in the quotation alone.'

const linesOf = ({ verdict }: CheckedQuote, { width, paint }: Page): readonly string[] => {
  const differing = (heading: string, differences: readonly Difference[]): readonly string[] => [
    paint.warning(heading),
    indented(differencesShown(differences), width, '  '),
    paint.faint(indented(legend, width, '  ')),
  ]
  switch (verdict.kind) {
    case 'verbatim':
      return ['Word for word.']
    case 'nearly':
      return differing('Nearly: the source has other words.', verdict.differences)
    case 'altered':
      return differing(
        `Altered: a mark hides ${verdict.hidden.map((word) => `“${visibleLine(word)}”`).join(', ')}.`,
        verdict.differences,
      )
    case 'not-found':
      return [paint.warning('Not found: no source has these words, nor nearly these.')]
    case 'too-common':
      return [paint.faint('Not looked up: these words stand nearly everywhere.')]
  }
}

/** What became of each quotation of a text: where it stands, and where it differs. */
export const renderQuoteCheck = ({ quotes, left, searched }: QuoteCheck, page: Page): string => {
  const { width, paint } = page
  if (quotes.length === 0)
    return wrap('The text has nothing between quotation marks. Put what was quoted between “ and ”.', width).join('\n')
  const more = left === 0 ? '' : ` ${count(left, 'more quotation')} not checked.`
  let number = 0
  return [
    paint.faint(`${count(quotes.length, 'quotation')} checked against ${count(searched, 'source')}.${more}`),
    ...quotes.map((checked) =>
      [
        `\n${paint.heading(indented(`“${visibleLine(checked.written)}”`, width, ''))}`,
        ...linesOf(checked, page),
        ...('places' in checked.verdict ? checked.verdict.places : []).map((place) =>
          quoteBlock(`${++number}`, place, page),
        ),
      ].join('\n'),
    ),
  ].join('\n')
}
