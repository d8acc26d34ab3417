import { MessageFlags } from 'discord-api-types/v10'
import { z } from 'zod'
import { refusals } from '../api-error.ts'
import { bytesProblem, layoutComponents, legacyComponents, missingFiles } from './components.ts'
import { checkForm, invalidForm, issue } from './form.ts'
import { address, snowflake, text } from './text.ts'

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
const embeds = z
  .array(embed)
  .max(10)
  .superRefine((all, context) => {
    if (all.reduce((sum, each) => sum + characters(each), 0) > 6000)
      context.addIssue(issue('MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000'))
  })

const ids = z.array(snowflake).max(100).optional()

/** Who a message may ping: whole kinds (`parse`) or named ones, never both for the same kind. */
const allowedMentions = z
  .object({
    parse: z.array(z.literal(['roles', 'users', 'everyone'])).optional(),
    users: ids,
    roles: ids,
    replied_user: z.boolean().optional(),
  })
  .superRefine(({ parse = [], users = [], roles = [] }, context) => {
    for (const [kind, named] of [
      ['users', users],
      ['roles', roles],
    ] as const)
      if (parse.includes(kind) && named.length > 0)
        context.addIssue(
          issue('MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', `parse:["${kind}"] and ${kind}: [ids...] are exclusive.`, [
            kind,
          ]),
        )
  })

type AllowedMentions = z.infer<typeof allowedMentions>

const mention = /<@(?<user>!?\d+)>|<@&(?<role>\d+)>|@(?:everyone|here)/g

/**
 * Whom a message pings that does not say: a response to an interaction users alone, one sent into a channel everybody.
 */
export const parseUsers: AllowedMentions = { parse: ['users'] }
export const parseAll: AllowedMentions = { parse: ['roles', 'users', 'everyone'] }

/**
 * The mentions in `shown` that would ping. Escaped ones count as well: whether Discord's server heeds a backslash is
 * not documented; so does `@everyone` of those who may not use it.
 */
export const pingsOf = (shown: string, { parse = [], users = [], roles = [] }: AllowedMentions): string[] => {
  return [...shown.matchAll(mention)].flatMap(({ 0: found, groups }) => {
    const user = groups?.['user']?.replace('!', '')
    const role = groups?.['role']
    if (user !== undefined) return parse.includes('users') || users.includes(user) ? [found] : []
    if (role !== undefined) return parse.includes('roles') || roles.includes(role) ? [found] : []
    return parse.includes('everyone') ? [found] : []
  })
}

/** The fields of a message as a bot sends them, once `checkMessage` has passed them. */
export type MessageBody = {
  readonly content?: string | null
  readonly embeds?: readonly unknown[] | null
  readonly components?: readonly unknown[] | null
  readonly attachments?: readonly { readonly id: string | number; readonly description?: string | null }[] | null
  readonly allowed_mentions?: AllowedMentions | null
  readonly flags?: number | null
}

const fields = {
  content: z.string().max(2000).nullish(),
  embeds: embeds.nullish(),
  attachments: z
    .array(
      z.object({
        id: z.union([z.string(), z.int()]),
        filename: z.string().optional(),
        description: z.string().max(1024).nullish(),
      }),
    )
    .max(10)
    .nullish(),
  allowed_mentions: allowedMentions.nullish(),
  flags: z.int().min(0).nullish(),
  tts: z.boolean().nullish(),
}
const legacyMessage = z.object({ ...fields, components: legacyComponents.nullish() })
const layoutMessage = z.object({ ...fields, components: layoutComponents.nullish() })

const sentFlags =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsVoiceMessage |
  MessageFlags.IsComponentsV2
const responseFlags = sentFlags | MessageFlags.Ephemeral
const editFlags = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2

/** The flags after a change: what may be set depends on whether the message exists, and V2 can never be unset. */
const checkFlags = (body: MessageBody, before: { readonly flags: number } | null, firstFlags: number): number => {
  const given = body.flags ?? null
  if (given === null) return before?.flags ?? 0
  const refused = (code: string, message: string) => invalidForm([{ path: ['flags'], code, message }])
  const kept = before?.flags ?? 0
  if (given & ~kept & ~(before === null ? firstFlags : editFlags))
    throw refused('MESSAGE_FLAGS_INVALID', `These flags cannot be set here: ${given & ~kept}.`)
  if (kept & MessageFlags.IsComponentsV2 && !(given & MessageFlags.IsComponentsV2))
    throw refused('MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', 'IS_COMPONENTS_V2 cannot be removed from a message.')
  return (kept & ~editFlags) | given
}

/** Fields that a message with `IS_COMPONENTS_V2` can neither be sent with nor keep. */
const checkLegacyFields = (body: Readonly<Record<string, unknown>>, before: Readonly<Record<string, unknown>>) => {
  const filled = ['content', 'embeds', 'poll', 'sticker_ids'].filter((field) => {
    const value = field in body && body[field] !== undefined ? body[field] : before[field]
    return Array.isArray(value) ? value.length > 0 : Boolean(value)
  })
  if (filled.length > 0)
    throw invalidForm(
      filled.map((field) => ({
        path: [field],
        code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      })),
    )
}

type Before = { readonly flags: number; readonly content: string; readonly embeds: readonly unknown[] }

/**
 * A message's body as sent, with the flags that the message has after it. `before` is the message that it edits, null
 * for a new one; `filenames` are those of the files that come with it or stay. Only a response to an interaction can be
 * private.
 * @throws ApiError 50035 for what breaks a limit, 500 for too many bytes of text
 */
export const checkMessage = (
  sent: unknown,
  before: Before | null,
  filenames: readonly string[],
  isResponse = true,
): { readonly body: MessageBody; readonly flags: number } => {
  const { flags: asked } = checkForm<{ flags?: number | null }>(z.object({ flags: fields.flags }), sent)
  const isLayout = ((asked ?? 0) | (before?.flags ?? 0)) & MessageFlags.IsComponentsV2
  const body = checkForm<MessageBody>(isLayout ? layoutMessage : legacyMessage, sent)
  const flags = checkFlags(body, before, isResponse ? responseFlags : sentFlags)
  if (isLayout) checkLegacyFields(body, before ?? {})
  const problem = missingFiles(body.components ?? [], filenames) ?? bytesProblem(body.components ?? [])
  if (problem !== null) throw problem
  return { body, flags }
}

/**
 * @throws ApiError 50006 when nothing of a message would be seen: with `IS_COMPONENTS_V2` a file shows only through a
 * component
 */
export const checkNotEmpty = (message: {
  readonly flags: number
  readonly content: string
  readonly embeds: readonly unknown[]
  readonly components: readonly unknown[]
  readonly attachments: readonly unknown[]
}): void => {
  const { components, embeds: shown, attachments } = message
  const isLayout = message.flags & MessageFlags.IsComponentsV2
  const parts = isLayout ? components.length : components.length + shown.length + attachments.length
  if (parts === 0 && message.content.trim() === '') throw refusals.emptyMessage()
}
