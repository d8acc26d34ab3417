import { deserialize, serialize } from 'node:v8'
import { brokenWords, readable } from '../domain/readable.ts'
import { boilerplateOf, paragraphPlace, type Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { definedAcronyms } from '../language/acronyms.ts'
import { otherReading } from '../language/line-hyphens.ts'
import { passagesOf } from '../language/passages.ts'
import type { IndexedPassage, IndexedSentence, IndexedSize, IndexedSource, PackedSource } from './port.ts'

/** Acronyms per source: more than the longest glossary has. */
const maxAcronyms = 5000

/** The text without boilerplate, which is never indexed. */
const textWithoutBoilerplate = (source: Source): string => {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of boilerplateOf(source)) {
    parts.push(source.text.slice(from, start))
    from = end
  }
  return [...parts, source.text.slice(from)].join('\n')
}

/** The text as it is read, and behind it the other readings of words that a line break divides. */
const searchText = (source: Source, span: Span): string =>
  [readable(source, span), ...brokenWords(source, span).flatMap((word) => otherReading(word) ?? [])].join(' ')

/** The first sentence of an answer gets the words of the question that it answers. */
const indexedSentence = (source: Source, span: Span): IndexedSentence => {
  const paragraph = source.paragraphs[paragraphPlace(source, span.start)]
  const { answers } = paragraph ?? {}
  const opens = paragraph?.sentences[0]?.start === span.start
  return {
    text: searchText(source, span),
    asked: answers && opens ? searchText(source, answers) : '',
  }
}

/** What is indexed of a source: its sentences, without the text between them, and the acronyms it defines. */
export const indexedSource = (source: Source): IndexedSource => ({
  source: source.id,
  version: source.version,
  language: source.language,
  passages: passagesOf(source).map((passage) => ({
    passage,
    sentences: passage.sentences.map((span) => indexedSentence(source, span)),
  })),
  acronyms: definedAcronyms(textWithoutBoilerplate(source)).slice(0, maxAcronyms),
})

/** Passages per group, which is unpacked at once: a few milliseconds. */
const groupSize = 200

const charactersOf = ({ sentences, passage }: IndexedPassage): number =>
  sentences.reduce((sum, { text, asked }) => sum + text.length + asked.length, passage.context.length)

/** How much there is to index of a source. */
export const sizeOf = (source: IndexedSource | PackedSource): IndexedSize =>
  'packed' in source
    ? source.size
    : {
        passages: source.passages.length,
        characters: source.passages.reduce((sum, passage) => sum + charactersOf(passage), 0),
      }

/** A source to be passed from thread to thread, its passages as bytes. */
export const packedSource = (source: IndexedSource): PackedSource => {
  const { passages, ...rest } = source
  const packed: Uint8Array[] = []
  for (let at = 0; at < passages.length; at += groupSize) packed.push(serialize(passages.slice(at, at + groupSize)))
  return { ...rest, packed, size: sizeOf(source) }
}

/** The source in parts of a group of passages each, or whole where it is not packed; never none. */
export function* partsOf(source: IndexedSource | PackedSource): Iterable<IndexedSource> {
  if (!('packed' in source)) {
    yield source
    return
  }
  const { packed, size: _, ...rest } = source
  if (packed.length === 0) yield { ...rest, passages: [] }
  for (const group of packed) yield { ...rest, passages: deserialize(group) as readonly IndexedPassage[] }
}
