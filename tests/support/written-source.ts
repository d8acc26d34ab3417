import type { Passage } from '../../src/domain/passage.ts'
import { sourceId } from '../../src/domain/source.ts'
import type { Acronym, IndexedPassage, IndexedSource } from '../../src/index/port.ts'

/** A passage's own words, and those that only help to find it. */
export type Written = { readonly text: string; readonly context?: string }

/** A source of these passages, one after the other in its text. */
export const writtenSource = (
  id: string,
  passages: readonly (string | Written)[],
  acronyms: readonly Acronym[] = [],
  language: string | null = null,
): IndexedSource => {
  let start = 0
  return {
    source: sourceId(id),
    version: 'v',
    language,
    acronyms,
    passages: passages.map((written, ordinal): IndexedPassage => {
      const { text, context = '' } = typeof written === 'string' ? { text: written } : written
      const span = { start, end: start + text.length }
      start = span.end + 2
      const passage: Passage = { ...span, source: sourceId(id), version: 'v', ordinal, sentences: [span], context }
      return { passage, sentences: [{ text, asked: '' }] }
    }),
  }
}
