import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js'
import { type Action, type Command, commandsInChat, type Option } from '../../../command.ts'
import { type Language, languages } from '../../../domain/guild-settings.ts'
import { translatorFor } from '../../../i18n/say.ts'

/** Discord's codes of the languages that Quoth speaks besides English. */
const codes: { readonly [language in Exclude<Language, 'en'>]: Locale } = { de: Locale.German }

/** Texts by Discord's language codes; readers of any other language see the English one. */
type Localisations = Partial<Record<Locale, string>>

const inEach = (of: (language: Language) => string): Localisations =>
  Object.fromEntries(languages.flatMap((language) => (language === 'en' ? [] : [[codes[language], of(language)]])))

/**
 * The names of a command, subcommand, option or choice in other languages; `american` is the one in American English.
 */
const namesOf = (name: string, american?: string): { readonly name_localizations: Localisations } => ({
  name_localizations: {
    // Discord shows Britons the American name where they have none of their own.
    ...(american === undefined ? {} : { [Locale.EnglishUS]: american, [Locale.EnglishGB]: name }),
    ...inEach((language) => translatorFor(language).nameOf(name)),
  },
})

/** The description of a command, subcommand or option in other languages. */
const descriptionsOf = (description: string): { readonly description_localizations: Localisations } => ({
  description_localizations: inEach((language) => translatorFor(language).of({ key: description, values: [] })),
})

/** A slash command, or one that is used on a message, as Discord takes it. */
type CommandPayload =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody

/** Channels that people see or do not, and that threads belong to. */
const channelTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
] as const

/** The longest text that Discord lets a person type into an option. */
const maxText = 6000

const described = (name: string, description: string, american?: string) => ({
  name,
  ...namesOf(name, american),
  description,
  ...descriptionsOf(description),
})

const optionPayload = (name: string, option: Option): APIApplicationCommandBasicOption => {
  const named = { ...described(name, option.description), required: option.required ?? false }
  switch (option.type) {
    case 'string': {
      const choices = option.choices?.map((choice) => ({ name: choice, ...namesOf(choice), value: choice }))
      // Discord takes either a closed list or suggestions.
      if (choices !== undefined) return { ...named, type: ApplicationCommandOptionType.String, choices }
      return {
        ...named,
        type: ApplicationCommandOptionType.String,
        max_length: Math.min(option.maxLengthInChat ?? option.maxLength ?? maxText, maxText),
        autocomplete: option.suggest !== undefined,
      }
    }
    case 'integer':
      return { ...named, type: ApplicationCommandOptionType.Integer, min_value: option.min, max_value: option.max }
    case 'boolean':
      return { ...named, type: ApplicationCommandOptionType.Boolean }
    case 'file':
      return { ...named, type: ApplicationCommandOptionType.Attachment }
    case 'channel':
      return { ...named, type: ApplicationCommandOptionType.Channel, channel_types: [...channelTypes] }
    case 'role':
      return { ...named, type: ApplicationCommandOptionType.Role }
  }
}

/** Required options first, as Discord requires. */
const optionPayloads = ({ options }: Action): APIApplicationCommandBasicOption[] =>
  Object.entries(options)
    .map(([name, option]) => optionPayload(name, option))
    .sort((a, b) => Number(b.required) - Number(a.required))

const optionsOf = (command: Command): APIApplicationCommandOption[] =>
  'action' in command
    ? optionPayloads(command.action)
    : Object.entries(command.subcommands).map(([name, action]) => ({
        ...described(name, action.description),
        type: ApplicationCommandOptionType.Subcommand,
        options: optionPayloads(action),
      }))

/** Where a command can be used, and by whom unless the server's managers decide otherwise. */
const availabilityOf = ({ managers = false }: Command) => ({
  contexts: managers ? [InteractionContextType.Guild] : [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  ...(managers ? { default_member_permissions: `${PermissionFlagsBits.ManageGuild}` } : {}),
})

const payloadsOf = (command: Command): readonly CommandPayload[] => {
  const description = 'action' in command ? command.action.description : command.description
  const slash: CommandPayload = {
    type: ApplicationCommandType.ChatInput,
    ...described(command.name, description, command.americanName),
    options: optionsOf(command),
    ...availabilityOf(command),
  }
  if (command.onMessage === undefined) return [slash]
  const { name } = command.onMessage
  return [slash, { type: ApplicationCommandType.Message, name, ...namesOf(name), ...availabilityOf(command) }]
}

/** The commands as Discord takes them. Where they can be used applies to global commands only: see `forGuild`. */
export const commandPayloads = (commands: readonly Command[]): readonly CommandPayload[] =>
  commandsInChat(commands).flatMap(payloadsOf)

/** Discord's commands compared with ours, named as people pick them: `/ask`, `Apps > Find sources`. */
type Differences = {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  readonly unchanged: readonly string[]
}

/** A command as a guild's own list takes it: without where it can be used. */
export const forGuild = ({ contexts: _, integration_types: __, ...payload }: CommandPayload): CommandPayload => payload

type Fields = { readonly [field: string]: unknown }

/** A command or an option as the untyped fields of its JSON. */
const fieldsOf = (value: object): Fields => ({ ...value })

const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : [])

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : []

const textsOf = (fields: Fields): readonly unknown[] => [
  fields['name'],
  sorted(fields['name_localizations']),
  // A message command has none, and Discord returns an empty one.
  fields['description'] ?? '',
  sorted(fields['description_localizations']),
]

/** An option with every default filled in, since Discord leaves defaults out. */
const plainOption = (option: Fields): readonly unknown[] => [
  option['type'],
  ...textsOf(option),
  option['required'] ?? false,
  option['autocomplete'] ?? false,
  [option['channel_types'] ?? []].flat(),
  ...['min_value', 'max_value', 'min_length', 'max_length'].map((limit) => option[limit] ?? null),
  listOf(option['choices']).map((choice) => [choice['name'], sorted(choice['name_localizations']), choice['value']]),
  listOf(option['options']).map(plainOption),
]

const plainCommand = (command: Fields, global: boolean): string =>
  JSON.stringify([
    ...textsOf(command),
    command['default_member_permissions'] ?? null,
    command['nsfw'] ?? false,
    global ? [command['contexts'] ?? null, command['integration_types'] ?? null] : [],
    listOf(command['options']).map(plainOption),
  ])

/** Commands of other types may have the same name as a slash command. */
const pickedAs = ({ type = ApplicationCommandType.ChatInput, name }: Fields): string =>
  type === ApplicationCommandType.ChatInput ? `/${name}` : `Apps > ${name}`

/**
 * How Discord's list differs from ours, apart from what Discord adds to each command (ids, versions, defaults).
 * @param scope `global: false` for a guild's own list
 */
export const differencesOf = (
  held: readonly APIApplicationCommand[],
  ours: readonly CommandPayload[],
  { global }: { readonly global: boolean },
): Differences => {
  const plain = (commands: readonly object[]): ReadonlyMap<string, string> =>
    new Map(commands.map(fieldsOf).map((command) => [pickedAs(command), plainCommand(command, global)]))
  const theirs = plain(held)
  const wanted = plain(ours)
  const where = (keys: Iterable<string>, holds: (key: string) => boolean): readonly string[] => [...keys].filter(holds)
  return {
    added: where(wanted.keys(), (key) => !theirs.has(key)),
    changed: where(wanted.keys(), (key) => theirs.has(key) && theirs.get(key) !== wanted.get(key)),
    removed: where(theirs.keys(), (key) => !wanted.has(key)),
    unchanged: where(wanted.keys(), (key) => theirs.get(key) === wanted.get(key)),
  }
}
