import { type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10'
import { attachmentPayload, type LoopbackFile, maxFiles, newFile } from './attachment.ts'
import { displayedTexts } from './limits/components.ts'
import { invalidForm } from './limits/form.ts'
import { checkMessage, checkNotEmpty, type MessageBody, parseAll, parseUsers, pingsOf } from './limits/message.ts'
import { userPayload } from './payload.ts'
import type { UploadedFile } from './request-body.ts'
import type { World } from './world.ts'
import { forgetOldest } from './world.ts'

/**
 * A message of the bot or of a person as Discord holds it. `embeds` and `components` are what was sent, unchanged.
 * Times are Unix milliseconds.
 */
export type LoopbackMessage = {
  readonly id: string
  readonly channel: string
  /** The id of the person who wrote it, or the bot's. */
  readonly author: string
  /** The interaction that it answers or follows; null for one that was written or sent without. */
  readonly interaction: string | null
  readonly flags: number
  /** "… is thinking": acknowledged and without content yet. */
  readonly loading: boolean
  /** The only person who sees it; null when the whole channel does. */
  readonly visibleTo: string | null
  readonly content: string
  readonly embeds: NonNullable<APIMessage['embeds']>
  readonly components: NonNullable<APIMessage['components']>
  readonly attachments: readonly LoopbackFile[]
  /** The mentions that it pinged with, in any of its versions. A bot that quotes must have none. */
  readonly pings: readonly string[]
  readonly createdAt: number
  readonly editedAt: number | null
}

/** A message without content, for `changed` to fill. */
export const blankMessage = (
  world: World,
  of: Pick<LoopbackMessage, 'author' | 'channel' | 'interaction' | 'visibleTo'>,
): LoopbackMessage => ({
  ...of,
  id: world.nextId(),
  flags: of.visibleTo === null ? 0 : MessageFlags.Ephemeral,
  loading: false,
  content: '',
  embeds: [],
  components: [],
  attachments: [],
  pings: [],
  createdAt: Date.now(),
  editedAt: null,
})

/**
 * The files that a message has after `body`: those listed in `attachments` (all, when it does not list any) and the new
 * ones.
 */
const filesAfter = (
  world: World,
  before: LoopbackMessage,
  body: MessageBody,
  uploads: readonly UploadedFile[],
): readonly LoopbackFile[] => {
  const listed = body.attachments ?? null
  if (uploads.length > maxFiles)
    throw invalidForm([
      { path: ['files'], code: 'BASE_TYPE_BAD_LENGTH', message: `Must be ${maxFiles} or fewer in length.` },
    ])
  const stored = uploads.map(({ index, filename, contentType, bytes }) =>
    newFile(world, before.channel, {
      filename,
      description: listed?.find((entry) => String(entry.id) === index)?.description ?? null,
      contentType,
      isEphemeral: false,
      bytes,
    }),
  )
  if (listed === null) return [...before.attachments, ...stored]
  const known = new Set([...before.attachments.map(({ id }) => id), ...uploads.map(({ index }) => index)])
  const unknown = [...listed.entries()].filter(([, { id }]) => !known.has(String(id)))
  if (unknown.length > 0)
    throw invalidForm(
      unknown.map(([place, { id }]) => ({
        path: ['attachments', place],
        code: 'ATTACHMENT_NOT_FOUND',
        message: `Attachment ${id} is neither uploaded nor part of the message.`,
      })),
    )
  return [...before.attachments.filter(({ id }) => listed.some((entry) => String(entry.id) === id)), ...stored]
}

/**
 * `before` with what a bot sent. A message that is not in the world yet takes every flag that a first response may
 * have.
 * @throws ApiError for whatever Discord refuses
 */
export const changed = (
  world: World,
  before: LoopbackMessage,
  sent: unknown,
  uploads: readonly UploadedFile[],
): LoopbackMessage => {
  const isNew = !world.messages.has(before.id)
  const filenames = [...before.attachments, ...uploads].map(({ filename }) => filename)
  const isResponse = before.interaction !== null
  const { body, flags } = checkMessage(sent, isNew ? null : before, filenames, isResponse)
  const after: LoopbackMessage = {
    ...before,
    flags,
    loading: false,
    content: body.content === undefined ? before.content : (body.content ?? ''),
    embeds: (body.embeds === undefined ? before.embeds : (body.embeds ?? [])) as LoopbackMessage['embeds'],
    components: (body.components === undefined
      ? before.components
      : (body.components ?? [])) as LoopbackMessage['components'],
    attachments: filesAfter(world, before, body, uploads),
    editedAt: isNew ? null : Date.now(),
  }
  checkNotEmpty(after)
  const shown = [after.content, ...displayedTexts(after.components)].join('\n')
  const pings = pingsOf(shown, body.allowed_mentions ?? (isResponse ? parseUsers : parseAll))
  return { ...after, pings: [...new Set([...before.pings, ...pings])] }
}

/** Keeps a message's new state. */
export const keepMessage = (world: World, message: LoopbackMessage): void => {
  world.messages.set(message.id, message)
  forgetOldest(world.messages)
}

const authorOf = (world: World, { author }: LoopbackMessage) => {
  const person = world.users.get(author)
  return person === undefined ? world.bot : userPayload(person.id, person.name)
}

/** The message as Discord's API writes it. */
export const messagePayload = (world: World, message: LoopbackMessage): APIMessage => ({
  id: message.id,
  type: message.interaction === null ? MessageType.Default : MessageType.ChatInputCommand,
  channel_id: message.channel,
  author: authorOf(world, message),
  ...(message.author === world.bot.id && { application_id: world.bot.id }),
  ...(message.interaction !== null && { webhook_id: world.bot.id }),
  content: message.content,
  embeds: message.embeds,
  components: message.components,
  attachments: message.attachments.map(attachmentPayload),
  flags: message.flags | (message.loading ? MessageFlags.Loading : 0),
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  pinned: false,
  tts: false,
  timestamp: new Date(message.createdAt).toISOString(),
  edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
})
