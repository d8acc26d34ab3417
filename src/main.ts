import { config } from 'dotenv'
import { type OpenQuoth, openQuoth } from './compose.ts'
import { QuothError } from './domain/error.ts'
import type { Refusal } from './domain/reply.ts'
import { inEnglish } from './domain/said.ts'
import { loadCommands } from './load-commands.ts'
import { redact } from './observing/redact.ts'
import { badSettings, type Service, serveDiscord } from './serve-discord.ts'
import { servePreview } from './serve-preview.ts'
import { readSettings } from './settings.ts'
import { visibleLine } from './surfaces/terminal/visible.ts'

config({ quiet: true })

/** Resolves at the first SIGTERM or SIGINT; the next one is left to end the process at once. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    const signals = ['SIGTERM', 'SIGINT'] as const
    const stop = (): void => {
      for (const signal of signals) process.off(signal, stop)
      resolve()
    }
    for (const signal of signals) process.on(signal, stop)
  })

const printNotice = (notice: string): void => {
  process.stderr.write(`quoth: ${visibleLine(notice)}\n`)
}
const printRefusal = ({ path, reason }: Refusal): void => printNotice(`${path}: ${inEnglish(reason)}`)

const run = async (): Promise<number> => {
  const settings = readSettings(process.env)
  const { token } = settings.discord
  if (token === null && settings.isProduction)
    throw new QuothError(
      'bad-settings',
      'NODE_ENV is production and DISCORD_TOKEN is missing: set it, or unset NODE_ENV to see the preview.',
    )
  const stopped = stopSignal()
  const starting = new AbortController()
  const start = async (): Promise<readonly [OpenQuoth, Service]> => {
    const commands = await loadCommands()
    const open = await openQuoth({
      folder: settings.library,
      data: settings.data,
      watch: true,
      onRefusal: printRefusal,
      onNotice: printNotice,
      signal: starting.signal,
    })
    const service =
      token === null
        ? await servePreview(settings, open, commands)
        : await serveDiscord({ ...settings, discord: { ...settings.discord, token } }, open, commands)
    return [open, service]
  }
  const started = await Promise.race([start(), stopped])
  if (started === undefined) {
    // Nothing was promised to anyone yet, so a start can be left where it is.
    starting.abort()
    return 0
  }
  const [open, service] = started
  const code = await Promise.race([service.ended, stopped.then(() => 0)])
  await service.close()
  await open.close()
  return code
}

try {
  process.exitCode = await run()
} catch (error) {
  const isExpected = error instanceof QuothError
  const text = isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`quoth: ${redact(text, [process.env['DISCORD_TOKEN'] ?? ''])}\n`)
  process.exitCode = isExpected && error.code === 'bad-settings' ? badSettings : 1
}
process.exit()
