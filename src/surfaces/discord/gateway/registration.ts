import {
  DiscordAPIError,
  REST,
  type RESTGetAPIApplicationCommandsResult,
  type RESTGetCurrentApplicationResult,
  type RouteLike,
  Routes,
} from 'discord.js'
import type { Command } from '../../../command.ts'
import type { Log } from '../../../observability/log.ts'
import { withBoundedWaits } from './bounded-waits.ts'
import { apiBase } from './invalid-requests.ts'
import { commandPayloads, differencesOf, forGuild } from './payloads.ts'
import { withRetries } from './retry.ts'
import { asExpected, bareToken } from './token.ts'

/** How the commands registered with Discord differ from ours, and whether ours were sent. */
export type RegistrationReport = {
  readonly applicationId: string
  /** Null: for every guild. */
  readonly guildId: string | null
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  readonly unchanged: readonly string[]
  readonly sent: boolean
}

/** Where commands are registered: one application, in one guild or in all. */
type Registry = { readonly applicationId: string; readonly guildId: string | null }

/**
 * Replaces Discord's list of commands with ours, in one request; sends nothing if they are the same.
 * @param rest carries the bot's token
 */
const register = async (
  rest: REST,
  { applicationId, guildId }: Registry,
  commands: readonly Command[],
  { dryRun }: { readonly dryRun: boolean },
): Promise<RegistrationReport> => {
  const global = commandPayloads(commands)
  const payloads = guildId === null ? global : global.map(forGuild)
  const route =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId)
  const held = await heldCommands(rest, route)
  const differences = differencesOf(held, payloads, { global: guildId === null })
  const { added, changed, removed } = differences
  const sent = !dryRun && added.length + changed.length + removed.length > 0
  if (sent) await rest.put(route, { body: payloads })
  return { applicationId, guildId, ...differences, sent }
}

/** What is registered now; empty for an unknown guild, since the registration itself then says what is wrong. */
const heldCommands = async (rest: REST, route: RouteLike): Promise<RESTGetAPIApplicationCommandsResult> => {
  try {
    const query = new URLSearchParams({ with_localizations: 'true' })
    return (await rest.get(route, { query })) as RESTGetAPIApplicationCommandsResult
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 404) return []
    throw error
  }
}

/**
 * Registers the commands without starting the bot.
 * @param options `api` is the REST base without version; `clientId` is asked of Discord when not given
 * @throws QuothError `bad-settings` when Discord refuses the token or the guild, `unreachable`
 */
export const registerCommands = async (options: {
  readonly token: string
  readonly clientId?: string | undefined
  readonly guildId?: string | undefined
  readonly api?: string | undefined
  readonly commands: readonly Command[]
  readonly dryRun: boolean
}): Promise<RegistrationReport> => {
  const rest = new REST({ ...apiBase(options.api), makeRequest: withBoundedWaits() }).setToken(bareToken(options.token))
  try {
    const applicationId =
      options.clientId ?? ((await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult).id
    const registry = { applicationId, guildId: options.guildId ?? null }
    return await register(rest, registry, options.commands, { dryRun: options.dryRun })
  } catch (error) {
    throw asExpected(error)
  } finally {
    rest.clearHashSweeper()
    rest.clearHandlerSweeper()
  }
}

/** A report as lines of text: one for each command, then what was done. */
export const registrationLines = (report: RegistrationReport): readonly string[] => {
  const { added, changed, removed, unchanged, sent, guildId } = report
  const place = guildId === null ? 'in every server' : `in server ${guildId}`
  const lines = [
    ...added.map((name) => `new      ${name}`),
    ...changed.map((name) => `changed  ${name}`),
    ...removed.map((name) => `gone     ${name}`),
    ...unchanged.map((name) => `same     ${name}`),
  ]
  const commands = added.length + changed.length + unchanged.length === 0 ? 'no commands' : 'these commands'
  if (added.length + changed.length + removed.length === 0)
    return [...lines, `Discord already holds ${commands} ${place}: nothing sent.`]
  return [...lines, sent ? `Sent: Discord now holds ${commands} ${place}.` : `Nothing sent (dry run) ${place}.`]
}

/** Servers that are looked at for commands of their own. */
const maxLookedAt = 10

/**
 * Warns of commands that are registered both for every server and for one: people there see each of them twice.
 * @param registry where they were registered now
 * @param guilds the servers that the bot is in
 */
const warnOfDuplicates = async (
  rest: REST,
  { applicationId, guildId }: Registry,
  guilds: readonly string[],
  log: Log,
): Promise<void> => {
  if (guildId !== null) {
    if ((await heldCommands(rest, Routes.applicationCommands(applicationId))).length > 0)
      log.warn(
        `Commands are registered for every server too, so people in server ${guildId} see them twice. Unset ` +
          'DISCORD_GUILD_ID, or remove those for every server: DISCORD_GUILD_ID= npm run quoth -- register --remove',
      )
    return
  }
  for (const guild of guilds.slice(0, maxLookedAt))
    if ((await heldCommands(rest, Routes.applicationGuildCommands(applicationId, guild))).length > 0)
      log.warn(
        `Server ${guild} has commands of its own from an earlier DISCORD_GUILD_ID, so people there see them twice. ` +
          `Remove them: npm run quoth -- register --guild ${guild} --remove`,
      )
}

/** Milliseconds for registering commands, retries included. */
const registerWithin = 10_000

/**
 * Registers the commands if they differ. A failure is logged and no reason to stay offline: Discord keeps the
 * previous ones.
 * @param session `rest` carries the bot's token; `guilds` are the servers that it is in; `signal` ends waiting for a
 *   retry
 * @returns null after a failure
 */
export const registerAtStart = async (
  {
    rest,
    applicationId,
    guilds,
    signal,
  }: {
    readonly rest: REST
    readonly applicationId: string
    readonly guilds: readonly string[]
    readonly signal: AbortSignal
  },
  {
    clientId,
    guildId,
    commands,
    log,
  }: {
    readonly clientId?: string | undefined
    readonly guildId?: string | undefined
    readonly commands: readonly Command[]
    readonly log: Log
  },
): Promise<RegistrationReport | null> => {
  if (clientId !== undefined && clientId !== applicationId)
    log.warn(`DISCORD_CLIENT_ID is ${clientId}, but the token belongs to ${applicationId}; using that.`)
  const registry = { applicationId, guildId: guildId ?? null }
  try {
    const report = await withRetries(() => register(rest, registry, commands, { dryRun: false }), {
      deadline: performance.now() + registerWithin,
      each: registerWithin,
      signal,
    })
    // Nobody waits for it.
    void warnOfDuplicates(rest, registry, guilds, log).catch((error: unknown) =>
      log.debug({ err: error }, 'Could not look for commands that are registered twice'),
    )
    return report
  } catch (error) {
    log.error({ err: asExpected(error) }, 'Could not register the commands; the previous ones keep working')
    return null
  }
}
