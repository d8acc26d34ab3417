import type { PartialDate } from './dates.ts'
import { noteOf, type ReferenceItem } from './reference-item.ts'

const dateParts = ({ year, month, day }: PartialDate): readonly number[] =>
  [year, month, day].filter((part) => part !== undefined)

/** A CSL-JSON file of one item for reference managers; unknown fields are left out. */
export const cslJson = (item: ReferenceItem): string => {
  const note = noteOf(item)
  const container = item.type === 'document' ? 'publisher' : 'container-title'
  const fields = {
    id: item.id,
    type: item.type,
    ...(item.title === null ? {} : { title: item.title }),
    ...(item.author.length === 0 ? {} : { author: item.author }),
    ...(item.publisher === null ? {} : { [container]: item.publisher }),
    ...(item.issued === null ? {} : { issued: { 'date-parts': [dateParts(item.issued)] } }),
    ...(item.URL === null ? {} : { URL: item.URL }),
    ...(note === null ? {} : { note }),
  }
  return JSON.stringify([fields], null, 2)
}
