import { type Paragraph, type Source, sourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { languageOf } from '../language/languages.ts'
import { sentencesIn } from '../language/sentences.ts'
import type { CollectionDocument } from './collection.ts'

/** The spans between blank lines, trimmed. */
const blocksOf = (text: string): readonly Span[] => {
  const blocks: { start: number; end: number }[] = []
  let isOpen = false
  let lineStart = 0
  for (const line of text.split('\n')) {
    const words = line.trim()
    const start = lineStart + line.indexOf(words)
    const end = start + words.length
    const last = blocks.at(-1)
    if (isOpen && last && words !== '') last.end = end
    else if (words !== '') blocks.push({ start, end })
    isOpen = words !== ''
    lineStart += line.length + 1
  }
  return blocks
}

/**
 * A document of a collection as a source with the same text: nothing is read as a header or left out, because the spans
 * of the collection are offsets in that text.
 */
export const sourceOfDocument = ({ id, title, text }: CollectionDocument): Source => {
  const paragraphs = blocksOf(text)
    .map(({ start, end }) =>
      // A line break inside a paragraph ends no sentence. Each white space stays one unit, so offsets stay right.
      sentencesIn(text.slice(start, end).replace(/\s/g, ' ')).map((span) => ({
        start: start + span.start,
        end: start + span.end,
      })),
    )
    .flatMap((sentences): readonly Omit<Paragraph, 'number'>[] => {
      const [first, last] = [sentences[0], sentences.at(-1)]
      if (!first || !last) return []
      const span = { start: first.start, end: last.end }
      return [{ ...span, section: [], role: 'prose', speaker: null, answers: null, sentences }]
    })
    .map((paragraph, at) => ({ ...paragraph, number: at + 1 }))
  return {
    id: sourceId(id),
    text,
    // Collections do not change while they are used.
    version: '0'.repeat(12),
    record: {
      title: title === '' ? null : title,
      author: [],
      publisher: null,
      issued: null,
      issuedKind: null,
      URL: null,
    },
    titleShown: title === '' ? id : title,
    titleIsDerived: title === '',
    dateline: null,
    language: languageOf(text),
    paragraphs,
    runs: paragraphs.map(({ start, end }) => ({ start, end, kind: 'body' })),
    places: [],
    origin: { path: id, bytes: Buffer.byteLength(text), sha256: '', encoding: 'utf-8', warnings: [] },
  }
}
