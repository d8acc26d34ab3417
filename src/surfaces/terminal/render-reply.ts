import type { Reply } from '../../domain/reply.ts'
import { count, type Page, quoteBlock } from './page.ts'
import { renderAnswer } from './render-answer.ts'
import { renderFindings } from './render-findings.ts'
import { renderQuoteCheck } from './render-quote-check.ts'
import { renderCard, renderList } from './render-sources.ts'
import { visible, visibleLine } from './visible.ts'
import { indented } from './wrap.ts'

const renderSummary = ({ summary }: Extract<Reply, { kind: 'summary' }>, page: Page): string => {
  const { titleShown, titleIsDerived, source, sentences, of } = summary
  const title = visibleLine(titleIsDerived ? `[${titleShown}]` : titleShown)
  return [
    page.paint.heading(title),
    page.paint.faint(
      `${sentences.length} of ${count(of, 'sentence')} of ${visibleLine(source)}, unchanged, in its order`,
    ),
    ...sentences.map((sentence, at) => `\n${quoteBlock(`${at + 1}`, sentence, page)}`),
  ].join('\n')
}

const renderHelp = ({ commands }: Extract<Reply, { kind: 'help' }>, { width, paint }: Page): string =>
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

const renderContext = ({ context }: Extract<Reply, { kind: 'context' }>, page: Page): string => {
  const { paragraphs, citation, of } = context
  const numbers = paragraphs.map(({ number }) => number)
  return [
    page.paint.heading(visibleLine(citation.titleShown)),
    page.paint.faint(`Paragraphs ${numbers.at(0)} to ${numbers.at(-1)} of ${of}; “>” marks what the quote is from`),
    ...paragraphs.map((paragraph) => `\n${quoteBlock(paragraph.holdsQuote ? '>' : ' ', paragraph, page)}`),
  ].join('\n')
}

/** A reply as plain text for a person, without a line break at the end. */
export const renderReply = (reply: Reply, page: Page): string => {
  switch (reply.kind) {
    case 'answer':
      return renderAnswer(reply.answer, page)
    case 'summary':
      return renderSummary(reply, page)
    case 'source-list':
      return renderList(reply, page)
    case 'source-card':
      return renderCard(reply, page)
    case 'reference':
      // Nothing else: the reference is meant for a file or the clipboard.
      return visible(reply.reference)
    case 'context':
      return renderContext(reply, page)
    case 'findings':
      return renderFindings(reply.findings, page)
    case 'quote-check':
      return renderQuoteCheck(reply.check, page)
    case 'settings':
      return Object.entries(reply.settings)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n')
    case 'help':
      return renderHelp(reply, page)
  }
}
