import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10'
import type { CommandOption, MessageCommand, PreviewCommand } from './protocol.ts'

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
    case Type.User:
    case Type.Channel:
    case Type.Role:
    case Type.Mentionable:
    case Type.Attachment:
      return { type: 'unsupported', min: null, max: null }
  }
}

const choicesOf = (option: APIApplicationCommandBasicOption, locale: string): CommandOption['choices'] => {
  const choices: readonly APIApplicationCommandOptionChoice<string | number>[] =
    ('choices' in option && option.choices) || []
  return choices.map(({ name, value, name_localizations: names }) => ({
    name: (names as Translations)?.[locale] ?? name,
    value,
  }))
}

const optionShown = (option: APIApplicationCommandBasicOption, locale: string): CommandOption => ({
  ...traitsOf(option),
  name: option.name,
  label: nameIn(option, locale),
  description: descriptionIn(option, locale),
  required: option.required ?? false,
  choices: choicesOf(option, locale),
  autocomplete: ('autocomplete' in option && option.autocomplete) || false,
})

type Branch = Localised & { readonly options?: readonly APIApplicationCommandOption[] }

/** A command as one thing to pick, or each of its subcommands as one. */
const leavesOf = (of: Branch, path: readonly string[], label: string, locale: string): readonly PreviewCommand[] => {
  const here = { path: [...path, of.name], label: `${label}${nameIn(of, locale)}` }
  const branches = (of.options ?? []).filter(({ type }) => type === Type.Subcommand || type === Type.SubcommandGroup)
  if (branches.length > 0)
    return branches.flatMap((branch) => leavesOf(branch as Branch, here.path, `${here.label} `, locale))
  const options = (of.options ?? []).map((option) => optionShown(option as APIApplicationCommandBasicOption, locale))
  return [{ ...here, description: descriptionIn(of, locale), options }]
}

/** The commands of a message's menu as a person with this locale reads them. */
export const messageCommandsShown = (
  commands: readonly APIApplicationCommand[],
  locale: string,
): readonly MessageCommand[] => commands.map((command) => ({ name: command.name, label: nameIn(command, locale) }))

/** The slash commands that the bot registered, as a person with this locale (such as `en-GB`) picks them, by label. */
export const commandsShown = (commands: readonly APIApplicationCommand[], locale: string): readonly PreviewCommand[] =>
  commands.flatMap((command) => leavesOf(command, [], '', locale)).toSorted((a, b) => (a.label < b.label ? -1 : 1))
