import type { APIMessageTopLevelComponent } from 'discord.js'
import type { GuildSettings } from '../../../domain/guild-settings.ts'
import type { Translator } from '../../../i18n/say.ts'

/** One thing that a view lists: a quote, a row. */
export type Item = {
  /** Words that must be shown exactly. An item with words may be cut to their head, and says so; one without is never cut. */
  readonly words: string
  /** The item as Discord markdown, with `words` (all of them, or their head) and `rest`, which says what is missing. */
  readonly markdown: (words: string, rest: string) => string
  /** The item whole, as plain text for an attached file. */
  readonly plain: string
  /** What stands beside it to be pressed. */
  readonly button?: Button
}

/**
 * Something to press: `id` is its custom id, or `url` where it leads. Labels are verbs of at most 34 characters. The main
 * one of a row is what most people press next.
 */
export type Button =
  | { readonly id: string; readonly label: string; readonly isMain?: boolean }
  | { readonly url: string; readonly label: string }

/** Something to choose from; a menu of channels offers those of the server, `channels` being the chosen ones. */
export type Menu = {
  readonly id: string
  readonly placeholder: string
  /** Discord markdown, shown above it. */
  readonly about?: string
  /** At least and at most this many at once; 1 when not said. */
  readonly least?: number
  readonly most?: number
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

/** What a view lists; how each is told that some are held back stands in `messages/held-back.ts`. */
export type Noun = 'quote' | 'sentence' | 'source' | 'paragraph' | 'part' | 'command' | 'line'

/** What one reply shows, before it is fitted into a message. `intro` and `closing` are lines of Discord markdown. */
export type View = {
  readonly accent: number
  /** As a person wrote it; it is shown as one neutralised line. */
  readonly heading: string
  readonly intro: readonly string[]
  readonly items: readonly Item[]
  /** The place of the item that is shown whatever is held back; 0 when not said. */
  readonly main?: number
  readonly noun: Noun
  /** Between two items: a line (`cards`), a gap (`paragraphs`), or the end of a line (`rows`). */
  readonly layout: 'cards' | 'paragraphs' | 'rows'
  readonly closing: readonly string[]
  readonly controls?: readonly Control[]
}

/** The colour at the left of a reply. It repeats what the words say, and never says it alone. */
export const accents = {
  answer: 0x3b82f6,
  summary: 0x15803d,
  notFound: 0xc2550a,
  error: 0xb91c1c,
  plain: 0x6b7280,
} as const

/** A row that is never cut; its parts must be bounded. */
export const row = (markdown: string, plain: string): Item => ({ words: '', markdown: () => markdown, plain })

/** In which language and style something is shown. */
export type Manner = { readonly t: Translator; readonly style: GuildSettings['style'] }

/** A line that says something about a reply. Plain messages are read by programs too, which know no small print. */
export const smallPrint = (line: string, { style }: Manner): string => (style === 'plain' ? line : `-# ${line}`)

/** A file sent with a message. */
export type Attachment = { readonly name: string; readonly text: string }

/** What the file is called that has all of a reply. */
export const fileName = 'quoth.txt'

/** What is sent as one message, inside every limit of one. */
export type OutgoingMessage = {
  /** `cards` are Components V2; `plain` has its text in `content` and rows of buttons and menus as components. */
  readonly style: 'cards' | 'plain'
  /** Empty with `cards`. */
  readonly content: string
  readonly components: readonly APIMessageTopLevelComponent[]
  readonly files: readonly Attachment[]
  /** How many of its items (quotes, sentences, rows) it shows whole, from the first on. */
  readonly shown: number
}
