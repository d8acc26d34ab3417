import { sourceId } from '../domain/source.ts'
import type { DocumentState } from '../ingest/folder-sync.ts'
import type { EncodedSource } from '../library/encoded-source.ts'
import { type BlockReader, readBlocks, writeBlocks } from '../search/blocks.ts'
import type { IndexSnapshot } from '../search/port.ts'
import { createTurns } from '../search/turns.ts'

/** All that a folder's library holds, at one moment. */
export type Holdings = {
  readonly sources: Iterable<EncodedSource>
  /** What was told of each document of the folder, by its path. */
  readonly documents: ReadonlyMap<string, DocumentState>
  readonly index: IndexSnapshot
}

/** A snapshot that was read; the bytes go on lying in the file's, which must not change. */
export type ReadHoldings = {
  readonly sources: readonly EncodedSource[]
  readonly documents: ReadonlyMap<string, DocumentState>
  /** What `openIndex` takes; it is not checked yet. */
  readonly index: Uint8Array
}

// A file of two parts, each with its own magic and checksum: the sources and documents, and the index. The index comes first,
// where its lists lie at multiples of 8 bytes; the last 8 bytes are its length. One file, so that the two are of one moment.

/** The layout of the first part; the digit is raised with every change of what follows. */
const magic = 'quothlb1'
const lengthBytes = 8
/** Bytes of sources that stand in one block. */
const groupBytes = 1 << 20

/** What a snapshot depends on besides the documents. */
type Head = { readonly program: string; readonly folder: string; readonly groups: number }
type DocumentRow = readonly [path: string, id: string, fingerprint: string, hash: string, refusal: string | null]
type SourceRow = readonly [id: string, version: string, length: number]

const groupsOf = (sources: Iterable<EncodedSource>): readonly (readonly EncodedSource[])[] => {
  const groups: EncodedSource[][] = []
  let room = 0
  for (const source of sources) {
    if (room <= 0) {
      groups.push([])
      room = groupBytes
    }
    groups.at(-1)?.push(source)
    room -= source.bytes.length
  }
  return groups
}

function* valuesOf(
  groups: readonly (readonly EncodedSource[])[],
  documents: readonly (readonly [string, DocumentState])[],
  head: Omit<Head, 'groups'>,
): Generator<unknown> {
  yield { ...head, groups: groups.length } satisfies Head
  for (const group of groups) {
    yield group.map(({ id, version, bytes }): SourceRow => [id, version, bytes.length])
    yield Buffer.concat(group.map(({ bytes }) => bytes))
  }
  yield documents.map(
    ([path, { id, fingerprint, hash, refusal }]): DocumentRow => [path, id, fingerprint, hash, refusal],
  )
}

/**
 * The file of a snapshot, in pieces, with turns of the event loop between them; what changes meanwhile is not in it. `program`
 * and `folder` are what `readSnapshot` will be asked for.
 */
export const writeSnapshot = (
  { sources, documents, index }: Holdings,
  depends: { readonly program: string; readonly folder: string },
): AsyncGenerator<Uint8Array> => {
  const groups = groupsOf(sources)
  const states = [...documents]
  const write = async function* (): AsyncGenerator<Uint8Array> {
    let length = 0
    for await (const piece of index.write()) {
      length += piece.length
      yield piece
    }
    yield* writeBlocks(magic, valuesOf(groups, states, depends), createTurns())
    const last = Buffer.alloc(lengthBytes)
    last.writeBigUInt64LE(BigInt(length))
    yield last
  }
  return write()
}

const readSources = (reader: BlockReader, groups: number): readonly EncodedSource[] => {
  const sources: EncodedSource[] = []
  for (let group = 0; group < groups; group += 1) {
    const rows = reader.json() as readonly SourceRow[]
    const bytes = reader.bytes()
    let at = 0
    for (const [id, version, length] of rows) {
      sources.push({ id: sourceId(id), version, bytes: bytes.subarray(at, at + length) })
      at += length
    }
  }
  return sources
}

const readDocuments = (reader: BlockReader): ReadonlyMap<string, DocumentState> =>
  new Map(
    (reader.json() as readonly DocumentRow[]).map(([path, id, fingerprint, hash, refusal]) => [
      path,
      { id: sourceId(id), fingerprint, hash, refusal },
    ]),
  )

/** What `file` holds; or why it is of no use, in words that fit behind “because”. Nothing of a damaged file is read. */
export const readSnapshot = (
  file: Uint8Array,
  { program, folder }: { readonly program: string; readonly folder: string },
): ReadHoldings | string => {
  if (file.length < lengthBytes) return 'it is cut short'
  const end = file.length - lengthBytes
  const length = Number(Buffer.from(file.subarray(end)).readBigUInt64LE())
  if (length > end) return 'it is damaged or cut short'
  const reader = readBlocks(magic, file.subarray(length, end))
  if (reader === 'foreign') return 'it is damaged, or of another version of Quoth'
  if (reader === 'damaged') return 'it is damaged or cut short'
  const head = reader.json() as Head
  if (head.program !== program) return 'another version of Quoth made it'
  if (head.folder !== folder) return 'it is of another folder'
  const sources = readSources(reader, head.groups)
  return { sources, documents: readDocuments(reader), index: file.subarray(0, length) }
}
