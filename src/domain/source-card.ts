import type { Message } from './message.ts'
import { boilerplateOf, type Run, type Source } from './source.ts'

/** A source's card in the catalogue: what a list shows of it, without text and spans. */
export type SourceCard = Pick<
  Source,
  'id' | 'version' | 'record' | 'titleShown' | 'titleIsDerived' | 'dateline' | 'language'
> & {
  /** The document's path, relative to the library folder. */
  readonly path: string
  /** Warnings from reading the document, in whole sentences. */
  readonly warnings: readonly Message[]
  /** How many paragraphs, sentences and words the body has. */
  readonly paragraphs: number
  readonly sentences: number
  readonly words: number
  /** What is neither indexed nor quoted. */
  readonly boilerplate: readonly Run[]
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0

/**
 * @param source any source
 * @returns its card; takes time linear in its text
 */
export const cardOf = (source: Source): SourceCard => {
  const { id, version, record, titleShown, titleIsDerived, dateline, language, text, paragraphs, origin } = source
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences)
  return {
    id,
    version,
    record,
    titleShown,
    titleIsDerived,
    dateline,
    language,
    path: origin.path,
    warnings: origin.warnings,
    paragraphs: paragraphs.length,
    sentences: sentences.length,
    words: sentences.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0),
    boilerplate: boilerplateOf(source),
  }
}
