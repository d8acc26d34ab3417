import type { CslName } from '../domain/bibliography.ts'
import type { Citation } from '../domain/citation.ts'
import {
  type CslContributor,
  type CslType,
  cslContributors,
  cslDates,
  cslTexts,
  type Publication,
} from '../domain/publication.ts'
import type { Source } from '../domain/source.ts'
import { oneLine } from './citation.ts'
import { type PartialDate, readDate } from './dates.ts'

/** The record of a source, each field cleaned to one line; unknown ones are null or empty. */
export type ReferenceItem = {
  /** The type stated, or else what the record tells: a page has a URL, an article a publisher and an exact date. */
  readonly type: CslType
  readonly id: string
  readonly author: readonly CslName[]
  readonly title: string | null
  /** Takes the place of a missing title: says so and gives the opening words. */
  readonly untitled: string
  /** The journal, newspaper or book that it is part of, if that is stated apart from the publisher. */
  readonly container: string | null
  readonly publisher: string | null
  readonly issued: PartialDate | null
  /** Whether `issued` is the date of the last update, which no style may pass off as the date of publication. */
  readonly isUpdate: boolean
  readonly URL: string | null
  /** What else is stated of it. */
  readonly publication: Publication
  /** `a`, `b` … behind the year, in styles that cite by author and year. */
  readonly yearSuffix: string
  /** Tells it apart from another that would be cited alike. */
  readonly disambiguation: string | null
}

/** A name cleaned to one line; none if nothing visible is left. */
const cleanName = (name: CslName): readonly CslName[] => {
  const parts = Object.entries(name).map(([part, text]: [string, string]) => [part, oneLine(text)] as const)
  const shown = Object.fromEntries(parts.filter(([, text]) => text !== '')) as Partial<
    Record<'literal' | 'family' | 'given', string>
  >
  if (shown.family !== undefined) return [{ ...shown, family: shown.family }]
  const literal = shown.literal ?? shown.given
  return literal === undefined ? [] : [{ literal }]
}

const cleaned = (text: string | null): string | null => (text === null ? null : oneLine(text) || null)

/** White space would end a URL. */
const cleanedUrl = (text: string | null): string | null => cleaned(text)?.replaceAll(' ', '%20') ?? null

const cleanPublication = (publication: Publication): Publication => {
  const texts = [...cslTexts, ...cslDates].flatMap((key) => {
    const text = cleaned(publication[key] ?? null)
    return text === null ? [] : [[key, text] as const]
  })
  const names = cslContributors.flatMap((key: CslContributor) => {
    const list = publication[key]?.flatMap(cleanName) ?? []
    return list.length === 0 ? [] : [[key, list] as const]
  })
  const { type } = publication
  return { ...(type === undefined ? {} : { type }), ...Object.fromEntries([...texts, ...names]) }
}

/** What it is where its type is not stated. */
const typeOf = (
  { volume, issue, ISSN, ISBN, 'container-title': container }: Publication,
  { URL, isArticle }: { readonly URL: string | null; readonly isArticle: boolean },
): CslType => {
  if (container !== undefined && (volume ?? issue ?? ISSN) !== undefined) return 'article-journal'
  if (ISBN !== undefined) return container === undefined ? 'book' : 'chapter'
  return URL !== null ? 'webpage' : isArticle ? 'article-newspaper' : 'document'
}

export const referenceItem = (citation: Citation, { record }: Source, yearSuffix = ''): ReferenceItem => {
  const issued = citation.issued === null ? null : readDate(citation.issued)
  const publisher = cleaned(citation.publisher)
  const URL = cleanedUrl(citation.URL)
  const publication = cleanPublication(record.publication ?? {})
  const isArticle = publisher !== null && issued?.day !== undefined
  const container = publication['container-title'] ?? null
  return {
    type: publication.type ?? typeOf(publication, { URL, isArticle }),
    id: citation.source,
    author: citation.author.flatMap(cleanName),
    title: cleaned(citation.title),
    untitled: `[Untitled document beginning “${oneLine(citation.titleShown).replace(/^\[|\]$/g, '')}”]`,
    // A record takes the container for the publisher where no other is stated.
    container: container === publisher ? null : container,
    publisher,
    issued,
    isUpdate: issued !== null && record.issuedKind === 'updated',
    URL,
    publication,
    yearSuffix: publication['year-suffix'] ?? yearSuffix,
    disambiguation: citation.disambiguation === undefined ? null : oneLine(citation.disambiguation),
  }
}

/** The note of a machine-readable record: that the title is missing, or the date an update's. Null for neither. */
export const noteOf = ({ title, untitled, isUpdate, publication, disambiguation }: ReferenceItem): string | null =>
  [
    title === null ? untitled.slice(1, -1) : '',
    isUpdate ? 'The date is that of the last update' : '',
    publication.note,
    disambiguation === null ? '' : `Document ${disambiguation}`,
  ]
    .filter(Boolean)
    .join('. ') || null

/** The journal, newspaper or book, or whoever published it. */
export const outletOf = ({ container, publisher }: ReferenceItem): string | null => container ?? publisher

/** Whether it stands in a journal or magazine, which are cited by volume and issue. */
export const isInJournal = ({ type }: ReferenceItem): boolean =>
  type === 'article-journal' || type === 'article-magazine' || type === 'article'

/** Whether it is a part of a book. */
export const isInBook = (item: ReferenceItem): boolean =>
  (item.type === 'chapter' || item.type === 'paper-conference' || item.type.startsWith('entry')) &&
  outletOf(item) !== null

/** Whether it is a work of its own, whose title stands without quotation marks. */
export const isWhole = ({ type }: ReferenceItem): boolean => type === 'book' || type === 'thesis' || type === 'report'

/** The publisher of a book: not the book itself, which a record may have in its place. */
export const bookPublisher = (item: ReferenceItem): string | null =>
  isInBook(item) && item.container === null ? null : item.publisher

/** `12(3)`, `12`, `3`; nothing if neither is known. */
export const volumeOf = ({ publication: { volume, issue } }: ReferenceItem): string =>
  volume === undefined
    ? issue === undefined
      ? ''
      : `(${issue})`
    : `${volume}${issue === undefined ? '' : `(${issue})`}`

/** `45–67`, with an en dash. */
export const pagesOf = ({ publication: { page } }: ReferenceItem): string =>
  page?.replace(/(?<=\d)\s*(?:-{1,2}|–|—)\s*(?=\w)/g, '–') ?? ''

/** Where it can be read: by its DOI if it has one. */
export const addressOf = ({ publication: { DOI }, URL }: ReferenceItem): string =>
  DOI === undefined ? (URL ?? '') : `https://doi.org/${DOI}`

/** `2nd ed.`; a stated edition that is no number stays as it is. */
export const editionOf = ({ publication: { edition } }: ReferenceItem): string => {
  if (edition === undefined) return ''
  if (!/^\d{1,3}$/.test(edition)) return /\bed(?:ition)?\b/i.test(edition) ? edition : `${edition} ed.`
  const last = /1[123]$/.test(edition) ? '' : edition.at(-1)
  const ending = last === '1' ? 'st' : last === '2' ? 'nd' : last === '3' ? 'rd' : 'th'
  return edition === '1' ? '' : `${edition}${ending} ed.`
}
