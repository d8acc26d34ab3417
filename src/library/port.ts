import type { BibliographicRecord } from '../domain/bibliography.ts'
import type { Source, SourceId } from '../domain/source.ts'
import type { SourceCard } from '../domain/source-card.ts'
import type { LikenessOf } from '../domain/works.ts'

/** What a person may name a source by: its id, file, title, publisher and date. */
export type SourceName = Pick<SourceCard, 'id' | 'path' | 'titleShown'> &
  Pick<BibliographicRecord, 'publisher' | 'issued'>

/** A page of an ordered list: `count` items starting at index `from`. */
export type Part = { readonly from: number; readonly count: number }

/** Stores sources by id. Every adapter passes `tests/contracts/library.ts`. */
export type Library = ReadableLibrary & {
  /** Adds the source, or replaces the one with its id. */
  put(source: Source): Promise<void>
  /** Removes the source; an unknown id is not an error. */
  remove(id: SourceId): Promise<void>
}

/** What of a library answers questions. */
export type ReadableLibrary = {
  /** The whole source. Each call may return a new object, equal in every field. */
  get(id: SourceId): Promise<Source | undefined>
  /** The sources whose version starts with `prefix`, by id. */
  getByVersion(prefix: string): Promise<readonly Source[]>
  /** How many sources there are. */
  size(): Promise<number>
  /** The cards, by id: all, or one page, which costs no more than its length. */
  list(part?: Part): Promise<readonly SourceCard[]>
  /**
   * The names of all sources, by id; called at every keystroke of a person who types one. Returns the same object until
   * a source is added or removed, so that callers can cache what they derive from it.
   */
  names(): Promise<readonly SourceName[]>
  /**
   * The ids, sorted, of the sources that may be taken for `source` where one cites by `by`, its own among them. At
   * once, since every citation asks.
   */
  sharing(source: Source, by: LikenessOf): readonly SourceId[]
}
