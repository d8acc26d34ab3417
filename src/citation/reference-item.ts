import type { CslName } from '../domain/bibliography.ts'
import type { Citation } from '../domain/citation.ts'
import type { Source } from '../domain/source.ts'
import { oneLine } from './citation.ts'
import { type PartialDate, readDate } from './dates.ts'

/** The record of a source, each field cleaned to one line; unknown ones are null or empty. */
export type ReferenceItem = {
  /** CSL's type as far as the record tells: a page has a URL, an article a publisher and an exact date. */
  readonly type: 'webpage' | 'article-newspaper' | 'document'
  readonly id: string
  readonly author: readonly CslName[]
  readonly title: string | null
  /** Takes the place of a missing title: says so and gives the opening words. */
  readonly untitled: string
  readonly publisher: string | null
  readonly issued: PartialDate | null
  /** Whether `issued` is the date of the last update, which no style may pass off as the date of publication. */
  readonly isUpdate: boolean
  readonly URL: string | null
}

/** A name cleaned to one line; none if nothing visible is left. */
const cleanName = (name: CslName): readonly CslName[] => {
  const [family, given] =
    'literal' in name ? ['', oneLine(name.literal)] : [oneLine(name.family), oneLine(name.given ?? '')]
  if (family === '') return given === '' ? [] : [{ literal: given }]
  return [given === '' ? { family } : { family, given }]
}

const cleaned = (text: string | null): string | null => (text === null ? null : oneLine(text) || null)

/** White space would end a URL. */
const cleanedUrl = (text: string | null): string | null => cleaned(text)?.replaceAll(' ', '%20') ?? null

export const referenceItem = (citation: Citation, { record }: Source): ReferenceItem => {
  const issued = citation.issued === null ? null : readDate(citation.issued)
  const publisher = cleaned(citation.publisher)
  const URL = cleanedUrl(citation.URL)
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

/** The note of a machine-readable record: that the title is missing, or the date an update's. Null for neither. */
export const noteOf = ({ title, untitled, isUpdate }: ReferenceItem): string | null =>
  [title === null ? untitled.slice(1, -1) : '', isUpdate ? 'The date is that of the last update' : '']
    .filter(Boolean)
    .join('. ') || null
