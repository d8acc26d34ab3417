import { isAbsolute } from 'node:path'
import { missingFields, nameShown, type RecordField } from '../../../domain/bibliography.ts'
import { languageName } from '../../../domain/language-name.ts'
import { andList, plural } from '../../../domain/message.ts'
import type { Relative } from '../../../domain/relative.ts'
import type { Refusal, ReplyOf, SourceList } from '../../../domain/reply.ts'
import type { Run, Source, SourceId } from '../../../domain/source.ts'
import type { SourceCard } from '../../../domain/source-card.ts'
import { ruleMessage } from '../../../i18n/rule-message.ts'
import type { Translator } from '../../../i18n/say.ts'
import { limits } from '../message/budget.ts'
import { blockQuote, neutraliseLine, oneLine } from '../message/neutralise.ts'
import { accents, type Control, type Item, row, smallPrint, type View } from '../message/view.ts'
import type { Frame } from './buttons.ts'
import { buttonRow, type Offer } from './buttons.ts'
import { authorsShown, dateShown, sourceIdShown, titleOf } from './quote-item.ts'
import { namesApart, sentName } from './source-names.ts'

/** How large a source is: `12 paragraphs, 40 sentences, 800 words`. */
const sizeShown = ({ paragraphs, sentences, words }: SourceCard, t: Translator): string =>
  [
    plural(paragraphs, t`1 paragraph`, t`${paragraphs} paragraphs`),
    plural(sentences, t`1 sentence`, t`${sentences} sentences`),
    plural(words, t`1 word`, t`${words} words`),
  ].join(', ')

const fieldShown = (field: RecordField, t: Translator): string => {
  switch (field) {
    case 'title':
      return t`title`
    case 'author':
      return t`author`
    case 'publisher':
      return t`publisher`
    case 'issued':
      return t`date`
  }
}

/** The fields that are missing from a source's record, in readers' words; empty when none is. */
const missingShown = ({ record }: SourceCard, t: Translator): string =>
  missingFields(record)
    .map((field) => fieldShown(field, t))
    .join(', ')

const maxWarnings = 3
/** Parts that were left out of a text; a long document may have tens of thousands. */
const maxParts = 2000

const field = (label: string, value: string | null, maxLength = 150): readonly string[] =>
  value === null || value === '' ? [] : [`**${label}** ${neutraliseLine(value, maxLength)}`]

/** Of plain text its encoding, of other formats what read it. */
const fileShown = ({ origin: { path, bytes, encoding, reader } }: Source, t: Translator): string => {
  const how = reader === undefined ? encoding : t`read by ${reader}`
  return plural(bytes, t`${path}, 1 byte, ${how}`, t`${path}, ${bytes} bytes, ${how}`)
}

const warningLines = ({ warnings }: SourceCard, frame: Frame): readonly string[] => {
  const left = warnings.length - maxWarnings
  return [
    ...warnings.slice(0, maxWarnings).map((warning) => neutraliseLine(frame.t.of(warning), 150)),
    ...(left > 0 ? [frame.t`More notes, not shown here: ${left}.`] : []),
  ].map((line) => smallPrint(line, frame))
}

/** Relatives that are named; a wire story may have dozens. */
const maxRelatives = 3

const relativesShown = (relatives: readonly Relative[], kind: Relative['kind'], t: Translator): string => {
  const all = relatives.filter((relative) => relative.kind === kind)
  const named = all.slice(0, maxRelatives).map(({ source, title, containment }) => {
    // Copies have their title in common.
    const name = `“${oneLine(title, 60)}”, ${oneLine(source, 40)}`
    return `${name} (${Math.round(containment * 100)} %)`
  })
  const more = all.length - named.length
  return more > 0 ? t`${named.join(', ')} and ${more} more` : named.join(', ')
}

const fieldsOf = ({ card, source, relatives }: ReplyOf<'source-card'>, frame: Frame): readonly string[] => {
  const { t, style } = frame
  const { record } = source
  const maxLength = style === 'plain' ? 90 : 150
  return [
    `**${t`Id`}** ${sourceIdShown(source.id)}`,
    ...field(t`Author`, record.author.map(nameShown).join(', '), maxLength),
    ...field(t`Publisher`, record.publisher, maxLength),
    ...field(
      record.issuedKind === 'updated' ? t`Updated` : t`Date`,
      record.issued === null ? null : dateShown(record.issued, t),
      40,
    ),
    ...field(t`Dateline`, source.dateline, maxLength),
    ...field(t`Language`, source.language === null ? null : t.of(languageName(source.language)), maxLength),
    ...field(t`Address`, record.URL, maxLength),
    ...field(t`Not stated in the text`, missingShown(card, t)),
    ...field(t`Size`, sizeShown(card, t)),
    ...field(t`File`, fileShown(source, t), maxLength),
    ...field(t`Same story`, relativesShown(relatives, 'same-story', t), 300),
    ...field(t`Shares a passage with`, relativesShown(relatives, 'shared-passage', t), 300),
    ...warningLines(card, frame),
  ]
}

const leftOutItem = (source: Source, run: Run, frame: Frame): Item => {
  const words = source.text.slice(run.start, run.end)
  const why = frame.t`${ruleMessage(run.rule ?? run.kind)}, characters ${run.start} to ${run.end}`
  return {
    words,
    markdown: (shown, rest) =>
      [blockQuote(shown), rest, smallPrint(neutraliseLine(why, 100), frame)].filter((part) => part !== '').join('\n'),
    plain: `${words}\n\n(${why})`,
  }
}

const leftOutLine = (parts: number, t: Translator): string => {
  if (parts === 0) return t`No text is left out.`
  return plural(
    parts,
    t`**Left out**, never searched or quoted: 1 part`,
    t`**Left out**, never searched or quoted: ${parts} parts`,
  )
}

/**
 * What is known about a source, then the runs of its text that are never quoted, each with the rule that left it out.
 */
export const sourceCardView = (reply: ReplyOf<'source-card'>, frame: Frame): View => ({
  accent: accents.plain,
  heading: titleOf(reply.card, frame.t),
  intro: [...fieldsOf(reply, frame), leftOutLine(reply.card.boilerplate.length, frame.t)],
  items: reply.card.boilerplate.slice(0, maxParts).map((run) => leftOutItem(reply.source, run, frame)),
  noun: 'part',
  layout: 'paragraphs',
  closing:
    reply.card.boilerplate.length > maxParts
      ? [
          smallPrint(
            frame.t`${maxParts} of ${reply.card.boilerplate.length} parts are listed here. Quoth’s terminal lists all of them.`,
            frame,
          ),
        ]
      : [],
})

/** What a menu shows of a source. */
type Listed = {
  readonly id: SourceId
  readonly titleShown: string
  readonly titleIsDerived: boolean
  readonly publisher: string | null
}

/** A menu that opens one of these sources; it has room for the first 25. */
export const sourceMenu = (sources: readonly Listed[], { t, idOf }: Frame): readonly Control[] => {
  const { options: max, optionDescription } = limits.menu
  const listed = [...new Map(sources.map((each) => [sentName(each.id), each])).entries()].slice(0, max)
  if (idOf === null || listed.length === 0) return []
  const labels = namesApart(listed.map(([, source]) => ({ id: source.id, title: titleOf(source, t) })))
  const options = listed.map(([value, source], at) => {
    const publisher = oneLine(source.publisher ?? '', optionDescription)
    return { value, label: labels[at] ?? value, ...(publisher === '' ? {} : { description: publisher }) }
  })
  return [{ id: idOf('open'), placeholder: t`Open a source`, options }]
}

/** Sources on a page. */
export const pageSize = 10

const cardRow = (card: SourceCard, frame: Frame): Item => {
  const { t, style } = frame
  const { id } = card
  const title = titleOf(card, t)
  const missing = missingShown(card, t)
  const record = [
    authorsShown(card.record.author, t),
    card.record.publisher ?? '',
    card.record.issued === null ? '' : dateShown(card.record.issued, t),
  ]
  const text = [sizeShown(card, t), missing === '' ? '' : t`not stated: ${missing}`]
  const known = [...record, ...text].filter((part) => part !== '').join(' · ')
  // A plain message has room for ten sources if it leaves out their sizes.
  const shown = style === 'plain' ? record.filter((part) => part !== '').join(' · ') : known
  const [maxTitle, maxRest] = style === 'plain' ? [80, 80] : [120, 200]
  const rest = [neutraliseLine(shown, maxRest), sourceIdShown(id)].filter((part) => part !== '').join(' · ')
  return row(`**${neutraliseLine(title, maxTitle)}**\n${smallPrint(rest, frame)}`, `${title}\n${known}\n${id}`)
}

/** The library's path on the host's disk is not shown. */
const refusalRow = ({ path, reason }: Refusal, t: Translator): Item => {
  const name = isAbsolute(path) ? t`the library folder` : path
  return row(
    t`Not read: ${neutraliseLine(name, 100)} · ${neutraliseLine(t.of(reason), 200)}`,
    t`Not read: ${name} · ${t.of(reason)}`,
  )
}

/** Documents that were not read; a host with the wrong folder may have a hundred thousand. */
const maxRefusals = 2000

const headingOf = (of: number, t: Translator): string =>
  plural(of, t`1 source in the library`, t`${of} sources in the library`)

const languagesLine = ({ languages = [] }: SourceList, frame: Frame): readonly string[] =>
  languages.length === 0
    ? []
    : [smallPrint(neutraliseLine(frame.t`Languages: ${andList(languages.map(languageName))}`, 150), frame)]

const meaningLine = ({ meaning }: SourceList, frame: Frame): readonly string[] => {
  if (meaning === undefined || meaning.encoded === meaning.passages) return []
  const { encoded, passages } = meaning
  return [smallPrint(frame.t`Found by meaning so far: ${encoded} of ${passages} passages; by words: all`, frame)]
}

const unreadLines = ({ unread = [] }: SourceList, frame: Frame): readonly string[] =>
  unread.map((message) => smallPrint(neutraliseLine(frame.t.of(message), 200), frame))

const introOf = ({ cards, of }: SourceList, page: number, pages: number, frame: Frame): readonly string[] => {
  const { t } = frame
  if (of === 0)
    return [t`Nothing to quote from yet. Add documents (PDF, Word, HTML, text, mail and others) with \`/library add\`.`]
  if (cards.length === 0) return [t`There is no page ${page}; the last page is ${pages}.`]
  return pages === 1 ? [] : [smallPrint(t`Page ${page} of ${pages}`, frame)]
}

/** A page of the library's sources; the last one also has the documents that did not become a source. */
export const sourceListView = (list: SourceList, frame: Frame): View => {
  const { t } = frame
  const { cards, from, of, refusals } = list
  const page = Math.floor(from / pageSize) + 1
  const pages = Math.max(1, Math.ceil(of / pageSize))
  const shown = cards.slice(0, pageSize)
  const isLast = page <= pages && from + shown.length >= of
  const ways: readonly Offer[] = [
    ...(page > 1 ? [{ action: 'go', label: t`← Previous`, n: Math.min(page - 1, pages) } as const] : []),
    ...(page < pages ? [{ action: 'go', label: t`Next →`, n: page + 1 } as const] : []),
  ]
  return {
    accent: accents.plain,
    heading: headingOf(of, t),
    intro: [
      ...introOf(list, page, pages, frame),
      ...languagesLine(list, frame),
      ...unreadLines(list, frame),
      ...meaningLine(list, frame),
    ],
    items: [
      ...shown.map((card) => cardRow(card, frame)),
      ...(isLast ? refusals.slice(0, maxRefusals).map((refusal) => refusalRow(refusal, t)) : []),
    ],
    noun: 'line',
    layout: 'paragraphs',
    closing:
      isLast && refusals.length > maxRefusals
        ? [
            smallPrint(
              t`${maxRefusals} of ${refusals.length} documents that were not read are listed here. Quoth’s terminal lists all of them.`,
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
