import { type Connection, connect, type Statement } from './connection.ts'
import { failureOf, isDamage, problemOf } from './failure.ts'
import { applicationId, migrate, migrations } from './migrations.ts'

/** How a transaction begins and ends. */
type Transactions = {
  begin(): Promise<void>
  commit(): Promise<void>
  /** Leaves no transaction open, whether or not there is one. */
  rollback(): Promise<void>
}

type Piece = {
  /** Does the work; what it gives tells whoever waits for it. */
  readonly work: () => () => void
  readonly reject: (error: unknown) => void
}

/**
 * Runs synchronous pieces of work in transactions, in the order in which they come. Those that come while a transaction
 * is committed share the next one, so that a slow disk is waited for once by all of them. When one of them fails, none
 * is kept: what fails is the disk, or it is a defect.
 */
export const createGroupedWrites = (transactions: Transactions) => {
  let waiting: Piece[] = []
  let last: Promise<void> = Promise.resolve()

  const writeWaiting = async (): Promise<void> => {
    const pieces = waiting
    waiting = []
    if (pieces.length === 0) return
    try {
      await transactions.begin()
      const tell = pieces.map(({ work }) => work())
      await transactions.commit()
      for (const each of tell) each()
    } catch (error) {
      for (const { reject } of pieces) reject(error)
      // Where this fails as well, the next one to begin tries it again.
      await transactions.rollback().catch(() => {})
    }
  }

  return {
    /**
     * Resolves with what `work` gave once that is on disk; rejects with what it threw, or with what the database says.
     */
    write: <T>(work: () => T): Promise<T> =>
      new Promise((resolve, reject) => {
        const piece = (): (() => void) => {
          const result = work()
          return () => resolve(result)
        }
        waiting.push({ work: piece, reject })
        last = last.then(writeWaiting)
      }),
    /** Resolves when nothing is being written. */
    settled: (): Promise<void> => last,
  }
}

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

/**
 * The database over one connection that writes and one that reads. `onFailure` hears of the first of the writes in a
 * row that fail.
 */
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
      // From then on the file is whole without its log, for whoever copies it. What cannot be moved now stays in the
      // log.
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
    // A reader of its own never waits for a commit. What is in memory belongs to one connection, and takes no time to
    // commit.
    const reader = path === ':memory:' ? writer : await connect(path)
    return { kind: 'opened', database: databaseOver(writer, reader, onFailure) }
  } catch (error) {
    writer?.close()
    const objection = objectionIn(error)
    if (objection === undefined) throw error
    return objection
  }
}
