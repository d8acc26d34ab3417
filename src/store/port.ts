import type { Quota } from '../domain/curation.ts'
import type {
  AuditEntry,
  DocumentId,
  DocumentVersion,
  LibraryId,
  ReadAs,
  RecordEdits,
  StoredDocument,
  Usage,
  Visibility,
} from '../domain/stored-document.ts'

/** Who does it: a person's id, or `host` for the terminal; and when, in Unix milliseconds. */
export type Attribution = { readonly by: string; readonly at: number }

/** A document to be stored, and what it was read as. */
export type NewDocument = {
  readonly id: DocumentId
  readonly name: string
  readonly bytes: Uint8Array
  readonly visibility: Visibility
  readonly edits: RecordEdits
  /** As it was read; see `DocumentVersion`. */
  readonly title: string
  readonly readAs: readonly ReadAs[]
}

/** Another version of a document. */
export type NewVersion = Pick<NewDocument, 'bytes' | 'title' | 'readAs'> & {
  /** The number of the version that it follows: another one means that somebody was faster. */
  readonly after: number
  /** Its file's name, if that changed. */
  readonly name?: string
}

/** What became of a change. */
export type Changed =
  | { readonly kind: 'changed'; readonly document: StoredDocument }
  /** There is no such document, or it is not as the change supposes: removed, or changed by somebody else. */
  | { readonly kind: 'gone' }
  /** The quota does not allow it; nothing was kept. */
  | { readonly kind: 'full'; readonly usage: Usage }

/**
 * The documents that people gave to libraries, kept durably: when a promise of a change resolves, it is on disk, the
 * original included. Each change is kept wholly or not at all, with an entry in the audit. One library knows nothing of
 * another: not even equal bytes are shared. Every adapter passes `tests/contracts/store.ts`.
 *
 * @throws QuothError `state` from any method where nothing can be read or written, with the reason
 */
export type Store = {
  /** The libraries that have anything, removed documents and audit included, sorted. */
  libraries(): Promise<readonly LibraryId[]>
  /**
   * Grows with every change of a library, whichever process makes it; 0 for an empty one. Cheap: called at every
   * question.
   */
  revision(library: LibraryId): Promise<number>
  /** The documents in a library, by id, without removed ones. */
  documents(library: LibraryId): Promise<readonly StoredDocument[]>
  /** The removed documents that can still be restored, by id. */
  removed(library: LibraryId): Promise<readonly StoredDocument[]>
  /** A document, removed or not. */
  get(library: LibraryId, id: DocumentId): Promise<StoredDocument | undefined>
  /** Its versions, oldest first. */
  versions(library: LibraryId, id: DocumentId): Promise<readonly DocumentVersion[]>
  /** The bytes of a version; undefined where they are missing or damaged, which `verify` reports. */
  original(library: LibraryId, sha256: string): Promise<Uint8Array | undefined>
  /**
   * The versions of documents that were read as a source whose `Source.version` starts with `prefix`: what a quote id
   * of an earlier version leads to.
   */
  readAs(
    library: LibraryId,
    prefix: string,
  ): Promise<
    readonly { readonly document: StoredDocument; readonly version: DocumentVersion; readonly source: ReadAs }[]
  >
  usage(library: LibraryId): Promise<Usage>

  add(library: LibraryId, document: NewDocument, attribution: Attribution, quota: Quota): Promise<Changed>
  addVersion(
    library: LibraryId,
    id: DocumentId,
    version: NewVersion,
    attribution: Attribution,
    quota: Quota,
  ): Promise<Changed>
  /** Records as what a version of a document is read now, by a later Quoth or after an edit; not in the audit. */
  nowReadAs(
    library: LibraryId,
    id: DocumentId,
    number: number,
    read: Pick<NewDocument, 'title' | 'readAs'>,
  ): Promise<void>
  /** Replaces all edits. */
  edit(
    library: LibraryId,
    id: DocumentId,
    edits: RecordEdits,
    detail: string,
    attribution: Attribution,
  ): Promise<Changed>
  setVisibility(
    library: LibraryId,
    id: DocumentId,
    visibility: Visibility,
    detail: string,
    attribution: Attribution,
  ): Promise<Changed>
  /** Takes a document out of the library; it can be restored until `eraseRemoved` is told otherwise. */
  remove(library: LibraryId, id: DocumentId, attribution: Attribution): Promise<Changed>
  restore(library: LibraryId, id: DocumentId, attribution: Attribution, quota: Quota): Promise<Changed>
  /** Deletes a document with all its versions and originals, for good. The audit says that it was there. */
  erase(library: LibraryId, id: DocumentId, attribution: Attribution): Promise<Changed>
  /** Erases what was removed before a time, in all libraries. Resolves with how many documents. */
  eraseRemoved(before: number): Promise<number>
  /** Newest first; `from` counts from 0. */
  audit(
    library: LibraryId,
    part: { readonly from: number; readonly count: number },
  ): Promise<{ readonly entries: readonly AuditEntry[]; readonly of: number }>

  /** Deletes a library with all that is in it. */
  eraseLibrary(library: LibraryId): Promise<void>
  /**
   * Marks a library as left by its server at a time, or with null as in use. One that was left before keeps the first
   * time; unknown ones are ignored.
   */
  leave(library: LibraryId, at: number | null): Promise<void>
  /** The libraries left before a time, sorted. */
  leftBefore(at: number): Promise<readonly LibraryId[]>
  /** What is kept of a person apart from their own library: what they did. */
  actionsOf(person: string): Promise<readonly (AuditEntry & { readonly library: LibraryId })[]>
  /** Forgets who that was: versions and audit name nobody. Their own library is erased. */
  forget(person: string): Promise<void>
}

/** What `verify` found. Paths are relative to the data folder. */
export type Verified = {
  readonly libraries: number
  readonly documents: number
  readonly versions: number
  /** Originals that are missing, or whose bytes are not those that were given. */
  readonly damaged: readonly { readonly library: LibraryId; readonly document: DocumentId; readonly version: number }[]
  /** Files among the originals that no document has. */
  readonly unknown: readonly string[]
}
