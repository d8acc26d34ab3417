import type { CslName } from '../domain/bibliography.ts'
import { monthDay } from './dates.ts'
import { firstInverted, isOwnPublisher, quotedTitle, withFullStop } from './prose.ts'
import type { ReferenceItem } from './reference-item.ts'

/** Up to six names; of more, the first three and `et al.` */
const authors = (all: readonly CslName[]): string =>
  all.length > 6 ? `${firstInverted(all.slice(0, 3)).replace(', and ', ', ')}, et al.` : firstInverted(all)

/**
 * A reference list entry in Chicago author-date style, 18th edition, without italics. Without an author, the publisher
 * takes the author's place.
 */
export const chicago = (item: ReferenceItem): string => {
  const heading = item.author.length > 0 ? authors(item.author) : (item.publisher ?? '')
  const year = withFullStop(item.issued === null ? 'n.d.' : `${item.issued.year}`)
  const container = item.author.length > 0 && !isOwnPublisher(item) ? (item.publisher ?? '') : ''
  const day = item.issued === null ? '' : monthDay(item.issued)
  const update = item.isUpdate ? `updated ${day || item.issued?.year}` : day
  const placed = [container, container === '' ? update.replace(/^u/, 'U') : update].filter(Boolean).join(', ')
  const opening = heading === '' ? [quotedTitle(item), year] : [withFullStop(heading), year, quotedTitle(item)]
  return [...opening, placed === '' ? '' : withFullStop(placed), item.URL === null ? '' : withFullStop(item.URL)]
    .filter(Boolean)
    .join(' ')
}
