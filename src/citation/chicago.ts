import { type CslName, nameShown } from '../domain/bibliography.ts'
import { monthDay } from './dates.ts'
import { firstInverted, joined } from './names.ts'
import { isOwnPublisher, shownTitle, withFullStop } from './prose.ts'
import {
  addressOf,
  bookPublisher,
  editionOf,
  isInBook,
  isInJournal,
  isWhole,
  outletOf,
  pagesOf,
  type ReferenceItem,
} from './reference-item.ts'

/** Up to six names; of more, the first three and `et al.` */
const authors = (all: readonly CslName[]): string =>
  all.length > 6 ? `${firstInverted(all.slice(0, 3)).replace(', and ', ', ')}, et al.` : firstInverted(all)

const by = (role: string, names: readonly CslName[] = []): string =>
  names.length === 0 ? '' : `${role} by ${joined(names.map(nameShown), 'and')}`

/** `Journal of Tides 12 (3): 45–67` */
const journal = (item: ReferenceItem): string => {
  const { volume, issue } = item.publication
  const number =
    volume === undefined
      ? issue === undefined
        ? ''
        : `, no. ${issue}`
      : ` ${volume}${issue === undefined ? '' : ` (${issue})`}`
  const pages = pagesOf(item)
  return `${outletOf(item) ?? ''}${number}${pages === '' ? '' : `: ${pages}`}`
}

/** `In Tides, edited by Jane Roe, 45–67. Aber Press` */
const book = (item: ReferenceItem): string => {
  const { editor, volume } = item.publication
  const inside = [
    `In ${outletOf(item)}`,
    by('edited', editor),
    volume === undefined ? '' : `vol. ${volume}`,
    pagesOf(item),
  ]
  return [inside.filter(Boolean).join(', '), editionOf(item), bookPublisher(item)]
    .filter(Boolean)
    .join('. ')
    .replaceAll('..', '.')
}

/** Where and, as far as the year does not say it, when it was published. */
const placed = (item: ReferenceItem, hasHeading: boolean): string => {
  if (isInJournal(item)) return journal(item)
  if (isInBook(item)) return book(item)
  const { editor, translator, volume } = item.publication
  const isEdited = item.author.length > 0
  const details = [
    editionOf(item),
    volume === undefined ? '' : `Vol. ${volume}`,
    isEdited ? by('Edited', editor) : '',
    by('Translated', translator),
  ].filter(Boolean)
  const container = hasHeading && !isOwnPublisher(item) ? (outletOf(item) ?? '') : ''
  const day = item.issued === null || isWhole(item) ? '' : monthDay(item.issued)
  const update = item.isUpdate ? `updated ${day || item.issued?.year}` : day
  const where = [container, container === '' ? update.replace(/^u/, 'U') : update].filter(Boolean).join(', ')
  return [...details.map((part) => part.replace(/\.$/, '')), where].filter(Boolean).join('. ')
}

/**
 * A reference list entry in Chicago author-date style, 18th edition, without italics. Without an author, the editors or
 * the publisher take the author's place.
 */
export const chicago = (item: ReferenceItem): string => {
  const { editor = [] } = item.publication
  const hasEditors = item.type === 'book' && item.author.length === 0 && editor.length > 0
  const mark = editor.length === 1 ? 'ed.' : 'eds.'
  const named = hasEditors ? `${authors(editor)}, ${mark}` : authors(item.author)
  const isPart = isInJournal(item) || isInBook(item)
  const heading = named !== '' || isPart ? named : (outletOf(item) ?? '')
  const year = withFullStop(item.issued === null ? 'n.d.' : `${item.issued.year}${item.yearSuffix}`)
  const where = placed(item, named !== '')
  const opening = heading === '' ? [shownTitle(item), year] : [withFullStop(heading), year, shownTitle(item)]
  const address = addressOf(item)
  return [...opening, where === '' ? '' : withFullStop(where), address === '' ? '' : withFullStop(address)]
    .filter(Boolean)
    .join(' ')
}
