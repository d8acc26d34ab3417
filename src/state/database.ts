import { type Connection, connect, type Statement } from './connection.ts'
import { failureOf, isDamage, problemOf } from './failure.ts'
import { applicationId, migrate, migrations } from './migrations.ts'

/** How to begin and end a transaction. */
type Transactions = {
  begin(): Promise<void>
  commit(): Promise<void>
  /** Rolls back the open transaction, if there is one. */
  rollback(): Promise<void>
}

type Write = {
  /** Does the work, and returns a function that tells whoever waits for it. */
  readonly work: () => () => void
  readonly reject: (error: unknown) => void
}

/**
 * Runs synchronous writes in transactions, in the order in which they arrive. Those that arrive during a commit share
 * the next transaction, so that all of them wait for a slow disk only once. If one fails, none of them is kept, since
 * the cause is the disk or a bug.
 */
export const createGroupedWrites = (transactions: Transactions) => {
  let queue: Write[] = []
  let last: Promise<void> = Promise.resolve()

  const writeWaiting = async (): Promise<void> => {
    const writes = queue
    queue = []
    if (writes.length === 0) return
    try {
      await transactions.begin()
      const notify = writes.map(({ work }) => work())
      await transactions.commit()
      for (const each of notify) each()
    } catch (error) {
      for (const { reject } of writes) reject(error)
      // If this fails as well, the next transaction tries it again.
      await transactions.rollback().catch(() => {})
    }
  }

  return {
    /**
     * Resolves with the result of `work` once it is on disk; rejects with what `work` threw or with a database error.
     */
    write: <T>(work: () => T): Promise<T> =>
      new Promise((resolve, reject) => {
        const workAndNotify = (): (() => void) => {
          const result = work()
          return () => resolve(result)
        }
        queue.push({ work: workAndNotify, reject })
        last = last.then(writeWaiting)
      }),
    /** Resolves when no write is running. */
    settled: (): Promise<void> => last,
  }
}

/** An open database. Failures of its file are QuothErrors with code `state`; any other error is a bug. */
export type Database = {
  /** A statement that only reads. It can be used at any time, and sees complete writes only. */
  prepareRead(sql: string): Promise<Pick<Statement, 'get'>>
  /** A statement to use within `write` only. */
  prepareWrite(sql: string): Promise<Statement>
  /** Resolves with the result of `work` once it is on disk. A write is kept completely or not at all. */
  write<T>(work: () => T): Promise<T>
  close(): Promise<void>
}

/** Why a file cannot be used; a reason is a clause after “because”. */
export type OpenFailure =
  /** It was made by a newer Quoth, with migrations that this one does not have. */
  | { readonly kind: 'newer' }
  /** The content of the file is of no use. */
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string }

/** A database with one connection for writing and one for reading. `onFailure` is called when writes begin to fail. */
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
      // After this, the file is complete without its log, for whoever copies it. What cannot be moved stays in the log.
      await writer.exec('PRAGMA wal_checkpoint(PASSIVE)').catch(() => {})
      writer.close()
      if (reader !== writer) reader.close()
    },
  }
}

/** Why a file cannot be opened, from an error; undefined for a bug. */
export const openFailureOf = (error: unknown): OpenFailure | undefined => {
  const reason = problemOf(error)
  return reason === undefined ? undefined : { kind: isDamage(error) ? 'damaged' : 'unreachable', reason }
}

/** Why this Quoth cannot use the database; null if it can. */
const checkDatabase = async (connection: Connection): Promise<OpenFailure | null> => {
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
 * Opens the database at `path`, and brings it to the current version.
 * @param path the file, which is created if it does not exist; `:memory:` for none
 * @param onFailure called when writes begin to fail, with a clause after “because”
 */
export const openDatabase = async (
  path: string,
  onFailure: (reason: string) => void,
): Promise<{ readonly kind: 'opened'; readonly database: Database } | OpenFailure> => {
  let writer: Connection | null = null
  try {
    writer = await connect(path)
    const failure = await checkDatabase(writer)
    if (failure !== null) {
      writer.close()
      return failure
    }
    await writer.exec('PRAGMA journal_mode = WAL')
    await migrate(writer, migrations)
    // A separate reader never waits for a commit. A database in memory belongs to its one connection.
    const reader = path === ':memory:' ? writer : await connect(path)
    return { kind: 'opened', database: databaseOver(writer, reader, onFailure) }
  } catch (error) {
    writer?.close()
    const failure = openFailureOf(error)
    if (failure === undefined) throw error
    return failure
  }
}
