import type { Answer } from '../../domain/answer.ts'
import { inEnglish } from '../../domain/said.ts'
import { count, type Page, quoteBlock } from './page.ts'
import { renderExplanation, renderQuoteExplained } from './render-explanation.ts'
import { visibleLine } from './visible.ts'
import { indented, wrap } from './wrap.ts'

const unknownWords = ({ unknownTerms }: Answer): string =>
  unknownTerms.length === 0 ? '' : `No source has ${unknownTerms.map((term) => `“${visibleLine(term)}”`).join(', ')}.`

const silence = (answer: Answer, { width, paint }: Page): readonly string[] => {
  const searched =
    answer.searched === 0 ? 'There was no source to search.' : `Searched ${count(answer.searched, 'source')}.`
  const nearest = answer.nearest.map(({ text }) => indented(visibleLine(text), width, '  - ', '    '))
  return [
    paint.warning('The library does not say.'),
    ...wrap([searched, unknownWords(answer)].filter(Boolean).join(' '), width),
    ...(nearest.length === 0 ? [] : ['Nearest, though it may not answer:', ...nearest]),
  ]
}

/** An answer as text: its quotes whole, or what to know about the silence. */
export const renderAnswer = (answer: Answer, page: Page): string => {
  const { width, paint } = page
  const notes = answer.notes.flatMap((note) =>
    wrap(visibleLine(inEnglish(note)), width).map((line) => paint.faint(line)),
  )
  const question = wrap(visibleLine(answer.question), width).map((line) => paint.heading(line))
  switch (answer.kind) {
    case 'silent':
      return [...question, ...silence(answer, page), ...notes, ...renderExplanation(answer, page)].join('\n')
    case 'quoted': {
      const sources = new Set(answer.quotes.map(({ citation }) => citation.source)).size
      const extent = `${count(answer.quotes.length, 'quote')} from ${count(sources, 'source')}. ${unknownWords(answer)}`
      const quotes = answer.quotes.flatMap((ranked, at) => {
        const explained = answer.explanation?.quotes[at]
        const why = explained === undefined ? [] : ['', renderQuoteExplained(explained, page)]
        return [`\n${quoteBlock(`${ranked.rank}`, ranked, page)}`, ...why]
      })
      return [...question, paint.faint(extent.trim()), ...notes, ...quotes, ...renderExplanation(answer, page)].join(
        '\n',
      )
    }
  }
}
