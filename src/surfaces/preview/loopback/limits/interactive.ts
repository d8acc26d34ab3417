import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import { z } from 'zod'
import { issue } from './form.ts'
import { select } from './select.ts'
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
