import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { isUint8Array } from 'node:util/types'
import Libsql from 'libsql/promise'
import { OddFile } from './failure.ts'

/** What a statement's `?` may stand for. */
export type Value = string | number | bigint | null | Uint8Array

/** A prepared statement; values stand for its `?`, in order. */
export type Statement = {
  /**
   * The first row, by the names of its columns; undefined when there is none. Throws TypeError for what is no Value.
   */
  get(values: readonly Value[]): unknown
  /** How many rows it changed. Throws TypeError for what is no Value. */
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

const isBindable = (value: unknown): boolean => {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value
  if (typeof value === 'number') return Number.isFinite(value)
  return value === null || typeof value === 'string' || isUint8Array(value)
}

/**
 * The values as the driver takes them. It ends the process when it meets a boolean, and keeps other values as something
 * else; types promise that there are none, and not everything that they promise came from us.
 */
const bound = (values: readonly Value[]): Value[] =>
  Array.from(values, (value, place) => {
    if (isBindable(value)) return value
    const shown = typeof value === 'number' || typeof value === 'bigint' ? value : typeof value
    throw new TypeError(`A database keeps no value like the one at place ${place + 1}: ${shown}.`)
  })

/** What SQLite keeps beside a database. */
const companions = ['', '-wal', '-shm', '-journal']

/** Throws OddFile where opening would wait for the other end of a pipe, which nothing could interrupt. */
const refuseOddFiles = async (path: string): Promise<void> => {
  for (const companion of companions) {
    const stats = await stat(path + companion).catch(() => null)
    if (stats !== null && !stats.isFile()) throw new OddFile(`${basename(path + companion)} is no regular file`)
  }
}

/**
 * Opens the file at `path`, which is made when there is none; `:memory:` for none. A statement waits for another
 * process for `patience` milliseconds: the usual ones are more than a commit or a checkpoint takes. Rejects with
 * OddFile or what the driver says.
 */
export const connect = async (path: string, patience = 5_000): Promise<Connection> => {
  if (path !== ':memory:') await refuseOddFiles(path)
  const driver = new Libsql(path, {})
  const prepare: Connection['prepare'] = async (sql) => {
    const statement = await driver.prepare(sql)
    return {
      // The driver takes a lone null for named values, so that values always come as a list.
      get: (values) => statement.get(bound(values)),
      run: (values) => (statement.run(bound(values)) as { readonly changes: number }).changes,
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
