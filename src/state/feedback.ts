import { z } from 'zod'
import { sourceId } from '../domain/source.ts'
import type { Database } from './database.ts'
import type { Feedback, State } from './port.ts'
import { listIn } from './rows.ts'

const source = z.string().transform(sourceId)
const verdict = z.object({
  reply: z.string(),
  guild: z.string().nullable(),
  question: z.string(),
  source: source.nullable(),
  quotes: z.array(z.object({ id: z.string(), source, exact: z.string() })),
  isHelpful: z.int().transform((value) => value === 1),
  at: z.number(),
}) satisfies z.ZodType<Feedback>

export const openFeedback = async (database: Database): Promise<State['feedback']> => {
  const put = await database.prepareWrite(
    `INSERT INTO feedback (reply, guild, question, source, quotes, is_helpful, at) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (reply) DO UPDATE SET guild = excluded.guild, question = excluded.question, source = excluded.source,
      quotes = excluded.quotes, is_helpful = excluded.is_helpful, at = excluded.at`,
  )
  const list = await database.prepareRead(
    `SELECT json_group_array(json_object('reply', reply, 'guild', guild, 'question', question, 'source', source,
      'quotes', json(quotes), 'isHelpful', is_helpful, 'at', at) ORDER BY at, rowid) AS list FROM feedback`,
  )
  return {
    put: ({ reply, guild, question, source, quotes, isHelpful, at }) =>
      database.write(
        () => void put.run([reply, guild, question, source, JSON.stringify(quotes), isHelpful ? 1 : 0, at]),
      ),
    list: async () => listIn(list.get([]), verdict),
  }
}
