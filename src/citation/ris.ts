import type { PartialDate } from './dates.ts'
import { invertedName } from './prose.ts'
import { noteOf, type ReferenceItem } from './reference-item.ts'

const types = { webpage: 'ELEC', 'article-newspaper': 'NEWS', document: 'GEN' } as const

/** RIS requires a year of four digits. */
const yearOf = ({ year }: PartialDate): string => String(year).padStart(4, '0')

/** `2014/09/23/`: year, month and day, empty if unknown; the last field is for other information. */
const date = ({ issued }: ReferenceItem): string | null => {
  if (issued === null) return null
  const twoDigits = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'))
  return `${yearOf(issued)}/${twoDigits(issued.month)}/${twoDigits(issued.day)}/`
}

/** A RIS record for reference managers; DA has the full date. */
export const ris = (item: ReferenceItem): string =>
  (
    [
      ['TY', types[item.type]],
      ...item.author.map((name) => ['AU', invertedName(name)] as const),
      ['TI', item.title],
      [item.type === 'article-newspaper' ? 'T2' : 'PB', item.publisher],
      ['PY', item.issued === null ? null : yearOf(item.issued)],
      ['DA', date(item)],
      ['UR', item.URL],
      ['N1', noteOf(item)],
      ['ER', ''],
    ] as const
  )
    .flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}`]))
    .join('\n')
