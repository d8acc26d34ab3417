import { ApplicationCommandType } from 'discord-api-types/v10'
import { z } from 'zod'
import { commandOptions, described } from './command-options.ts'
import { issue } from './form.ts'
import { localizations } from './localizations.ts'
import { text } from './text.ts'

/** Where a command is registered: everywhere, or in one guild by its id. */
export type CommandScope = 'global' | string

const maxCharacters = 8000
const mostOf: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
}

const common = {
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  nsfw: z.boolean().nullish(),
}
const chatInput = z.object({
  ...common,
  ...described,
  type: z.literal(ApplicationCommandType.ChatInput),
  options: commandOptions.nullish(),
})
const contextMenu = z.object({
  ...common,
  type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
  name: text(1, 32),
  name_localizations: localizations(text(1, 32)),
  description: z.literal('').optional(),
  options: z.array(z.never()).nullish(),
})
const anywhere = {
  contexts: z.array(z.int().min(0).max(2)).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).nullish(),
}
const inGuild = {
  contexts: z.null({ error: 'Only global commands have contexts.' }).optional(),
  integration_types: z.null({ error: 'Only global commands have integration types.' }).optional(),
}

type Counted = {
  readonly name?: string
  readonly name_localizations?: Readonly<Record<string, string | null>> | null
  readonly description?: string
  readonly description_localizations?: Readonly<Record<string, string | null>> | null
  readonly value?: unknown
  readonly options?: readonly Counted[] | null
  readonly choices?: readonly Counted[] | null
}
const longest = (text = '', translations: Readonly<Record<string, string | null>> | null = null): number =>
  Math.max(text.length, ...Object.values(translations ?? {}).map((other) => other?.length ?? 0))

/** Characters of names, descriptions and values, of each its longest translation. */
const charactersOf = (of: Counted): number =>
  longest(of.name, of.name_localizations) +
  longest(of.description, of.description_localizations) +
  (typeof of.value === 'string' ? of.value.length : 0) +
  [...(of.options ?? []), ...(of.choices ?? [])].reduce((sum, part) => sum + charactersOf(part), 0)

/** One command as a bot registers it; a missing type is a slash command. */
export const commandIn = (scope: CommandScope) => {
  const place = scope === 'global' ? anywhere : inGuild
  return z
    .preprocess(
      (sent) =>
        typeof sent === 'object' && sent !== null ? { type: ApplicationCommandType.ChatInput, ...sent } : sent,
      z.discriminatedUnion('type', [chatInput.extend(place), contextMenu.extend(place)]),
    )
    .superRefine((command, context) => {
      const characters = charactersOf(command as Counted)
      if (characters > maxCharacters)
        context.addIssue(
          issue('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${characters} of ${maxCharacters}).`),
        )
    })
}

/** All commands of a scope, as one PUT replaces them. */
export const commandsIn = (scope: CommandScope) =>
  z.array(commandIn(scope)).superRefine((commands, context) => {
    for (const [place, { name, type }] of commands.entries()) {
      const same = commands.filter((other) => other.type === type)
      if (same.findIndex((other) => other.name === name) < same.indexOf(commands[place] as (typeof commands)[number]))
        context.addIssue(
          issue('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique', [place]),
        )
    }
    for (const [type, most] of Object.entries(mostOf))
      if (commands.filter((command) => command.type === Number(type)).length > most)
        context.addIssue(issue('BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer commands of type ${type}.`))
  })
