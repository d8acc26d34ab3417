import { boilerplateOf, paragraphPlace, type Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { definedAcronyms } from '../text/acronyms.ts'
import { passagesOf } from '../text/passages.ts'
import type { IndexedSentence, IndexedSource } from './port.ts'

/** Acronyms of one source that are looked up: the longest glossary has fewer, and each is looked at by whoever asks for it. */
const mostAcronyms = 5000

/** The text without its boilerplate, which is never indexed. */
const ownText = (source: Source): string => {
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
  acronyms: definedAcronyms(ownText(source)).slice(0, mostAcronyms),
})
