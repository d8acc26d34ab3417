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
  // The documents that people give to libraries. An intent is an original that is about to be written or deleted.
  `CREATE TABLE libraries (library TEXT PRIMARY KEY, revision INTEGER NOT NULL, left_at INTEGER) STRICT;
  CREATE TABLE documents (
    library TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    visibility TEXT NOT NULL CHECK (json_valid(visibility)),
    edits TEXT NOT NULL CHECK (json_valid(edits)),
    version INTEGER NOT NULL,
    removed_at INTEGER,
    PRIMARY KEY (library, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX documents_by_removal ON documents (removed_at) WHERE removed_at IS NOT NULL;
  CREATE TABLE versions (
    library TEXT NOT NULL,
    document TEXT NOT NULL,
    number INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    person TEXT,
    at INTEGER NOT NULL,
    title TEXT NOT NULL,
    read_as TEXT NOT NULL CHECK (json_valid(read_as)),
    PRIMARY KEY (library, document, number),
    FOREIGN KEY (library, document) REFERENCES documents (library, id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX versions_by_original ON versions (library, sha256);
  CREATE INDEX versions_by_person ON versions (person);
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    library TEXT NOT NULL,
    action TEXT NOT NULL,
    document TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT,
    at INTEGER NOT NULL,
    detail TEXT NOT NULL,
    visibility TEXT NOT NULL CHECK (json_valid(visibility))
  ) STRICT;
  CREATE INDEX audit_by_library ON audit (library, id);
  CREATE INDEX audit_by_person ON audit (person);
  CREATE TABLE intents (
    library TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (library, sha256)
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE feedback ADD COLUMN person TEXT;
  CREATE INDEX feedback_by_person ON feedback (person);
  CREATE INDEX replies_by_user ON replies (user);`,
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
