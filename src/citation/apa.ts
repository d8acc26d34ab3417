import type { CslName } from '../domain/bibliography.ts'
import { monthDay } from './dates.ts'
import { invertedInitials, joined, namedByInitials } from './names.ts'
import { isOwnPublisher, withFullStop } from './prose.ts'
import {
  addressOf,
  bookPublisher,
  editionOf,
  isInBook,
  isInJournal,
  outletOf,
  pagesOf,
  type ReferenceItem,
  volumeOf,
} from './reference-item.ts'

/** Up to 20 names with `&` before the last; of more, the first 19 and the last. */
const authors = (all: readonly CslName[]): string => {
  const names = all.map(invertedInitials)
  if (names.length < 2) return names[0] ?? ''
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, . . . ${names.at(-1)}`
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`
}

/** A journal and a book are cited by the year alone. */
const date = (item: ReferenceItem): string => {
  const { issued, type } = item
  if (issued === null) return '(n.d.).'
  const isByYear = type === 'article-journal' || type === 'book' || isInBook(item)
  return `(${[`${issued.year}${item.yearSuffix}`, isByYear ? '' : monthDay(issued)].filter(Boolean).join(', ')}).`
}

/** `(Ed.)`, `(Eds.)` */
const editorMark = (editors: readonly CslName[]): string => (editors.length === 1 ? '(Ed.)' : '(Eds.)')

/** `(2nd ed., Vol. 3, pp. 45–67)` */
const inBrackets = (parts: readonly string[]): string => {
  const stated = parts.filter(Boolean).join(', ')
  return stated === '' ? '' : `(${stated})`
}

const pageRange = (item: ReferenceItem): string => {
  const pages = pagesOf(item)
  return pages === '' ? '' : `${/^\d+$/.test(pages) ? 'p.' : 'pp.'} ${pages}`
}

/** Where it was published. */
const placed = (item: ReferenceItem): string => {
  const { publication, publisher } = item
  const outlet = outletOf(item)
  if (isInJournal(item)) return [outlet, volumeOf(item), pagesOf(item)].filter(Boolean).join(', ')
  if (isInBook(item)) {
    const { editor = [], volume } = publication
    const by = editor.length === 0 ? '' : `${joined(editor.map(namedByInitials), '&')} ${editorMark(editor)}, `
    const brackets = inBrackets([editionOf(item), volume === undefined ? '' : `Vol. ${volume}`, pageRange(item)])
    return (
      [`In ${by}${outlet}`, brackets].filter(Boolean).join(' ') + (bookPublisher(item) === null ? '' : `. ${publisher}`)
    )
  }
  return outlet === null || isOwnPublisher(item) ? '' : outlet
}

/** A reference list entry in APA style, 7th edition, without italics. Titles keep the source's capitals. */
export const apa = (item: ReferenceItem): string => {
  const { editor = [], translator = [], volume } = item.publication
  const hasEditors = item.type === 'book' && item.author.length === 0 && editor.length > 0
  const named = authors(item.author)
  const heading = hasEditors ? `${authors(editor)} ${editorMark(editor)}.` : named && withFullStop(named)
  const isPart = isInBook(item) || isInJournal(item)
  const numbers = isPart ? [] : [editionOf(item), volume === undefined ? '' : `Vol. ${volume}`]
  const translated = translator.length === 0 ? '' : `${joined(translator.map(namedByInitials), '&')}, Trans.`
  const details = inBrackets([[translated, numbers.filter(Boolean).join(', ')].filter(Boolean).join('; ')])
  const title = withFullStop([item.title ?? item.untitled, details].filter(Boolean).join(' '))
  const opening = heading === '' ? [title, date(item)] : [heading, date(item), title]
  const where = placed(item)
  return [...opening, where === '' ? '' : withFullStop(where), addressOf(item)].filter(Boolean).join(' ')
}
