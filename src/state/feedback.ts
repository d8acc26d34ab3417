import { z } from 'zod'
import { sourceId } from '../domain/source.ts'
import type { Database } from './database.ts'
import { jsonText, listIn } from './json-row.ts'
import type { Feedback, State } from './port.ts'

const source = z.string().transform(sourceId)
const feedback: z.ZodType<Feedback> = z
  .object({
    reply: z.string(),
    guild: z.string().nullable(),
    question: z.string(),
    earlier: jsonText(z.array(z.string())).nullable(),
    source: source.nullable(),
    quotes: jsonText(z.array(z.object({ id: z.string(), source, exact: z.string() }))),
    isHelpful: z.int().transform((value) => value === 1),
    at: z.number(),
  })
  .transform(({ earlier, ...rest }) => (earlier === null ? rest : { ...rest, earlier }))

export const openFeedback = async (database: Database): Promise<State['feedback']> => {
  const put = await database.prepareWrite(
    `INSERT INTO feedback (reply, guild, question, follows, source, quotes, is_helpful, at, person)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (reply) DO UPDATE SET guild = excluded.guild, question = excluded.question, follows = excluded.follows,
      source = excluded.source, quotes = excluded.quotes, is_helpful = excluded.is_helpful, at = excluded.at`,
  )
  const list = await database.prepareRead(
    `SELECT CAST(json_group_array(json_object('reply', reply, 'guild', guild, 'question', question,
      'earlier', follows, 'source', source, 'quotes', quotes, 'isHelpful', is_helpful, 'at', at)
      ORDER BY at, rowid) AS BLOB) AS json FROM feedback`,
  )
  return {
    put: ({ reply, guild, question, earlier, source, quotes, isHelpful, at, person = null }) => {
      const before = earlier === undefined ? null : JSON.stringify(earlier)
      const values = [reply, guild, question, before, source, JSON.stringify(quotes), isHelpful ? 1 : 0, at, person]
      return database.write(() => void put.run(values))
    },
    list: async () => listIn(list.get([]), feedback),
  }
}

const counted = z.object({ count: z.number() })

export const openIdentifies = async (database: Database): Promise<State['identifies']> => {
  const add = await database.prepareWrite('INSERT INTO identifies (at) VALUES (?)')
  const forget = await database.prepareWrite('DELETE FROM identifies WHERE at < ?')
  const count = await database.prepareWrite('SELECT count(*) AS count FROM identifies')
  return {
    add: (at) => database.write(() => void add.run([at])),
    countSince: (at) =>
      database.write(() => {
        forget.run([at])
        return counted.parse(count.get([])).count
      }),
  }
}
