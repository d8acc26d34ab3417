import type { Source, SourceId } from '../domain/source.ts'

/** Here is an id, give me the source. Every adapter passes `tests/contracts/library.ts`. */
export type Library = {
  /** Adds the source, in the place of an earlier one of its id. */
  put(source: Source): Promise<void>
  /** Forgets the source; an id that is not there is no error. */
  remove(id: SourceId): Promise<void>
  get(id: SourceId): Promise<Source | undefined>
  /** How many sources there are. */
  size(): Promise<number>
  /** Every source, by id. */
  list(): Promise<readonly Source[]>
}
