import { readFile, stat } from 'node:fs/promises'
import { config } from 'dotenv'
import { commandsAtTerminal } from '../command.ts'
import { QuothError } from '../domain/error.ts'
import { allAudiences, libraryIdOf } from '../domain/stored-document.ts'
import { defect, exitCode } from '../surfaces/terminal/exit-code.ts'
import type { OpenLibrary } from '../surfaces/terminal/program.ts'
import { runTerminal } from '../surfaces/terminal/run-terminal.ts'
import { visibleLine } from '../surfaces/terminal/visible.ts'
import { evalTool } from '../tools/eval.ts'
import { evalExtractTool } from '../tools/eval-extract.ts'
import { evalSeedsTool } from '../tools/eval-seeds.ts'
import { evalSummariesTool } from '../tools/eval-summaries.ts'
import { feedbackTool } from '../tools/feedback.ts'
import { libraryTools, type OpenCuration } from '../tools/library.ts'
import { backupTools } from '../tools/library-backup.ts'
import { registerTool } from '../tools/register.ts'
import { type Encoding, encodingOf, openEncoder, openFolderShelf, openLibraries, openTerminalStore } from './compose.ts'
import { loadCommands } from './load-commands.ts'
import { readSettings } from './settings.ts'

// Node would print the message unchanged, and it may contain the name of a file.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${defect(error)}\n`)
  process.exit(exitCode.error)
})
config({ quiet: true })
const commands = await loadCommands()
const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

const printNotice = (notice: string): void => {
  process.stderr.write(`quoth: ${visibleLine(notice)}\n`)
}

/** A folder that is watched may appear later; one that is read once must exist. */
const openLibrary: OpenLibrary = async ({ library, isFolderAlone = false, ...options }) => {
  const settings = readSettings(process.env)
  const folder = library ?? settings.library
  if (!options.watch && !(await stat(folder).catch(() => null))?.isDirectory())
    throw new QuothError(
      'unreadable-library',
      `There is no library folder “${folder}”. Name one with --library or QUOTH_LIBRARY.`,
    )
  const encoder = settings.isMeaningOn ? openEncoder(printNotice) : null
  const { data } = settings
  const shared = { data, encoder, ocr: settings.isOcrOn, onNotice: printNotice }
  const shelf = await openFolderShelf({ folder, ...shared, ...options })
  const kept = await openTerminalStore(isFolderAlone ? null : data, { isCreated: false, onNotice: printNotice })
  const libraries = openLibraries(shelf, kept.store, {
    ...shared,
    quota: settings.quota,
    isPatient: !options.watch,
  })
  return {
    quoth: await libraries.quothFor({ library: 'shared', audience: allAudiences, readsShared: true }),
    close: async () => {
      // Before what waits for it.
      await encoder?.close()
      await libraries.close()
      await kept.close()
    },
  }
}

/** Opens what people added, for the host, who may see and change all of it. */
const openCuration: OpenCuration = async ({ server, isCreated }) => {
  const settings = readSettings(process.env)
  const kept = await openTerminalStore(settings.data, { isCreated, onNotice: printNotice })
  const library = server === undefined ? 'shared' : libraryIdOf(server, 'host')
  const { data, quota, isOcrOn: ocr, isAddressAllowed: mayFetch } = settings
  const libraries = openLibraries(null, kept.store, { data, ocr, quota, mayFetch, onNotice: printNotice })
  return {
    curator: libraries.curatorFor({ library, by: 'host', audience: null, mayChange: true }),
    close: async () => {
      await libraries.close()
      await kept.close()
    },
  }
}

/** The vectors of a collection are kept like those of a library, so that the next evaluation makes none again. */
const encodingFor = async (dir: string): Promise<Encoding | undefined> => {
  const settings = readSettings(process.env)
  return settings.isMeaningOn ? encodingOf(dir, settings.data, openEncoder(printNotice)) : undefined
}

process.exitCode = await runTerminal(
  process.argv.slice(2),
  {
    commands: commandsAtTerminal(commands),
    tools: [
      registerTool(commands),
      evalTool(encodingFor),
      evalSeedsTool(openLibrary),
      evalSummariesTool,
      evalExtractTool,
      feedbackTool(openLibrary),
      ...libraryTools(openCuration),
      ...backupTools,
    ],
    open: openLibrary,
    version,
  },
  { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env },
)
