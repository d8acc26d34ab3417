import type { SourceId } from '../domain/source.ts'
import type { DocumentState } from '../ingest/folder-sync.ts'
import type { EncodedSource } from '../library/encoded-source.ts'

/** What library, index and documents of a snapshot agree on. */
export type Agreeing = {
  readonly sources: readonly EncodedSource[]
  readonly documents: Map<string, DocumentState>
  /** Sources that the index holds alone, or in another version. */
  readonly onlyIndexed: readonly SourceId[]
}

/**
 * Leaves out what was in the middle of a change when the snapshot was taken: then its document counts as not read yet, and is
 * read again.
 */
export const agreeing = (
  sources: readonly EncodedSource[],
  documents: ReadonlyMap<string, DocumentState>,
  indexed: ReadonlyMap<SourceId, string>,
): Agreeing => {
  const versions = new Map(sources.map(({ id, version }) => [id, version]))
  const isWhole = (id: SourceId): boolean => versions.has(id) && versions.get(id) === indexed.get(id)
  const kept = new Map([...documents].filter(([, { id, refusal }]) => refusal !== null || isWhole(id)))
  const known = new Set([...kept.values()].flatMap(({ id, refusal }) => (refusal === null ? [id] : [])))
  return {
    sources: sources.filter(({ id }) => known.has(id)),
    documents: kept,
    onlyIndexed: [...indexed.keys()].filter((id) => !known.has(id)),
  }
}
