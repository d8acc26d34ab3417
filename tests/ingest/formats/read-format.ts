import { inEnglish } from '../../../src/domain/message.ts'
import { type Source, sourceId } from '../../../src/domain/source.ts'
import { readAnyDocument } from '../../../src/ingest/read-document.ts'
import { expectLaws } from '../support/laws.ts'

/** A file of a format as a source, which keeps the laws. */
export const readFormat = async (path: string, content: string | Uint8Array): Promise<Source> => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const source = await readAnyDocument({ id: sourceId('a'), path, bytes })
  expectLaws(source)
  return source
}

/** Its paragraphs, each in one line. */
export const paragraphsOf = ({ text, paragraphs }: Source): readonly string[] =>
  paragraphs.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '))

/** The value of the place in which each paragraph begins. */
export const placesOf = ({ paragraphs, places }: Source): readonly (number | undefined)[] =>
  paragraphs.map(({ start }) => places.findLast((place) => place.start <= start)?.value)

export const speakersOf = ({ paragraphs }: Source): readonly (string | null)[] =>
  paragraphs.map(({ speaker }) => speaker)

export const warningsOf = ({ origin }: Source): readonly string[] => origin.warnings.map(inEnglish)
