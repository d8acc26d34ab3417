import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  ChannelType,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10'
import type { CommandOption, MessageCommand, PreviewCommand, Role } from './protocol.ts'

type Translations = Partial<Record<string, string | null>> | null | undefined
type Localised = {
  readonly name: string
  readonly description: string
  readonly name_localizations?: Translations
  readonly description_localizations?: Translations
}

const nameIn = (of: Localised, locale: string): string => of.name_localizations?.[locale] ?? of.name
const descriptionIn = (of: Localised, locale: string): string =>
  of.description_localizations?.[locale] ?? of.description

/** What the page must know of an option beyond its name and description. */
const traitsOf = (option: APIApplicationCommandBasicOption): Pick<CommandOption, 'type' | 'min' | 'max'> => {
  switch (option.type) {
    case Type.String:
      return { type: 'string', min: option.min_length ?? null, max: option.max_length ?? null }
    case Type.Integer:
    case Type.Number: {
      const bounds = { min: option.min_value ?? null, max: option.max_value ?? null }
      return { type: option.type === Type.Integer ? 'integer' : 'number', ...bounds }
    }
    case Type.Boolean:
      return { type: 'boolean', min: null, max: null }
    case Type.Attachment:
      return { type: 'file', min: null, max: null }
    case Type.Channel:
      return { type: 'channel', min: null, max: null }
    case Type.Role:
      return { type: 'role', min: null, max: null }
    case Type.User:
    case Type.Mentionable:
      return { type: 'unsupported', min: null, max: null }
  }
}

/** Who reads the commands: their locale, such as `en-GB`, and the channels and roles that they can choose among. */
type Reader = {
  readonly locale: string
  readonly channels: readonly { readonly id: string; readonly name: string }[]
  readonly roles: readonly Role[]
}

const choicesOf = (
  option: APIApplicationCommandBasicOption,
  { locale, channels, roles }: Reader,
): CommandOption['choices'] => {
  if (option.type === Type.Channel) {
    const isListed = option.channel_types?.includes(ChannelType.GuildText) ?? true
    return isListed ? channels.map(({ id, name }) => ({ name: `#${name}`, value: id })) : []
  }
  if (option.type === Type.Role) return roles.map(({ id, name }) => ({ name: `@${name}`, value: id }))
  const choices: readonly APIApplicationCommandOptionChoice<string | number>[] =
    ('choices' in option && option.choices) || []
  return choices.map(({ name, value, name_localizations: names }) => ({
    name: (names as Translations)?.[locale] ?? name,
    value,
  }))
}

const optionShown = (option: APIApplicationCommandBasicOption, reader: Reader): CommandOption => ({
  ...traitsOf(option),
  name: option.name,
  label: nameIn(option, reader.locale),
  description: descriptionIn(option, reader.locale),
  required: option.required ?? false,
  choices: choicesOf(option, reader),
  autocomplete: ('autocomplete' in option && option.autocomplete) || false,
})

type Branch = Localised & { readonly options?: readonly APIApplicationCommandOption[] }

/** A command as one thing to pick, or each of its subcommands as one. */
const leavesOf = (of: Branch, path: readonly string[], label: string, reader: Reader): readonly PreviewCommand[] => {
  const { locale } = reader
  const here = { path: [...path, of.name], label: `${label}${nameIn(of, locale)}` }
  const branches = (of.options ?? []).filter(({ type }) => type === Type.Subcommand || type === Type.SubcommandGroup)
  if (branches.length > 0)
    return branches.flatMap((branch) => leavesOf(branch as Branch, here.path, `${here.label} `, reader))
  const options = (of.options ?? []).map((option) => optionShown(option as APIApplicationCommandBasicOption, reader))
  return [{ ...here, description: descriptionIn(of, locale), options }]
}

/** The commands of a message's menu as a person with this locale reads them. */
export const messageCommandsShown = (
  commands: readonly APIApplicationCommand[],
  locale: string,
): readonly MessageCommand[] => commands.map((command) => ({ name: command.name, label: nameIn(command, locale) }))

/** The slash commands that the bot registered, as a person picks them, by label. */
export const commandsShown = (commands: readonly APIApplicationCommand[], reader: Reader): readonly PreviewCommand[] =>
  commands.flatMap((command) => leavesOf(command, [], '', reader)).toSorted((a, b) => (a.label < b.label ? -1 : 1))
