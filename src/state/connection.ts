import Libsql from 'libsql/promise'

/** What a statement's `?` may stand for, and what a column holds. */
export type Value = string | number | null

/** A prepared statement; values stand for its `?`, in order. */
export type Statement = {
  /** The first row, by the names of its columns; undefined when there is none. */
  get(values: readonly Value[]): unknown
  /** How many rows it changed. */
  run(values: readonly Value[]): number
}

/** A connection to a database. Of its methods, `exec` alone works outside of the event loop. */
export type Connection = {
  /** Runs statements that take no values. */
  exec(sql: string): Promise<void>
  prepare(sql: string): Promise<Statement>
  pragma(name: string): Promise<unknown>
  /** Leaves no transaction open, whether or not there is one. */
  rollback(): Promise<void>
  close(): void
}

/**
 * Opens the file at `path`, which is made when there is none; `:memory:` for none. A statement waits for another process for
 * `patience` milliseconds: the usual ones are more than a commit or a checkpoint takes. Rejects with what the driver says.
 */
export const connect = async (path: string, patience = 5_000): Promise<Connection> => {
  const driver = new Libsql(path, {})
  const prepare: Connection['prepare'] = async (sql) => {
    const statement = await driver.prepare(sql)
    return {
      // The driver takes a lone null for named values, so that values always come as a list.
      get: (values) => statement.get([...values]),
      run: (values) => (statement.run([...values]) as { readonly changes: number }).changes,
    }
  }
  const exec = async (sql: string): Promise<void> => {
    await driver.exec(sql)
  }
  await exec(`PRAGMA busy_timeout = ${patience}; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL`)
  return {
    exec,
    prepare,
    pragma: async (name) => {
      const row = (await prepare(`PRAGMA ${name}`)).get([]) as { readonly [column: string]: unknown } | undefined
      return row?.[name]
    },
    rollback: async () => {
      if ((driver as unknown as { readonly inTransaction: boolean }).inTransaction) await exec('ROLLBACK')
    },
    close: () => driver.close(),
  }
}
