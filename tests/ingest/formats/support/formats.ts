import type { FormatReader } from '../../../../src/ingest/formats/format.ts'
import { formatOf } from '../../../../src/ingest/formats/formats.ts'

/**
 * @param ending of the names of files
 * @returns what loads the reader of their format
 */
export const load = (ending: string) => (): Promise<FormatReader> => {
  const format = formatOf(`a.${ending}`)
  if (format === null) throw new Error(`no format for .${ending}`)
  return format.load()
}
