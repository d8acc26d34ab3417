import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js'
import { type Action, type Command, commandsInChat, type Option } from '../../../command.ts'

export type CommandPayload = RESTPostAPIChatInputApplicationCommandsJSONBody

/** The longest text that Discord lets a person type into an option. */
const longestText = 6000

const optionPayload = (name: string, option: Option): APIApplicationCommandBasicOption => {
  const named = { name, description: option.description, required: option.required ?? false }
  switch (option.type) {
    case 'string': {
      const choices = option.choices?.map((choice) => ({ name: choice, value: choice }))
      // Discord takes either a closed list or suggestions.
      if (choices !== undefined) return { ...named, type: ApplicationCommandOptionType.String, choices }
      return {
        ...named,
        type: ApplicationCommandOptionType.String,
        max_length: Math.min(option.maxLengthInChat ?? option.maxLength ?? longestText, longestText),
        autocomplete: option.suggest !== undefined,
      }
    }
    case 'integer':
      return { ...named, type: ApplicationCommandOptionType.Integer, min_value: option.min, max_value: option.max }
    case 'boolean':
      return { ...named, type: ApplicationCommandOptionType.Boolean }
  }
}

/** Required options first, as Discord demands. */
const optionPayloads = ({ options }: Action): APIApplicationCommandBasicOption[] =>
  Object.entries(options)
    .map(([name, option]) => optionPayload(name, option))
    .sort((a, b) => Number(b.required) - Number(a.required))

const optionsOf = (command: Command): APIApplicationCommandOption[] =>
  'action' in command
    ? optionPayloads(command.action)
    : Object.entries(command.subcommands).map(([name, action]) => ({
        type: ApplicationCommandOptionType.Subcommand,
        name,
        description: action.description,
        options: optionPayloads(action),
      }))

/** What Discord is told of the commands. Where they can be used counts for global commands only: see `register`. */
export const commandPayloads = (commands: readonly Command[]): readonly CommandPayload[] =>
  commandsInChat(commands).map((command) => ({
    name: command.name,
    description: 'action' in command ? command.action.description : command.description,
    ...(command.americanName === undefined ? {} : { name_localizations: { [Locale.EnglishUS]: command.americanName } }),
    options: optionsOf(command),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  }))
