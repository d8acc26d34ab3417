import { QuothError } from '../../../domain/error.ts'
import { type Message, msg } from '../../../domain/message.ts'
import { readItem } from '../../sidecar.ts'
import type { Extraction, FormattedFile } from '../format.ts'
import { packageNamed } from '../package-named.ts'
import { textWriter } from '../text-writer.ts'
import { rawEntries } from './bibliography.ts'
import { entryOf } from './entry.ts'

const damaged = msg`Something of the entry cannot be read, so it was left out.`

/**
 * Reads an entry of a bibliography.
 * @param file the file
 * @returns its fields as one line, what it says in sentences, and its record
 * @throws QuothError `bad-document`, with the reason
 */
export const extract = async ({ path, bytes }: FormattedFile): Promise<Extraction> => {
  const raw = rawEntries(path, bytes)
  const entries = raw === null ? [] : [...raw].flatMap((each) => entryOf(each) ?? [])
  if (entries.length === 0) throw new QuothError('bad-document', msg`It has no entries of a bibliography.`)
  const writer = textWriter()
  for (const { fields, texts } of entries) {
    writer.block(fields.map(({ name, text }) => `${name}: ${text}`).join(' | '))
    for (const text of texts) writer.block(text)
  }
  const [first] = entries
  const { record, language, faults } =
    entries.length === 1 && first ? readItem(first.item) : { record: {}, language: null, faults: [] }
  const warnings: Message[] = faults.map((field) => msg`${field} of the entry cannot be read, so it was left out.`)
  if (entries.some(({ isDamaged }) => isDamaged)) warnings.push(damaged)
  return {
    ...writer.written(),
    content: 'records',
    stated: record,
    ...(language ? { language } : {}),
    warnings,
    reader: packageNamed('@citation-js/core'),
  }
}
