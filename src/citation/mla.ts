import type { CslName } from '../domain/bibliography.ts'
import { dayMonthYear } from './dates.ts'
import { firstInverted, invertedName, isOwnPublisher, quotedTitle, withFullStop } from './prose.ts'
import type { ReferenceItem } from './reference-item.ts'

const months = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.']

/** Up to two names; of more, the first and `et al.` */
const authors = (all: readonly CslName[]): string => {
  const [first] = all
  return first !== undefined && all.length > 2 ? `${invertedName(first)}, et al.` : firstInverted(all)
}

/**
 * A works-cited entry in MLA style, 9th edition, without italics. An organisation that publishes its own work is named
 * once, as the publisher.
 */
export const mla = (item: ReferenceItem): string => {
  const author = isOwnPublisher(item) ? '' : authors(item.author)
  const date = item.issued === null ? '' : dayMonthYear(item.issued, months)
  const container = [item.publisher, item.isUpdate ? `updated ${date}` : date, item.URL].filter(Boolean).join(', ')
  const placed = container.replace(/^updated/, 'Updated')
  return [author === '' ? '' : withFullStop(author), quotedTitle(item), placed === '' ? '' : withFullStop(placed)]
    .filter(Boolean)
    .join(' ')
}
