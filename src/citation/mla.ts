import { type CslName, nameShown } from '../domain/bibliography.ts'
import { dayMonthYear } from './dates.ts'
import { firstInverted, invertedName, joined } from './names.ts'
import { isOwnPublisher, shownTitle, withFullStop } from './prose.ts'
import {
  addressOf,
  bookPublisher,
  editionOf,
  isInBook,
  isInJournal,
  outletOf,
  pagesOf,
  type ReferenceItem,
} from './reference-item.ts'

const months = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.']

/** Up to two names; of more, the first and `et al.` */
const authors = (all: readonly CslName[]): string => {
  const [first] = all
  return first !== undefined && all.length > 2 ? `${invertedName(first)}, et al.` : firstInverted(all)
}

/** `edited by Jane Roe`; of more than two, the first and `et al.` */
const contributors = (role: string, names: readonly CslName[] = []): string => {
  const shown = names.map(nameShown)
  if (shown.length === 0) return ''
  return `${role} ${shown.length > 2 ? `${shown[0]} et al.` : joined(shown, 'and')}`
}

/**
 * A works-cited entry in MLA style, 9th edition, without italics. An organisation that publishes its own work is named
 * once, as the publisher.
 */
export const mla = (item: ReferenceItem): string => {
  const { editor, translator, volume, issue } = item.publication
  const date = item.issued === null ? '' : dayMonthYear(item.issued, months)
  const pages = pagesOf(item)
  const hasEditors = item.author.length === 0 && item.type === 'book' && editor !== undefined
  const author = isOwnPublisher(item)
    ? ''
    : hasEditors
      ? `${authors(editor)}, ${editor.length === 1 ? 'editor' : 'editors'}`
      : authors(item.author)
  const isPart = isInJournal(item) || isInBook(item)
  const container = [
    isPart ? outletOf(item) : '',
    contributors('translated by', translator),
    hasEditors ? '' : contributors('edited by', editor),
    editionOf(item),
    volume === undefined ? '' : `vol. ${volume}`,
    issue === undefined ? '' : `no. ${issue}`,
    isPart ? (isInBook(item) ? bookPublisher(item) : '') : outletOf(item),
    item.isUpdate ? `updated ${date}` : date,
    pages === '' ? '' : `${/^\d+$/.test(pages) ? 'p.' : 'pp.'} ${pages}`,
    addressOf(item),
  ]
    .filter(Boolean)
    .join(', ')
  const placed = container.replace(/^(?:updated|translated|edited)/, (word) =>
    word.replace(/^\p{L}/u, (letter) => letter.toUpperCase()),
  )
  const apart = item.disambiguation === null ? '' : withFullStop(item.disambiguation)
  return [author === '' ? '' : withFullStop(author), shownTitle(item), placed === '' ? '' : withFullStop(placed), apart]
    .filter(Boolean)
    .join(' ')
}
