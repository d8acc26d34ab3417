import { cslDates } from '../domain/publication.ts'
import { type PartialDate, readDate } from './dates.ts'
import { noteOf, type ReferenceItem } from './reference-item.ts'

const dateParts = ({ year, month, day }: PartialDate): readonly number[] =>
  [year, month, day].filter((part) => part !== undefined)

/** Where a text of that type stands in the publisher's place, it is the publisher. */
const isPublished = (type: ReferenceItem['type']): boolean =>
  !/^(?:article|webpage|post|chapter|paper|entry|review)/.test(type)

/** A CSL-JSON file of one item for reference managers; unknown fields are left out. */
export const cslJson = (item: ReferenceItem): string => {
  const note = noteOf(item)
  const { type: _, note: __, ...publication } = item.publication
  const isApart = item.container !== null || isPublished(item.type)
  const outlet = item.publisher === null ? {} : { [isApart ? 'publisher' : 'container-title']: item.publisher }
  const dates = cslDates.flatMap((key) => {
    const date = readDate(publication[key] ?? '')
    return date === null ? [] : [[key, { 'date-parts': [dateParts(date)] }] as const]
  })
  const fields = {
    id: item.id,
    type: item.type,
    ...(item.title === null ? {} : { title: item.title }),
    ...(item.author.length === 0 ? {} : { author: item.author }),
    ...outlet,
    ...(item.issued === null ? {} : { issued: { 'date-parts': [dateParts(item.issued)] } }),
    ...(item.URL === null ? {} : { URL: item.URL }),
    ...publication,
    ...Object.fromEntries(dates),
    ...(note === null ? {} : { note }),
  }
  return JSON.stringify([fields], null, 2)
}
