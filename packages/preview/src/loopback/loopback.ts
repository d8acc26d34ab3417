import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type APIApplicationCommand, type ApplicationCommandType, GatewayDispatchEvents } from 'discord-api-types/v10'
import { type Acting, createActing } from './acting.ts'
import { applicationRoutes } from './application-routes.ts'
import { callbackRoutes } from './callback-routes.ts'
import { channelRoutes, memberRoutes } from './channel-routes.ts'
import { commandRoutes, commandsSeen } from './command-routes.ts'
import { createEvents, type LoopbackEvents } from './event.ts'
import { createFaults, type Faults } from './faults.ts'
import { type Gateway, openGateway } from './gateway.ts'
import type { CommandScope } from './limits/commands.ts'
import type { LoopbackMessage } from './message.ts'
import { createModerating, type Moderating } from './moderating.ts'
import { guildCreatePayload, userPayload } from './payload.ts'
import { permissionsIn, seesChannel } from './permissions.ts'
import { createRateLimits, type RateLimits } from './rate-limits.ts'
import { type RecordedRequest, restListener } from './rest.ts'
import { webhookRoutes } from './webhook-routes.ts'
import {
  type Actor,
  createBotToken,
  createSecret,
  type LoopbackChannel,
  type LoopbackGuild,
  type LoopbackUser,
  maxKept,
  placeOf,
  snowflakes,
  type TimeLimits,
  userNamed,
  type World,
  withDirectMessages,
} from './world.ts'

/**
 * What there is to begin with. Of users and channels, the first is used where a caller names none: at least one each.
 * Everybody has direct messages with the bot; those that `channels` does not list are added at its end.
 */
export type LoopbackOptions = {
  /** 0, the default, is any free one. */
  readonly port?: number
  /** The bot’s token; by default a random one. */
  readonly token?: string
  /** The bot's name. */
  readonly name?: string
  readonly users?: readonly LoopbackUser[]
  readonly guilds?: readonly LoopbackGuild[]
  readonly channels?: readonly LoopbackChannel[]
  readonly limits?: Partial<TimeLimits>
  /** Identify frames in 24 hours; 1000 by default. One more revokes the token. */
  readonly identifiesADay?: number
  /** Bytes that one uploaded file may have, of the bot and of people; 10 MiB by default. */
  readonly attachmentSizeLimit?: number
}

/** A Discord on this machine, for one bot. */
export type Loopback = Acting &
  Moderating & {
    /** REST base without version, as discord.js' `rest.api` takes it. */
    readonly api: string
    readonly token: string
    readonly applicationId: string
    /** Bytes that one uploaded file may have. */
    readonly attachmentSizeLimit: number
    readonly users: readonly LoopbackUser[]
    readonly guilds: readonly LoopbackGuild[]
    /** All channels, including direct messages. */
    readonly channels: readonly LoopbackChannel[]
    /** What a person may do in a guild, by own permissions and roles, as Discord's bit string. */
    permissionsIn(user: string, guild: string): string
    /** The channels that a person sees. */
    channelsOf(user: string): readonly LoopbackChannel[]
    /** What is registered in a scope: `global`, the default, or a guild's id. */
    commands(scope?: CommandScope): readonly APIApplicationCommand[]
    /** The commands of one type, by default slash commands, that a person is offered in a channel. */
    commandsIn(place?: Actor & { readonly type?: ApplicationCommandType }): readonly APIApplicationCommand[]
    /** The messages, oldest first; only the newest are kept. */
    messages(): readonly LoopbackMessage[]
    readonly onEvent: LoopbackEvents['on']
    /** The API requests, oldest first; only the newest are kept. */
    readonly requests: readonly RecordedRequest[]
    /** Lets the next requests to a route fail. */
    readonly failNext: Faults['order']
    /** Lets requests fail at random from now on; null ends this. */
    readonly disturb: Faults['disturb']
    /** Limits the rate of a route; requests beyond it get 429. */
    readonly limitRate: RateLimits['set']
    /** Invites the bot to another guild. */
    invite(guild: LoopbackGuild): void
    /** Lets the next first response find its interaction gone (10062). */
    expireNext(): void
    readonly gateway: Omit<Gateway, 'dispatch' | 'close'>
    close(): Promise<void>
  }

const minute = 60_000
const guild: LoopbackGuild = { id: '1000000000000000001', name: 'Loopback' }
const channel: LoopbackChannel = { id: '1000000000000000002', name: 'general', guild: guild.id }
const reader: LoopbackUser = { id: '1000000000000000003', name: 'reader' }
const botId = '1000000000000000004'
const limits: TimeLimits = { respondWithin: 3000, tokenLifetime: 15 * minute, heartbeatInterval: 41_250 }

/** Starts a loopback Discord on 127.0.0.1. Rejects if the port is taken. */
export const startLoopback = async (options: LoopbackOptions = {}): Promise<Loopback> => {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const nextId = snowflakes()
  const users = options.users ?? [reader]
  const channels = withDirectMessages(users, options.channels ?? [channel], nextId)
  const world: World = {
    origin: `http://127.0.0.1:${port}`,
    token: createBotToken(options.token ?? createSecret()),
    bot: userPayload(botId, options.name ?? 'bot', true),
    users: new Map(users.map((user) => [user.id, user])),
    guilds: [...(options.guilds ?? [guild])],
    channels: new Map(channels.map((each) => [each.id, each])),
    limits: { ...limits, ...options.limits },
    identifiesADay: options.identifiesADay ?? 1000,
    attachmentSizeLimit: options.attachmentSizeLimit ?? 10 * 1024 * 1024,
    commands: new Map(),
    interactions: new Map(),
    messages: new Map(),
    ephemeralFiles: new Map(),
    events: createEvents(),
    nextId,
  }
  const gatewayUrl = `ws://127.0.0.1:${port}`
  const { dispatch, close: closeGateway, ...gateway } = openGateway(server, world, gatewayUrl)
  const faults = createFaults()
  const rateLimits = createRateLimits()
  const requests: RecordedRequest[] = []
  let expiring = 0
  const routes = [
    ...applicationRoutes(world, gatewayUrl, () => gateway.counts().identified),
    ...commandRoutes(world),
    ...callbackRoutes(world, () => expiring > 0 && expiring-- > 0),
    ...webhookRoutes(world),
    ...channelRoutes(world),
    ...memberRoutes(world),
  ]
  const record = (request: RecordedRequest) => {
    requests.push(request)
    if (requests.length > maxKept) requests.shift()
  }
  server.on('request', restListener({ world, routes, faults, rateLimits, record }))
  return {
    ...createActing(world, dispatch),
    ...createModerating(world, dispatch),
    api: `${world.origin}/api`,
    token: world.token.value,
    applicationId: world.bot.id,
    attachmentSizeLimit: world.attachmentSizeLimit,
    get users() {
      return [...world.users.values()]
    },
    guilds: world.guilds,
    get channels() {
      return [...world.channels.values()]
    },
    permissionsIn: (user, guild) => permissionsIn(world, userNamed(world, user), guild),
    channelsOf: (user) => [...world.channels.values()].filter((each) => seesChannel(world, user, each)),
    commands: (scope = 'global') => world.commands.get(scope) ?? [],
    commandsIn: ({ type, ...place } = {}) => commandsSeen(world, placeOf(world, place), type),
    messages: () => [...world.messages.values()],
    onEvent: world.events.on,
    requests,
    failNext: faults.order,
    disturb: faults.disturb,
    limitRate: rateLimits.set,
    invite: (invited) => {
      world.guilds.push(invited)
      dispatch(GatewayDispatchEvents.GuildCreate, guildCreatePayload(world, invited))
    },
    expireNext: () => {
      expiring += 1
    },
    gateway,
    close: async () => {
      await closeGateway()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
