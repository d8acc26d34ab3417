import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { isUint8Array } from 'node:util/types'
import Libsql from 'libsql/promise'
import { NotRegularFile, noAccess } from './failure.ts'

/** A value that a statement’s `?` can stand for. */
export type Value = string | number | bigint | null | Uint8Array

/** A prepared statement. The values take the place of its `?`, in order. */
export type Statement = {
  /** The first row, by the names of its columns; undefined if there is none. Throws TypeError for an invalid value. */
  get(values: readonly Value[]): unknown
  /** Runs it and returns how many rows it changed. Throws TypeError for an invalid value. */
  run(values: readonly Value[]): number
}

/**
 * A connection to a database. Only `exec` works outside of the event loop. After `close`, all but statements that are
 * prepared fail with a QuothError `state`.
 */
export type Connection = {
  /** Runs statements that take no values. */
  exec(sql: string): Promise<void>
  prepare(sql: string): Promise<Statement>
  pragma(name: string): Promise<unknown>
  /** Rolls back the open transaction, if there is one. */
  rollback(): Promise<void>
  close(): void
}

const isBindable = (value: unknown): boolean => {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value
  if (typeof value === 'number') return Number.isFinite(value)
  return value === null || typeof value === 'string' || isUint8Array(value)
}

/**
 * Checks values before the driver gets them: it aborts the process if it meets a boolean, and stores other invalid
 * values as something else. Types forbid them, but not all data is ours.
 */
const bound = (values: readonly Value[]): Value[] =>
  Array.from(values, (value, index) => {
    if (isBindable(value)) return value
    const shown = typeof value === 'number' || typeof value === 'bigint' ? value : typeof value
    throw new TypeError(`The database cannot store the value at position ${index + 1}: ${shown}.`)
  })

/** The suffixes of a database and of the files that SQLite keeps beside it. */
const suffixes = ['', '-wal', '-shm', '-journal']

/**
 * Throws NotRegularFile for anything else, such as a pipe: opening one would wait forever and could not be interrupted.
 */
const refuseNotRegularFiles = async (path: string): Promise<void> => {
  for (const suffix of suffixes) {
    const stats = await stat(path + suffix).catch(() => null)
    if (stats !== null && !stats.isFile()) throw new NotRegularFile(`${basename(path + suffix)} is not a regular file`)
  }
}

/**
 * Opens a database.
 * @param path the file, which is created if it does not exist; `:memory:` for none
 * @param busyTimeout how long a statement waits for another process, in milliseconds; the default is longer than any
 * commit or checkpoint takes
 * @throws NotRegularFile, or an error of the driver
 */
export const connect = async (path: string, busyTimeout = 5_000): Promise<Connection> => {
  if (path !== ':memory:') await refuseNotRegularFiles(path)
  const driver = new Libsql(path, {})
  let isOpen = true
  // The driver aborts the process if it is used after it was closed, as by whoever is late while the bot stops.
  const opened = (): typeof driver => {
    if (!isOpen) throw noAccess()
    return driver
  }
  const prepare: Connection['prepare'] = async (sql) => {
    const statement = await opened().prepare(sql)
    return {
      // Always a list, because the driver takes a single null for named values.
      get: (values) => statement.get(bound(values)),
      run: (values) => (statement.run(bound(values)) as { readonly changes: number }).changes,
    }
  }
  const exec = async (sql: string): Promise<void> => {
    await opened().exec(sql)
  }
  await exec(`PRAGMA busy_timeout = ${busyTimeout}; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL`)
  return {
    exec,
    prepare,
    pragma: async (name) => {
      const row = (await prepare(`PRAGMA ${name}`)).get([]) as { readonly [column: string]: unknown } | undefined
      return row?.[name]
    },
    rollback: async () => {
      if ((opened() as unknown as { readonly inTransaction: boolean }).inTransaction) await exec('ROLLBACK')
    },
    close: () => {
      isOpen = false
      driver.close()
    },
  }
}
