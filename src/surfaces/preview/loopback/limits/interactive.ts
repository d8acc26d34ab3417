import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import { z } from 'zod'
import { issue } from './form.ts'
import { address, componentNumber, customId, emoji, snowflake, text } from './text.ts'

const buttonBase = {
  type: z.literal(ComponentType.Button),
  id: componentNumber,
  label: text(1, 80).optional(),
  emoji: emoji.optional(),
  disabled: z.boolean().optional(),
}
const absent = (field: string, style: string) =>
  z.undefined({ error: `A button of style ${style} cannot have ${field}.` }).optional()

const clickable = z.object({
  ...buttonBase,
  style: z.literal([ButtonStyle.Primary, ButtonStyle.Secondary, ButtonStyle.Success, ButtonStyle.Danger]),
  custom_id: customId,
  url: absent('a url', 'primary, secondary, success or danger'),
})
const link = z.object({
  ...buttonBase,
  style: z.literal(ButtonStyle.Link),
  url: address(512, ['http', 'https', 'discord']),
  custom_id: absent('a custom_id', 'link'),
})
const premium = z.object({
  ...buttonBase,
  style: z.literal(ButtonStyle.Premium),
  sku_id: snowflake,
  label: absent('a label', 'premium'),
  custom_id: absent('a custom_id', 'premium'),
  url: absent('a url', 'premium'),
})

export const button = z.discriminatedUnion('style', [clickable, link, premium]).superRefine((of, context) => {
  if (of.style !== ButtonStyle.Premium && of.label === undefined && of.emoji === undefined)
    context.addIssue(issue('BUTTON_COMPONENT_MISSING_LABEL', 'A button needs a label or an emoji.', ['label']))
})

const selectBase = {
  id: componentNumber,
  custom_id: customId,
  placeholder: z.string().max(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  disabled: z.boolean().optional(),
}
const selectOption = z.object({
  label: text(1, 100),
  value: text(1, 100),
  description: z.string().max(100).optional(),
  emoji: emoji.optional(),
  default: z.boolean().optional(),
})

const stringSelect = z.object({
  ...selectBase,
  type: z.literal(ComponentType.StringSelect),
  options: z.array(selectOption).min(1).max(25),
})
const entitySelect = z.object({
  ...selectBase,
  type: z.literal([
    ComponentType.UserSelect,
    ComponentType.RoleSelect,
    ComponentType.MentionableSelect,
    ComponentType.ChannelSelect,
  ]),
})

export const select = z.discriminatedUnion('type', [stringSelect, entitySelect]).superRefine((of, context) => {
  const max = of.max_values ?? 1
  if ((of.min_values ?? 1) > max)
    context.addIssue(issue('BASE_TYPE_BAD_RANGE', 'min_values must not be above max_values.', ['min_values']))
  if (of.type !== ComponentType.StringSelect) return
  if (max > of.options.length)
    context.addIssue(
      issue('BASE_TYPE_BAD_RANGE', 'max_values must not be above the number of options.', ['max_values']),
    )
  if (of.options.filter((option) => option.default).length > max)
    context.addIssue(issue('SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'More defaults than max_values.', ['options']))
  const values = of.options.map((option) => option.value)
  for (const [place, value] of values.entries())
    if (values.indexOf(value) < place)
      context.addIssue(
        issue('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used', [
          'options',
          place,
          'value',
        ]),
      )
})

/** One to five buttons, or one select menu. */
export const actionRow = z
  .object({
    type: z.literal(ComponentType.ActionRow),
    id: componentNumber,
    components: z
      .array(z.discriminatedUnion('type', [button, select]))
      .min(1)
      .max(5),
  })
  .superRefine(({ components }, context) => {
    if (components.length > 1 && components.some((child) => child.type !== ComponentType.Button))
      context.addIssue(issue('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A select menu takes the whole row.', ['components']))
  })
