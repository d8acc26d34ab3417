import { andList, inMarks, plural } from '../../../domain/message.ts'
import { type CheckedQuote, type Difference, differenceRead, type QuoteCheck } from '../../../domain/quote-check.ts'
import type { Translator } from '../../../i18n/say.ts'
import { headOf } from '../message/budget.ts'
import { neutraliseLine, oneLine } from '../message/neutralise.ts'
import { accents, type Item, row, smallPrint, type View } from '../message/view.ts'
import type { Frame } from './buttons.ts'
import { buttonRow, copyOffer, shareOffers } from './buttons.ts'
import { quoteItem } from './quote-item.ts'

/** Characters shown in one piece of words that are the same, and of words that differ. */
const maxShown = { same: 120, changed: 200 }
/** Characters shown in all; a quotation with more differences is better read beside its source. */
const maxLine = 600

/** The beginning and the end of a long stretch without a difference. */
const shortenedInside = (text: string): string =>
  text.length <= maxShown.same ? text : `${headOf(text, 50)} … ${text.slice(-50).replace(/^\S*\s/, '')}`

const shown = (difference: Difference): string => {
  const { kind } = difference
  const text = differenceRead(difference)
  const space = /\s$/.test(text) ? ' ' : ''
  switch (kind) {
    case 'same':
      return neutraliseLine(shortenedInside(oneLine(text, text.length)), maxShown.same * 2) + space
    case 'missing':
      return `**${neutraliseLine(text, maxShown.changed)}**${space}`
    case 'added':
      return `~~${neutraliseLine(text, maxShown.changed)}~~${space}`
    case 'left-out':
      return `\\[…]${space}`
  }
}

/**
 * The differences as a line of Discord markdown: bold is what only the source has, struck through what only the
 * quotation has. A long stretch without a difference is cut inside with `…`, and so is the end after many
 * differences.
 */
const differencesShown = (differences: readonly Difference[]): string => {
  let line = ''
  for (const difference of differences) {
    // Replaced words and marks of omission need a space before them.
    const isApart = difference.kind === 'added' || difference.kind === 'left-out'
    const apart = isApart && /\S$/.test(line) ? ' ' : ''
    const longer = `${line}${apart}${shown(difference)}`
    if (longer.length > maxLine) return `${line.trimEnd()} …`
    line = longer
  }
  return line.trimEnd()
}

/** Characters shown of a quotation as it was written: its reader has the message. */
const maxWritten = 160

const emptyView = ({ t }: Frame): View => ({
  accent: accents.notFound,
  heading: t`No quotations to check`,
  intro: [
    t`The text has nothing in quotation marks. Put the quoted words between “ and ”, or in a block quote with > before each line.`,
  ],
  items: [],
  noun: 'part',
  layout: 'separated',
  closing: [],
})

const verdictShown = ({ verdict }: CheckedQuote, t: Translator): string => {
  switch (verdict.kind) {
    case 'verbatim':
      return t`Word for word`
    case 'nearly':
      return t`Almost: the source has different words`
    case 'altered': {
      const hidden = verdict.hidden.map((word) => neutraliseLine(word, maxWritten))
      return t`Altered: an omission hides ${andList(inMarks(hidden))}`
    }
    case 'not-found':
      return t`Not found`
    case 'too-common':
      return t`Not looked up`
  }
}

/** Why a quotation was not found. */
const reasonShown = ({ verdict }: CheckedQuote, t: Translator): string =>
  verdict.kind === 'too-common'
    ? t`These words appear almost everywhere.`
    : t`No source has these words or anything close.`

/** A quotation with the quotes that have it, of which the first is the `from`-th of the reply. */
const itemsOf = (checked: CheckedQuote, from: number, frame: Frame): readonly Item[] => {
  const { t } = frame
  const { written, verdict } = checked
  const label = `**${verdictShown(checked, t)}:** ${t`“${neutraliseLine(written, maxWritten)}”`}`
  const plain = `${verdictShown(checked, t)}: ${t`“${oneLine(written, maxWritten)}”`}`
  if (!('places' in verdict)) {
    const reason = reasonShown(checked, t)
    return [row(`${label}\n${reason}`, `${plain}\n${reason}`)]
  }
  const differences = 'differences' in verdict ? [differencesShown(verdict.differences)] : []
  return verdict.places.map(({ quote, citation }, at) => {
    const index = from + at
    const above = at === 0 ? [label, ...differences].join('\n') : t`Also here:`
    const item = quoteItem(quote, citation, { number: index + 1, label: above, index }, frame)
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

/** The quotations of a text, each with where it was found and where it differs. */
export const quoteCheckView = (check: QuoteCheck, frame: Frame): View => {
  const { t } = frame
  const { quotes } = check
  if (quotes.length === 0) return emptyView(frame)
  let given = 0
  const items = quotes.flatMap((checked) => {
    const listed = itemsOf(checked, given, frame)
    given += 'places' in checked.verdict ? checked.verdict.places.length : 0
    return listed
  })
  const differs = quotes.some(({ verdict }) => 'differences' in verdict)
  return {
    accent: given > 0 ? accents.answer : accents.notFound,
    heading: t`Quotations checked`,
    intro: [smallPrint(countOf(check, t), frame), ...leftLine(check, frame)],
    items,
    noun: 'part',
    layout: 'separated',
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
