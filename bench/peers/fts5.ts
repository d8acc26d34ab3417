import { join } from 'node:path'
import Database from 'libsql'
import { type Peer, type Searching, wholeOf } from './peer.ts'

const open = (file: string): Searching => {
  const find = new Database(file).prepare('SELECT id FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ?')
  return {
    search: async (question, limit) => {
      // Each word in quotation marks, or its query language would read them.
      const words = question.match(/[\p{L}\p{N}]+/gu)?.map((word) => `"${word}"`) ?? []
      const rows = words.length === 0 ? [] : (find.all(words.join(' OR '), limit) as { readonly id: string }[])
      return rows.map(({ id }) => id)
    },
  }
}

/** SQLite's full-text index with its Porter stemmer, in a file. */
export const fts5: Peer = {
  build: async (texts, scratch) => {
    const file = join(scratch, 'fts5.db')
    const database = new Database(file)
    database.exec("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, whole, tokenize = 'porter unicode61')")
    const insert = database.prepare('INSERT INTO texts VALUES (?, ?)')
    database.transaction(() => {
      for (const text of texts) insert.run(text.id, wholeOf(text))
    })()
    return { ...open(file), save: async () => {}, load: async () => open(file) }
  },
}
