import type { APIMessageTopLevelComponent } from 'discord.js'

/** A file sent with a message. */
export type Attachment = { readonly name: string; readonly text: string }

/** What the file is called that has all of a reply. */
export const fileName = 'quoth.txt'

/** What is sent as one message, inside every limit of one. */
export type Message = {
  /** `cards` are Components V2; `plain` has its text in `content` and rows of buttons and menus as components. */
  readonly style: 'cards' | 'plain'
  /** Empty with `cards`. */
  readonly content: string
  readonly components: readonly APIMessageTopLevelComponent[]
  readonly files: readonly Attachment[]
  /** How many of its items (quotes, sentences, rows) it shows whole, from the first on. */
  readonly shown: number
}
