import { nameShown } from '../../../domain/bibliography.ts'
import type { Run, Source } from '../../../domain/source.ts'
import type { SourceCard } from '../../../domain/source-card.ts'
import { ruleSaid } from '../../../wording/rule-said.ts'
import type { Say } from '../../../wording/say.ts'
import { smallPrint } from '../messages/manner.ts'
import { blockQuote, neutraliseLine } from '../messages/neutralise.ts'
import { accents, type Item, type View } from '../messages/view.ts'
import { missingShown, sizeShown } from './card-facts.ts'
import { dateShown, sourceIdShown, titleOf } from './citation-shown.ts'
import type { Frame } from './frame.ts'

const mostWarnings = 3
/** Parts of a text that are left out, of which a long document may have tens of thousands: a person reads fewer. */
const mostParts = 2000

const field = (label: string, value: string | null, longest = 150): readonly string[] =>
  value === null || value === '' ? [] : [`**${label}** ${neutraliseLine(value, longest)}`]

const fileShown = ({ origin: { path, bytes, encoding } }: Source, say: Say): string =>
  bytes === 1 ? say`${path}, 1 byte, ${encoding}` : say`${path}, ${bytes} bytes, ${encoding}`

const warningLines = ({ warnings }: SourceCard, frame: Frame): readonly string[] => {
  const left = warnings.length - mostWarnings
  return [
    ...warnings.slice(0, mostWarnings).map((warning) => neutraliseLine(frame.say.of(warning), 150)),
    ...(left > 0 ? [frame.say`Notes that have no room here: ${left}.`] : []),
  ].map((line) => smallPrint(line, frame))
}

const fieldsOf = (card: SourceCard, source: Source, frame: Frame): readonly string[] => {
  const { say, style } = frame
  const { record } = source
  const longest = style === 'plain' ? 90 : 150
  return [
    `**${say`Id`}** ${sourceIdShown(source.id)}`,
    ...field(say`Author`, record.author.map(nameShown).join(', '), longest),
    ...field(say`Publisher`, record.publisher, longest),
    ...field(
      record.issuedKind === 'updated' ? say`Updated` : say`Date`,
      record.issued === null ? null : dateShown(record.issued, say),
      40,
    ),
    ...field(say`Dateline`, source.dateline, longest),
    ...field(say`Address`, record.URL, longest),
    ...field(say`Not stated in the text`, missingShown(card, say)),
    ...field(say`Size`, sizeShown(card, say)),
    ...field(say`File`, fileShown(source, say), longest),
    ...warningLines(card, frame),
  ]
}

const leftOutItem = (source: Source, run: Run, frame: Frame): Item => {
  const words = source.text.slice(run.start, run.end)
  const why = frame.say`${ruleSaid(run.rule ?? run.kind)}, characters ${run.start} to ${run.end}`
  return {
    words,
    markdown: (shown, rest) =>
      [blockQuote(shown), rest, smallPrint(neutraliseLine(why, 100), frame)].filter((part) => part !== '').join('\n'),
    plain: `${words}\n\n(${why})`,
  }
}

const leftOutLine = (parts: number, say: Say): string => {
  if (parts === 0) return say`Nothing of the text is left out.`
  return parts === 1
    ? say`**Left out**, never searched or quoted: 1 part`
    : say`**Left out**, never searched or quoted: ${parts} parts`
}

/** What is known of a source, then the runs of its text that are never quoted, each with the rule that left it out. */
export const sourceCardView = (card: SourceCard, source: Source, frame: Frame): View => ({
  accent: accents.plain,
  heading: titleOf(card, frame.say),
  intro: [...fieldsOf(card, source, frame), leftOutLine(card.boilerplate.length, frame.say)],
  items: card.boilerplate.slice(0, mostParts).map((run) => leftOutItem(source, run, frame)),
  noun: 'part',
  layout: 'paragraphs',
  closing:
    card.boilerplate.length > mostParts
      ? [
          smallPrint(
            frame.say`${mostParts} of ${card.boilerplate.length} parts are listed. Quoth's terminal lists all of them.`,
            frame,
          ),
        ]
      : [],
})
