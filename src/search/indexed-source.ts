import { boilerplateOf, type Source } from '../domain/source.ts'
import { definedAcronyms } from '../text/acronyms.ts'
import { passagesOf } from '../text/passages.ts'
import type { IndexedSource } from './port.ts'

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

/** What an index is given of a source: its sentences, without what stands between them, and what its acronyms mean. */
export const indexedSource = (source: Source): IndexedSource => ({
  source: source.id,
  passages: passagesOf(source).map((passage) => ({
    passage,
    text: passage.sentences.map(({ start, end }) => source.text.slice(start, end)).join('\n'),
  })),
  acronyms: definedAcronyms(ownText(source)),
})
