import type { BibliographicRecord } from '../domain/bibliography.ts'
import type { Message } from '../domain/message.ts'
import type { Paragraph, Run } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'

/** A body paragraph before it is split into sentences. */
export type ParagraphDraft = Span &
  Pick<Paragraph, 'section' | 'role' | 'speaker' | 'answers'> & {
    /** Marks without words, in order; at the edge of a sentence they stay outside it. */
    readonly marks: readonly Span[]
    /** Inline Markdown such as `**` and link targets, in order; a sentence that touches it includes it. */
    readonly inlineMarks: readonly Span[]
  }

/** A text that was read. Drafts and runs do not overlap, and cover every character that is not white space. */
export type Reading = {
  /** Everything that is not body, in any order. */
  readonly runs: readonly Run[]
  /** In order. */
  readonly paragraphs: readonly ParagraphDraft[]
  readonly record: BibliographicRecord
  readonly dateline: string | null
  /** What the document states of its language; see `Source.language`. */
  readonly language?: string | null | undefined
  readonly warnings: readonly Message[]
}

export const emptyRecord: BibliographicRecord = {
  title: null,
  author: [],
  publisher: null,
  issued: null,
  issuedKind: null,
  URL: null,
}
