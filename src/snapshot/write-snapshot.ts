import { createHash } from 'node:crypto'
import { createTurns } from '../concurrency/turns.ts'
import type { SourceId } from '../domain/source.ts'
import { writeBlocks } from '../index/blocks.ts'
import type { IndexSnapshot } from '../index/port.ts'
import type { DocumentState } from '../ingest/folder/folder-sync.ts'
import { bytesOf, checksumOf, type KeptSource } from '../library/kept-source.ts'
import { type DocumentRow, endBytes, magic, type TableHead } from './layout.ts'

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

type Document = { readonly row: DocumentRow; readonly bytes: Uint8Array | null }

/**
 * A document's row, and its source's bytes. Null when the document is in the middle of a change or the bytes are
 * damaged: then it is left out, and read again when the snapshot is opened.
 */
const documentOf = (
  [path, { id, fingerprint, hash, refusal }]: readonly [string, DocumentState],
  sources: ReadonlyMap<SourceId, KeptSource>,
  indexed: ReadonlyMap<SourceId, string>,
): Document | null => {
  if (refusal !== null) return { row: [path, id, fingerprint, hash, refusal], bytes: null }
  const source = sources.get(id)
  if (source === undefined || indexed.get(id) !== source.version) return null
  const lent = bytesOf(source)
  if (lent === null) return null
  const bytes = Buffer.from(lent)
  const checksum = 'checksum' in source ? source.checksum : checksumOf(bytes)
  return { row: [path, id, fingerprint, hash, [source.version, bytes.length, checksum, source.keys]], bytes }
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
    for (const state of states) {
      await turn()
      const document = documentOf(state, sources, index.sources)
      if (document === null) continue
      if (rows.at(-1)?.length === batch.rows) rows.push([])
      rows.at(-1)?.push(document.row)
      if (document.bytes === null) continue
      group.push(document.bytes)
      room -= document.bytes.length
      if (room <= 0) yield grouped()
    }
    yield grouped()
    end.writeBigUInt64LE(BigInt(sourcesLength), 8)

    const head: TableHead = { ...depends, sources: hash.digest('hex'), blocks: rows.length }
    yield* writeBlocks(magic, [head, ...rows], turn)
    yield end
  }
  return write()
}
