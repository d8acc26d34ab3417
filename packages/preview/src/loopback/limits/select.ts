import { ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord-api-types/v10'
import { z } from 'zod'
import { issue } from './form.ts'
import { componentNumber, customId, emoji, snowflake, text } from './text.ts'

const base = {
  id: componentNumber,
  custom_id: customId,
  placeholder: z.string().max(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  disabled: z.boolean().optional(),
  required: z.boolean().optional(),
}
const option = z.object({
  label: text(1, 100),
  value: text(1, 100),
  description: z.string().max(100).optional(),
  emoji: emoji.optional(),
  default: z.boolean().optional(),
})
const stringSelect = z.object({
  ...base,
  type: z.literal(ComponentType.StringSelect),
  options: z.array(option).min(1).max(25),
})

const { Channel, Role, User } = SelectMenuDefaultValueType
const entities = <T extends SelectMenuDefaultValueType>(...kinds: readonly T[]) => ({
  ...base,
  default_values: z
    .array(z.object({ id: snowflake, type: z.literal(kinds) }))
    .max(25)
    .optional(),
})
const channelSelect = z.object({
  ...entities(Channel),
  type: z.literal(ComponentType.ChannelSelect),
  channel_types: z.array(z.enum(ChannelType)).optional(),
})
const entitySelects = [
  channelSelect,
  z.object({ ...entities(User), type: z.literal(ComponentType.UserSelect) }),
  z.object({ ...entities(Role), type: z.literal(ComponentType.RoleSelect) }),
  z.object({ ...entities(User, Role), type: z.literal(ComponentType.MentionableSelect) }),
] as const

const checkOptions = (options: z.infer<typeof stringSelect>['options'], max: number, context: z.RefinementCtx) => {
  if (max > options.length)
    context.addIssue(
      issue('BASE_TYPE_BAD_RANGE', 'max_values must not be above the number of options.', ['max_values']),
    )
  if (options.filter((each) => each.default).length > max)
    context.addIssue(issue('SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'More defaults than max_values.', ['options']))
  const values = options.map(({ value }) => value)
  for (const [place, value] of values.entries())
    if (values.indexOf(value) < place)
      context.addIssue(
        issue('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used', [
          'options',
          place,
          'value',
        ]),
      )
}

/** A menu of options, channels, people or roles. */
export const select = z.discriminatedUnion('type', [stringSelect, ...entitySelects]).superRefine((of, context) => {
  const [min, max] = [of.min_values ?? 1, of.max_values ?? 1]
  if (min > max)
    context.addIssue(issue('BASE_TYPE_BAD_RANGE', 'min_values must not be above max_values.', ['min_values']))
  if (of.type === ComponentType.StringSelect) return checkOptions(of.options, max, context)
  const chosen = of.default_values?.length ?? 0
  if (chosen > 0 && (chosen < min || chosen > max))
    context.addIssue(
      issue('BASE_TYPE_BAD_RANGE', `default_values must be ${min} to ${max} in number.`, ['default_values']),
    )
})

/** A menu in a form, where it cannot be disabled, and may be left alone only when it says so. */
export const selectInModal = select.superRefine((of, context) => {
  if (of.disabled)
    context.addIssue(issue('COMPONENT_DISABLED_IN_MODAL', 'A menu in a modal cannot be disabled.', ['disabled']))
  if (of.min_values === 0 && of.required !== false)
    context.addIssue(issue('BASE_TYPE_BAD_RANGE', 'A required menu takes one value at least.', ['min_values']))
})
