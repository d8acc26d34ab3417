import { readSettings } from '../app/settings.ts'
import { backUp, restoreBackup, verify } from '../store/backup.ts'
import type { Verified } from '../store/port.ts'
import type { Tool } from '../surfaces/terminal/program.ts'
import { visibleJson, visibleLine } from '../surfaces/terminal/visible.ts'

const folder = (description: string) => ({ type: 'string', required: true, description }) as const

const verifiedText = (of: string, { libraries, documents, versions, damaged, unknown }: Verified): string =>
  [
    `${visibleLine(of)}: ${documents} documents in ${libraries} libraries, ${versions} versions.`,
    ...damaged.map(
      ({ library, document, version }) =>
        `Missing or damaged: version ${version} of ${visibleLine(document)} in ${visibleLine(library)}`,
    ),
    ...unknown.map((name) => `Belongs to no document: originals/${visibleLine(name)}`),
    ...(damaged.length === 0 ? ['Every original is there, as it was given.'] : []),
  ].join('\n')

/** The subcommands that look after a data folder as a whole: `quoth library backup|verify|restore-backup`. */
export const backupTools: readonly Tool[] = [
  {
    name: 'library backup',
    description: 'Copy all libraries and the state into a folder, also while the bot runs',
    options: { dir: folder('A new or empty folder') },
    run: async (args, { terminal, json }) => {
      const dir = String(args['dir'])
      const { versions } = await backUp(readSettings(terminal.env).data, dir)
      terminal.stdout.write(
        json
          ? `${visibleJson({ dir, versions })}\n`
          : `Backed up ${versions} versions of documents to ${visibleLine(dir)}.\n`,
      )
      return 0
    },
  },
  {
    name: 'library verify',
    description: 'Check that every document is there as it was given, in the data folder or a backup',
    options: { dir: { type: 'string', isPlain: true, description: 'A backup; the data folder if not given' } },
    run: async (args, { terminal, json }) => {
      const dir = typeof args['dir'] === 'string' ? args['dir'] : readSettings(terminal.env).data
      const found = await verify(dir)
      terminal.stdout.write(`${json ? visibleJson({ dir, ...found }) : verifiedText(dir, found)}\n`)
      return found.damaged.length === 0 ? 0 : 1
    },
  },
  {
    name: 'library restore-backup',
    description: 'Put a backup into the data folder, which must be empty',
    options: { dir: folder('The backup') },
    run: async (args, { terminal, json }) => {
      const dir = String(args['dir'])
      const { data } = readSettings(terminal.env)
      const found = await restoreBackup(dir, data)
      terminal.stdout.write(
        json
          ? `${visibleJson({ dir, data, ...found })}\n`
          : `Restored ${found.documents} documents in ${found.libraries} libraries to ${visibleLine(data)}.\n`,
      )
      return 0
    },
  },
]
