import { join } from 'node:path'
import { config } from 'dotenv'
import { QuothError } from '../domain/error.ts'
import { inEnglish, plural } from '../domain/message.ts'
import type { Refusal } from '../domain/reply.ts'
import { everyone } from '../domain/stored-document.ts'
import { watchForDefects } from '../observability/defects.ts'
import { createLog, redact } from '../observability/log.ts'
import { visible, visibleLine } from '../surfaces/terminal/visible.ts'
import { openBotData, openEncoder, openFolderShelf, openLibraries } from './compose.ts'
import { loadCommands } from './load-commands.ts'
import { observe } from './observe.ts'
import { serveDiscord } from './serve-discord.ts'
import { servePreview } from './serve-preview.ts'
import { exitCodes } from './service.ts'
import { readSettings } from './settings.ts'

config({ quiet: true })

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
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
/** What they say may quote the document, so that is left to `sources show`. */
const printWarnings = (path: string, count: number): void =>
  printNotice(`${path}: It was read with ${plural(count, '1 warning', `${count} warnings`)}. See “sources show”.`)

const exitCodeOf = ({ code }: QuothError): number => {
  if (code === 'bad-settings') return exitCodes.badSettings
  return code === 'folder-in-use' ? exitCodes.folderInUse : exitCodes.failed
}

const run = async (): Promise<number> => {
  const settings = readSettings(process.env)
  const { token } = settings.discord
  if (token === null && settings.isProduction)
    throw new QuothError(
      'bad-settings',
      'NODE_ENV is production, but DISCORD_TOKEN is missing. Set it, or unset NODE_ENV to open the preview.',
    )
  watchForDefects(createLog({ level: settings.logLevel, secrets: [token ?? ''] }), (code) => process.exit(code))
  const observing = await observe(settings)
  const stopped = stopSignal()
  const starting = new AbortController()
  const start = async () => {
    const commands = await loadCommands()
    const isPreview = token === null
    const kept = await openBotData(settings.data, { isPreview, onNotice: printNotice })
    const encoder = settings.isMeaningOn ? openEncoder(printNotice) : null
    const folder = await openFolderShelf({
      folder: settings.library,
      data: settings.data,
      watch: true,
      encoder,
      ocr: settings.isOcrOn,
      onRefusal: printRefusal,
      onWarnings: printWarnings,
      onNotice: printNotice,
      signal: starting.signal,
    })
    const libraries = openLibraries(folder, kept.store, {
      data: isPreview ? join(settings.data, 'preview') : settings.data,
      encoder,
      ocr: settings.isOcrOn,
      quota: settings.quota,
      mayFetch: settings.isAddressAllowed,
      onNotice: printNotice,
    })
    const shared = await libraries.quothFor({ library: 'shared', audience: everyone, readsShared: true })
    const served = { libraries, shared }
    const service =
      token === null
        ? await servePreview(settings, served, commands, kept, observing)
        : await serveDiscord(
            { ...settings, discord: { ...settings.discord, token } },
            served,
            commands,
            kept,
            observing,
          )
    observing.started(shared, kept.state)
    return { libraries, service, kept, encoder }
  }
  const started = await Promise.race([start(), stopped])
  if (started === undefined) {
    // Nobody relies on anything yet, so the start can simply be abandoned.
    starting.abort()
    return 0
  }
  const { libraries, service, kept, encoder } = started
  const code = await Promise.race([service.ended, stopped.then(() => 0)])
  observing.stopping()
  await service.close()
  // Before what waits for it.
  await encoder?.close()
  await libraries.close()
  await kept.close()
  await observing.close()
  return code
}

try {
  process.exitCode = await run()
} catch (error) {
  const isExpected = error instanceof QuothError
  const text = isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`quoth: ${visible(redact(text, [process.env['DISCORD_TOKEN'] ?? '']))}\n`)
  process.exitCode = isExpected ? exitCodeOf(error) : exitCodes.failed
}
process.exit()
