import type { Findings, StatementFound } from '../../../domain/finding.ts'
import { plural } from '../../../domain/message.ts'
import type { Translator } from '../../../i18n/say.ts'
import { neutraliseLine, oneLine } from '../message/neutralise.ts'
import { accents, type Item, row, smallPrint, type View } from '../message/view.ts'
import type { Frame } from './buttons.ts'
import { buttonRow, copyOffer, shareOffers } from './buttons.ts'
import { quoteItem } from './quote-item.ts'

/** Characters shown of a statement: its reader has the message. */
const maxStatement = 200

const emptyView = ({ t }: Frame): View => ({
  accent: accents.notFound,
  heading: t`No statements to look up`,
  intro: [
    t`The text makes no statements: questions, greetings, links and commands are skipped. To ask a question, use /ask.`,
  ],
  items: [],
  noun: 'part',
  layout: 'separated',
  closing: [],
})

const lookedUp = ({ statements, searched }: Findings, t: Translator): string => {
  if (searched === 0) return t`There are no sources to search.`
  return t`Statements looked up: ${statements.length} · sources searched: ${searched}`
}

const leftLine = ({ left }: Findings, frame: Frame): readonly string[] => {
  if (left === 0) return []
  const { t } = frame
  const line = plural(left, t`1 more statement was not looked up.`, t`${left} more statements were not looked up.`)
  return [smallPrint(line, frame)]
}

/** A statement with its quotes, of which the first is the `from`-th of the reply. */
const itemsOf = ({ statement, quotes, isWeak }: StatementFound, from: number, frame: Frame): readonly Item[] => {
  const weak = isWeak ? `\n${smallPrint(frame.t`Weak match: this may be beside the point.`, frame)}` : ''
  const label = `**${neutraliseLine(statement, maxStatement)}**${weak}`
  const plain = oneLine(statement, maxStatement)
  if (quotes.length === 0) {
    const nothing = frame.t`Nothing in the library is close enough to quote.`
    return [row(`${label}\n${nothing}`, `${plain}\n${nothing}`)]
  }
  return quotes.map(({ quote, citation }, at) => {
    const index = from + at
    const item = quoteItem(quote, citation, { number: index + 1, label: at === 0 ? label : '', index }, frame)
    return at === 0 ? { ...item, plain: `${plain}\n\n${item.plain}` } : item
  })
}

/** The statements of a text, each with what the library has on it. */
export const findingsView = (findings: Findings, frame: Frame): View => {
  const { t } = frame
  const { statements } = findings
  if (statements.length === 0) return emptyView(frame)
  let given = 0
  const items = statements.flatMap((found) => {
    const listed = itemsOf(found, given, frame)
    given += found.quotes.length
    return listed
  })
  return {
    accent: given > 0 ? accents.answer : accents.notFound,
    heading: given > 0 ? t`What the sources say about it` : t`I could not find that in the library`,
    intro: [
      smallPrint(lookedUp(findings, t), frame),
      ...leftLine(findings, frame),
      ...(given > 0 ? [smallPrint(t`A quote may support a statement or contradict it: please compare.`, frame)] : []),
    ],
    items,
    noun: 'part',
    layout: 'separated',
    closing: [],
    controls: given > 0 ? buttonRow(frame, [copyOffer(frame), ...shareOffers(frame)]) : [],
  }
}
