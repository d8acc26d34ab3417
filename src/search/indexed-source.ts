import type { Source } from '../domain/source.ts'
import { definedAcronyms } from '../text/acronyms.ts'
import { passagesOf } from '../text/passages.ts'
import type { IndexedSource } from './port.ts'

/** What an index is given of a source: its sentences, without what stands between them. */
export const indexedSource = (source: Source): IndexedSource => ({
  source: source.id,
  passages: passagesOf(source).map((passage) => ({
    passage,
    text: passage.sentences.map(({ start, end }) => source.text.slice(start, end)).join('\n'),
  })),
  acronyms: definedAcronyms(source.text),
})
