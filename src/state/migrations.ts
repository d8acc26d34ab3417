import type { Connection } from './connection.ts'

/** The number in the file by which its tables are known to be Quoth's: "Quot". */
export const applicationId = 0x51756f74

/**
 * What makes the tables of one version from those of the one before; the first makes them from nothing. A file's
 * version is how many it has been through. What was released is never changed: another one is added.
 *
 * Times are Unix milliseconds; the guild of a direct message is null. `uses` is of guilds alone.
 */
export const migrations: readonly string[] = [
  `PRAGMA application_id = ${applicationId};
  CREATE TABLE replies (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    guild TEXT,
    channel TEXT NOT NULL,
    at INTEGER NOT NULL,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX replies_by_time ON replies (at);
  CREATE TABLE marks (
    reply TEXT NOT NULL REFERENCES replies (id) ON DELETE CASCADE,
    mark TEXT NOT NULL,
    PRIMARY KEY (reply, mark)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE settings (guild TEXT PRIMARY KEY, content TEXT NOT NULL CHECK (json_valid(content))) STRICT;
  CREATE TABLE feedback (
    reply TEXT PRIMARY KEY,
    guild TEXT,
    question TEXT NOT NULL,
    source TEXT,
    quotes TEXT NOT NULL CHECK (json_valid(quotes)),
    is_helpful INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE waiting (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    guild TEXT,
    channel TEXT NOT NULL,
    question TEXT NOT NULL,
    source TEXT,
    is_private INTEGER NOT NULL,
    language TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX waiting_by_user ON waiting (user);
  CREATE TABLE uses (
    guild TEXT NOT NULL,
    source TEXT NOT NULL,
    count INTEGER NOT NULL,
    UNIQUE (guild, source)
  ) STRICT;
  CREATE TABLE identifies (at INTEGER NOT NULL) STRICT;`,
  'ALTER TABLE feedback ADD COLUMN follows TEXT CHECK (follows IS NULL OR json_valid(follows))',
  'ALTER TABLE waiting ADD COLUMN earlier TEXT CHECK (earlier IS NULL OR json_valid(earlier))',
  // Until then uses in private were counted as well, and in direct messages.
  'DELETE FROM uses',
]

/**
 * Brings a file to the version that `migrations` lead to, each in a transaction of its own: it is of one version
 * whenever that ends.
 */
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
