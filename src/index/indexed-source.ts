import { deserialize, serialize } from 'node:v8'
import { boilerplateOf, paragraphPlace, type Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { definedAcronyms } from '../language/acronyms.ts'
import { passagesOf } from '../language/passages.ts'
import type { IndexedPassage, IndexedSentence, IndexedSize, IndexedSource, PackedSource } from './port.ts'

/** Acronyms of one source that are looked up: the longest glossary has fewer, and each is looked at by whoever asks for it. */
const maxAcronyms = 5000

/** The text without its boilerplate, which is never indexed. */
const textWithoutBoilerplate = (source: Source): string => {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of boilerplateOf(source)) {
    parts.push(source.text.slice(from, start))
    from = end
  }
  return [...parts, source.text.slice(from)].join('\n')
}

/** An answer opens where its question was asked, so the question's words count as said there. */
const indexedSentence = (source: Source, span: Span): IndexedSentence => {
  const paragraph = source.paragraphs[paragraphPlace(source, span.start)]
  const { answers } = paragraph ?? {}
  const opens = paragraph?.sentences[0]?.start === span.start
  return {
    text: source.text.slice(span.start, span.end),
    asked: answers && opens ? source.text.slice(answers.start, answers.end) : '',
  }
}

/** What an index is given of a source: its sentences, without what stands between them, and what its acronyms mean. */
export const indexedSource = (source: Source): IndexedSource => ({
  source: source.id,
  version: source.version,
  passages: passagesOf(source).map((passage) => ({
    passage,
    sentences: passage.sentences.map((span) => indexedSentence(source, span)),
  })),
  acronyms: definedAcronyms(textWithoutBoilerplate(source)).slice(0, maxAcronyms),
})

/** Passages of a group, which is unpacked in one go: a few milliseconds. */
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
