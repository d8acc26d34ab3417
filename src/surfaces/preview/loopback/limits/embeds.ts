import { z } from 'zod'
import { issue } from './form.ts'
import { address, text } from './text.ts'

const web = address(2048, ['http', 'https'])
const picture = z.object({ url: address(2048, ['http', 'https', 'attachment']) })

const embed = z.object({
  title: z.string().max(256).nullish(),
  description: z.string().max(4096).nullish(),
  url: web.nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  color: z.int().min(0).max(0xffffff).nullish(),
  footer: z.object({ text: z.string().max(2048), icon_url: z.string().nullish() }).nullish(),
  author: z.object({ name: text(1, 256), url: web.nullish(), icon_url: z.string().nullish() }).nullish(),
  image: picture.nullish(),
  thumbnail: picture.nullish(),
  fields: z
    .array(z.object({ name: text(1, 256), value: text(1, 1024), inline: z.boolean().nullish() }))
    .max(25)
    .nullish(),
})

const characters = (of: z.infer<typeof embed>): number =>
  [
    of.title,
    of.description,
    of.footer?.text,
    of.author?.name,
    ...(of.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ].reduce((sum, part) => sum + (part?.length ?? 0), 0)

/** The embeds of one message: at most ten, at most 6000 characters in all. */
export const embeds = z
  .array(embed)
  .max(10)
  .superRefine((all, context) => {
    if (all.reduce((sum, each) => sum + characters(each), 0) > 6000)
      context.addIssue(issue('MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000'))
  })
