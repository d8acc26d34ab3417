import { nameShown } from '../domain/bibliography.ts'
import type { Passage } from '../domain/passage.ts'
import type { Paragraph, Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'

/** Shorter paragraphs share a passage with their neighbours; longer ones are split between sentences. */
const minWords = 40
const maxWords = 200
/** Characters of a title, heading or question in a passage's context, which is indexed once a passage. */
const maxContext = 300

const countWords = (text: string, { start, end }: Span): number =>
  text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0

type Draft = { readonly first: Paragraph; sentences: Span[]; words: number }

/** Whether two paragraphs have the same headings and question, or one asks what the other answers. */
const belongTogether = (a: Paragraph, b: Paragraph): boolean =>
  a.section.join('\n') === b.section.join('\n') &&
  (a.answers?.start === b.answers?.start ||
    (a.role === 'question' && b.answers !== null && b.answers.start >= a.start && b.answers.end <= a.end))

/** Title, authors, publisher and dateline: what a reader may name a source by. */
const recordWords = ({ record, dateline }: Source): readonly string[] => [
  record.title ?? '',
  record.author.map(nameShown).join(', '),
  record.publisher ?? '',
  dateline ?? '',
]

/**
 * Divides a source into passages: a paragraph, a few short ones that belong together, or a part of a long one.
 * @param source any source
 * @returns its passages in order, without overlaps; each body sentence is in exactly one
 */
export const passagesOf = (source: Source): readonly Passage[] => {
  const drafts: Draft[] = []
  let last: Paragraph | undefined
  // The rows of a table have nothing to do with each other.
  const rows = source.places.filter(({ label }) => label === 'row')
  let row = 0
  for (const paragraph of source.paragraphs) {
    const before = row
    while ((rows[row]?.start ?? Number.POSITIVE_INFINITY) <= paragraph.start) row += 1
    const isOtherRow = row !== before
    for (const sentence of paragraph.sentences) {
      const words = countWords(source.text, sentence)
      const open = drafts.at(-1)
      const joins =
        open !== undefined &&
        last !== undefined &&
        open.words + words <= maxWords &&
        (last === paragraph || (!isOtherRow && open.words < minWords && belongTogether(last, paragraph)))
      if (joins) {
        open.sentences.push(sentence)
        open.words += words
      } else drafts.push({ first: paragraph, sentences: [sentence], words })
      last = paragraph
    }
  }
  const ofSource = recordWords(source)
  return drafts.map(({ first, sentences }, ordinal) => {
    const start = sentences[0]?.start ?? first.start
    const end = sentences.at(-1)?.end ?? first.end
    const asked =
      first.answers !== null && first.answers.end <= start
        ? source.text.slice(first.answers.start, first.answers.end)
        : ''
    const context = [...ofSource, ...first.section, asked]
      .filter(Boolean)
      .map((line) => line.slice(0, maxContext))
      .join('\n')
    return { source: source.id, version: source.version, ordinal, start, end, sentences, context }
  })
}
