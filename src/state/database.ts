import { type Connection, connect, type Statement } from './connection.ts'
import { failureOf, isDamage, problemOf } from './failure.ts'
import { createGroupedWrites } from './grouped-writes.ts'
import { migrate } from './migrate.ts'
import { applicationId, migrations } from './migrations.ts'

/** An open database. What goes wrong with its file is a QuothError `state`; any other error is a defect. */
export type Database = {
  /** A statement that only reads, at any time. It sees what whole writes left. */
  prepareRead(sql: string): Promise<Pick<Statement, 'get'>>
  /** A statement to be used within `write` alone. */
  prepareWrite(sql: string): Promise<Statement>
  /** Resolves with what `work` gave once that is on disk; it is wholly kept or not at all. */
  write<T>(work: () => T): Promise<T>
  close(): Promise<void>
}

/** Why a file cannot be used; reasons fit behind “because”. */
export type Objection =
  /** Made by a Quoth whose migrations this one does not have. */
  | { readonly kind: 'newer' }
  /** What is in the file is of no use. */
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string }

/** The database over one connection that writes and one that reads. `onFailure` hears of the first of the writes in a row that fail. */
const databaseOver = (writer: Connection, reader: Connection, onFailure: (reason: string) => void): Database => {
  const writes = createGroupedWrites({
    begin: async () => {
      await writer.rollback()
      await writer.exec('BEGIN IMMEDIATE')
    },
    commit: () => writer.exec('COMMIT'),
    rollback: writer.rollback,
  })
  let isFailing = false
  return {
    prepareRead: async (sql) => {
      const statement = await reader.prepare(sql)
      return {
        get: (values) => {
          try {
            return statement.get(values)
          } catch (error) {
            throw failureOf(error) ?? error
          }
        },
      }
    },
    prepareWrite: writer.prepare,
    write: async (work) => {
      try {
        const result = await writes.write(work)
        isFailing = false
        return result
      } catch (error) {
        const reason = problemOf(error)
        if (reason === undefined) throw error
        if (!isFailing) onFailure(reason)
        isFailing = true
        throw failureOf(error)
      }
    },
    close: async () => {
      await writes.settled()
      // From then on the file is whole without its log, for whoever copies it. What cannot be moved now stays in the log.
      await writer.exec('PRAGMA wal_checkpoint(PASSIVE)').catch(() => {})
      writer.close()
      if (reader !== writer) reader.close()
    },
  }
}

/** What an error says of the file that is being opened; undefined for a defect. */
export const objectionIn = (error: unknown): Objection | undefined => {
  const reason = problemOf(error)
  return reason === undefined ? undefined : { kind: isDamage(error) ? 'damaged' : 'unreachable', reason }
}

/** Why the file is not one that this Quoth may write to; null when it is. */
const objectionTo = async (connection: Connection): Promise<Objection | null> => {
  const check = await connection.pragma('quick_check')
  if (check !== 'ok') return { kind: 'damaged', reason: 'it is damaged' }
  const version = Number(await connection.pragma('user_version'))
  const schema = await connection.prepare('SELECT count(*) AS count FROM sqlite_schema')
  const isEmpty = version === 0 && (schema.get([]) as { readonly count: number }).count === 0
  if (!isEmpty && Number(await connection.pragma('application_id')) !== applicationId)
    return { kind: 'damaged', reason: 'another program made it' }
  return version > migrations.length ? { kind: 'newer' } : null
}

/**
 * Opens the database at `path`, of which there may be none yet; `:memory:` keeps it in memory. `onFailure` is told when
 * writing begins to fail, in words that fit behind “because”.
 */
export const openDatabase = async (
  path: string,
  onFailure: (reason: string) => void,
): Promise<{ readonly kind: 'opened'; readonly database: Database } | Objection> => {
  let writer: Connection | null = null
  try {
    writer = await connect(path)
    const objection = await objectionTo(writer)
    if (objection !== null) {
      writer.close()
      return objection
    }
    await writer.exec('PRAGMA journal_mode = WAL')
    await migrate(writer, migrations)
    // A reader of its own never waits for a commit. What is in memory belongs to one connection, and takes no time to commit.
    const reader = path === ':memory:' ? writer : await connect(path)
    return { kind: 'opened', database: databaseOver(writer, reader, onFailure) }
  } catch (error) {
    writer?.close()
    const objection = objectionIn(error)
    if (objection === undefined) throw error
    return objection
  }
}
