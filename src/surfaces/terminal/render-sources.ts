import { missingFields, nameShown } from '../../domain/bibliography.ts'
import type { Reply } from '../../domain/reply.ts'
import { inEnglish } from '../../domain/said.ts'
import type { Run, Source } from '../../domain/source.ts'
import type { SourceCard } from '../../domain/source-card.ts'
import { count, type Page } from './page.ts'
import { visibleLine } from './visible.ts'
import { indented } from './wrap.ts'

const titleOf = ({ titleShown, titleIsDerived }: SourceCard): string =>
  visibleLine(titleIsDerived ? `[${titleShown}]` : titleShown)

const authorsOf = ({ record }: SourceCard): string =>
  record.author.map((name) => visibleLine(nameShown(name))).join('; ')

const dateOf = ({ record: { issued, issuedKind } }: SourceCard): string =>
  issued === null ? '' : `${issuedKind === 'updated' ? 'updated ' : ''}${visibleLine(issued)}`

const extentOf = ({ paragraphs, sentences, words }: SourceCard): string =>
  [count(paragraphs, 'paragraph'), count(sentences, 'sentence'), count(words, 'word')].join(', ')

/** The sources of a library, and the documents that did not become one. */
export const renderList = (
  { cards, refusals }: Extract<Reply, { kind: 'source-list' }>,
  { width, paint }: Page,
): string => {
  const sources = cards.map((card) => {
    const missing = missingFields(card.record)
    const record = [titleOf(card), authorsOf(card), visibleLine(card.record.publisher ?? ''), dateOf(card)]
    const extent = [extentOf(card), missing.length === 0 ? '' : `not stated: ${missing.join(', ')}`]
    return [
      `\n${paint.heading(visibleLine(card.id))}`,
      indented(record.filter(Boolean).join(' · '), width, '  '),
      paint.faint(indented(extent.filter(Boolean).join(' · '), width, '  ')),
    ].join('\n')
  })
  const refused = refusals.map(({ path, reason }) =>
    indented(visibleLine(`${path}: ${inEnglish(reason)}`), width, '  '),
  )
  const empty = cards.length === 0 ? ['Put .txt or .md files into the library folder.'] : []
  return [
    `${count(cards.length, 'source')}.`,
    ...empty,
    ...sources,
    ...(refused.length === 0 ? [] : [`\n${paint.warning('Not read:')}`, ...refused]),
  ].join('\n')
}

/** A run whole, however long: whoever asks what was left out must be able to see all of it. */
const runShown = ({ text }: Source, { start, end, kind, rule }: Run, width: number): string => {
  const label = `[${start}, ${end})  ${rule === undefined ? kind : visibleLine(rule)}`
  return indented(`${label}  ${visibleLine(text.slice(start, end))}`, width - 2, '  ', '    ')
}

/** All that is known of a source: its record, what is missing, and what was left out of index and quotes and why. */
export const renderCard = (
  { card, source }: Extract<Reply, { kind: 'source-card' }>,
  { width, paint }: Page,
): string => {
  const { record, origin, dateline } = source
  const rows = [
    ['title', titleOf(card)],
    ['author', authorsOf(card)],
    ['publisher', visibleLine(record.publisher ?? '')],
    ['date', dateOf(card)],
    ['dateline', visibleLine(dateline ?? '')],
    ['address', visibleLine(record.URL ?? '')],
    ['not stated', missingFields(record).join(', ')],
    ['extent', extentOf(card)],
    ['file', visibleLine(`${origin.path}, ${count(origin.bytes, 'byte')}, ${origin.encoding}`)],
    ...origin.warnings.map((warning) => ['warning', visibleLine(inEnglish(warning))] as const),
  ] as const
  const metadata = source.runs.filter(
    ({ kind, rule }) => ['title', 'byline', 'date', 'dateline'].includes(kind) || rule === 'deck',
  )
  const runs = (heading: string, of: readonly Run[]): readonly string[] =>
    of.length === 0 ? [] : [`\n${heading}`, ...of.map((run) => paint.faint(runShown(source, run, width)))]
  return [
    paint.heading(visibleLine(card.id)),
    ...rows.flatMap(([name, value]) => (value === '' ? [] : [indented(value, width, `  ${name.padEnd(12)}`)])),
    ...runs('Read as the record, and never quoted:', metadata),
    ...runs('Left out of index and quotes:', card.boilerplate),
    ...(card.boilerplate.length === 0 ? ['\nNothing was left out.'] : []),
  ].join('\n')
}
