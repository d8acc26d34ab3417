import type { BibliographicRecord } from '../../domain/bibliography.ts'
import { QuothError } from '../../domain/error.ts'
import { msg } from '../../domain/message.ts'
import { withHost } from '../host.ts'
import { interpret, interpretBody } from '../interpret.ts'
import { besides } from '../read-text.ts'
import { emptyRecord, type Reading } from '../reading.ts'
import { statedFields } from '../stated.ts'
import type { Extraction } from './format.ts'

/** The fields of a record that are known. The date and its kind go together. */
const known = (record: Partial<BibliographicRecord>): Partial<BibliographicRecord> => {
  const { issued, issuedKind = null, ...rest } = statedFields(record)
  return issued === undefined || issued === null ? rest : { ...rest, issued, issuedKind }
}

/**
 * Decides what the blocks of a formatted document are, by the rules for all formats.
 * @param extraction what the format's reader found
 * @returns its runs, paragraphs and record
 * @throws QuothError `bad-document` if nothing was found
 */
export const readExtraction = (extraction: Extraction): Reading => {
  const { text, blocks, furniture, stated, fallback = {}, language, warnings, content = 'document' } = extraction
  if (blocks.length === 0) throw new QuothError('bad-document', msg`It has no text.`)
  const reading =
    content === 'document'
      ? interpret(text, blocks, stated.title ?? null, undefined, fallback.title)
      : interpretBody(text, blocks, content)
  const record = { ...emptyRecord, ...known(fallback), ...known(reading.record), ...known(stated) }
  return {
    ...reading,
    record: withHost(record),
    runs: [...reading.runs.flatMap((run) => besides(furniture, run, text)), ...furniture],
    language,
    warnings,
  }
}
