const line = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/

/** A record of RIS: its lines as tag and value. */
export type RisRecord = readonly (readonly [tag: string, value: string])[]

/**
 * @param text of a RIS file
 * @returns its records, each from `TY` to `ER`; a line without a tag goes on with the one above
 */
export function* risRecords(text: string): Generator<RisRecord> {
  let record: (readonly [string, string])[] = []
  for (const written of text.split('\n')) {
    const [, tag, value = ''] = line.exec(written.trimEnd()) ?? []
    const last = record.at(-1)
    if (tag === undefined) {
      if (last && written.trim() !== '') record[record.length - 1] = [last[0], `${last[1]} ${written.trim()}`]
      continue
    }
    if ((tag === 'TY' || tag === 'ER') && record.length > 0) {
      yield record
      record = []
    }
    if (tag === 'TY' || (tag !== 'ER' && record.length > 0)) record.push([tag, value.trim()])
  }
  if (record.length > 0) yield record
}

/**
 * @param record a record
 * @returns it as text that `risRecords` reads the same
 */
export const risText = (record: RisRecord): string =>
  `${record.map(([tag, value]) => `${tag}  - ${value}`).join('\n')}\nER  - \n`
