/** One value of a command's option, as typed or as chosen from a list. */
export type OptionValue = string | number | boolean
export type Choice = { readonly name: string; readonly value: string | number }

/** One option of a command as the bot registered it. `unsupported` stands for those that need more than a text field. */
export type CommandOption = {
  readonly name: string
  readonly description: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'unsupported'
  readonly required: boolean
  /** Inclusive bounds: of the number, or of how many characters a string has. */
  readonly min: number | null
  readonly max: number | null
  /** The only values taken; empty when any is. */
  readonly choices: readonly Choice[]
  readonly autocomplete: boolean
}

/** Something that a person can pick after `/`: a command, or one subcommand of it. */
export type PreviewCommand = {
  /** The registered names: the command's, then its group's and subcommand's where it has them. No two share them all. */
  readonly path: readonly string[]
  /** What the person reads after the slash, in the person's language. */
  readonly label: string
  readonly description: string
  /** Required ones first. */
  readonly options: readonly CommandOption[]
}

export type PreviewFile = {
  readonly name: string
  readonly description: string | null
  /** Bytes. */
  readonly size: number
  /** Where the preview hands it out: a path on its own server. */
  readonly url: string
}

/**
 * One message as the channel shows it.
 * - `sending`: the command is on its way and the bot has not responded.
 * - `thinking`: the bot asked for time.
 * - `shown`: the bot's words are there.
 * - `failed`: the bot did not respond in Discord's time.
 */
export type Entry = {
  readonly id: string
  /** The id of the message in Discord, once there is one. */
  readonly message: string | null
  readonly state: 'sending' | 'thinking' | 'shown' | 'failed'
  /** The command that the person used, with its slash; null for a message that no command asked for directly. */
  readonly used: string | null
  /** Whether only the person who asked sees it. */
  readonly ephemeral: boolean
  readonly content: string
  /** As the bot sent them to Discord, unchanged. */
  readonly components: readonly SentComponent[]
  readonly files: readonly PreviewFile[]
  /** Unix time in milliseconds. */
  readonly createdAt: number
  readonly edited: boolean
}

/** A component as Discord numbers them; the page knows the fields of the types that it draws. */
export type SentComponent = { readonly type: number }

/** What the page says before anything was asked. */
export type PreviewAbout = {
  /** What the library is, such as `seeds/`. */
  readonly library: string
  /** How many sources it has. */
  readonly count: number
  /** The titles of its sources, of the first ones when there are many, as readers should see them. */
  readonly sources: readonly string[]
  /** Things to try, each one value for one option of a command. */
  readonly examples: readonly Example[]
  /** How to bring the bot online, a sentence a step. */
  readonly steps: readonly string[]
}
export type Example = { readonly command: string; readonly option: string; readonly value: string }

/** What the server tells the page as it happens. `channel` comes first, and again after a lost connection. */
export type PreviewEvent =
  | {
      readonly kind: 'channel'
      readonly user: string
      readonly bot: string
      readonly online: boolean
      readonly about: PreviewAbout
      readonly commands: readonly PreviewCommand[]
      readonly entries: readonly Entry[]
    }
  | { readonly kind: 'commands'; readonly commands: readonly PreviewCommand[] }
  | { readonly kind: 'online'; readonly online: boolean }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'removed'; readonly id: string }
  /** A button or a select of this entry got no answer in Discord's time. */
  | { readonly kind: 'press-failed'; readonly id: string }

/** A command with its values, as the page sends it; `focused` names the option that is being typed, for autocomplete. */
export type Invocation = {
  readonly path: readonly string[]
  readonly values: Readonly<Record<string, OptionValue>>
  readonly focused?: string | undefined
}

/** A click on a component of an entry's message; `values` are those chosen in a select. */
export type Press = { readonly entry: string; readonly customId: string; readonly values: readonly string[] }
