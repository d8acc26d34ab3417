import { createHash } from 'node:crypto'
import { createTurns } from '../concurrency/turns.ts'
import type { SourceId } from '../domain/source.ts'
import { writeBlocks } from '../index/blocks.ts'
import type { IndexSnapshot } from '../index/port.ts'
import type { DocumentState, PartState } from '../ingest/folder/document-state.ts'
import { bytesOf, checksumOf, type KeptSource } from '../library/kept-source.ts'
import { type DocumentRow, endBytes, magic, type SourceRow, type TableHead } from './layout.ts'

/** The whole state of a folder's library, at one moment. */
export type Holdings = {
  readonly sources: ReadonlyMap<SourceId, KeptSource>
  /** The state of each document of the folder, by path. */
  readonly documents: ReadonlyMap<string, DocumentState>
  readonly index: IndexSnapshot
}

/** What a snapshot depends on besides the documents. */
export type Depends = Pick<TableHead, 'program' | 'folder'>

/** Bytes of sources and rows of the table handled at a time: a few milliseconds of work. */
const batch = { bytes: 1 << 20, rows: 1000 }

type Written<Row> = { readonly row: Row; readonly bytes: readonly Uint8Array[] }

/** Where sources and their versions are looked up. */
type Stores = {
  readonly sources: ReadonlyMap<SourceId, KeptSource>
  readonly indexed: ReadonlyMap<SourceId, string>
}

/** A source's row and bytes; null when it is in the middle of a change, or its bytes are damaged. */
const sourceOf = (
  { id, refusal }: Pick<PartState, 'id' | 'refusal'>,
  { sources, indexed }: Stores,
): Written<SourceRow> | null => {
  if (refusal !== null) return { row: refusal, bytes: [] }
  const source = sources.get(id)
  if (source === undefined || indexed.get(id) !== source.version) return null
  const lent = bytesOf(source)
  if (lent === null) return null
  const bytes = Buffer.from(lent)
  const checksum = 'checksum' in source ? source.checksum : checksumOf(bytes)
  return { row: [source.version, bytes.length, checksum, source.keys], bytes: [bytes] }
}

/**
 * A document's row, and the bytes of its sources. Null when one of them cannot be written: then the document is left
 * out, and read again when the snapshot is opened.
 */
const documentOf = async (
  path: string,
  state: DocumentState,
  stores: Stores,
  turn: () => Promise<void>,
): Promise<Written<DocumentRow> | null> => {
  const { id, fingerprint, hash, parts } = state
  if (parts === undefined) {
    const source = sourceOf(state, stores)
    return source && { row: [path, id, fingerprint, hash, source.row], bytes: source.bytes }
  }
  const rows: (readonly [string, string, SourceRow])[] = []
  const bytes: Uint8Array[] = []
  for (const part of parts) {
    await turn()
    const source = sourceOf(part, stores)
    if (source === null) return null
    rows.push([part.id, part.hash, source.row])
    bytes.push(...source.bytes)
  }
  return { row: [path, id, fingerprint, hash, { parts: rows }], bytes }
}

/**
 * Writes a snapshot, yielding to the event loop between pieces.
 * @param holdings the state as of now; later changes are not included
 * @param depends what the snapshot depends on
 * @returns the pieces of the file
 */
export const writeSnapshot = (holdings: Holdings, depends: Depends): AsyncGenerator<Uint8Array> => {
  const states = [...holdings.documents]
  const sources = new Map(holdings.sources)
  const { index } = holdings

  const write = async function* (): AsyncGenerator<Uint8Array> {
    const turn = createTurns()
    const end = Buffer.alloc(endBytes)
    let indexLength = 0
    for await (const piece of index.write()) {
      indexLength += piece.length
      yield piece
    }
    end.writeBigUInt64LE(BigInt(indexLength), 0)

    const rows: DocumentRow[][] = [[]]
    const hash = createHash('sha256')
    let sourcesLength = 0
    let group: Uint8Array[] = []
    let room = batch.bytes
    const grouped = (): Uint8Array => {
      const bytes = Buffer.concat(group)
      hash.update(bytes)
      sourcesLength += bytes.length
      group = []
      room = batch.bytes
      return bytes
    }
    const stores: Stores = { sources, indexed: index.sources }
    for (const [path, state] of states) {
      await turn()
      const document = await documentOf(path, state, stores, turn)
      if (document === null) continue
      if (rows.at(-1)?.length === batch.rows) rows.push([])
      rows.at(-1)?.push(document.row)
      for (const bytes of document.bytes) {
        group.push(bytes)
        room -= bytes.length
        if (room <= 0) yield grouped()
      }
    }
    yield grouped()
    end.writeBigUInt64LE(BigInt(sourcesLength), 8)

    const head: TableHead = { ...depends, sources: hash.digest('hex'), blocks: rows.length }
    yield* writeBlocks(magic, [head, ...rows], turn)
    yield end
  }
  return write()
}
