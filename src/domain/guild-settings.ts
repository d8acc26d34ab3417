/** The languages in which Quoth speaks; `auto` is each reader's own, where Quoth has it. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** How many quotes an answer can have, and how many channels can be named. */
export const mostQuotes = 8
export const mostChannels = 25

/** How Quoth answers in one guild, as those who manage it want. */
export type GuildSettings = {
  /** Who sees an answer where the asker does not say: everyone, or the asker alone. */
  readonly answers: 'public' | 'private'
  /** The channels where Quoth answers, by id, `mostChannels` at most; all of them when there is none. */
  readonly channels: readonly string[]
  /** How many quotes an answer has at most, where the asker does not say: 1 to `mostQuotes`. */
  readonly quotes: number
  /** `cards` is laid out with buttons beside each quote; `plain` is text that every client, exporter and bot can read. */
  readonly style: 'cards' | 'plain'
  readonly language: Language | 'auto'
}

/** How Quoth answers where nobody said anything else. */
export const usualSettings: GuildSettings = {
  answers: 'public',
  channels: [],
  quotes: 3,
  style: 'cards',
  language: 'auto',
}
