import { z } from 'zod'
import type { Database } from './database.ts'
import { jsonText, listIn } from './json-row.ts'
import type { State } from './port.ts'

const where = { at: z.number(), guild: z.string().nullable() }

const shape = {
  // Of a reply, only what was asked tells something of a person.
  replies: z
    .object({
      ...where,
      channel: z.string(),
      content: jsonText(z.object({ request: z.unknown() }).catch({ request: null })),
    })
    .transform(({ content, ...reply }) => ({ ...reply, request: content.request })),
  waiting: z.object({ ...where, channel: z.string(), question: z.string() }),
  feedback: z.object({ ...where, question: z.string(), isHelpful: z.int().transform((value) => value === 1) }),
}

export const openPeople = async (database: Database): Promise<State['people']> => {
  const listOf = (fields: string, from: string) =>
    database.prepareRead(
      `SELECT CAST(json_group_array(json_object('at', at, 'guild', guild, ${fields}) ORDER BY at) AS BLOB) AS json
      FROM ${from}`,
    )
  const [replies, waiting, feedback] = await Promise.all([
    listOf("'channel', channel, 'content', content", 'replies WHERE user = ?'),
    listOf("'channel', channel, 'question', question", 'waiting WHERE user = ?'),
    listOf("'question', question, 'isHelpful', is_helpful", 'feedback WHERE person = ?'),
  ])
  const deletions = (conditions: readonly string[]) =>
    Promise.all(conditions.map((condition) => database.prepareWrite(`DELETE FROM ${condition}`)))
  const ofPerson = await deletions(['feedback WHERE person = ?', 'waiting WHERE user = ?', 'replies WHERE user = ?'])
  const ofGuild = await deletions(
    ['feedback', 'waiting', 'replies', 'uses', 'settings'].map((table) => `${table} WHERE guild = ?`),
  )
  const run = (statements: Awaited<ReturnType<typeof deletions>>, id: string): Promise<void> =>
    database.write(() => {
      for (const statement of statements) statement.run([id])
    })
  return {
    kept: async (user) => ({
      replies: listIn(replies.get([user]), shape.replies),
      waiting: listIn(waiting.get([user]), shape.waiting),
      feedback: listIn(feedback.get([user]), shape.feedback),
    }),
    forget: (user) => run(ofPerson, user),
    forgetGuild: (guild) => run(ofGuild, guild),
  }
}
