import { once, setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Events } from 'discord.js'
import { type Command, commandsInChat } from '../../command.ts'
import type { QuothError } from '../../domain/error.ts'
import { createInteractionLog } from '../../observability/interactions.ts'
import type { Log } from '../../observability/log.ts'
import type { Metrics } from '../../observability/metrics.ts'
import type { State } from '../../state/port.ts'
import { type Connection, connect } from './gateway/connect.ts'
import type { IdentifyLimits } from './gateway/identify-budget.ts'
import { createReplyRest, createRequestGuard } from './gateway/invalid-requests.ts'
import type { RegistrationReport } from './gateway/registration.ts'
import { registerAtStart } from './gateway/registration.ts'
import { type CallbackLimits, createResponder } from './gateway/responder.ts'
import { bareToken, inviteLink } from './gateway/token.ts'
import { logRequests } from './gateway/troubles.ts'
import { createHandler } from './handler.ts'
import { forgetReplies } from './kept-reply.ts'
import { createLimiter } from './limiter.ts'
import { createAnnouncer } from './replies/announcer.ts'
import type { Services } from './services.ts'
import { createSettingsReader, createUsesReader } from './settings-reader.ts'

export type BotOptions = {
  readonly token: string
  /** Compared with what Discord says the token belongs to; a difference is logged as a warning. */
  readonly clientId?: string | undefined
  /** Registers the commands in this guild instead of in all. */
  readonly guildId?: string | undefined
  /** The REST base without version, such as `https://discord.com/api`, Discord's own when not given. */
  readonly api?: string | undefined
  /** How many questions one person may ask in how many seconds. */
  readonly askLimit: { readonly count: number; readonly seconds: number }
  readonly commands: readonly Command[]
  /** What somebody may ask, as one library. */
  libraryOf: Services['libraryOf']
  /** What somebody can do with the documents of a library. */
  curatorFor: Services['curatorFor']
  /** What is kept of a person. */
  dataOf: Services['dataOf']
  /** Called when the bot is in a guild (true) or was removed from one (false); at the start, for each that it is in. */
  onGuild?(guild: string, isIn: boolean): void
  /** What must survive a restart. The caller closes it, after the bot. */
  readonly state: State
  readonly log: Log
  /** Whether questions are logged; false by default. */
  readonly logQuestions?: boolean
  /** Of this bot only. */
  readonly metrics: Metrics
  /** How often the bot may log in; by default, as often as Discord allows. */
  readonly identifyLimits?: IdentifyLimits
  /** How long a first response may take; by default, as long as Discord allows. */
  readonly callbackLimits?: CallbackLimits
  /** Milliseconds within which `close` ends; 10,000 by default. */
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
  /** Resolves to null after `close`, or to the reason when Discord ends the connection for good. */
  readonly closed: Promise<QuothError | null>
  /** For `/healthz` and `/readyz`. */
  readonly checks: Connection['checks']
  /** To be called when a library has changed: the questions that people wait for may have an answer now. */
  libraryChanged(): void
  /** Accepts no more questions, finishes the running ones or apologises, and disconnects. May be called again. */
  close(): Promise<void>
}

/**
 * Shares of the grace period after which running questions are told of the restart, and after which they are given
 * up.
 */
const patience = 0.75
const giveUp = 0.9

/** Waits for `work`, but no longer than so many milliseconds. */
const atMost = async (work: Promise<unknown>, milliseconds: number): Promise<void> => {
  const done = new AbortController()
  const late = sleep(milliseconds, undefined, { signal: done.signal }).catch(() => {})
  await Promise.race([work, late]).finally(() => done.abort())
}

/**
 * Logs in, registers the commands where they differ, and answers from then on.
 * @throws QuothError `bad-settings` when Discord refuses the token or the connection, `unreachable` when it cannot be
 * reached
 */
export const startBot = async (options: BotOptions): Promise<Bot> => {
  const { api, log, metrics, state, identifyLimits } = options
  const token = bareToken(options.token)
  const stop = new AbortController()
  // Every request that waits for a retry listens to it; Node warns of more than ten listeners.
  setMaxListeners(0, stop.signal)
  const makeRequest = createRequestGuard({ log, metrics })
  const rest = createReplyRest(api, makeRequest)
  logRequests(rest, log, metrics)
  const services: Services = {
    commands: commandsInChat(options.commands),
    libraryOf: options.libraryOf,
    curatorFor: options.curatorFor,
    dataOf: options.dataOf,
    state,
    settings: createSettingsReader(state.settings, log),
    uses: createUsesReader(state.uses, log),
    limiter: createLimiter(options.askLimit),
    log,
    now: Date.now,
  }
  const handler = createHandler(services, {
    responder: createResponder(rest, stop.signal, metrics, options.callbackLimits),
    tell: createInteractionLog({ log, metrics, questions: options.logQuestions ?? false }),
  })
  const { client, applicationId, name, ended, checks } = await connect({
    ...{ token, api, log, metrics, makeRequest, identifies: state.identifies, identifyLimits },
    take: handler.take,
    onGuild: options.onGuild ?? (() => {}),
  })
  const register = () => {
    const guilds = [...client.guilds.cache.keys()]
    return registerAtStart({ rest: client.rest, applicationId, guilds, signal: stop.signal }, options)
  }
  let registration = await register()
  // Discord refuses the commands of a server that the bot is not in yet.
  client.on(Events.GuildCreate, ({ id }) => {
    if (id !== options.guildId || registration !== null) return
    void register().then((report) => {
      registration = report
    })
  })
  const announcer = createAnnouncer(services, client.rest, stop.signal)
  announcer.libraryChanged()
  const forgetting = forgetReplies(services)

  const leave = async (): Promise<void> => {
    const grace = options.graceMs ?? 10_000
    await atMost(Promise.all([handler.drain(grace * patience), announcer.close()]), grace * giveUp)
    stop.abort()
    clearInterval(forgetting)
    rest.clearHashSweeper()
    rest.clearHandlerSweeper()
    // To discord.js, leaving looks like a lost connection.
    client.removeAllListeners(Events.ShardReconnecting)
    // It would wait much longer for a gateway that cannot be reached.
    await atMost(client.destroy(), grace * (1 - giveUp))
  }
  let leaving: Promise<void> | null = null
  return {
    name,
    get guilds() {
      return client.guilds.cache.size
    },
    inviteLink: inviteLink(applicationId),
    get registration() {
      return registration
    },
    checks,
    libraryChanged: announcer.libraryChanged,
    closed: Promise.race([ended, once(stop.signal, 'abort').then(() => null)]),
    close() {
      leaving ??= leave()
      return leaving
    },
  }
}
