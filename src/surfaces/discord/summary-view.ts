import type { Summary } from '../../domain/summary.ts'
import { titleOf } from './citation-line.ts'
import { quoteItem, wordsBetween } from './quote-item.ts'
import { accents, counted, type View } from './view.ts'

/** The chosen sentences in the order of the source, with a mark wherever words were left out between two of them. */
export const summaryView = (summary: Summary): View => ({
  accent: accents.summary,
  heading: `Summary: ${titleOf(summary)}`,
  intro: [
    `-# ${summary.sentences.length} of ${counted(summary.of, ['sentence', 'sentences'])}, unchanged, in the order of the source`,
  ],
  items: summary.sentences.map(({ quote, citation }, index) => {
    const before = summary.sentences[index - 1]?.quote
    return quoteItem(quote, citation, {
      number: index + 1,
      afterGap: before !== undefined && wordsBetween(before, quote),
    })
  }),
  noun: ['sentence', 'sentences'],
  layout: 'rows',
  closing: [],
})
