import { nameShown } from '../../../domain/bibliography.ts'
import { inEnglish } from '../../../domain/said.ts'
import type { Run, Source } from '../../../domain/source.ts'
import type { SourceCard } from '../../../domain/source-card.ts'
import { blockQuote, neutraliseLine } from '../messages/neutralise.ts'
import { missingShown, sizeShown } from './card-facts.ts'
import { dateShown, idShown, titleOf } from './citation-shown.ts'
import { accents, counted, type Item, type View } from './view.ts'

const field = (label: string, value: string | null): readonly string[] =>
  value === null || value === '' ? [] : [`**${label}** ${neutraliseLine(value, 150)}`]

const fieldsOf = (card: SourceCard, source: Source): readonly string[] => {
  const { record, origin } = source
  return [
    `**Id** ${idShown(source.id)}`,
    ...field('Author', record.author.map(nameShown).join(', ')),
    ...field('Publisher', record.publisher),
    ...field(
      record.issuedKind === 'updated' ? 'Updated' : 'Date',
      record.issued === null ? null : dateShown(record.issued),
    ),
    ...field('Dateline', source.dateline),
    ...field('Address', record.URL),
    ...field('Not stated in the text', missingShown(card)),
    ...field('Size', sizeShown(card)),
    ...field('File', `${origin.path}, ${counted(origin.bytes, ['byte', 'bytes'])}, ${origin.encoding}`),
    ...origin.warnings.slice(0, 3).map((warning) => `-# ${neutraliseLine(inEnglish(warning), 150)}`),
  ]
}

const leftOutItem = (source: Source, run: Run): Item => {
  const words = source.text.slice(run.start, run.end)
  const why = `${run.rule ?? run.kind}, characters ${run.start} to ${run.end}`
  return {
    words,
    markdown: (shown, rest) =>
      [blockQuote(shown), rest, `-# ${neutraliseLine(why, 100)}`].filter((part) => part !== '').join('\n'),
    plain: `${words}\n\n(${why})`,
  }
}

/** What is known of a source, then the runs of its text that are never quoted, each with the rule that left it out. */
export const sourceCardView = (card: SourceCard, source: Source): View => {
  const leftOut = card.boilerplate
  const count = counted(leftOut.length, ['part', 'parts'])
  return {
    accent: accents.plain,
    heading: titleOf(card),
    intro: [
      ...fieldsOf(card, source),
      leftOut.length === 0 ? 'Nothing of the text is left out.' : `**Left out**, never searched or quoted: ${count}`,
    ],
    items: leftOut.map((run) => leftOutItem(source, run)),
    noun: ['part', 'parts'],
    layout: 'paragraphs',
    closing: [],
  }
}
