import { nameShown } from './bibliography.ts'
import type { Source } from './source.ts'

/** By what sources may be taken for one another: all that a citation says, or author and year alone. */
export type LikenessOf = 'work' | 'author-date'

/**
 * @param source any source, or its card
 * @returns what a citation says of it, by kind: equal for sources that would be cited alike
 */
export const citedAs = ({
  record,
  titleShown,
}: Pick<Source, 'record' | 'titleShown'>): { readonly [K in LikenessOf]: string } => {
  const authors = record.author.map(nameShown).join(';')
  const outlet = record.publication?.['container-title'] ?? record.publisher ?? ''
  const { volume = '', issue = '' } = record.publication ?? {}
  const year = record.issued?.slice(0, 4) ?? ''
  return {
    work: [authors, titleShown, outlet, volume, issue, record.issued ?? ''].join('\n').toLowerCase(),
    // A work without author is cited by its title.
    'author-date': [authors || titleShown, year].join('\n').toLowerCase(),
  }
}

/** `a` for the first of works of one author and year, `z` for the 26th, then `aa`. */
export const yearSuffix = (place: number): string =>
  (place < 26 ? '' : yearSuffix(Math.floor(place / 26) - 1)) + String.fromCharCode(97 + (place % 26))
