import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js'
import { type Action, type Command, commandsInChat, type Option } from '../../../command.ts'
import { descriptionsOf, namesOf } from './localisations.ts'

/** What Discord is told of a slash command, or of one that is used on a message. */
export type CommandPayload =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody

/** The longest text that Discord lets a person type into an option. */
const longestText = 6000

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
        ...described(name, action.description),
        type: ApplicationCommandOptionType.Subcommand,
        options: optionPayloads(action),
      }))

/** Where a command can be used, and by whom where nobody who manages a server says otherwise. */
const placeOf = ({ managers = false }: Command) => ({
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
    ...placeOf(command),
  }
  if (command.onMessage === undefined) return [slash]
  const { name } = command.onMessage
  return [slash, { type: ApplicationCommandType.Message, name, ...namesOf(name), ...placeOf(command) }]
}

/** What Discord is told of the commands. Where they can be used counts for global commands only: see `register`. */
export const commandPayloads = (commands: readonly Command[]): readonly CommandPayload[] =>
  commandsInChat(commands).flatMap(payloadsOf)
