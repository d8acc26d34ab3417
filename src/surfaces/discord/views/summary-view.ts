import type { Summary } from '../../../domain/summary.ts'
import { recordShown, titleOf } from './citation-shown.ts'
import { quoteItem, wordsBetween } from './quote-item.ts'
import { accents, counted, type View } from './view.ts'

/** Who wrote the source, for whom and when: said once, since every sentence is from it. */
const recordLine = ({ sentences: [first] }: Summary): readonly string[] => {
  const record = first === undefined ? '' : recordShown(first.citation)
  return record === '' ? [] : [`-# ${record}`]
}

/** The chosen sentences in the order of the source, with a mark wherever words were left out between two of them. */
export const summaryView = (summary: Summary): View => ({
  accent: accents.summary,
  heading: `Summary: ${titleOf(summary)}`,
  intro: [
    ...recordLine(summary),
    `-# ${summary.sentences.length} of ${counted(summary.of, ['sentence', 'sentences'])}, unchanged, in the order of the source`,
  ],
  items: summary.sentences.map(({ quote, citation }, index) => {
    const before = summary.sentences[index - 1]?.quote
    const afterGap = before !== undefined && wordsBetween(before, quote)
    return quoteItem(quote, citation, { number: index + 1, afterGap, cites: 'place' })
  }),
  noun: ['sentence', 'sentences'],
  layout: 'paragraphs',
  closing: [],
})
