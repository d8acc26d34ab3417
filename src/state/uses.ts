import { z } from 'zod'
import { sourceId } from '../domain/source.ts'
import type { Database } from './database.ts'
import { listIn } from './json-row.ts'
import type { State } from './port.ts'

/** The most sources counted for one guild. Beyond it, the least used are deleted, and among those, the oldest. */
const maxSources = 1_000

const use = z.tuple([z.string().transform(sourceId), z.number()])
const counted = z.object({ sources: z.number() })

export const openUses = async (database: Database): Promise<State['uses']> => {
  const add = await database.prepareWrite(
    `INSERT INTO uses (guild, source, count) VALUES (?, ?, 1)
    ON CONFLICT (guild, source) DO UPDATE SET count = count + 1`,
  )
  const count = await database.prepareWrite('SELECT count(*) AS sources FROM uses WHERE guild = ?')
  const forget = await database.prepareWrite(
    'DELETE FROM uses WHERE rowid IN (SELECT rowid FROM uses WHERE guild = ? ORDER BY count, rowid LIMIT ?)',
  )
  const list = await database.prepareRead(
    'SELECT CAST(json_group_array(json_array(source, count)) AS BLOB) AS json FROM uses WHERE guild = ?',
  )
  return {
    add: (guild, sources) =>
      database.write(() => {
        for (const source of sources) add.run([guild, source])
        const { sources: kept } = counted.parse(count.get([guild]))
        if (kept > maxSources) forget.run([guild, kept - maxSources])
      }),
    of: async (guild) => new Map(listIn(list.get([guild]), use)),
  }
}
