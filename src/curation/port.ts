import type {
  AddingProgress,
  Addition,
  Audit,
  Catalogue,
  DocumentChange,
  DocumentDetails,
  DocumentEntry,
  Export,
  GivenFile,
} from '../domain/curation.ts'
import type { Audience, LibraryId, RecordEdits, Visibility } from '../domain/stored-document.ts'

/** Who curates which library, and what they may do and see. */
export type CuratorRole = {
  readonly library: LibraryId
  /** A person's id, or `host`. */
  readonly by: string
  /** What they may see; null for all, as the host may. */
  readonly audience: Audience | null
  /** Whether they may add, change and remove. */
  readonly mayChange: boolean
}

/** What a person can do with the documents of a library, as far as they may. */
export type Curator = {
  /**
   * Adds files one after another: each ends with an outcome, and one that cannot be added costs no other.
   * @param files as they came; a zip stands for what is in it
   * @param options `visibility`: who may see them; `isNew`: a file of a name that is there becomes another document
   * @throws QuothError `forbidden`
   */
  add(
    files: readonly GivenFile[],
    options?: {
      readonly visibility?: Visibility
      readonly isNew?: boolean
      readonly onProgress?: (progress: AddingProgress) => void
      readonly onAddition?: (addition: Addition) => void
      readonly signal?: AbortSignal | undefined
    },
  ): Promise<readonly Addition[]>
  /**
   * Fetches what stands at an address of the web, to be added.
   * @throws QuothError `forbidden` where the host has not turned that on; `bad-document` with the reason why it cannot be had
   */
  fetch(address: string): Promise<GivenFile>
  /** @param part a page, counted from 0; everything if not given */
  list(options?: {
    readonly part?: { readonly from: number; readonly count: number } | undefined
    readonly isRemoved?: boolean
  }): Promise<Catalogue>
  /** @param name an id, a file's name or a title @throws QuothError `unknown-source` */
  show(name: string): Promise<DocumentDetails>
  /** Changes the named fields; an empty one is as the document has it again. @throws QuothError `bad-argument` */
  edit(name: string, edits: RecordEdits): Promise<DocumentChange>
  setVisibility(name: string, visibility: Visibility): Promise<DocumentChange>
  /** @param isForGood deletes it with all its versions, so that it cannot be restored */
  remove(name: string, isForGood?: boolean): Promise<DocumentChange>
  restore(name: string): Promise<DocumentChange>
  audit(part?: { readonly from: number; readonly count: number }): Promise<Audit>
  export(): Promise<Export>
  /**
   * The same as a zip.
   * @throws QuothError `bad-argument` for more than a chat takes; a host can export it
   */
  archive(): Promise<{ readonly documents: number; readonly archive: Uint8Array }>
  /** Suggests documents for what was typed so far, best first. */
  suggest(typed: string, limit: number, isRemoved?: boolean): Promise<readonly DocumentEntry[]>
}
