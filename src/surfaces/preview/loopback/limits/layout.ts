import { ComponentType } from 'discord-api-types/v10'
import { z } from 'zod'
import { actionRow, button } from './interactive.ts'
import { address, componentNumber, text } from './text.ts'

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
