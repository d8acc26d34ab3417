import { nameShown } from '../domain/bibliography.ts'
import type { Passage } from '../domain/passage.ts'
import type { Paragraph, Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'

/** Words below which a paragraph shares a passage with its neighbours, and above which it is cut between sentences. */
const fewest = 40
const most = 200
/** Characters of a title, a heading or a question that help to find a passage: it is read once for each passage. */
const longestContext = 300

const countWords = (text: string, { start, end }: Span): number =>
  text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0

type Draft = { readonly first: Paragraph; sentences: Span[]; words: number }

/** Whether two paragraphs stand under the same headings and answer the same question, or one asks what the other answers. */
const belongTogether = (a: Paragraph, b: Paragraph): boolean =>
  a.section.join('\n') === b.section.join('\n') &&
  (a.answers?.start === b.answers?.start ||
    (a.role === 'question' && b.answers !== null && b.answers.start >= a.start && b.answers.end <= a.end))

/** Title, authors, publisher and place: what a reader may ask for a source by. */
const recordWords = ({ record, dateline }: Source): readonly string[] => [
  record.title ?? '',
  record.author.map(nameShown).join(', '),
  record.publisher ?? '',
  dateline ?? '',
]

/**
 * The passages of a source, in order and apart; each body sentence is in exactly one. A passage is a paragraph, or a few
 * short ones that belong together, or a part of a long one.
 */
export const passagesOf = (source: Source): readonly Passage[] => {
  const drafts: Draft[] = []
  let last: Paragraph | undefined
  for (const paragraph of source.paragraphs) {
    for (const sentence of paragraph.sentences) {
      const words = countWords(source.text, sentence)
      const open = drafts.at(-1)
      const joins =
        open !== undefined &&
        last !== undefined &&
        open.words + words <= most &&
        (last === paragraph || (open.words < fewest && belongTogether(last, paragraph)))
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
      .map((line) => line.slice(0, longestContext))
      .join('\n')
    return { source: source.id, version: source.version, ordinal, start, end, sentences, context }
  })
}
