import type { Connection } from './connection.ts'

/** The number that marks a file as Quoth’s: “Quot” in ASCII. */
export const applicationId = 0x51756f74

/**
 * Each migration leads from one version of the tables to the next, the first one from an empty file. The version of a
 * file is the number of migrations it has been through. A released migration is never changed; a new one is added.
 *
 * Times are Unix milliseconds. The guild of a direct message is null. `uses` has rows for guilds only.
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
  // Before, uses in private and in direct messages were counted as well.
  'DELETE FROM uses',
]

/** Runs the missing migrations, each in its own transaction, so that a file always has one definite version. */
export const migrate = async (connection: Connection, migrations: readonly string[]): Promise<void> => {
  const next = async (): Promise<boolean> => {
    // Read within the transaction, because another process may be migrating as well.
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
