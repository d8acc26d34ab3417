import type { Message } from './message.ts'
import type { Relative } from './relative.ts'
import type { SourceId } from './source.ts'
import type { AuditEntry, DocumentVersion, RecordEdits, StoredDocument, Usage } from './stored-document.ts'

/** The most that a library may take. */
export type Quota = { readonly documents: number; readonly bytes: number }

/** A file that somebody gives to a library. */
export type GivenFile = {
  /** Its name or path, as it came. */
  readonly name: string
  /** In bytes, as far as known before it is fetched. */
  readonly size: number | null
  /** Fetches it. @throws QuothError `bad-document`, with the reason, for what cannot be had */
  bytes(): Promise<Uint8Array>
  /** What its giver states about it. */
  readonly edits?: RecordEdits
}

/** A source that tells the same story as another. */
export type CopyOf = Omit<Relative, 'kind'>

/** What became of a file that was given. */
export type Outcome =
  | {
      /** `version`: of a document that was there under this name. */
      readonly kind: 'added' | 'version'
      readonly document: StoredDocument
      readonly title: string
      /** How many sources it became; a mailbox becomes many. */
      readonly sources: number
      readonly warnings: number
      /** The parts of it that are no sources, and why. */
      readonly refused: readonly { readonly id: SourceId; readonly reason: Message }[]
      /** The source that it is a near-duplicate of. */
      readonly copyOf: CopyOf | null
    }
  | { readonly kind: 'same'; readonly document: StoredDocument; readonly title: string }
  | { readonly kind: 'refused'; readonly reason: Message }

export type Addition = { readonly name: string; readonly outcome: Outcome }

/** How far adding has come. */
export type AddingProgress = {
  /** How many files ended, and of how many. */
  readonly done: number
  readonly of: number
  /** The file that is being worked on. */
  readonly name: string
  readonly stage: 'fetching' | 'reading' | 'indexing'
  /** Of a long document that is being read. */
  readonly pages?: { readonly read: number; readonly of: number }
}

/** A document with what a person sees of it. */
export type DocumentEntry = {
  readonly document: StoredDocument
  /** Of its source, or its name. */
  readonly title: string
}

/** What is in a library, or removed from it: a page. */
export type Catalogue = {
  readonly entries: readonly DocumentEntry[]
  readonly from: number
  readonly of: number
  readonly isRemoved: boolean
  /** What all of it takes, and may take; for those who may change the library. */
  readonly usage: { readonly used: Usage; readonly quota: Quota } | null
}

/** All about one document. */
export type DocumentDetails = DocumentEntry & {
  /** Oldest first. */
  readonly versions: readonly DocumentVersion[]
  /** When it is deleted for good, in Unix milliseconds; null while it is in the library. */
  readonly erasedAt: number | null
}

/** What was done to a document. */
export type DocumentChange = DocumentEntry & {
  readonly action: 'edit' | 'visibility' | 'remove' | 'restore' | 'erase'
  /** As for `DocumentDetails`. */
  readonly erasedAt: number | null
}

/** Who did what in a library, newest first: a page. */
export type Audit = { readonly entries: readonly AuditEntry[]; readonly from: number; readonly of: number }

/** What a library exports: its originals, as they were given. */
export type Export = {
  readonly documents: number
  /** What is in it: a file each, with its name there. */
  readonly files: readonly { readonly name: string; readonly size: number; bytes(): Promise<Uint8Array> }[]
}
