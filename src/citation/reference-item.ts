import type { CslName } from '../domain/bibliography.ts'
import type { Citation } from '../domain/citation.ts'
import type { Source } from '../domain/source.ts'
import { oneLine } from './citation.ts'
import { type PartialDate, readDate } from './dates.ts'

/** What is known of a source, cleaned for one line each; what the document does not say is null or empty. */
export type ReferenceItem = {
  /** CSL's type, as far as the record shows it: a page has an address, an article a publisher and a day. */
  readonly type: 'webpage' | 'article-newspaper' | 'document'
  readonly id: string
  readonly author: readonly CslName[]
  readonly title: string | null
  /** Stands where a style wants a title and the document has none: says so, with the opening words. */
  readonly untitled: string
  readonly publisher: string | null
  readonly issued: PartialDate | null
  /** Whether `issued` is the day of the last update, so that no style passes it off as the day of publication. */
  readonly isUpdate: boolean
  readonly URL: string | null
}

/** Of a name that shows nothing, nothing is left. */
const cleanName = (name: CslName): readonly CslName[] => {
  const [family, given] =
    'literal' in name ? ['', oneLine(name.literal)] : [oneLine(name.family), oneLine(name.given ?? '')]
  if (family === '') return given === '' ? [] : [{ literal: given }]
  return [given === '' ? { family } : { family, given }]
}

const cleaned = (text: string | null): string | null => (text === null ? null : oneLine(text) || null)

/** A space or another break inside an address would end it. */
const cleanedAddress = (text: string | null): string | null => cleaned(text)?.replaceAll(' ', '%20') ?? null

export const referenceItem = (citation: Citation, { record }: Source): ReferenceItem => {
  const issued = citation.issued === null ? null : readDate(citation.issued)
  const publisher = cleaned(citation.publisher)
  const URL = cleanedAddress(citation.URL)
  const isArticle = publisher !== null && issued?.day !== undefined
  return {
    type: URL !== null ? 'webpage' : isArticle ? 'article-newspaper' : 'document',
    id: citation.source,
    author: citation.author.flatMap(cleanName),
    title: cleaned(citation.title),
    untitled: `[Untitled document beginning “${oneLine(citation.titleShown).replace(/^\[|\]$/g, '')}”]`,
    publisher,
    issued,
    isUpdate: issued !== null && record.issuedKind === 'updated',
    URL,
  }
}

/** What a record for a program says in its note: that a title is missing, that a date is an update's. Null for neither. */
export const noteOf = ({ title, untitled, isUpdate }: ReferenceItem): string | null =>
  [title === null ? untitled.slice(1, -1) : '', isUpdate ? 'The date is that of the last update' : '']
    .filter(Boolean)
    .join('. ') || null
