/** One value of a command's option, as typed or as chosen from a list. */
export type OptionValue = string | number | boolean
/** A file that was uploaded before, by the name that the server gave it; and several. */
export type Uploaded = { readonly upload: string }
export type UploadedFiles = { readonly uploads: readonly string[] }
export type Choice = { readonly name: string; readonly value: string | number }

/**
 * One option of a command as the bot registered it. `unsupported` stands for those that the page has no field for; the
 * choices of a channel or role are those that the person sees.
 */
export type CommandOption = {
  /** The registered name. */
  readonly name: string
  /** What the person reads, in the person's language. */
  readonly label: string
  readonly description: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'file' | 'channel' | 'role' | 'unsupported'
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
  /**
   * The registered names: the command's, then its group's and subcommand's where it has them. No two share them all.
   */
  readonly path: readonly string[]
  /** What the person reads after the slash, in the person's language. */
  readonly label: string
  readonly description: string
  /** Required ones first. */
  readonly options: readonly CommandOption[]
}

/** Something that a person can pick under Apps in a message's menu: its registered name, and what the person reads. */
export type MessageCommand = { readonly name: string; readonly label: string }

/** A person whom the visitor can be. */
export type Person = {
  readonly id: string
  readonly name: string
  /** The language of the person's Discord, such as `en-GB`. */
  readonly locale: string
  /** Whether the person manages a server. */
  readonly manages: boolean
}

/** A server with its roles, without the one that everybody has. */
export type Server = { readonly id: string; readonly name: string; readonly roles: readonly Role[] }
export type Role = { readonly id: string; readonly name: string }

/** Where a person writes and reads: a channel of the server, or the person's direct messages with the bot. */
export type Place = {
  readonly id: string
  readonly name: string
  readonly kind: 'channel' | 'direct'
  /** The id of the channel's server; null for direct messages. */
  readonly server: string | null
  /** What the person may use there. */
  readonly commands: readonly PreviewCommand[]
  readonly messageCommands: readonly MessageCommand[]
}

/** What there is to choose among in the server that is shown. */
export type Choosable = { readonly channels: readonly Place[]; readonly roles: readonly Role[] }

export type PreviewFile = {
  readonly name: string
  readonly description: string | null
  /** Bytes. */
  readonly size: number
  /** Where the preview hands it out: a path on its own server. */
  readonly url: string
}

/**
 * One message as a person sees it.
 * - `sending`: the command is on its way and the bot has not responded.
 * - `thinking`: the bot asked for time.
 * - `shown`: the words are there.
 * - `failed`: the bot did not respond in Discord's time.
 */
export type Entry = {
  readonly id: string
  /** The place's id. */
  readonly place: string
  /** The id of the message in Discord, once there is one. */
  readonly message: string | null
  readonly author: { readonly id: string; readonly name: string; readonly isBot: boolean }
  readonly state: 'sending' | 'thinking' | 'shown' | 'failed'
  /** Who asked for it and with which command, as it is shown; null for a message that no command asked for directly. */
  readonly used: { readonly by: string; readonly command: string } | null
  /** Whether this person alone sees it. */
  readonly ephemeral: boolean
  /** Whether it calls this person. */
  readonly mentioned: boolean
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

/** A form that the bot opened over the page. */
export type OpenForm = {
  /** What the page sends it back with. */
  readonly id: string
  readonly title: string
  /** As the bot sent them to Discord, unchanged. */
  readonly components: readonly SentComponent[]
}

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

/**
 * What the server tells the page of one person as it happens. `session` comes first, and again after a lost connection.
 */
export type PreviewEvent =
  | {
      readonly kind: 'session'
      readonly person: Person
      /** Everybody whom the visitor can be. */
      readonly people: readonly Person[]
      readonly servers: readonly Server[]
      /** Bytes that one file may have. */
      readonly largestFile: number
      /** The names of people, of the bot, of places and of roles, by id, as mentions show them. */
      readonly names: Readonly<Record<string, string>>
      readonly bot: string
      readonly online: boolean
      readonly about: PreviewAbout
      readonly places: readonly Place[]
      /** Of every place, oldest first. */
      readonly entries: readonly Entry[]
    }
  | { readonly kind: 'places'; readonly places: readonly Place[] }
  | { readonly kind: 'online'; readonly online: boolean }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'removed'; readonly id: string }

/** Who does something; the first person by default. */
export type By = { readonly by?: string | undefined }
/** Where: a place's id; the first one by default. */
export type At = { readonly at?: string | undefined }

/**
 * A command with its values, as the page sends it; `focused` names the option that is being typed, for autocomplete.
 */
export type Invocation = {
  readonly path: readonly string[]
  readonly values: Readonly<Record<string, OptionValue | Uploaded>>
  readonly focused?: string | undefined
}

/** A use of a component of a message; `values` are those chosen in a menu, and not there for a button. */
export type Press = {
  readonly message: string
  readonly customId: string
  readonly values?: readonly string[] | undefined
}

/** A command from a message's menu. */
export type Application = { readonly message: string; readonly command: string }

/** A message as it was written: text, files or both. */
export type Written = { readonly content: string; readonly uploads?: readonly string[] | undefined }

/** A form as it was filled in: by custom id, a text, what was chosen or files. */
export type FilledForm = {
  readonly form: string
  readonly fields: Readonly<Record<string, string | readonly string[] | UploadedFiles>>
}

/** The result of an action: the form that the bot opened, if any. */
export type Outcome = { readonly form: OpenForm | null }
