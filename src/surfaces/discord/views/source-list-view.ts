import { isAbsolute } from 'node:path'
import type { Refusal, SourceList } from '../../../domain/reply.ts'
import type { SourceCard } from '../../../domain/source-card.ts'
import type { Say } from '../../../wording/say.ts'
import { smallPrint } from '../messages/manner.ts'
import { neutraliseLine } from '../messages/neutralise.ts'
import { accents, type Item, row, type View } from '../messages/view.ts'
import { buttonRow, type Offer } from './buttons.ts'
import { missingShown, sizeShown } from './card-facts.ts'
import { authorsShown, dateShown, sourceIdShown, titleOf } from './citation-shown.ts'
import type { Frame } from './frame.ts'
import { sourceMenu } from './source-menu.ts'

/** Sources on a page. */
export const pageSize = 10

const cardRow = (card: SourceCard, frame: Frame): Item => {
  const { say, style } = frame
  const { id } = card
  const title = titleOf(card, say)
  const missing = missingShown(card, say)
  const record = [
    authorsShown(card.record.author, say),
    card.record.publisher ?? '',
    card.record.issued === null ? '' : dateShown(card.record.issued, say),
  ]
  const text = [sizeShown(card, say), missing === '' ? '' : say`not stated: ${missing}`]
  const known = [...record, ...text].filter((part) => part !== '').join(' · ')
  // A plain message has room for ten sources when it leaves the size to the card of each.
  const shown = style === 'plain' ? record.filter((part) => part !== '').join(' · ') : known
  const [longestTitle, longestRest] = style === 'plain' ? [80, 80] : [120, 200]
  const rest = [neutraliseLine(shown, longestRest), sourceIdShown(id)].filter((part) => part !== '').join(' · ')
  return row(`**${neutraliseLine(title, longestTitle)}**\n${smallPrint(rest, frame)}`, `${title}\n${known}\n${id}`)
}

/** Where the library stands on its host's disk is nobody's business here. */
const refusalRow = ({ path, reason }: Refusal, say: Say): Item => {
  const name = isAbsolute(path) ? say`the library folder` : path
  return row(
    say`Not read: ${neutraliseLine(name, 100)} · ${neutraliseLine(say.of(reason), 200)}`,
    say`Not read: ${name} · ${say.of(reason)}`,
  )
}

/** Documents that were not read, of which a host with the wrong folder may have a hundred thousand: a person reads fewer. */
const mostRefusals = 2000

const headingOf = (of: number, say: Say): string =>
  of === 1 ? say`1 source in the library` : say`${of} sources in the library`

const introOf = ({ cards, of }: SourceList, page: number, pages: number, frame: Frame): readonly string[] => {
  const { say } = frame
  if (of === 0) return [say`There is nothing to quote from yet: put .txt or .md files into the library folder.`]
  if (cards.length === 0) return [say`There is no page ${page}: the last one is ${pages}.`]
  return pages === 1 ? [] : [smallPrint(say`Page ${page} of ${pages}`, frame)]
}

/** A page of the sources of the library; on the last one, the documents that did not become one as well. */
export const sourceListView = (list: SourceList, frame: Frame): View => {
  const { say } = frame
  const { cards, from, of, refusals } = list
  const page = Math.floor(from / pageSize) + 1
  const pages = Math.max(1, Math.ceil(of / pageSize))
  const shown = cards.slice(0, pageSize)
  const isLast = page <= pages && from + shown.length >= of
  const ways: readonly Offer[] = [
    ...(page > 1 ? [{ deed: 'go', label: say`← Earlier`, n: Math.min(page - 1, pages) } as const] : []),
    ...(page < pages ? [{ deed: 'go', label: say`Later →`, n: page + 1 } as const] : []),
  ]
  return {
    accent: accents.plain,
    heading: headingOf(of, say),
    intro: introOf(list, page, pages, frame),
    items: [
      ...shown.map((card) => cardRow(card, frame)),
      ...(isLast ? refusals.slice(0, mostRefusals).map((refusal) => refusalRow(refusal, say)) : []),
    ],
    noun: 'line',
    layout: 'paragraphs',
    closing:
      isLast && refusals.length > mostRefusals
        ? [
            smallPrint(
              say`${mostRefusals} of ${refusals.length} documents that were not read are listed. Quoth's terminal lists all of them.`,
              frame,
            ),
          ]
        : [],
    controls: [
      ...sourceMenu(
        shown.map((card) => ({ ...card, publisher: card.record.publisher })),
        frame,
      ),
      ...buttonRow(frame, ways),
    ],
  }
}
