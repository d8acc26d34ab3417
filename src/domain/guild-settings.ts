/** The languages of Quoth's own messages. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** The maximum number of quotes in an answer, and of channels in the settings. */
export const maxQuotes = 8
export const maxChannels = 25

/** How a message looks: `cards` has buttons beside each quote; `plain` is text that every client and bot can read. */
export const messageStyles = ['cards', 'plain'] as const
export type MessageStyle = (typeof messageStyles)[number]

/** The settings of one guild. */
export type GuildSettings = {
  /** Who sees an answer by default: everyone, or only the asker. */
  readonly answers: 'public' | 'private'
  /** The ids of the channels where Quoth answers, at most `maxChannels`; empty for all. */
  readonly channels: readonly string[]
  /** The default limit of quotes in an answer, 1 to `maxQuotes`. */
  readonly quotes: number
  readonly style: MessageStyle
  /** `auto` is each reader's own language, where Quoth has it. */
  readonly language: Language | 'auto'
  /** Whether the server reads the sources that the host shares, beside its own. */
  readonly readsShared: boolean
  /** The id of the role whose members may change the library, besides those who manage the server; null for none. */
  readonly curators: string | null
}

/** The defaults. */
export const defaultSettings: GuildSettings = {
  answers: 'public',
  channels: [],
  quotes: 3,
  style: 'cards',
  language: 'auto',
  readsShared: true,
  curators: null,
}
