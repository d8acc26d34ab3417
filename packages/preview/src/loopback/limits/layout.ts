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

const button = z.discriminatedUnion('style', [clickable, link, premium]).superRefine((of, context) => {
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

/** An address on the web, or the name of a file that comes with the message. */
const media = z.object({ url: address(2048, ['http', 'https', 'attachment']) })
const uploadedFile = z.object({ url: address(2048, ['attachment']) })

export const textDisplay = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id: componentNumber,
  content: text(1, 4000),
})

const thumbnail = z.object({
  type: z.literal(ComponentType.Thumbnail),
  id: componentNumber,
  media,
  description: text(1, 1024).nullish(),
  spoiler: z.boolean().optional(),
})

const section = z.object({
  type: z.literal(ComponentType.Section),
  id: componentNumber,
  components: z
    .array(z.discriminatedUnion('type', [textDisplay]))
    .min(1)
    .max(3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
})

const mediaGallery = z.object({
  type: z.literal(ComponentType.MediaGallery),
  id: componentNumber,
  items: z
    .array(z.object({ media, description: text(1, 1024).nullish(), spoiler: z.boolean().optional() }))
    .min(1)
    .max(10),
})

const file = z.object({
  type: z.literal(ComponentType.File),
  id: componentNumber,
  file: uploadedFile,
  spoiler: z.boolean().optional(),
})

const separator = z.object({
  type: z.literal(ComponentType.Separator),
  id: componentNumber,
  divider: z.boolean().optional(),
  spacing: z.literal([1, 2]).optional(),
})

const inContainer = [actionRow, textDisplay, section, mediaGallery, separator, file] as const

const container = z.object({
  type: z.literal(ComponentType.Container),
  id: componentNumber,
  components: z.array(z.discriminatedUnion('type', inContainer)).min(1),
  accent_color: z.int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().optional(),
})

/** What may stand at the top of a message with `IS_COMPONENTS_V2`. */
export const topLevel = z.discriminatedUnion('type', [...inContainer, container])
