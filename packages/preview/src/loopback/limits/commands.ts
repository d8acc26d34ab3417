import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  Locale,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10'
import { z } from 'zod'
import { issue } from './form.ts'
import { text } from './text.ts'

/** The same text in other languages, by Discord's codes for them; null for none. */
const localizations = (value: z.ZodType<string>) =>
  z.partialRecord(z.enum(Object.values(Locale)), value.nullable()).nullish()

const largest = 2 ** 53

/** A number that an option of `type` takes: whole for one of whole numbers. */
const numberFor = (type: number) => {
  const number = z.number().min(-largest).max(largest)
  return type === ApplicationCommandOptionType.Integer ? number.multipleOf(1) : number
}

/** The choices of an option of `type`, declared with a command or offered while a person types: at most 25. */
const choices = (type: number) =>
  z
    .array(
      z.object({
        name: text(1, 100),
        name_localizations: localizations(text(1, 100)),
        value: type === ApplicationCommandOptionType.String ? text(1, 100) : numberFor(type),
      }),
    )
    .max(25)

/** Choices that stand in a command: no two have the same name. */
const declaredChoices = (type: number) =>
  choices(type).superRefine((all, context) => {
    const names = all.map(({ name }) => name)
    for (const [place, name] of names.entries())
      if (names.indexOf(name) < place)
        context.addIssue(
          issue('APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS', 'Option choice name already exists', [place]),
        )
  })

/** What a bot offers for the option that a person types in. */
export const autocompleteResult = (type: number) => z.object({ choices: choices(type) })

/** A name that a person types: letters of any script, digits, `-`, `_` and `'`, lower case where the script has it. */
const typedName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((name) => name === name.toLowerCase(), {
    message: 'Command name must be lower case.',
    params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
  })

/** What a command or option says of itself, with its names and translations. */
const described = {
  name: typedName,
  name_localizations: localizations(typedName),
  description: text(1, 100),
  description_localizations: localizations(text(1, 100)),
}

const given = { ...described, required: z.boolean().optional() }

type Completed = {
  readonly autocomplete?: boolean | undefined
  readonly choices?: readonly unknown[] | null | undefined
}
const notBoth = ({ autocomplete, choices: listed }: Completed, context: z.RefinementCtx) => {
  if (autocomplete && listed && listed.length > 0)
    context.addIssue(
      issue('APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES', 'An option with autocomplete cannot have choices.', [
        'choices',
      ]),
    )
}
const badRange = () => issue('BASE_TYPE_BAD_RANGE', 'The minimum must not be above the maximum.')

const stringOption = z
  .object({
    ...given,
    type: z.literal(Type.String),
    choices: declaredChoices(Type.String).nullish(),
    autocomplete: z.boolean().optional(),
    min_length: z.int().min(0).max(6000).optional(),
    max_length: z.int().min(1).max(6000).optional(),
  })
  .superRefine((of, context) => {
    notBoth(of, context)
    if ((of.min_length ?? 0) > (of.max_length ?? 6000)) context.addIssue(badRange())
  })

const numeric = (type: Type.Integer | Type.Number) =>
  z
    .object({
      ...given,
      type: z.literal(type),
      choices: declaredChoices(type).nullish(),
      autocomplete: z.boolean().optional(),
      min_value: numberFor(type).optional(),
      max_value: numberFor(type).optional(),
    })
    .superRefine((of, context) => {
      notBoth(of, context)
      if ((of.min_value ?? -Infinity) > (of.max_value ?? Infinity)) context.addIssue(badRange())
    })

const plain = z.object({
  ...given,
  type: z.literal([Type.Boolean, Type.User, Type.Channel, Type.Role, Type.Mentionable, Type.Attachment]),
  autocomplete: z.literal(false, { error: 'An option of this type cannot have autocomplete.' }).optional(),
  choices: z.undefined({ error: 'An option of this type cannot have choices.' }).optional(),
})

const value = z.discriminatedUnion('type', [stringOption, numeric(Type.Integer), numeric(Type.Number), plain])

type NamedOption = { readonly name: string; readonly required?: boolean | undefined }
const inOrder = (options: readonly NamedOption[], context: z.RefinementCtx) => {
  for (const [place, { name, required }] of options.entries()) {
    if (required && options.slice(0, place).some((earlier) => !earlier.required))
      context.addIssue(
        issue(
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
          [place],
        ),
      )
    if (options.findIndex((other) => other.name === name) < place)
      context.addIssue(
        issue('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists', [place, 'name']),
      )
  }
}
const listOf = <T extends z.ZodType<NamedOption>>(option: T) => z.array(option).max(25).superRefine(inOrder)

const subcommand = z.object({
  ...described,
  type: z.literal(Type.Subcommand),
  options: listOf(value).nullish(),
})
const group = z.object({
  ...described,
  type: z.literal(Type.SubcommandGroup),
  options: listOf(z.discriminatedUnion('type', [subcommand])),
})

/** The options of a command: values, or subcommands and groups of them, never both. */
const commandOptions = listOf(z.discriminatedUnion('type', [value, subcommand, group])).superRefine(
  (options, context) => {
    const branches = options.filter(({ type }) => type === Type.Subcommand || type === Type.SubcommandGroup)
    if (branches.length > 0 && branches.length < options.length)
      context.addIssue(
        issue('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-command and value options cannot stand side by side.'),
      )
  },
)

/** Where a command is registered: everywhere, or in one guild by its id. */
export type CommandScope = 'global' | string

const maxCharacters = 8000
const maxOfType: Readonly<Record<number, number>> = {
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
    for (const [type, most] of Object.entries(maxOfType))
      if (commands.filter((command) => command.type === Number(type)).length > most)
        context.addIssue(issue('BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer commands of type ${type}.`))
  })
