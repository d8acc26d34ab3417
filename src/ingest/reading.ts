import type { BibliographicRecord } from '../domain/bibliography.ts'
import type { Message } from '../domain/message.ts'
import type { Paragraph, Run } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'

/** A body paragraph as a reader found it: its place and role, before its sentences are known. */
export type ParagraphDraft = Span &
  Pick<Paragraph, 'section' | 'role' | 'speaker' | 'answers'> & {
    /** Runs inside that carry no words of the document, in order; at the edge of a sentence they stay outside it. */
    readonly marks: readonly Span[]
    /** Marks of Markdown inside a line, such as `**` and link targets, in order; a sentence that touches one keeps it. */
    readonly inlineMarks: readonly Span[]
  }

/** What a reader makes of a text. Drafts and runs are apart and together hold every character that is not white space. */
export type Reading = {
  /** Everything that is not body, in any order. */
  readonly runs: readonly Run[]
  /** In order. */
  readonly paragraphs: readonly ParagraphDraft[]
  readonly record: BibliographicRecord
  readonly dateline: string | null
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
