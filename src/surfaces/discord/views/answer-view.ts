import type { Answer } from '../../../domain/answer.ts'
import { inEnglish } from '../../../domain/said.ts'
import { neutraliseLine } from '../messages/neutralise.ts'
import { citationShown } from './citation-shown.ts'
import { quoteItem } from './quote-item.ts'
import { accents, counted, row, type View } from './view.ts'

const mostTerms = 8
const mostNotes = 4

const noteLines = ({ notes }: Answer): readonly string[] =>
  notes.slice(0, mostNotes).map((note) => `-# ${neutraliseLine(inEnglish(note), 200)}`)

const unknownTermsLine = ({ unknownTerms }: Answer): readonly string[] => {
  if (unknownTerms.length === 0) return []
  const shown = unknownTerms.slice(0, mostTerms).map((term) => `“${neutraliseLine(term, 40)}”`)
  const more = unknownTerms.length - shown.length
  return [`-# Words that no source has: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`]
}

const quotedView = (answer: Answer & { readonly kind: 'quoted' }): View => {
  const sources = new Set(answer.quotes.map(({ quote }) => quote.source)).size
  const quotes = counted(answer.quotes.length, ['quote', 'quotes'])
  return {
    accent: accents.answer,
    heading: answer.question,
    // Before the quotes: a reader must know that a match is weak before reading it.
    intro: [
      `-# ${quotes} from ${counted(sources, ['source', 'sources'])}`,
      ...unknownTermsLine(answer),
      ...noteLines(answer),
    ],
    items: answer.quotes.map(({ quote, citation, rank }) => quoteItem(quote, citation, { number: rank })),
    noun: ['quote', 'quotes'],
    layout: 'cards',
    closing: [],
  }
}

const silentView = (answer: Answer & { readonly kind: 'silent' }): View => {
  const searched = counted(answer.searched, ['source', 'sources'])
  const question = neutraliseLine(answer.question, 200)
  return {
    accent: accents.notFound,
    heading: 'I could not find that in the library',
    intro: [
      answer.searched === 0
        ? 'There was no source to search.'
        : `Searched **${searched}** for “${question}”: no passage answers it well enough to quote.`,
      ...unknownTermsLine(answer),
      ...(answer.nearest.length === 0 ? [] : ['-# Nearest in matter; they may not answer you:']),
    ],
    items: answer.nearest.map((citation) => row(`- ${citationShown(citation)}`, `${citation.text} (${citation.id})`)),
    noun: ['source', 'sources'],
    layout: 'rows',
    closing: noteLines(answer),
  }
}

/** The words of the library on a question, or that it has none and what comes nearest. */
export const answerView = (answer: Answer): View => {
  switch (answer.kind) {
    case 'quoted':
      return quotedView(answer)
    case 'silent':
      return silentView(answer)
  }
}
