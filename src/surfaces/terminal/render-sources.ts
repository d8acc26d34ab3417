import { nameShown } from '../../domain/bibliography.ts'
import type { Reply, SourceCard } from '../../domain/reply.ts'
import { boilerplateOf, type Run, type Source } from '../../domain/source.ts'
import { count, type Page } from './page.ts'
import { visibleLine } from './visible.ts'
import { indented } from './wrap.ts'

const titleOf = ({ titleShown, titleIsDerived }: Source): string =>
  visibleLine(titleIsDerived ? `[${titleShown}]` : titleShown)

const authorsOf = ({ record }: Source): string => record.author.map((name) => visibleLine(nameShown(name))).join('; ')

const dateOf = ({ record: { issued, issuedKind } }: Source): string =>
  issued === null ? '' : `${issuedKind === 'updated' ? 'updated ' : ''}${visibleLine(issued)}`

const extentOf = ({ source, sentences, words }: SourceCard): string =>
  [count(source.paragraphs.length, 'paragraph'), count(sentences, 'sentence'), count(words, 'word')].join(', ')

/** The sources of a library, and the documents that did not become one. */
export const renderList = (
  { cards, refusals }: Extract<Reply, { kind: 'source-list' }>,
  { width, paint }: Page,
): string => {
  const sources = cards.map((card) => {
    const { source, missing } = card
    const record = [titleOf(source), authorsOf(source), visibleLine(source.record.publisher ?? ''), dateOf(source)]
    const extent = [extentOf(card), missing.length === 0 ? '' : `not stated: ${missing.join(', ')}`]
    return [
      `\n${paint.heading(visibleLine(source.id))}`,
      indented(record.filter(Boolean).join(' · '), width, '  '),
      paint.faint(indented(extent.filter(Boolean).join(' · '), width, '  ')),
    ].join('\n')
  })
  const refused = refusals.map(({ path, reason }) => indented(visibleLine(`${path}: ${reason}`), width, '  '))
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
export const renderCard = (card: SourceCard, { width, paint }: Page): string => {
  const { source, missing } = card
  const { record, origin, dateline } = source
  const rows = [
    ['title', titleOf(source)],
    ['author', authorsOf(source)],
    ['publisher', visibleLine(record.publisher ?? '')],
    ['date', dateOf(source)],
    ['dateline', visibleLine(dateline ?? '')],
    ['address', visibleLine(record.URL ?? '')],
    ['not stated', missing.join(', ')],
    ['extent', extentOf(card)],
    ['file', visibleLine(`${origin.path}, ${count(origin.bytes, 'byte')}, ${origin.encoding}`)],
    ...origin.warnings.map((warning) => ['warning', visibleLine(warning)] as const),
  ] as const
  const metadata = source.runs.filter(({ kind }) => ['title', 'byline', 'date', 'dateline'].includes(kind))
  const left = boilerplateOf(source)
  const runs = (heading: string, of: readonly Run[]): readonly string[] =>
    of.length === 0 ? [] : [`\n${heading}`, ...of.map((run) => paint.faint(runShown(source, run, width)))]
  return [
    paint.heading(visibleLine(source.id)),
    ...rows.flatMap(([name, value]) => (value === '' ? [] : [indented(value, width, `  ${name.padEnd(12)}`)])),
    ...runs('Read as the record, and never quoted:', metadata),
    ...runs('Left out of index and quotes:', left),
    ...(left.length === 0 ? ['\nNothing was left out.'] : []),
  ].join('\n')
}
