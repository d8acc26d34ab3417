import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import { sourceId } from '../domain/source.ts'
import {
  type AuditEntry,
  auditActions,
  type DocumentVersion,
  documentId,
  type LibraryId,
  type StoredDocument,
} from '../domain/stored-document.ts'
import type { Value } from '../state/connection.ts'
import type { Database } from '../state/database.ts'
import { listIn } from '../state/json-row.ts'

const visibility = z.object({ channels: z.array(z.string()), roles: z.array(z.string()) })

const edits = z.object({
  title: z.string().exactOptional(),
  authors: z.string().exactOptional(),
  publisher: z.string().exactOptional(),
  date: z.string().exactOptional(),
  url: z.string().exactOptional(),
})

const readAs = z.array(z.object({ source: z.string().transform(sourceId), version: z.string() }))

export const versionShape = z.object({
  number: z.int(),
  sha256: z.string(),
  bytes: z.int(),
  by: z.string().nullable(),
  at: z.number(),
  title: z.string(),
  readAs,
}) satisfies z.ZodType<DocumentVersion>

export const documentShape = z.object({
  id: z.string().transform(documentId),
  name: z.string(),
  visibility,
  edits,
  version: versionShape,
  removedAt: z.number().nullable(),
}) satisfies z.ZodType<StoredDocument>

/** Libraries are only ever written by their ids. */
export const libraryShape = z.string().transform((id) => id as LibraryId)

export const auditShape = z.object({
  library: libraryShape,
  action: z.enum(auditActions),
  document: z.string().transform(documentId),
  name: z.string(),
  by: z.string().nullable(),
  at: z.number(),
  detail: z.string(),
  visibility,
}) satisfies z.ZodType<AuditEntry & { readonly library: LibraryId }>

/** A version as JSON, from the columns of `versions AS v`. */
export const versionJson = `json_object('number', v.number, 'sha256', v.sha256, 'bytes', v.bytes, 'by', v.person,
  'at', v.at, 'title', v.title, 'readAs', json(v.read_as))`

/** A document as JSON, from `documents AS d` with its newest `versions AS v`. */
export const documentJson = `json_object('id', d.id, 'name', d.name, 'visibility', json(d.visibility),
  'edits', json(d.edits), 'removedAt', d.removed_at, 'version', ${versionJson})`

/** The tables of `documentJson`. */
export const documentTables = `documents AS d JOIN versions AS v
  ON v.library = d.library AND v.document = d.id AND v.number = d.version`

/** An entry of the audit as JSON, from `audit AS a`. */
export const auditJson = `json_object('library', a.library, 'action', a.action, 'document', a.document, 'name', a.name,
  'by', a.person, 'at', a.at, 'detail', a.detail, 'visibility', json(a.visibility))`

/** Rows that are read at once: a few milliseconds of work. */
const pageSize = 300

/**
 * A query whose rows are read page by page, yielding to the event loop.
 * @param database an open one
 * @param json makes an item of a row
 * @param from the tables and conditions, whose values are `?1` and so on
 * @param order the columns to sort by
 * @param item checks an item; others are left out
 * @returns a function that reads all items for some values
 */
export const prepareList = async <T>(
  database: Database,
  {
    json,
    from,
    order,
    item,
  }: { readonly json: string; readonly from: string; readonly order: string; readonly item: z.ZodType<T> },
): Promise<(values: readonly Value[]) => Promise<readonly T[]>> => {
  const page = await database.prepareRead(
    `SELECT CAST(json_group_array(json(item)) AS BLOB) AS json
    FROM (SELECT ${json} AS item FROM ${from} ORDER BY ${order} LIMIT ?8 OFFSET ?9)`,
  )
  return async (values) => {
    const all: T[] = []
    const filled = [...values, ...new Array<Value>(7 - values.length).fill(null)]
    for (let at = 0; ; at += pageSize) {
      const items = listIn(page.get([...filled, pageSize, at]), z.unknown())
      all.push(...items.flatMap((each) => item.safeParse(each).data ?? []))
      if (items.length < pageSize) return all
      await turn()
    }
  }
}
