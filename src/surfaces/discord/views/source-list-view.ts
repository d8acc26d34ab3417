import type { Refusal } from '../../../domain/reply.ts'
import { inEnglish } from '../../../domain/said.ts'
import type { SourceCard } from '../../../domain/source-card.ts'
import { neutraliseLine } from '../messages/neutralise.ts'
import { missingShown, sizeShown } from './card-facts.ts'
import { authorsShown, dateShown, idShown, titleOf } from './citation-shown.ts'
import { accents, counted, type Item, row, type View } from './view.ts'

const cardRow = (card: SourceCard): Item => {
  const { record, id } = card
  const missing = missingShown(card)
  const known = [
    authorsShown(record.author),
    record.publisher ?? '',
    record.issued === null ? '' : dateShown(record.issued),
    sizeShown(card),
    missing === '' ? '' : `not stated: ${missing}`,
  ].filter((part) => part !== '')
  return row(
    `**${neutraliseLine(titleOf(card), 120)}**\n-# ${neutraliseLine(known.join(' · '), 200)} · ${idShown(id)}`,
    `${titleOf(card)}\n${known.join(' · ')}\n${id}`,
  )
}

const refusalRow = ({ path, reason }: Refusal): Item =>
  row(`Not read: ${neutraliseLine(path, 100)} · ${neutraliseLine(inEnglish(reason), 200)}`, `Not read: ${path} · ${inEnglish(reason)}`)

/** Rows of each kind: a person reads fewer, and those of a library of a hundred thousand would hold the bot up for seconds. */
const mostRows = 2000

/** `2,000 of 100,000 sources are listed…` where that is so. */
const heldBack = (count: number, noun: View['noun']): readonly string[] =>
  count <= mostRows
    ? []
    : [`-# ${mostRows.toLocaleString('en')} of ${counted(count, noun)} are listed. Quoth's terminal lists all of them.`]

/** The sources of the library, then the documents that did not become one. */
export const sourceListView = (cards: readonly SourceCard[], refusals: readonly Refusal[]): View => ({
  accent: accents.plain,
  heading: `${counted(cards.length, ['source', 'sources'])} in the library`,
  intro:
    cards.length === 0 ? ['There is nothing to quote from yet: put .txt or .md files into the library folder.'] : [],
  items: [...cards.slice(0, mostRows).map(cardRow), ...refusals.slice(0, mostRows).map(refusalRow)],
  noun: ['line', 'lines'],
  layout: 'paragraphs',
  closing: [
    ...heldBack(cards.length, ['source', 'sources']),
    ...heldBack(refusals.length, ['document that was not read', 'documents that were not read']),
  ],
})
