import type { Connection } from './connection.ts'

/** Brings a file to the version that `migrations` lead to, each in a transaction of its own: it is of one version whenever that ends. */
export const migrate = async (connection: Connection, migrations: readonly string[]): Promise<void> => {
  const next = async (): Promise<boolean> => {
    // Read inside of the transaction: another process may be at it as well.
    const version = Number(await connection.pragma('user_version'))
    const migration = migrations[version]
    if (migration === undefined) return false
    await connection.exec(`${migration}; PRAGMA user_version = ${version + 1}`)
    return true
  }
  for (let isBehind = true; isBehind; ) {
    await connection.exec('BEGIN IMMEDIATE')
    try {
      isBehind = await next()
      await connection.exec('COMMIT')
    } catch (error) {
      await connection.rollback()
      throw error
    }
  }
}
