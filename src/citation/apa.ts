import type { CslName } from '../domain/bibliography.ts'
import { monthDay } from './dates.ts'
import { isOwnPublisher, withFullStop } from './prose.ts'
import type { ReferenceItem } from './reference-item.ts'

/** `Jean-Paul Maria` as `J.-P. M.` */
const initials = (given: string): string =>
  given
    .split(' ')
    .map((name) =>
      name
        .split('-')
        .filter(Boolean)
        .map((part) => `${[...part][0]}.`)
        .join('-'),
    )
    .join(' ')

const nameOf = (name: CslName): string =>
  'literal' in name ? name.literal : name.given === undefined ? name.family : `${name.family}, ${initials(name.given)}`

/** Up to 20 names with `&` before the last; of more, the first 19 and the last. */
const authors = (all: readonly CslName[]): string => {
  const names = all.map(nameOf)
  if (names.length < 2) return names[0] ?? ''
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, . . . ${names.at(-1)}`
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`
}

const date = ({ issued }: ReferenceItem): string =>
  issued === null ? '(n.d.).' : `(${[issued.year, monthDay(issued)].filter(Boolean).join(', ')}).`

/** A reference list entry in APA style, 7th edition, without italics. Titles keep the source's capitals. */
export const apa = (item: ReferenceItem): string => {
  const title = withFullStop(item.title ?? item.untitled)
  const opening = item.author.length > 0 ? [withFullStop(authors(item.author)), date(item), title] : [title, date(item)]
  const publisher = item.publisher === null || isOwnPublisher(item) ? '' : withFullStop(item.publisher)
  return [...opening, publisher, item.URL ?? ''].filter(Boolean).join(' ')
}
