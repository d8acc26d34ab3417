import { sentencesIn } from '../src/language/sentences.ts'
import type { CollectionDocument } from '../src/tools/collection.ts'
import type { Text } from './peers/peer.ts'
import { seeded } from './seeded.ts'

/** Words that a paragraph has at least, so that each is a passage of its own, and paragraphs of a document. */
const fewestWords = 60
const paragraphsADocument = 10

const countWords = (text: string): number => text.split(/\s+/).length

/**
 * `count` paragraphs put together from the sentences of a collection at random, the same ones every time. Words are as
 * frequent as in the collection however many there are, so a question's matches grow with their number: no library of
 * that size is harder.
 */
export const generateTexts = (documents: readonly CollectionDocument[], count: number): readonly Text[] => {
  const sentences = documents
    .flatMap(({ text }) => sentencesIn(text.replace(/\s/g, ' ')).map(({ start, end }) => text.slice(start, end)))
    .filter((sentence) => countWords(sentence) >= 4)
  const random = seeded(20_261_122)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const titles = [...new Set(documents.map(({ title }) => title))]
  let title = ''
  return Array.from({ length: count }, (_, at) => {
    if (at % paragraphsADocument === 0) title = pick(titles)
    const picked: string[] = []
    for (let words = 0; words < fewestWords; words += countWords(picked.at(-1) ?? '')) picked.push(pick(sentences))
    const document = `d${Math.floor(at / paragraphsADocument)}`
    return { id: `${document}-${at % paragraphsADocument}`, document, title, text: picked.join(' ') }
  })
}
