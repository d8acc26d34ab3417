import type { Command } from '../command.ts'
import { createLog } from '../observability/log.ts'
import type { Quoth } from '../quoth.ts'
import { type BotOptions, startBot } from '../surfaces/discord/bot.ts'
import { visibleLine } from '../surfaces/terminal/visible.ts'
import type { OpenedData, OpenLibraries } from './compose.ts'
import { createHousekeeping } from './housekeeping.ts'
import type { Observed } from './observe.ts'
import { exitCodes, type Service } from './service.ts'
import type { Settings } from './settings.ts'

/** What is served: every library, and the one that the host shares with all. */
export type Served = { readonly libraries: OpenLibraries; readonly shared: Quoth }

/** What a reader may ask: the shared library only where the host lets servers read it. */
export const libraryOf =
  ({ quothFor }: OpenLibraries, { isLibraryShared }: Settings): BotOptions['libraryOf'] =>
  (reader) =>
    quothFor({ ...reader, readsShared: reader.readsShared && isLibraryShared })

/**
 * Runs the bot on Discord.
 * @throws QuothError `bad-settings` if Discord rejects the token
 */
export const serveDiscord = async (
  settings: Settings & { readonly discord: { readonly token: string } },
  { libraries, shared }: Served,
  commands: readonly Command[],
  { state, store }: OpenedData,
  { metrics, health }: Observed,
): Promise<Service> => {
  const { discord, askLimit, logLevel, logQuestions } = settings
  const log = createLog({ level: logLevel, secrets: [discord.token] })
  const housekeeping = createHousekeeping(state, store, { log, onErased: libraries.forget })
  const bot = await startBot({
    ...discord,
    askLimit,
    commands,
    libraryOf: libraryOf(libraries, settings),
    curatorFor: libraries.curatorFor,
    dataOf: housekeeping.dataOf,
    onGuild: housekeeping.onGuild,
    state,
    log,
    logQuestions,
    metrics,
  })
  void housekeeping.started()
  const stopListening = libraries.onChange(bot.libraryChanged)
  // Builds the index of names now, so that the first person who types does not wait for it.
  void shared.suggestSources('', 1)
  health.alive.set('heartbeat', bot.checks.heartbeat)
  health.ready.set('gateway', bot.checks.gateway)
  log.info({ bot: bot.name, guilds: bot.guilds, sources: await shared.size() }, 'Quoth is online')
  // Printed whatever the log level: whoever starts the bot for the first time needs it.
  process.stdout.write(`Quoth is online as ${visibleLine(bot.name)}. Invite it to a server: ${bot.inviteLink}\n`)
  const ended = bot.closed.then((problem) => {
    if (problem) log.fatal(problem.message)
    return problem ? exitCodes.badSettings : 0
  })
  return {
    ended,
    close: async () => {
      stopListening()
      await bot.close()
      await housekeeping.close()
    },
  }
}
