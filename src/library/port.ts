import type { BibliographicRecord } from '../domain/bibliography.ts'
import type { Source, SourceId } from '../domain/source.ts'
import type { SourceCard } from '../domain/source-card.ts'

/** What a person may name a source by: what it is called, who published it and when, as its record says. */
export type SourceName = Pick<SourceCard, 'id' | 'path' | 'titleShown'> &
  Pick<BibliographicRecord, 'publisher' | 'issued'>

/** So many of what stands in an order, from one on, counted from 0. */
export type Part = { readonly from: number; readonly count: number }

/** Here is an id, give me the source. Every adapter passes `tests/contracts/library.ts`. */
export type Library = {
  /** Adds the source, in the place of an earlier one of its id. */
  put(source: Source): Promise<void>
  /** Forgets the source; an id that is not there is no error. */
  remove(id: SourceId): Promise<void>
  /** The whole source. Each call may give another object, equal in every field. */
  get(id: SourceId): Promise<Source | undefined>
  /** The sources whose version begins with `prefix`, by id. */
  getByVersion(prefix: string): Promise<readonly Source[]>
  /** How many sources there are. */
  size(): Promise<number>
  /** The card of every source, by id, or a part of them, which costs no more than it holds. */
  list(part?: Part): Promise<readonly SourceCard[]>
  /**
   * What every source may be named by, by id: asked for at every keystroke of a person who names one. The same object until
   * a source is put or removed, so that what was made of it can be kept as long.
   */
  names(): Promise<readonly SourceName[]>
}
