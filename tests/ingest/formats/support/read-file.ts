import { QuothError } from '../../../../src/domain/error.ts'
import { inEnglish } from '../../../../src/domain/message.ts'
import { type Source, sourceId } from '../../../../src/domain/source.ts'
import { readAnyDocument } from '../../../../src/ingest/read-document.ts'

/** @returns the source that a file becomes */
export const readFile = (path: string, bytes: Uint8Array): Promise<Source> =>
  readAnyDocument({ id: sourceId(path.replace(/\.\w+$/, '')), path, bytes })

/** @returns the text of each paragraph of a source */
export const paragraphsOf = ({ text, paragraphs }: Source): readonly string[] =>
  paragraphs.map(({ start, end }) => text.slice(start, end))

/** @returns the text of each run of a kind */
export const runsOf = ({ text, runs }: Source, kind: string): readonly string[] =>
  runs.filter((run) => run.kind === kind).map(({ start, end }) => text.slice(start, end))

/** @returns what was noticed when it was read, in English */
export const warningsOf = ({ origin }: Source): readonly string[] => origin.warnings.map(inEnglish)

/** @returns why a file is refused; null if it is read */
export const refusalOf = async (path: string, bytes: Uint8Array): Promise<string | null> => {
  try {
    await readFile(path, bytes)
    return null
  } catch (error) {
    if (error instanceof QuothError && error.code === 'bad-document') return error.message
    throw error
  }
}
