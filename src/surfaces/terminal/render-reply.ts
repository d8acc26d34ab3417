import { missingFields, nameShown } from '../../domain/bibliography.ts'
import type { Findings } from '../../domain/finding.ts'
import { languageName } from '../../domain/language-name.ts'
import { inEnglish } from '../../domain/message.ts'
import { wordsBetween } from '../../domain/quote.ts'
import { type CheckedQuote, type Difference, differenceRead, type QuoteCheck } from '../../domain/quote-check.ts'
import type { Reply, ReplyKind, ReplyOf } from '../../domain/reply.ts'
import type { Run, Source } from '../../domain/source.ts'
import type { SourceCard } from '../../domain/source-card.ts'
import { count, indented, type Page, quoteBlock, wrap } from './page.ts'
import { renderAnswer } from './render-answer.ts'
import { additionLine, auditLine, changeLine, detailsText, entryLine, usageLine } from './render-library.ts'
import { visible, visibleLine } from './visible.ts'

/** What the library has on each statement of a text; the quotes are numbered throughout. */
const renderFindings = ({ statements, left, searched }: Findings, page: Page): string => {
  const { width, paint } = page
  if (statements.length === 0)
    return wrap('The text makes no statement to look up. To ask a question: quoth ask QUESTION.', width).join('\n')
  const more = left === 0 ? '' : ` ${count(left, 'more statement')} not looked up.`
  let number = 0
  return [
    paint.faint(`${count(statements.length, 'statement')} looked up in ${count(searched, 'source')}.${more}`),
    ...statements.map(({ statement, quotes, isWeak }) =>
      [
        `\n${paint.heading(indented(visibleLine(statement), width, ''))}`,
        ...(quotes.length === 0 ? [paint.warning('Nothing in the library is close enough to quote.')] : []),
        ...(isWeak ? [paint.warning('Weak match: the quotes may not be about this.')] : []),
        ...quotes.map((quote) => quoteBlock(`${++number}`, quote, page)),
      ].join('\n'),
    ),
  ].join('\n')
}

/** In the notation of `wdiff`, with the space that follows: `[-only in the source-]`, `{+only in the quotation+}`. */
const differenceShown = (difference: Difference): string => {
  const { kind } = difference
  const text = differenceRead(difference)
  const space = /\s$/.test(text) ? ' ' : ''
  const words = visibleLine(text.trim())
  switch (kind) {
    case 'same':
      return words + space
    case 'missing':
      return `[-${words}-]${space}`
    case 'added':
      return `{+${words}+}${space}`
    case 'left-out':
      return `[…]${space}`
  }
}

/** Joins differences, with a space before each omission mark. */
const differencesShown = (differences: readonly Difference[]): string =>
  differences.reduce((line, difference) => {
    const isApart = difference.kind === 'left-out' && /\S$/.test(line)
    return `${line}${isApart ? ' ' : ''}${differenceShown(difference)}`
  }, '')

const legend = 'Words in [-…-] are only in the source, words in {+…+} only in the quotation.'

const linesOf = ({ verdict }: CheckedQuote, { width, paint }: Page): readonly string[] => {
  const differing = (heading: string, differences: readonly Difference[]): readonly string[] => [
    paint.warning(heading),
    indented(differencesShown(differences), width, '  '),
    paint.faint(indented(legend, width, '  ')),
  ]
  switch (verdict.kind) {
    case 'verbatim':
      return ['Word for word.']
    case 'nearly':
      return differing('Nearly: the wording differs.', verdict.differences)
    case 'altered':
      return differing(
        `Altered: an omission or a bracket hides ${verdict.hidden.map((word) => `“${visibleLine(word)}”`).join(', ')}.`,
        verdict.differences,
      )
    case 'not-found':
      return [paint.warning('Not found: no source has these words or anything close to them.')]
    case 'too-common':
      return [paint.faint('Not checked: these words are too common.')]
  }
}

/** The result for each quotation of a text: where it is, and where it differs. */
const renderQuoteCheck = ({ quotes, left, searched }: QuoteCheck, page: Page): string => {
  const { width, paint } = page
  if (quotes.length === 0) return wrap('The text has no quotations. Put them between “ and ”.', width).join('\n')
  const more = left === 0 ? '' : ` ${count(left, 'more quotation')} not checked.`
  let number = 0
  return [
    paint.faint(`${count(quotes.length, 'quotation')} checked against ${count(searched, 'source')}.${more}`),
    ...quotes.map((checked) =>
      [
        `\n${paint.heading(indented(`“${visibleLine(checked.written)}”`, width, ''))}`,
        ...linesOf(checked, page),
        ...('places' in checked.verdict ? checked.verdict.places : []).map((place) =>
          quoteBlock(`${++number}`, place, page),
        ),
      ].join('\n'),
    ),
  ].join('\n')
}

const titleOf = ({ titleShown, titleIsDerived }: SourceCard): string =>
  visibleLine(titleIsDerived ? `[${titleShown}]` : titleShown)

const authorsOf = ({ record }: SourceCard): string =>
  record.author.map((name) => visibleLine(nameShown(name))).join('; ')

const dateOf = ({ record: { issued, issuedKind } }: SourceCard): string =>
  issued === null ? '' : `${issuedKind === 'updated' ? 'updated ' : ''}${visibleLine(issued)}`

const extentOf = ({ paragraphs, sentences, words }: SourceCard): string =>
  [count(paragraphs, 'paragraph'), count(sentences, 'sentence'), count(words, 'word')].join(', ')

const languagesShown = (languages: readonly string[]): string =>
  visibleLine(languages.map((tag) => inEnglish(languageName(tag))).join(', '))

/** How far encoding is; nothing when it is done, or has not begun, as for a command that needs none. */
const meaningLine = (meaning: ReplyOf<'source-list'>['meaning']): readonly string[] =>
  meaning === undefined || meaning.encoded === 0 || meaning.encoded === meaning.passages
    ? []
    : [`Found by meaning so far: ${meaning.encoded} of ${count(meaning.passages, 'passage')}.`]

/** The sources of a library, and the documents that were refused. */
const renderList = (
  { cards, refusals, languages = [], meaning, unread = [] }: ReplyOf<'source-list'>,
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
  const empty =
    cards.length === 0 ? ['Put documents (PDF, Word, HTML, text, mail and others) into the library folder.'] : []
  return [
    `${count(cards.length, 'source')}.`,
    ...(languages.length > 0 ? [`In ${languagesShown(languages)}.`] : []),
    ...unread.map((message) => visibleLine(inEnglish(message))),
    ...meaningLine(meaning),
    ...empty,
    ...sources,
    ...(refused.length === 0 ? [] : [`\n${paint.warning('Not read:')}`, ...refused]),
  ].join('\n')
}

/** Of plain text its encoding, of other formats what read it. */
const howRead = ({ encoding, reader }: Source['origin']): string =>
  reader === undefined ? encoding : `read by ${reader}`

/** A run whole, however long: whoever asks what was left out must be able to see all of it. */
const runShown = ({ text }: Source, { start, end, kind, rule }: Run, width: number): string => {
  const label = `[${start}, ${end})  ${rule === undefined ? kind : visibleLine(rule)}`
  return indented(`${label}  ${visibleLine(text.slice(start, end))}`, width - 2, '  ', '    ')
}

/** All that is known of a source: its record, what is missing, and what was left out of index and quotes and why. */
const renderCard = ({ card, source, relatives }: ReplyOf<'source-card'>, { width, paint }: Page): string => {
  const { record, origin, dateline, language } = source
  const rows = [
    ['title', titleOf(card)],
    ['author', authorsOf(card)],
    ['part of', visibleLine(record.publication?.['container-title'] ?? '')],
    ['publisher', visibleLine(record.publisher ?? '')],
    ['DOI', visibleLine(record.publication?.DOI ?? '')],
    ['date', dateOf(card)],
    ['dateline', visibleLine(dateline ?? '')],
    ['language', language === null ? '' : languagesShown([language])],
    ['address', visibleLine(record.URL ?? '')],
    ['not stated', missingFields(record).join(', ')],
    ['extent', extentOf(card)],
    ['file', visibleLine(`${origin.path}, ${count(origin.bytes, 'byte')}, ${howRead(origin)}`)],
    ...relatives.map(
      ({ source: id, title, kind, containment }) =>
        [
          kind === 'same-story' ? 'same story' : 'shares words',
          `${visibleLine(id)}, “${visibleLine(title)}”, ${Math.round(containment * 100)} %`,
        ] as const,
    ),
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
    ...runs('Used as metadata, never quoted:', metadata),
    ...runs('Neither indexed nor quoted:', card.boilerplate),
    ...(card.boilerplate.length === 0 ? ['\nNothing was left out.'] : []),
  ].join('\n')
}

const renderSummary = ({ summary }: ReplyOf<'summary'>, page: Page): string => {
  const { titleShown, titleIsDerived, source, sentences, of } = summary
  const title = visibleLine(titleIsDerived ? `[${titleShown}]` : titleShown)
  return [
    page.paint.heading(title),
    page.paint.faint(
      `${sentences.length} of ${count(of, 'sentence')} of ${visibleLine(source)}, unchanged, in original order`,
    ),
    ...sentences.map((sentence, at) => {
      const before = sentences[at - 1]?.quote
      const gap = before !== undefined && wordsBetween(before, sentence.quote) ? '\n[…]\n' : '\n'
      return `${gap}${quoteBlock(`${at + 1}`, sentence, page)}`
    }),
  ].join('\n')
}

const renderHelp = ({ commands }: ReplyOf<'help'>, { width, paint }: Page): string =>
  commands
    .map(({ usage, description, options, examples }) =>
      [
        paint.heading(usage),
        indented(description, width, '  '),
        ...options.map((option) => paint.faint(indented(`${option.name}: ${option.description}`, width, '    '))),
        ...examples.map(({ text, meaning }) => paint.faint(indented(`${text} — ${meaning}`, width, '    '))),
      ].join('\n'),
    )
    .join('\n\n')

/** What is said of a quote of an earlier version of a source. */
export const earlierVersion = 'This is from an earlier version of the source. The library has a newer one.'

const renderContext = ({ context }: ReplyOf<'context'>, page: Page): string => {
  const { paragraphs, citation, of } = context
  const numbers = paragraphs.map(({ number }) => number)
  return [
    page.paint.heading(visibleLine(citation.titleShown)),
    page.paint.faint(`Paragraphs ${numbers.at(0)} to ${numbers.at(-1)} of ${of}; “>” marks the paragraph of the quote`),
    ...(context.newer === undefined ? [] : [page.paint.warning(earlierVersion)]),
    ...paragraphs.map((paragraph) => `\n${quoteBlock(paragraph.holdsQuote ? '>' : ' ', paragraph, page)}`),
  ].join('\n')
}

/** One row for each kind of reply; the compiler reports a missing one. */
const texts: { readonly [K in ReplyKind]: (reply: ReplyOf<K>, page: Page) => string } = {
  answer: ({ answer }, page) => renderAnswer(answer, page),
  summary: renderSummary,
  'source-list': renderList,
  'source-card': renderCard,
  // Only the reference, since it is meant for a file or the clipboard.
  reference: ({ reference }) => visible(reference),
  context: renderContext,
  findings: ({ findings }, page) => renderFindings(findings, page),
  'quote-check': ({ check }, page) => renderQuoteCheck(check, page),
  settings: ({ settings }) =>
    Object.entries(settings)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
  help: renderHelp,
  additions: ({ additions }) => additions.map(additionLine).join('\n'),
  catalogue: ({ entries, isRemoved, usage }) =>
    [...entries.map(entryLine), usageLine(entries.length, isRemoved, usage)].join('\n'),
  document: detailsText,
  'document-change': changeLine,
  audit: ({ entries }) => entries.map(auditLine).join('\n'),
  'personal-data': ({ data }) => JSON.stringify(data, null, 2),
  'library-settings': ({ settings: { readsShared, curators } }) => `readsShared: ${readsShared}\ncurators: ${curators}`,
  export: ({ documents }) => count(documents, 'document'),
}

/**
 * @param reply of any kind
 * @param page the width and the colours of the terminal
 * @returns the reply as plain text for a person, without a line break at the end
 */
export const renderReply = (reply: Reply, page: Page): string => {
  const textOf = texts[reply.kind] as (reply: Reply, page: Page) => string
  return textOf(reply, page)
}
