import { PermissionFlagsBits } from 'discord-api-types/v10'
import { z } from 'zod'
import { refusals } from './api-error.ts'
import { checkForm } from './limits/form.ts'
import { snowflake } from './limits/text.ts'
import { blankMessage, changed, keepMessage, type LoopbackMessage, messagePayload } from './message.ts'
import { channelPayload, memberOf } from './payload.ts'
import { allows, botPermissionsIn } from './permissions.ts'
import type { RestRequest, Route } from './route.ts'
import type { LoopbackChannel, World } from './world.ts'
import { forgetOldest } from './world.ts'

/** Milliseconds for which Discord knows a nonce again: "the past few minutes". */
const nonceLifetime = 5 * 60_000

const nonceFields = z.object({
  nonce: z.union([z.int(), z.string().max(25)]).nullish(),
  enforce_nonce: z.boolean().nullish(),
})
type NonceFields = { readonly nonce?: string | number | null; readonly enforce_nonce?: boolean | null }
const recipient = z.object({ recipient_id: snowflake })

/** The channel that the path names, if the bot may write there. @throws ApiError 10003, 50001, 50007 or 50013 */
const writableChannel = (world: World, { params, files }: RestRequest): LoopbackChannel => {
  const channel = world.channels.get(params['channel'] ?? '')
  if (channel === undefined) throw refusals.unknownChannel()
  if (channel.guild === null) {
    if (world.users.get(channel.recipient ?? '')?.takesDirectMessages === false) throw refusals.cannotSendToUser()
    return channel
  }
  const may = (needed: bigint) => allows(botPermissionsIn(world, channel), needed)
  if (!may(PermissionFlagsBits.ViewChannel)) throw refusals.missingAccess()
  if (!may(PermissionFlagsBits.SendMessages)) throw refusals.missingPermissions()
  if (files.length > 0 && !may(PermissionFlagsBits.AttachFiles)) throw refusals.missingPermissions()
  return channel
}

/** Messages that a bot sends of its own accord, and the direct messages they may go to. */
export const channelRoutes = (world: World): readonly Route[] => {
  /** Messages by channel and enforced nonce, and when they were sent. */
  const sentWith = new Map<string, { readonly message: string; readonly at: number }>()
  const alreadySent = (key: string | null): LoopbackMessage | undefined => {
    const sent = sentWith.get(key ?? '')
    return sent && performance.now() - sent.at < nonceLifetime ? world.messages.get(sent.message) : undefined
  }
  return [
    {
      name: 'send-message',
      method: 'POST',
      path: '/channels/:channel/messages',
      needsToken: true,
      handle: (request) => {
        const channel = writableChannel(world, request)
        const { nonce = null, enforce_nonce: isEnforced } = checkForm<NonceFields>(nonceFields, request.json)
        const key = isEnforced && nonce !== null ? `${channel.id} ${nonce}` : null
        const payload = (message: LoopbackMessage) => ({
          ...messagePayload(world, message),
          ...(nonce !== null && { nonce }),
        })
        const sent = alreadySent(key)
        if (sent !== undefined) return { status: 200, body: payload(sent) }
        const of = { author: world.bot.id, channel: channel.id, interaction: null, visibleTo: null }
        const message = changed(world, blankMessage(world, of), request.json, request.files)
        keepMessage(world, message)
        if (key !== null) {
          sentWith.set(key, { message: message.id, at: performance.now() })
          forgetOldest(sentWith)
        }
        world.events.emit({ kind: 'message-created', message })
        return { status: 200, body: payload(message) }
      },
    },
    {
      name: 'open-direct-messages',
      method: 'POST',
      path: '/users/@me/channels',
      needsToken: true,
      handle: ({ json }) => {
        const { recipient_id: id } = checkForm<{ readonly recipient_id: string }>(recipient, json)
        const found = [...world.channels.values()].find((channel) => channel.guild === null && channel.recipient === id)
        if (found === undefined) throw refusals.invalidRecipient()
        return { status: 200, body: channelPayload(world, found) }
      },
    },
  ]
}

/** Who is in a guild. A bot may ask for one member at a time without an intent. */
export const memberRoutes = (world: World): readonly Route[] => [
  {
    name: 'get-member',
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    needsToken: true,
    handle: ({ params }) => {
      const guild = world.guilds.find(({ id }) => id === params['guild'])
      if (guild === undefined) throw refusals.unknownGuild()
      const user = world.users.get(params['user'] ?? '')
      if (user === undefined || user.left?.includes(guild.id)) throw refusals.unknownMember()
      return { status: 200, body: memberOf(world, user, guild.id) }
    },
  },
]
