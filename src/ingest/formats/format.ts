import type { BibliographicRecord } from '../../domain/bibliography.ts'
import type { Message } from '../../domain/message.ts'
import type { Content } from '../interpret.ts'
import type { WrittenText } from './text-writer.ts'

/** A file whose format is not plain text. */
export type FormattedFile = {
  /** Relative to the library folder, with its extension. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Whether what has no text may be read as pictures are, which takes seconds a page. */
  readonly ocr: boolean
  /** Called as often as something was read: so many pages of so many. */
  readonly onProgress?: ((read: number, of: number) => void) | undefined
}

/** What a format's reader found, before it is decided what the blocks are. */
export type Extraction = WrittenText & {
  /** Fields that count whatever the text prints. */
  readonly stated: Partial<BibliographicRecord>
  /** Fields that count where the text prints nothing else, such as metadata that may be left over. */
  readonly fallback?: Partial<BibliographicRecord>
  /**
   * What the blocks are: a `document` (unless stated), which may print its title, names and furniture; `speech`, words
   * that are spoken and nothing else; or `records`, such as rows, each for itself.
   */
  readonly content?: Content
  /** A BCP 47 tag that the file states; null where its words are of none, so that none is told from them. */
  readonly language?: string | null
  /** In whole sentences: what of the file was not read. */
  readonly warnings: readonly Message[]
  /** What read it, and its version: the package (`packageNamed`), or a reader of our own: `rtf 1.0.0`. */
  readonly reader: string
}

/** What reads the files of a format: a module of that shape. */
export type FormatReader = {
  /**
   * Reads a file: the same bytes give the same result.
   * @throws QuothError `bad-document` with the reason, for what is damaged, encrypted, too large inside or something else
   */
  readonly extract: (file: FormattedFile) => Promise<Extraction>
}

/** A format of documents. */
export type Format = {
  /** What the names of its files end in, in small letters, without the dot. */
  readonly endings: readonly string[]
  /** Whether text in pictures may be read, which takes seconds a page. */
  readonly mayHavePictures?: boolean
  /** Loads its reader when the first such file comes, since the packages for it are large. */
  readonly load: () => Promise<FormatReader>
}
