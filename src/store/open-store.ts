import { z } from 'zod'
import type { Quota } from '../domain/curation.ts'
import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'
import type {
  AuditEntry,
  DocumentId,
  LibraryId,
  RecordEdits,
  StoredDocument,
  Usage,
  Visibility,
} from '../domain/stored-document.ts'
import type { Database } from '../state/database.ts'
import { valueIn } from '../state/json-row.ts'
import { type Originals, originalsIn, sha256Of } from './originals.ts'
import type { Attribution, Changed, Store } from './port.ts'
import {
  auditJson,
  auditShape,
  documentJson,
  documentShape,
  documentTables,
  libraryShape,
  prepareList,
  versionJson,
  versionShape,
} from './rows.ts'

const json = (value: unknown): string => JSON.stringify(value)

const usageShape = z.object({ documents: z.int(), bytes: z.int() }) satisfies z.ZodType<Usage>
const countShape = z.object({ count: z.int() })
const revisionShape = z.object({ revision: z.int() })

/** What a transaction finds of the original that it needs: written, or deleted by another process meanwhile. */
type Attempt = Changed | 'no original'

/** Times that an original is written again because another process deleted it in between. */
const maxAttempts = 5

/**
 * The store in an open database, with the originals as files. What a killed process left half done is finished.
 * @param database that of the state
 * @param folder of the originals, created when needed
 */
export const openStore = async (database: Database, folder: string): Promise<Store> => {
  const originals: Originals = originalsIn(folder)
  const { prepareWrite, prepareRead, write } = database

  const bump = await prepareWrite(
    `INSERT INTO libraries (library, revision) VALUES (?1, 1)
    ON CONFLICT (library) DO UPDATE SET revision = revision + 1`,
  )
  const record = await prepareWrite(
    `INSERT INTO audit (library, action, document, name, person, at, detail, visibility)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const usageSql = `SELECT CAST(json_object(
      'documents', (SELECT count(*) FROM documents WHERE library = ?1 AND removed_at IS NULL),
      'bytes', (SELECT coalesce(sum(bytes), 0) FROM versions WHERE library = ?1)) AS BLOB) AS json`
  const documentSql = `SELECT CAST(${documentJson} AS BLOB) AS json FROM ${documentTables}
    WHERE d.library = ?1 AND d.id = ?2`
  const inWrite = {
    usage: await prepareWrite(usageSql),
    document: await prepareWrite(documentSql),
    referenced: await prepareWrite('SELECT count(*) AS count FROM versions WHERE library = ? AND sha256 = ?'),
    originalsOf: await prepareWrite(
      `SELECT CAST(json_group_array(DISTINCT sha256) AS BLOB) AS json FROM versions
      WHERE library = ?1 AND (?2 IS NULL OR document = ?2)`,
    ),
  }
  const insertDocument = await prepareWrite(
    'INSERT INTO documents (library, id, name, visibility, edits, version) VALUES (?, ?, ?, ?, ?, 1)',
  )
  const insertVersion = await prepareWrite(
    `INSERT INTO versions (library, document, number, sha256, bytes, person, at, title, read_as)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const advance = await prepareWrite('UPDATE documents SET version = ?3, name = ?4 WHERE library = ?1 AND id = ?2')
  const setReadAs = await prepareWrite(
    'UPDATE versions SET title = ?4, read_as = ?5 WHERE library = ?1 AND document = ?2 AND number = ?3',
  )
  const setEdits = await prepareWrite('UPDATE documents SET edits = ?3 WHERE library = ?1 AND id = ?2')
  const setVisible = await prepareWrite('UPDATE documents SET visibility = ?3 WHERE library = ?1 AND id = ?2')
  const setRemoved = await prepareWrite('UPDATE documents SET removed_at = ?3 WHERE library = ?1 AND id = ?2')
  const deleteDocument = await prepareWrite('DELETE FROM documents WHERE library = ? AND id = ?')
  const intend = await prepareWrite('INSERT OR IGNORE INTO intents (library, sha256) VALUES (?, ?)')
  const fulfil = await prepareWrite('DELETE FROM intents WHERE library = ? AND sha256 = ?')
  const deletions = await Promise.all(
    ['documents', 'libraries', 'audit'].map((table) => prepareWrite(`DELETE FROM ${table} WHERE library = ?`)),
  )
  const setLeft = await prepareWrite(
    'UPDATE libraries SET left_at = CASE WHEN ?2 IS NULL THEN NULL ELSE coalesce(left_at, ?2) END WHERE library = ?1',
  )
  const forgetIn = await Promise.all(
    ['versions', 'audit'].map((table) => prepareWrite(`UPDATE ${table} SET person = NULL WHERE person = ?`)),
  )

  const read = {
    revision: await prepareRead('SELECT revision FROM libraries WHERE library = ?'),
    document: await prepareRead(documentSql),
    usage: await prepareRead(usageSql),
    auditCount: await prepareRead('SELECT count(*) AS count FROM audit WHERE library = ?'),
    audit: await prepareRead(
      `SELECT CAST(json_group_array(json(item)) AS BLOB) AS json FROM (
        SELECT ${auditJson} AS item FROM audit AS a WHERE library = ? ORDER BY id DESC LIMIT ? OFFSET ?)`,
    ),
  }
  const list = {
    documents: await prepareList(database, {
      json: documentJson,
      from: `${documentTables} WHERE d.library = ?1 AND (d.removed_at IS NULL) = (?2 = 0)`,
      order: 'd.id',
      item: documentShape,
    }),
    versions: await prepareList(database, {
      json: versionJson,
      from: 'versions AS v WHERE v.library = ?1 AND v.document = ?2',
      order: 'v.number',
      item: versionShape,
    }),
    libraries: await prepareList(database, {
      json: "json_object('library', library)",
      from: 'libraries WHERE ?1 IS NULL OR left_at < ?1',
      order: 'library',
      item: z.object({ library: libraryShape }),
    }),
    readAs: await prepareList(database, {
      json: `json_object('document', ${documentJson}, 'version', json_object('number', w.number, 'sha256', w.sha256,
        'bytes', w.bytes, 'by', w.person, 'at', w.at, 'title', w.title, 'readAs', json(w.read_as)),
        'source', json(source.value))`,
      from: `${documentTables} JOIN versions AS w ON w.library = d.library AND w.document = d.id
        JOIN json_each(w.read_as) AS source
        WHERE d.library = ?1 AND substr(source.value ->> 'version', 1, length(?2)) = ?2`,
      order: 'd.id, w.number',
      item: z.object({
        document: documentShape,
        version: versionShape,
        source: versionShape.shape.readAs.element,
      }),
    }),
    removedBefore: await prepareList(database, {
      json: "json_object('library', library, 'id', id)",
      from: 'documents WHERE removed_at < ?1',
      order: 'library, id',
      item: z.object({ library: libraryShape, id: documentShape.shape.id }),
    }),
    of: await prepareList(database, {
      json: auditJson,
      from: 'audit AS a WHERE a.person = ?1',
      order: 'a.id',
      item: auditShape,
    }),
    intents: await prepareList(database, {
      json: "json_object('library', library, 'sha256', sha256)",
      from: 'intents',
      order: 'library, sha256',
      item: z.object({ library: libraryShape, sha256: z.string() }),
    }),
  }

  const documentNow = (library: LibraryId, id: DocumentId): StoredDocument | undefined => {
    const value = valueIn(inWrite.document.get([library, id]))
    return value === undefined ? undefined : documentShape.parse(value)
  }
  const usageNow = (library: LibraryId): Usage => usageShape.parse(valueIn(inWrite.usage.get([library])))

  /** Records a change, within its transaction. */
  const recorded = (
    library: LibraryId,
    action: AuditEntry['action'],
    { id, name, visibility }: StoredDocument,
    detail: string,
    { by, at }: Attribution,
  ): void => {
    bump.run([library])
    record.run([library, action, id, name, by, at, detail, json(visibility)])
  }

  const change = (
    library: LibraryId,
    id: DocumentId,
    action: AuditEntry['action'],
    attribution: Attribution,
    make: (document: StoredDocument) => Changed | null,
    detail = '',
  ): Promise<Changed> =>
    write((): Changed => {
      const before = documentNow(library, id)
      if (before === undefined) return { kind: 'gone' }
      const refused = make(before)
      if (refused !== null) return refused
      const document = documentNow(library, id) ?? before
      recorded(library, action, document, detail, attribution)
      return { kind: 'changed', document }
    })

  /** Deletes the originals that were intended to be, if no version has them; the intents end with that. */
  const sweep = async (): Promise<void> => {
    for (const { library, sha256 } of await list.intents([]))
      await write(() => {
        const { count } = countShape.parse(inWrite.referenced.get([library, sha256]))
        try {
          if (count === 0) originals.delete(library, sha256)
        } catch {
          // The disk does not let it go now; the intent stays, and the next sweep tries again.
          return
        }
        fulfil.run([library, sha256])
      })
  }

  /** Writes an original, and then what needs it; again if another process deleted it in between. */
  const withOriginal = async (
    library: LibraryId,
    bytes: Uint8Array,
    work: (sha256: string) => Changed,
  ): Promise<Changed> => {
    const sha256 = sha256Of(bytes)
    for (let attempt = 1; ; attempt += 1) {
      await write(() => void intend.run([library, sha256]))
      try {
        await originals.write(library, sha256, bytes)
      } catch (error) {
        throw problemWith(error)
      }
      const done = await write((): Attempt => {
        if (!originals.has(library, sha256)) return 'no original'
        const changed = work(sha256)
        if (changed.kind === 'changed') fulfil.run([library, sha256])
        return changed
      })
      if (done === 'no original') {
        if (attempt === maxAttempts) throw new Error('an original is deleted again and again')
        continue
      }
      if (done.kind !== 'changed') await sweep()
      return done
    }
  }

  /** Intends to delete the originals of a document, or of a whole library, within the transaction that deletes it. */
  const intendToDelete = (library: LibraryId, id: DocumentId | null): void => {
    for (const sha256 of z.array(z.string()).parse(valueIn(inWrite.originalsOf.get([library, id]))))
      intend.run([library, sha256])
  }

  const erase = async (library: LibraryId, id: DocumentId, attribution: Attribution): Promise<Changed> => {
    const changed = await change(library, id, 'erase', attribution, () => {
      intendToDelete(library, id)
      deleteDocument.run([library, id])
      return null
    })
    await sweep()
    return changed
  }

  const eraseLibrary = async (library: LibraryId): Promise<void> => {
    await write(() => {
      intendToDelete(library, null)
      for (const each of deletions) each.run([library])
    })
    await sweep()
    await originals.deleteEmpty(library)
  }

  const isFull = (used: Usage, more: Usage, quota: Quota): boolean =>
    used.documents + more.documents > quota.documents || used.bytes + more.bytes > quota.bytes

  await sweep()

  return {
    libraries: async () => (await list.libraries([null])).map(({ library }) => library),
    revision: async (library) => {
      const row = read.revision.get([library])
      return row === undefined ? 0 : revisionShape.parse(row).revision
    },
    documents: (library) => list.documents([library, 0]),
    removed: (library) => list.documents([library, 1]),
    get: async (library, id) => {
      const value = valueIn(read.document.get([library, id]))
      return value === undefined ? undefined : documentShape.parse(value)
    },
    versions: (library, id) => list.versions([library, id]),
    original: async (library, sha256) => {
      try {
        return await originals.read(library, sha256)
      } catch (error) {
        throw problemWith(error)
      }
    },
    readAs: (library, prefix) => list.readAs([library, prefix]),
    usage: async (library) => usageShape.parse(valueIn(read.usage.get([library]))),
    add: (library, { id, name, bytes, visibility, edits, title, readAs }, attribution, quota) =>
      withOriginal(library, bytes, (sha256) => {
        const used = usageNow(library)
        if (isFull(used, { documents: 1, bytes: bytes.length }, quota)) return { kind: 'full', usage: used }
        if (documentNow(library, id) !== undefined) return { kind: 'gone' }
        const { by, at } = attribution
        insertDocument.run([library, id, name, json(visibility), json(edits)])
        insertVersion.run([library, id, 1, sha256, bytes.length, by, at, title, json(readAs)])
        const document = documentNow(library, id)
        if (document === undefined) throw new Error('a document that was inserted is not there')
        recorded(library, 'add', document, '', attribution)
        return { kind: 'changed', document }
      }),
    addVersion: (library, id, { bytes, title, readAs, after, name }, attribution, quota) =>
      withOriginal(library, bytes, (sha256) => {
        const before = documentNow(library, id)
        if (before === undefined || before.removedAt !== null || before.version.number !== after)
          return { kind: 'gone' }
        const used = usageNow(library)
        if (isFull(used, { documents: 0, bytes: bytes.length }, quota)) return { kind: 'full', usage: used }
        const { by, at } = attribution
        insertVersion.run([library, id, after + 1, sha256, bytes.length, by, at, title, json(readAs)])
        advance.run([library, id, after + 1, name ?? before.name])
        const document = documentNow(library, id) ?? before
        recorded(library, 'version', document, '', attribution)
        return { kind: 'changed', document }
      }),
    nowReadAs: (library, id, number, { title, readAs }) =>
      write(() => void setReadAs.run([library, id, number, title, json(readAs)])),
    edit: (library, id, edits: RecordEdits, detail, attribution) =>
      change(
        library,
        id,
        'edit',
        attribution,
        ({ removedAt }) => {
          if (removedAt !== null) return { kind: 'gone' }
          setEdits.run([library, id, json(edits)])
          return null
        },
        detail,
      ),
    setVisibility: (library, id, visibility: Visibility, detail, attribution) =>
      change(
        library,
        id,
        'visibility',
        attribution,
        ({ removedAt }) => {
          if (removedAt !== null) return { kind: 'gone' }
          setVisible.run([library, id, json(visibility)])
          return null
        },
        detail,
      ),
    remove: (library, id, attribution) =>
      change(library, id, 'remove', attribution, ({ removedAt }) => {
        if (removedAt !== null) return { kind: 'gone' }
        setRemoved.run([library, id, attribution.at])
        return null
      }),
    restore: (library, id, attribution, quota) =>
      change(library, id, 'restore', attribution, ({ removedAt }) => {
        if (removedAt === null) return { kind: 'gone' }
        const used = usageNow(library)
        if (isFull(used, { documents: 1, bytes: 0 }, quota)) return { kind: 'full', usage: used }
        setRemoved.run([library, id, null])
        return null
      }),
    erase,
    eraseRemoved: async (before) => {
      const old = await list.removedBefore([before])
      await write(() => {
        for (const { library, id } of old) {
          // It may have been restored meanwhile.
          if ((documentNow(library, id)?.removedAt ?? before) >= before) continue
          intendToDelete(library, id)
          deleteDocument.run([library, id])
          bump.run([library])
        }
      })
      await sweep()
      return old.length
    },
    audit: async (library, { from, count }) => ({
      entries: z
        .array(auditShape)
        .parse(valueIn(read.audit.get([library, count, from])))
        .map(({ library: _, ...entry }) => entry),
      of: countShape.parse(read.auditCount.get([library])).count,
    }),
    eraseLibrary,
    leave: (library, at) => write(() => void setLeft.run([library, at])),
    leftBefore: async (at) => (await list.libraries([at])).map(({ library }) => library),
    actionsOf: (person) => list.of([person]),
    forget: async (person) => {
      await write(() => {
        for (const each of forgetIn) each.run([person])
      })
      await eraseLibrary(`person:${person}`)
    },
  }
}

/** The error that people see when an original cannot be written or read; a bug as it is. */
const problemWith = (error: unknown): unknown => {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall === undefined) return error
  return new QuothError(
    'state',
    code === 'ENOSPC' || code === 'EDQUOT'
      ? msg`This cannot be saved, because the bot’s disk is full. Please tell whoever runs it.`
      : msg`The bot cannot access its data. Please try again, or tell whoever runs it.`,
  )
}
