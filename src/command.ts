import type { Curator } from './curation/port.ts'
import type { EarlierQuestion } from './domain/answer.ts'
import type { AddingProgress, GivenFile } from './domain/curation.ts'
import { QuothError } from './domain/error.ts'
import type { GuildSettings } from './domain/guild-settings.ts'
import { andList, type Message, msg, orList } from './domain/message.ts'
import type { PersonalData } from './domain/personal-data.ts'
import type { CommandHelp, Reply } from './domain/reply.ts'
import type { Quoth } from './quoth.ts'

type Described = {
  /** At most 100 characters. */
  readonly description: string
  readonly required?: boolean
  /** The only kind of surface that has the option. */
  readonly only?: 'terminal' | 'chat'
}

export type StringOption = Described & {
  readonly type: 'string'
  /** Longer values are refused with a message. */
  readonly maxLength?: number
  /** The same in a chat, if that is less. */
  readonly maxLengthInChat?: number
  /** The only values allowed. */
  readonly choices?: readonly string[]
  /** Suggest while the person types: sources of the library, or documents that were added to it or removed. */
  readonly suggest?: 'source' | 'document' | 'removed-document'
  /** Takes several words of a command line, each a line of the value. */
  readonly isList?: boolean
  /** May be a plain word of a command line although it is not required. */
  readonly isPlain?: boolean
}

export type IntegerOption = Described & {
  readonly type: 'integer'
  readonly min: number
  readonly max: number
  readonly default?: number
}

export type BooleanOption = Described & { readonly type: 'boolean'; readonly default?: boolean }

/** In a chat: a file that is sent along and stands in `CommandContext.files`, or a channel or role, by its id. */
export type ChatOption = Described & { readonly type: 'file' | 'channel' | 'role'; readonly only: 'chat' }

/** An option of a command as data, from which every surface registers, parses, completes and explains it. */
export type Option = StringOption | IntegerOption | BooleanOption | ChatOption
export type Options = { readonly [name: string]: Option }

type ValueOf<O extends Option> = O extends StringOption
  ? O extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : string
  : O extends IntegerOption
    ? number
    : O extends ChatOption
      ? string
      : boolean

type IsGiven<O extends Option> = O extends { readonly required: true }
  ? true
  : O extends { readonly default: unknown }
    ? true
    : false

/** The arguments for declared options: required ones and those with a default are always there. */
export type ArgumentsOf<O extends Options> = {
  readonly [K in keyof O]: IsGiven<O[K]> extends true ? ValueOf<O[K]> : ValueOf<O[K]> | undefined
}

/** What all askers of a surface share. */
export type SharedContext = { readonly quoth: Quoth; readonly commands: readonly Command[] }

/** What an action can use besides its arguments. */
export type CommandContext = SharedContext & {
  /**
   * Who asks, and where, as a key of the surface, by which a question can follow the last one. Never shown. Without it,
   * nothing is remembered.
   */
  readonly asker?: string
  /** What they can do with the documents of their library; absent where there is no store. */
  readonly curator?: Curator
  /** What is kept of whoever asks; absent where nothing is kept of anybody. */
  readonly ownData?: { kept(): Promise<PersonalData>; forget(): Promise<void> }
  /** The files that were sent along, in order. */
  readonly files?: readonly GivenFile[]
  /** Called while files are added. */
  readonly onProgress?: (progress: AddingProgress) => void
  /** The settings of the server. */
  readonly settings: GuildSettings
  /** Changes them; absent for those who may not manage the server. */
  readonly changeSettings?: (changes: Partial<GuildSettings>) => Promise<GuildSettings>
  /** The earlier questions to read a question with, oldest first, if known. */
  readonly earlier?: readonly EarlierQuestion[]
  /** Entries of a list per page; null for all of them. */
  readonly pageSize: number | null
}

/** A command without subcommands, or one subcommand. */
export type Action<O extends Options = Options> = {
  /** What it does, in at most 100 characters. */
  readonly description: string
  /** Whether it searches the library or reads a whole source, and so counts against a person's rate limit. */
  readonly isCostly?: boolean
  /** In the order of a terminal's positional arguments; required ones first. */
  readonly options: O
  /** Examples of input with their meaning, where the options do not explain it. */
  readonly examples?: CommandHelp['examples']
  run(args: ArgumentsOf<O>, context: CommandContext): Promise<Reply>
}

type Named = {
  /** The file's name without its extension. */
  readonly name: string
  /** Its American spelling, if different; an alias in a terminal. */
  readonly americanName?: string
  /**
   * Whether only the asker sees the reply by default, or as the server's settings say; an option named `private`
   * overrides it.
   */
  readonly private: boolean | 'as-set'
  /** Whether it is only for those who manage the server, and so not available in a terminal. */
  readonly managers?: boolean
  /** Whether it works in every channel, also where Quoth does not answer: it shows nothing of the library. */
  readonly everywhere?: boolean
  /** Whether it is only for chats. */
  readonly only?: 'chat'
  /**
   * Offers it for a message in a chat under this name: with the message's text as an option, or for a subcommand that
   * takes its files, or its text as one.
   */
  readonly onMessage?:
    | { readonly name: string; readonly option: string }
    | { readonly name: string; readonly subcommand: string }
  /** Opens a form for files where a subcommand was given none, nor the option `unless`. */
  readonly form?: {
    readonly subcommand: string
    readonly unless: string
    readonly title: string
    readonly label: string
  }
}

/** A slash command: an action, or a group of named ones, of which a terminal runs `default` if none is named. */
export type Command =
  | (Named & { readonly action: Action })
  | (Named & {
      readonly description: string
      readonly subcommands: { readonly [name: string]: Action }
      readonly default: string
    })

/** Declares an action, inferring the types of its arguments from its options. */
export const action = <const O extends Options>(of: Action<O>): Action =>
  // An action gets only arguments that `readArguments` made from its own options, so widening its parameter is sound.
  of as unknown as Action

/** The commands without the options that are only for `other`. */
const withoutOptionsFor = (commands: readonly Command[], other: Option['only']): readonly Command[] => {
  const kept = (of: Action): Action => ({
    ...of,
    options: Object.fromEntries(Object.entries(of.options).filter(([, { only }]) => only !== other)),
  })
  return commands.map((command) =>
    'action' in command
      ? { ...command, action: kept(command.action) }
      : {
          ...command,
          subcommands: Object.fromEntries(Object.entries(command.subcommands).map(([name, of]) => [name, kept(of)])),
        },
  )
}

/** The commands for people in a chat. */
export const commandsInChat = (commands: readonly Command[]): readonly Command[] =>
  withoutOptionsFor(commands, 'terminal')

/** The commands for a terminal, without those that manage a server. */
export const commandsAtTerminal = (commands: readonly Command[]): readonly Command[] =>
  withoutOptionsFor(
    commands.filter(({ managers, only }) => managers !== true && only !== 'chat'),
    'chat',
  )

/** The action named by `subcommand`, or the command's only or default one. @throws QuothError `bad-argument` */
export const actionOf = (command: Command, subcommand?: string): Action => {
  if ('action' in command) return command.action
  const name = subcommand ?? command.default
  const names = Object.keys(command.subcommands)
  const found = Object.hasOwn(command.subcommands, name) ? command.subcommands[name] : undefined
  if (found !== undefined) return found
  const all = andList(names.map((each) => ({ name: each })))
  throw new QuothError(
    'bad-argument',
    msg`/${{ name: command.name }} has no subcommand “${name}”. It has: ${all}.`,
    names,
  )
}

/** What is wrong with the value of an option; null if nothing is. */
const problemWith = (name: string, option: Option, value: string | number | boolean): Message | null => {
  switch (option.type) {
    case 'string':
      if (typeof value !== 'string') return msg`“${{ name }}” must be text.`
      if (option.required && value.trim() === '') return msg`“${{ name }}” is empty; please fill it in.`
      if (option.maxLength !== undefined && value.length > option.maxLength)
        return msg`“${{ name }}” can have at most ${option.maxLength} characters; this has ${value.length}.`
      return option.choices?.includes(value) === false
        ? msg`“${{ name }}” must be one of: ${orList(option.choices.map((choice) => ({ name: choice })))}.`
        : null
    case 'integer': {
      const fits = typeof value === 'number' && Number.isInteger(value) && value >= option.min && value <= option.max
      return fits ? null : msg`“${{ name }}” must be a whole number from ${option.min} to ${option.max}.`
    }
    case 'file':
    case 'channel':
    case 'role':
      return typeof value === 'string' && /^\d{1,21}$/.test(value)
        ? null
        : msg`“${{ name }}” must be chosen from the list.`
    case 'boolean':
      return typeof value === 'boolean' ? null : msg`“${{ name }}” must be true or false.`
  }
}

/**
 * Checks what a surface read against the declared options and fills in defaults.
 * @throws QuothError `bad-argument` if an argument is missing, invalid or unknown
 */
export const readArguments = (
  options: Options,
  given: { readonly [name: string]: string | number | boolean | undefined },
): ArgumentsOf<Options> => {
  for (const name of Object.keys(given))
    if (!Object.hasOwn(options, name))
      throw new QuothError('bad-argument', msg`There is no option “${name}”.`, Object.keys(options))
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => {
      const value = given[name]
      if (value === undefined) {
        if (option.required)
          throw new QuothError(
            'bad-argument',
            msg`“${{ name }}” is missing: ${{ key: option.description, values: [] }}`,
          )
        return [name, 'default' in option ? option.default : undefined]
      }
      const problem = problemWith(name, option, value)
      if (problem !== null) throw new QuothError('bad-argument', problem, ('choices' in option && option.choices) || [])
      return [name, value]
    }),
  )
}

/** Whether only the asker sees the reply to a command run with `args`. */
export const isPrivate = (command: Command, args: ArgumentsOf<Options>, settings: GuildSettings): boolean => {
  if (typeof args['private'] === 'boolean') return args['private']
  return command.private === 'as-set' ? settings.answers === 'private' : command.private
}

const usageOf = (name: string, { options }: Action): string =>
  [
    `/${name}`,
    ...Object.entries(options).map(([option, spec]) => {
      const fallback = 'default' in spec && spec.default !== undefined ? `: ${spec.default}` : ''
      return spec.required ? option : `[${option}${fallback}]`
    }),
  ].join(' ')

/** The help of a command, with an entry for each of its actions. */
export const helpOf = (command: Command): readonly CommandHelp[] => {
  const actions: readonly (readonly [string, Action])[] =
    'action' in command
      ? [[command.name, command.action]]
      : Object.entries(command.subcommands).map(([sub, of]) => [`${command.name} ${sub}`, of] as const)
  const group = 'action' in command ? {} : { group: { name: command.name, description: command.description } }
  return actions.map(([name, of]) => ({
    name,
    ...group,
    description: of.description,
    usage: usageOf(name, of),
    options: Object.entries(of.options).map(([option, { description }]) => ({ name: option, description })),
    examples: of.examples ?? [],
  }))
}
