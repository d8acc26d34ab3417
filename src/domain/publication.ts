import type { CslName } from './bibliography.ts'

/** The types of CSL 1.0.2. */
export const cslTypes = [
  ...(['article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast'] as const),
  ...(['chapter', 'classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary'] as const),
  ...(['entry-encyclopedia', 'event', 'figure', 'graphic', 'hearing', 'interview', 'legal_case'] as const),
  ...(['legislation', 'manuscript', 'map', 'motion_picture', 'musical_score', 'pamphlet'] as const),
  ...(['paper-conference', 'patent', 'performance', 'periodical', 'personal_communication', 'post'] as const),
  ...(['post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech'] as const),
  ...(['standard', 'thesis', 'treaty', 'webpage'] as const),
] as const
export type CslType = (typeof cslTypes)[number]

/** The variables of CSL 1.0.2 that are texts or numbers, without those that the record has itself. */
export const cslTexts = [
  ...(['abstract', 'annote', 'archive', 'archive_collection', 'archive_location', 'archive-place'] as const),
  ...(['authority', 'call-number', 'chapter-number', 'citation-number', 'collection-number'] as const),
  ...(['collection-title', 'container-title', 'container-title-short', 'dimensions', 'division', 'DOI'] as const),
  ...(['edition', 'event', 'event-place', 'event-title', 'first-reference-note-number', 'genre', 'ISBN'] as const),
  ...(['ISSN', 'issue', 'jurisdiction', 'keyword', 'language', 'license', 'locator', 'medium', 'note'] as const),
  ...(['number', 'number-of-pages', 'number-of-volumes', 'original-publisher'] as const),
  ...(['original-publisher-place', 'original-title', 'page', 'page-first', 'part-number', 'part-title'] as const),
  ...(['PMCID', 'PMID', 'printing-number', 'publisher-place', 'references', 'reviewed-genre'] as const),
  ...(['reviewed-title', 'scale', 'section', 'source', 'status', 'supplement-number', 'title-short'] as const),
  ...(['version', 'volume', 'volume-title', 'volume-title-short', 'year-suffix'] as const),
] as const
export type CslText = (typeof cslTexts)[number]

/** The variables of CSL 1.0.2 that are names, without `author`. */
export const cslContributors = [
  ...(['chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor'] as const),
  ...(['curator', 'director', 'editor', 'editorial-director', 'editor-translator'] as const),
  ...(['executive-producer', 'guest', 'host', 'illustrator', 'interviewer', 'narrator', 'organizer'] as const),
  ...(['original-author', 'performer', 'producer', 'recipient', 'reviewed-author', 'script-writer'] as const),
  ...(['series-creator', 'translator'] as const),
] as const
export type CslContributor = (typeof cslContributors)[number]

/** The variables of CSL 1.0.2 that are dates, without `issued`. */
export const cslDates = ['accessed', 'available-date', 'event-date', 'original-date', 'submitted'] as const
export type CslDate = (typeof cslDates)[number]

/**
 * How and where a document was published, as its sidecar or front matter states it, with CSL-JSON's names; dates are
 * ISO 8601, as precise as known.
 */
export type Publication = {
  readonly [K in CslText | CslDate]?: string
} & {
  readonly [K in CslContributor]?: readonly CslName[]
} & {
  readonly type?: CslType
}
