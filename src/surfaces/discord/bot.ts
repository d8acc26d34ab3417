import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, Events, REST } from 'discord.js'
import { type Command, commandsInChat } from '../../command.ts'
import type { QuothError } from '../../domain/error.ts'
import type { Log } from '../../observing/log.ts'
import type { Quoth } from '../../quoth.ts'
import { createHandler } from './asking/handler.ts'
import { createLimiter } from './asking/limiter.ts'
import { apiBase } from './connecting/api-base.ts'
import { connect } from './connecting/connect.ts'
import { inviteLink } from './connecting/invite.ts'
import { asExpected, bareToken } from './connecting/token.ts'
import { logRequests, refusalsTold } from './connecting/troubles.ts'
import { type RegistrationReport, register } from './registering/registration.ts'
import { createResponder } from './sending/responder.ts'
import { withRetries } from './sending/retry.ts'

export type BotOptions = {
  readonly token: string
  /** Only compared with what Discord says of the token; a difference is warned about. */
  readonly clientId?: string | undefined
  /** Register the commands in this guild instead of in all. */
  readonly guildId?: string | undefined
  /** The REST base without version, such as `https://discord.com/api`, Discord's own when not given. */
  readonly api?: string | undefined
  /** How many questions one person may ask in how many seconds. */
  readonly askLimit: { readonly count: number; readonly seconds: number }
  readonly commands: readonly Command[]
  readonly quoth: Quoth
  readonly log: Log
  /** Milliseconds within which `close` ends; 10,000 when not given. */
  readonly graceMs?: number
}

/** A bot that is online. */
export type Bot = {
  /** Its user name. */
  readonly name: string
  /** How many guilds it is in now. */
  readonly guilds: number
  readonly inviteLink: string
  /** Null when the commands could not be registered; the log says why, and earlier ones keep working. */
  readonly registration: RegistrationReport | null
  /** Null after `close`; the reason once Discord ended the connection for good, which only other settings can mend. */
  readonly closed: Promise<QuothError | null>
  /** Takes no more questions, finishes the running ones or says sorry, and leaves. May be called again. */
  close(): Promise<void>
}

/** Milliseconds for registering commands while Discord has troubles of its own. */
const registerWithin = 10_000
/** Parts of the grace period: until running questions are told that Quoth leaves, until nobody is waited for any more. */
const patience = 0.75
const giveUp = 0.9

/** Requests that answer interactions: Discord exempts them from its global rate limit, and `responder` retries them. */
const replyRest = (api: string | undefined): REST =>
  new REST({ ...apiBase(api), ...refusalsTold, retries: 0, globalRequestsPerSecond: Number.POSITIVE_INFINITY })

/** Waits for `work`, but no longer than so many milliseconds. */
const atMost = async (work: Promise<void>, milliseconds: number): Promise<void> => {
  const done = new AbortController()
  const late = sleep(milliseconds, undefined, { signal: done.signal }).catch(() => {})
  await Promise.race([work, late]).finally(() => done.abort())
}

/** Registers the commands where they differ. Failing to is no reason to stay offline: Discord keeps those of before. */
const registerAtStart = async (
  { client, applicationId, signal }: { client: Client; applicationId: string; signal: AbortSignal },
  { clientId, guildId, commands, log }: BotOptions,
): Promise<RegistrationReport | null> => {
  if (clientId !== undefined && clientId !== applicationId)
    log.warn(`DISCORD_CLIENT_ID is ${clientId}, but the token belongs to ${applicationId}, which is used.`)
  const registry = { applicationId, guildId: guildId ?? null }
  try {
    return await withRetries(() => register(client.rest, registry, commands, { dryRun: false }), {
      deadline: performance.now() + registerWithin,
      each: registerWithin,
      signal,
    })
  } catch (error) {
    log.error({ err: asExpected(error) }, 'The commands could not be registered; those of before keep working')
    return null
  }
}

/**
 * Logs in, registers the commands where they differ, and answers from then on.
 * @throws QuothError `bad-settings` when Discord refuses the token or how the bot connects, `unreachable` when it is out of reach
 */
export const startBot = async (options: BotOptions): Promise<Bot> => {
  const { api, log, quoth, commands } = options
  const token = bareToken(options.token)
  const stop = new AbortController()
  const rest = replyRest(api)
  logRequests(rest, log)
  const handler = createHandler({
    context: { quoth, commands: commandsInChat(commands) },
    limiter: createLimiter(options.askLimit),
    responder: createResponder(rest, stop.signal),
    log,
  })
  const { client, applicationId, name, ended } = await connect({ token, api, log, take: handler.take })
  const registration = await registerAtStart({ client, applicationId, signal: stop.signal }, options)

  const leave = async (): Promise<void> => {
    const grace = options.graceMs ?? 10_000
    await atMost(handler.drain(grace * patience), grace * giveUp)
    stop.abort()
    rest.clearHashSweeper()
    rest.clearHandlerSweeper()
    // Leaving looks to discord.js like a lost connection.
    client.removeAllListeners(Events.ShardReconnecting)
    // A gateway that is out of reach would be waited for much longer.
    await atMost(client.destroy(), grace * (1 - giveUp))
  }
  let leaving: Promise<void> | null = null
  return {
    name,
    get guilds() {
      return client.guilds.cache.size
    },
    inviteLink: inviteLink(applicationId),
    registration,
    closed: Promise.race([ended, once(stop.signal, 'abort').then(() => null)]),
    close() {
      leaving ??= leave()
      return leaving
    },
  }
}
