import { plural } from '../../../domain/message.ts'
import { wordsBetween } from '../../../domain/quote.ts'
import { maxSentences, type Summary } from '../../../domain/summary.ts'
import type { Translator } from '../../../i18n/say.ts'
import { accents, smallPrint, type View } from '../message/view.ts'
import type { Frame } from './buttons.ts'
import { buttonRow, copyOffer, shareOffers } from './buttons.ts'
import { quoteItem, recordShown, titleOf } from './quote-item.ts'

/** Who wrote the source, for whom and when: shown once, since every sentence is from it. */
const recordLine = ({ sentences: [first] }: Summary, frame: Frame): readonly string[] => {
  const record = first === undefined ? '' : recordShown(first.citation, frame.t)
  // A line that begins with a German date, `14. März`, would be an item of a list.
  return record === '' ? [] : [smallPrint(record.replace(/^(\d+)\. /, '$1\\. '), frame)]
}

const countOf = ({ sentences: { length }, of }: Summary, t: Translator): string => {
  if (length === 0) return t`This source has no sentences that can be quoted.`
  return plural(of, t`Its only sentence, unchanged`, t`${length} of ${of} sentences, unchanged, in document order`)
}

/** The chosen sentences in the order of the source, with a mark wherever text was left out between two of them. */
export const summaryView = (summary: Summary, frame: Frame): View => {
  const { t } = frame
  const { sentences, of } = summary
  const longer = { action: 'longer', label: t`Longer` } as const
  const shorter = { action: 'shorter', label: t`Shorter` } as const
  return {
    accent: accents.summary,
    heading: t`Summary: ${titleOf(summary, t)}`,
    intro: [...recordLine(summary, frame), smallPrint(countOf(summary, t), frame)],
    items: sentences.map(({ quote, citation }, index) => {
      const before = sentences[index - 1]?.quote
      const afterGap = before !== undefined && wordsBetween(before, quote)
      return quoteItem(quote, citation, { number: index + 1, afterGap, cites: 'location' }, frame)
    }),
    noun: 'sentence',
    layout: 'paragraphs',
    closing: [],
    controls: buttonRow(frame, [
      ...(sentences.length < Math.min(maxSentences, of) ? [longer] : []),
      ...(sentences.length > 1 ? [shorter] : []),
      ...(sentences.length > 0 ? [copyOffer(frame), ...shareOffers(frame)] : []),
    ]),
  }
}
