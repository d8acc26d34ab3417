import { z } from 'zod'
import type { Database } from './database.ts'
import { valueIn } from './json-row.ts'
import type { State } from './port.ts'

const reply = z.object({
  id: z.string(),
  user: z.string(),
  guild: z.string().nullable(),
  channel: z.string(),
  at: z.number(),
  content: z.string(),
})

/** How many replies are deleted in one transaction: a few milliseconds of work. */
const deleteBatch = 200

export const openReplies = async (database: Database): Promise<State['replies']> => {
  const put = await database.prepareWrite(
    `INSERT INTO replies (id, user, guild, channel, at, content) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET user = excluded.user, guild = excluded.guild, channel = excluded.channel,
      at = excluded.at, content = excluded.content`,
  )
  const get = await database.prepareRead(
    `SELECT CAST(json_object('id', id, 'user', user, 'guild', guild, 'channel', channel, 'at', at, 'content', content)
      AS BLOB) AS json FROM replies WHERE id = ?`,
  )
  // A reply that has been deleted cannot be marked.
  const mark = await database.prepareWrite(
    'INSERT INTO marks (reply, mark) SELECT id, ?2 FROM replies WHERE id = ?1 ON CONFLICT DO NOTHING',
  )
  const unmark = await database.prepareWrite('DELETE FROM marks WHERE reply = ? AND mark = ?')
  const forget = await database.prepareWrite(
    'DELETE FROM replies WHERE id IN (SELECT id FROM replies WHERE at < ? ORDER BY at LIMIT ?)',
  )
  return {
    put: ({ id, user, guild, channel, at, content }) =>
      database.write(() => void put.run([id, user, guild, channel, at, content])),
    get: async (id) =>
      reply
        .optional()
        .catch(undefined)
        .parse(valueIn(get.get([id]))),
    mark: (id, name) => database.write(() => mark.run([id, name]) === 1),
    unmark: (id, name) => database.write(() => void unmark.run([id, name])),
    forgetBefore: async (at) => {
      let forgotten = 0
      for (let last = deleteBatch; last === deleteBatch; ) {
        last = await database.write(() => forget.run([at, deleteBatch]))
        forgotten += last
      }
      return forgotten
    },
  }
}
