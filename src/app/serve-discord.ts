import type { Command } from '../command.ts'
import { createLog } from '../observability/log.ts'
import type { State } from '../state/port.ts'
import { startBot } from '../surfaces/discord/bot.ts'
import { visibleLine } from '../surfaces/terminal/visible.ts'
import type { OpenQuoth } from './compose.ts'
import type { Observed } from './observe.ts'
import { exitCodes, type Service } from './service.ts'
import type { Settings } from './settings.ts'

/**
 * Runs the bot on Discord.
 * @throws QuothError `bad-settings` if Discord rejects the token
 */
export const serveDiscord = async (
  { discord, askLimit, logLevel, logQuestions }: Settings & { readonly discord: { readonly token: string } },
  { quoth, onChange }: OpenQuoth,
  commands: readonly Command[],
  state: State,
  { metrics, health }: Observed,
): Promise<Service> => {
  const log = createLog({ level: logLevel, secrets: [discord.token] })
  const bot = await startBot({
    ...discord,
    askLimit,
    commands,
    // One library for all servers: whoever can use the bot may read what its host put into the folder.
    libraryOf: () => quoth,
    state,
    log,
    logQuestions,
    metrics,
  })
  const stopListening = onChange(bot.libraryChanged)
  // Builds the index of names now, so that the first person who types does not wait for it.
  void quoth.suggestSources('', 1)
  health.alive.set('heartbeat', bot.checks.heartbeat)
  health.ready.set('gateway', bot.checks.gateway)
  log.info({ bot: bot.name, guilds: bot.guilds, sources: await quoth.size() }, 'Quoth is online')
  // Printed whatever the log level: whoever starts the bot for the first time needs it.
  process.stdout.write(`Quoth is online as ${visibleLine(bot.name)}. Invite it to a server: ${bot.inviteLink}\n`)
  const ended = bot.closed.then((problem) => {
    if (problem) log.fatal(problem.message)
    return problem ? exitCodes.badSettings : 0
  })
  return {
    ended,
    close: () => {
      stopListening()
      return bot.close()
    },
  }
}
