import type { CslName } from '../domain/bibliography.ts'
import { monthDay } from './dates.ts'
import { firstInverted, isOwnPublisher, quotedTitle, stopped } from './prose.ts'
import type { ReferenceItem } from './reference-item.ts'

/** Six names at most; of more, the first three and `et al.` */
const authors = (all: readonly CslName[]): string =>
  all.length > 6 ? `${firstInverted(all.slice(0, 3)).replace(', and ', ', ')}, et al.` : firstInverted(all)

/**
 * An entry of a reference list in Chicago's author-date style, 18th edition, without italics. The publisher stands for
 * an author who is not named.
 */
export const chicago = (item: ReferenceItem): string => {
  const heading = item.author.length > 0 ? authors(item.author) : (item.publisher ?? '')
  const year = stopped(item.issued === null ? 'n.d.' : `${item.issued.year}`)
  const container = item.author.length > 0 && !isOwnPublisher(item) ? (item.publisher ?? '') : ''
  const day = item.issued === null ? '' : monthDay(item.issued)
  const update = item.isUpdate ? `updated ${day || item.issued?.year}` : day
  const placed = [container, container === '' ? update.replace(/^u/, 'U') : update].filter(Boolean).join(', ')
  const opening = heading === '' ? [quotedTitle(item), year] : [stopped(heading), year, quotedTitle(item)]
  return [...opening, placed === '' ? '' : stopped(placed), item.URL === null ? '' : stopped(item.URL)]
    .filter(Boolean)
    .join(' ')
}
