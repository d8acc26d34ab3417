import { startLoopback } from '../../packages/preview/src/loopback/loopback.ts'
import { peopleAndPlaces } from '../../packages/preview/src/people.ts'
import { startPreview } from '../../packages/preview/src/preview.ts'
import type { PreviewAbout } from '../../packages/preview/src/protocol.ts'
import { type Command, commandsAtTerminal } from '../command.ts'
import { QuothError } from '../domain/error.ts'
import { plural } from '../domain/message.ts'
import { createLog } from '../observability/log.ts'
import type { SourceSuggestion } from '../quoth.ts'
import { startBot } from '../surfaces/discord/bot.ts'
import { startRepl } from '../surfaces/terminal/repl.ts'
import { visibleLine } from '../surfaces/terminal/visible.ts'
import type { OpenedData } from './compose.ts'
import { createHousekeeping } from './housekeeping.ts'
import type { Observed } from './observe.ts'
import { libraryOf, type Served } from './serve-discord.ts'
import type { Service } from './service.ts'
import { defaultLibrary, type Settings } from './settings.ts'

/** How to go online, in steps. */
const steps = [
  'Create an application at https://discord.com/developers/applications and copy its bot token',
  'Put it into a file .env here: DISCORD_TOKEN=…',
  'Run npm start again, and open the invite link that it prints',
]

/** Questions about the documents that ship with Quoth; they do not answer the last one. */
const seedQuestions = [
  'Where were four suspected militants arrested?',
  'What do rights groups say the violence stems from?',
  'What is the price of Bitcoin?',
]

/** The most titles that the page lists. */
const maxTitles = 200

/** The examples that a visitor can try with one click. */
const examplesFor = (library: string, sources: readonly SourceSuggestion[]): PreviewAbout['examples'] => [
  ...(library === defaultLibrary ? seedQuestions.map((value) => ({ command: 'ask', option: 'question', value })) : []),
  ...sources.slice(0, 1).map(({ id }) => ({ command: 'summarise', option: 'source', value: id })),
]

/** Turns an error of a port that is taken or not allowed into one that says what to do. */
const portProblem = (error: NodeJS.ErrnoException, port: number): Error =>
  error.code === 'EADDRINUSE' || error.code === 'EACCES'
    ? new QuothError(
        'bad-settings',
        `The preview cannot use port ${port} (${error.code}). Set QUOTH_PREVIEW_PORT to another port, or unset it.`,
      )
    : error

/**
 * Runs the real bot in a page that looks like a Discord channel, on this machine and without a token. On a terminal, a
 * prompt opens as well, and leaving it ends the service.
 * @throws QuothError `bad-settings` if the preview's port is taken or not allowed
 */
export const servePreview = async (
  settings: Settings,
  { libraries, shared: quoth }: Served,
  commands: readonly Command[],
  { state, store }: OpenedData,
  { metrics, health }: Observed,
): Promise<Service> => {
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true
  // At a prompt, only warnings and errors may come between the lines.
  const log = createLog({ level: isTerminal && settings.logLevel === 'info' ? 'warn' : settings.logLevel })
  const loopback = await startLoopback({ name: 'Quoth', ...peopleAndPlaces })
  const housekeeping = createHousekeeping(state, store, { log, onErased: libraries.forget })
  const bot = await startBot({
    token: loopback.token,
    api: loopback.api,
    askLimit: settings.askLimit,
    commands,
    libraryOf: libraryOf(libraries, settings),
    curatorFor: libraries.curatorFor,
    dataOf: housekeeping.dataOf,
    state,
    log,
    logQuestions: settings.logQuestions,
    metrics,
  })
  const stopListening = libraries.onChange(bot.libraryChanged)
  health.alive.set('heartbeat', bot.checks.heartbeat)
  health.ready.set('gateway', bot.checks.gateway)
  const preview = await startPreview({
    loopback,
    name: 'Quoth',
    port: settings.previewPort,
    about: async () => {
      const sources = await quoth.suggestSources('', maxTitles)
      return {
        library: settings.library,
        count: await quoth.size(),
        sources: sources.map(({ title }) => title),
        examples: examplesFor(settings.library, sources),
        steps,
      }
    },
  }).catch((error: NodeJS.ErrnoException) => {
    throw portProblem(error, settings.previewPort)
  })
  const count = await quoth.size()
  const unread = quoth.unread()
  const stillReading = unread === 0 ? '' : ` (${unread} more to read)`
  const sources = `${count} ${plural(count, 'source', 'sources')}`
  const indexed = `Indexed ${sources} from ${visibleLine(settings.library)}${stillReading}.`
  const toGoOnline = steps.map((step, index) => `(${index + 1}) ${step}`).join('; ')
  process.stdout.write(
    `${indexed} No DISCORD_TOKEN, so this is a preview: ${preview.url} — to go online: ${toGoOnline}.\n`,
  )
  const leaving = new AbortController()
  const prompt = isTerminal
    ? startRepl({
        quoth,
        commands: commandsAtTerminal(commands),
        input: process.stdin,
        output: process.stdout,
        env: process.env,
        signal: leaving.signal,
      })
    : new Promise<void>(() => {})
  return {
    ended: prompt.then(() => 0),
    close: async () => {
      leaving.abort()
      stopListening()
      await preview.close()
      await bot.close()
      await housekeeping.close()
      await loopback.close()
    },
  }
}
