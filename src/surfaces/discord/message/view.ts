import type { APIMessageTopLevelComponent } from 'discord.js'
import type { MessageStyle } from '../../../domain/guild-settings.ts'
import type { Translator } from '../../../i18n/say.ts'

/** One thing that a view lists: a quote, a row. */
export type Item = {
  /**
   * Words that must be shown exactly. If they are too long, their head is shown and says so; an item without words is
   * never cut.
   */
  readonly words: string
  /** The item as Discord markdown, with `words` (all of them, or their head) and `rest`, which says what is missing. */
  readonly markdown: (words: string, rest: string) => string
  /** The whole item as plain text, for an attached file. */
  readonly plain: string
  /** Shown beside it. */
  readonly button?: Button
}

/**
 * `id` is its custom id, or `url` where it leads. Labels have at most 34 characters. The main button of a row stands
 * out.
 */
export type Button =
  | { readonly id: string; readonly label: string; readonly isMain?: boolean }
  | { readonly url: string; readonly label: string }

/** A menu of options, or of the server's channels, of which `channels` are chosen. */
export type Menu = {
  readonly id: string
  readonly placeholder: string
  /** Discord markdown, shown above it. */
  readonly about?: string
  /** How many can be chosen at once; 1 by default. */
  readonly min?: number
  readonly max?: number
} & (
  | {
      readonly options: readonly {
        readonly label: string
        readonly value: string
        readonly description?: string
        readonly isChosen?: boolean
      }[]
    }
  | { readonly channels: readonly string[] }
)

/** A row below the items: up to five buttons, or one menu. */
export type Control = readonly Button[] | Menu

/** What a view lists; `lay-out.ts` has the words that say that some are held back. */
export type Noun = 'quote' | 'sentence' | 'source' | 'paragraph' | 'part' | 'command' | 'line'

/** What a reply shows, before it is fitted into a message. `intro` and `closing` are lines of Discord markdown. */
export type View = {
  readonly accent: number
  /** May be a person's words: it is shown as one neutralised line. */
  readonly heading: string
  readonly intro: readonly string[]
  readonly items: readonly Item[]
  /** The index of the item that is shown whatever is held back; 0 by default. */
  readonly main?: number
  readonly noun: Noun
  /** What separates two items: a line (`separated`), a gap (`paragraphs`), or a line break (`rows`). */
  readonly layout: 'separated' | 'paragraphs' | 'rows'
  readonly closing: readonly string[]
  readonly controls?: readonly Control[]
}

/** The colour at the left edge of a reply. It only repeats what the words say. */
export const accents = {
  answer: 0x3b82f6,
  summary: 0x15803d,
  notFound: 0xc2550a,
  error: 0xb91c1c,
  plain: 0x6b7280,
} as const

/** A row that is never cut; its parts must be bounded. */
export const row = (markdown: string, plain: string): Item => ({ words: '', markdown: () => markdown, plain })

/** The language and style in which something is shown. */
export type Manner = { readonly t: Translator; readonly style: MessageStyle }

/** A line about a reply. Plain messages are read by programs too, which do not know small print. */
export const smallPrint = (line: string, { style }: Manner): string => (style === 'plain' ? line : `-# ${line}`)

/** A file sent with a message: a text, or bytes instead. */
export type Attachment = { readonly name: string; readonly text: string; readonly bytes?: Uint8Array }

/** The name of the file that has all of a reply. */
export const fileName = 'quoth.txt'

/** What is sent as one message, inside every limit of one. */
export type OutgoingMessage = {
  /** `cards` are Components V2; `plain` has its text in `content` and rows of buttons and menus as components. */
  readonly style: MessageStyle
  /** Empty with `cards`. */
  readonly content: string
  readonly components: readonly APIMessageTopLevelComponent[]
  readonly files: readonly Attachment[]
  /** How many of its items (quotes, sentences, rows) it shows in full, from the first on. */
  readonly shown: number
}
