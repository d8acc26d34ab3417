import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10'
import { z } from 'zod'
import { declaredChoices, numberFor } from './choices.ts'
import { issue } from './form.ts'
import { localizations } from './localizations.ts'
import { text } from './text.ts'

/** A name that a person types: letters of any script, digits, `-`, `_` and `'`, lower case where the script has it. */
const typedName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((name) => name === name.toLowerCase(), {
    message: 'Command name must be lower case.',
    params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
  })

/** What a command or option says of itself, with its names and translations. */
export const described = {
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
export const commandOptions = listOf(z.discriminatedUnion('type', [value, subcommand, group])).superRefine(
  (options, context) => {
    const branches = options.filter(({ type }) => type === Type.Subcommand || type === Type.SubcommandGroup)
    if (branches.length > 0 && branches.length < options.length)
      context.addIssue(
        issue('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-command and value options cannot stand side by side.'),
      )
  },
)
