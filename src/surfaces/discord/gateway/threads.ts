import { type BaseInteraction, ChannelType, type Client, Events, GatewayDispatchEvents } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'

/** Where an interaction happened, if in a thread. `parent` is null for a thread whose channel Discord does not name. */
export type Thread = { readonly parent: string | null }

/** Interactions that are being handled at once, and more. */
const maxRemembered = 10_000

const threads: readonly number[] = [ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread]

/** What of a packet of the gateway says where an interaction happened. */
const interactionShape = z.object({
  t: z.literal(GatewayDispatchEvents.InteractionCreate),
  d: z.object({
    id: z.string(),
    channel: z.object({ type: z.number(), parent_id: z.string().nullish() }),
  }),
})

const told = new WeakMap<Client, LRUCache<string, Thread>>()

/**
 * Remembers the threads that interactions name: discord.js keeps only those that the bot is told of, and it is told of
 * no private thread that it is not in.
 */
export const followThreads = (client: Client): void => {
  const remembered = new LRUCache<string, Thread>({ max: maxRemembered })
  told.set(client, remembered)
  client.on(Events.Raw, (packet: unknown) => {
    const { data } = interactionShape.safeParse(packet)
    if (data === undefined || !threads.includes(data.d.channel.type)) return
    remembered.set(data.d.id, { parent: data.d.channel.parent_id ?? null })
  })
}

/**
 * @param interaction any
 * @returns the thread that it happened in; null elsewhere
 */
export const threadOf = ({ client, id, channel }: BaseInteraction): Thread | null => {
  const named = told.get(client)?.get(id)
  if (named !== undefined) return named
  return channel?.isThread() ? { parent: channel.parentId } : null
}
