import type { GuildSettings } from '../../../domain/guild-settings.ts'
import type { Frame } from './frame.ts'
import { accents, type View } from './view.ts'

/** How Quoth answers in a server, to be seen and changed. */
export const settingsView = (settings: GuildSettings, { say }: Frame): View => ({
  accent: accents.plain,
  heading: say`How Quoth answers in this server`,
  intro: Object.entries(settings).map(([name, value]) => `${name}: ${value}`),
  items: [],
  noun: ['line', 'lines'],
  layout: 'rows',
  closing: [],
})
