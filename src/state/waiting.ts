import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import { languages } from '../domain/guild-settings.ts'
import { sourceId } from '../domain/source.ts'
import type { Database } from './database.ts'
import { itemsOf, valueIn } from './json-row.ts'
import type { State, Waiting } from './port.ts'

const waiting = z.object({
  id: z.string(),
  user: z.string(),
  guild: z.string().nullable(),
  channel: z.string(),
  question: z.string(),
  earlier: z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? undefined),
  source: z.string().transform(sourceId).nullable(),
  isPrivate: z.int().transform((value) => value === 1),
  language: z.enum(languages).catch('en'),
  at: z.number(),
}) satisfies z.ZodType<Waiting>

/** How many rows are read at once: a few milliseconds of work. */
const pageSize = 200
const page = z.object({ last: z.number().nullable(), items: z.array(z.unknown()) })

const counted = z.object({ all: z.number(), same: z.number() })

export const openWaiting = async (database: Database): Promise<State['waiting']> => {
  const isSame = 'guild IS ?2 AND channel = ?3 AND question = ?4 AND source IS ?5 AND earlier IS ?6'
  const count = await database.prepareWrite(
    `SELECT count(*) AS "all", count(*) FILTER (WHERE ${isSame}) AS same FROM waiting WHERE user = ?1`,
  )
  const hide = await database.prepareWrite(`UPDATE waiting SET is_private = 1 WHERE user = ?1 AND ${isSame}`)
  const insert = await database.prepareWrite(
    `INSERT INTO waiting (id, user, guild, channel, question, earlier, source, is_private, language, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const list = await database.prepareRead(
    `SELECT CAST(json_object('last', max(row), 'items', json_group_array(json_object(
      'id', id, 'user', user, 'guild', guild, 'channel', channel, 'question', question, 'earlier', json(earlier),
      'source', source, 'isPrivate', is_private, 'language', language, 'at', at))) AS BLOB) AS json
    FROM (SELECT rowid AS row, * FROM waiting WHERE rowid > ? ORDER BY rowid LIMIT ${pageSize})`,
  )
  const remove = await database.prepareWrite('DELETE FROM waiting WHERE id = ?')
  return {
    add: ({ id, user, guild, channel, question, earlier, source, isPrivate, language, at }, limit) =>
      database.write(() => {
        const before = earlier === undefined ? null : JSON.stringify(earlier)
        const what = [user, guild, channel, question, source, before]
        const { all, same } = counted.parse(count.get(what))
        if (same > 0) {
          if (isPrivate) hide.run(what)
          return 'known'
        }
        if (all >= limit) return 'too-many'
        insert.run([id, user, guild, channel, question, before, source, isPrivate ? 1 : 0, language, at])
        return 'added'
      }),
    list: async () => {
      const read: Waiting[] = []
      for (let row: number | null = 0; row !== null; ) {
        const { last, items } = page.parse(valueIn(list.get([row])))
        read.push(...itemsOf(items, waiting))
        // In a damaged file, rows may come in any order and never end.
        row = (last ?? row) > row ? last : null
        // The list may be long, so let others have their turn.
        await turn()
      }
      return read.sort((a, b) => a.at - b.at)
    },
    remove: (id) => database.write(() => void remove.run([id])),
  }
}
