import type { CslType } from '../domain/publication.ts'
import type { PartialDate } from './dates.ts'
import { invertedName } from './names.ts'
import { isInBook, isInJournal, noteOf, type ReferenceItem } from './reference-item.ts'

/** RIS's types by CSL's; `GEN` for all others. */
const types: { readonly [T in CslType]?: string } = {
  article: 'JOUR',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  chapter: 'CHAP',
  dataset: 'DATA',
  entry: 'CHAP',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  hearing: 'HEAR',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'UNPB',
  map: 'MAP',
  motion_picture: 'MPCT',
  pamphlet: 'PAMP',
  'paper-conference': 'CONF',
  patent: 'PAT',
  personal_communication: 'PCOMM',
  'post-weblog': 'BLOG',
  report: 'RPRT',
  software: 'COMP',
  standard: 'STAND',
  thesis: 'THES',
  webpage: 'ELEC',
}

/** RIS requires a year of four digits. */
const yearOf = ({ year }: PartialDate): string => String(year).padStart(4, '0')

/** `2014/09/23/`: year, month and day, empty if unknown; the last field is for other information. */
const date = ({ issued }: ReferenceItem): string | null => {
  if (issued === null) return null
  const twoDigits = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'))
  return `${yearOf(issued)}/${twoDigits(issued.month)}/${twoDigits(issued.day)}/`
}

/** A RIS record for reference managers; DA has the full date. */
export const ris = (item: ReferenceItem): string => {
  const { publication } = item
  const [first = null, last = null] = publication.page?.split(/\s*(?:-{1,2}|–|—)\s*/) ?? []
  const isInOutlet =
    item.container === null && (isInJournal(item) || isInBook(item) || item.type === 'article-newspaper')
  return (
    [
      ['TY', types[item.type] ?? 'GEN'],
      ...item.author.map((name) => ['AU', invertedName(name)] as const),
      ['TI', item.title],
      ['T2', isInOutlet ? item.publisher : item.container],
      ...(publication.editor ?? []).map((name) => ['A2', invertedName(name)] as const),
      ...(publication.translator ?? []).map((name) => ['A4', invertedName(name)] as const),
      ['T3', publication['collection-title'] ?? null],
      ['VL', publication.volume ?? null],
      ['IS', publication.issue ?? null],
      ['SP', first],
      ['EP', last],
      ['ET', publication.edition ?? null],
      ['PB', isInOutlet ? null : item.publisher],
      ['CY', publication['publisher-place'] ?? null],
      ['PY', item.issued === null ? null : yearOf(item.issued)],
      ['DA', date(item)],
      ['DO', publication.DOI ?? null],
      ['SN', publication.ISSN ?? publication.ISBN ?? null],
      ['UR', item.URL],
      ['LA', publication.language ?? null],
      ['AB', publication.abstract ?? null],
      ...(publication.keyword?.split(/\s*[,;]\s*/) ?? []).map((word) => ['KW', word] as const),
      ['N1', noteOf(item)],
      ['ER', ''],
    ] as const
  )
    .flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}`]))
    .join('\n')
}
