import { z } from 'zod'
import { defaultSettings, type GuildSettings, languages, maxQuotes, messageStyles } from '../domain/guild-settings.ts'
import type { Database } from './database.ts'
import { jsonText, valueIn } from './json-row.ts'
import type { State } from './port.ts'

// A field that an older Quoth did not have, or had otherwise, gets its default; the others are kept.
const kept: z.ZodType<GuildSettings> = z.object({
  answers: z.enum(['public', 'private']).catch(defaultSettings.answers),
  channels: z.array(z.string()).catch([...defaultSettings.channels]),
  quotes: z.int().min(1).max(maxQuotes).catch(defaultSettings.quotes),
  style: z.enum(messageStyles).catch(defaultSettings.style),
  language: z.enum([...languages, 'auto']).catch(defaultSettings.language),
  readsShared: z.boolean().catch(defaultSettings.readsShared),
  curators: z.string().nullable().catch(defaultSettings.curators),
})

/** The settings of a row; undefined if there is none. */
const settingsIn = (row: unknown): GuildSettings | undefined =>
  jsonText(kept).catch(defaultSettings).optional().parse(valueIn(row))

export const openSettings = async (database: Database): Promise<State['settings']> => {
  const select = 'SELECT CAST(json_quote(content) AS BLOB) AS json FROM settings WHERE guild = ?'
  const get = await database.prepareRead(select)
  const last = await database.prepareWrite(select)
  const put = await database.prepareWrite(
    'INSERT INTO settings (guild, content) VALUES (?, ?) ON CONFLICT (guild) DO UPDATE SET content = excluded.content',
  )
  return {
    get: async (guild) => settingsIn(get.get([guild])),
    change: (guild, changes) =>
      database.write(() => {
        const settings = { ...(settingsIn(last.get([guild])) ?? defaultSettings), ...changes }
        put.run([guild, JSON.stringify(settings)])
        return settings
      }),
  }
}
