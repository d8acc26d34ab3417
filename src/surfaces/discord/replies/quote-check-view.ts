import { andList, inMarks, plural } from '../../../domain/message.ts'
import type { CheckedQuote, Difference, QuoteCheck } from '../../../domain/quote-check.ts'
import type { Translator } from '../../../i18n/say.ts'
import { headOf } from '../message/budget.ts'
import { neutraliseLine, oneLine } from '../message/neutralise.ts'
import { accents, type Item, row, smallPrint, type View } from '../message/view.ts'
import type { Frame } from './buttons.ts'
import { buttonRow, copyOffer, shareOffers } from './buttons.ts'
import { quoteItem } from './quote-item.ts'

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
const differencesShown = (differences: readonly Difference[]): string => {
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

/** What is shown of a quotation as it was written: its reader has the message. */
const longestWritten = 160

const emptyView = ({ t }: Frame): View => ({
  accent: accents.notFound,
  heading: t`No quotations to check`,
  intro: [
    t`The text has nothing in quotation marks. Put the quoted words between “ and ”, or in a block quote with > before each line.`,
  ],
  items: [],
  noun: 'part',
  layout: 'cards',
  closing: [],
})

const verdictShown = ({ verdict }: CheckedQuote, t: Translator): string => {
  switch (verdict.kind) {
    case 'verbatim':
      return t`Word for word`
    case 'nearly':
      return t`Almost: the source has different words`
    case 'altered':
      return t`Altered: an omission hides ${andList(inMarks(verdict.hidden.map((word) => neutraliseLine(word, longestWritten))))}`
    case 'not-found':
      return t`Not found`
    case 'too-common':
      return t`Not looked up`
  }
}

/** What to know of a quotation that has no place. */
const reasonShown = ({ verdict }: CheckedQuote, t: Translator): string =>
  verdict.kind === 'too-common'
    ? t`These words appear almost everywhere.`
    : t`No source has these words or anything close.`

/** A quotation with its places, of which the first is the `from`-th of the reply. */
const itemsOf = (checked: CheckedQuote, from: number, frame: Frame): readonly Item[] => {
  const { t } = frame
  const { written, verdict } = checked
  const label = `**${verdictShown(checked, t)}:** ${t`“${neutraliseLine(written, longestWritten)}”`}`
  const plain = `${verdictShown(checked, t)}: ${t`“${oneLine(written, longestWritten)}”`}`
  if (!('places' in verdict)) {
    const reason = reasonShown(checked, t)
    return [row(`${label}\n${reason}`, `${plain}\n${reason}`)]
  }
  const differences = 'differences' in verdict ? [differencesShown(verdict.differences)] : []
  return verdict.places.map(({ quote, citation }, at) => {
    const place = from + at
    const above = at === 0 ? [label, ...differences].join('\n') : t`Also here:`
    const item = quoteItem(quote, citation, { number: place + 1, label: above, place }, frame)
    return { ...item, plain: `${at === 0 ? plain : above}\n\n${item.plain}` }
  })
}

const countOf = ({ quotes, searched }: QuoteCheck, t: Translator): string => {
  if (searched === 0) return t`There are no sources to search.`
  const found = quotes.filter(({ verdict }) => verdict.kind === 'verbatim').length
  return t`Word for word: ${found} of ${quotes.length} · sources searched: ${searched}`
}

const leftLine = ({ left }: QuoteCheck, frame: Frame): readonly string[] => {
  if (left === 0) return []
  const { t } = frame
  return [
    smallPrint(plural(left, t`1 more quotation was not checked.`, t`${left} more quotations were not checked.`), frame),
  ]
}

/** The quotations of a text, each with where it stands and where it differs. */
export const quoteCheckView = (check: QuoteCheck, frame: Frame): View => {
  const { t } = frame
  const { quotes } = check
  if (quotes.length === 0) return emptyView(frame)
  let given = 0
  const items = quotes.flatMap((checked) => {
    const own = itemsOf(checked, given, frame)
    given += 'places' in checked.verdict ? checked.verdict.places.length : 0
    return own
  })
  const differs = quotes.some(({ verdict }) => 'differences' in verdict)
  return {
    accent: given > 0 ? accents.answer : accents.notFound,
    heading: t`Quotations checked`,
    intro: [smallPrint(countOf(check, t), frame), ...leftLine(check, frame)],
    items,
    noun: 'part',
    layout: 'cards',
    closing: differs
      ? [
          smallPrint(
            t`**Bold**: only in the source. ~~Struck through~~: only in the quotation. […]: marked as left out.`,
            frame,
          ),
        ]
      : [],
    controls: given > 0 ? buttonRow(frame, [copyOffer(frame), ...shareOffers(frame)]) : [],
  }
}
