import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ArgumentsOf, Options } from '../command.ts'
import { distinctNames } from '../curation/archive.ts'
import type { Curator } from '../curation/port.ts'
import type { Addition, Export, GivenFile } from '../domain/curation.ts'
import type { RecordEdits, Visibility } from '../domain/stored-document.ts'
import type { Terminal, Tool } from '../surfaces/terminal/program.ts'
import { startProgress } from '../surfaces/terminal/progress.ts'
import {
  additionJson,
  additionLine,
  auditJson,
  auditLine,
  changeLine,
  detailsText,
  entryJson,
  entryLine,
  usageLine,
} from '../surfaces/terminal/render-library.ts'
import { visibleJson, visibleLine } from '../surfaces/terminal/visible.ts'
import { filesAt } from './library-files.ts'
import { makeEmptyFolder } from './write-collection.ts'

/** Opens what people added to a library. */
export type OpenCuration = (options: {
  /** A server's id; undefined for what the host shares with all. */
  readonly server: string | undefined
  /** Whether a store is created where there is none. */
  readonly isCreated: boolean
}) => Promise<{ readonly curator: Curator; close(): Promise<void> }>

/** What a subcommand does: it prints lines, and returns the exit code. */
type Run = (
  args: ArgumentsOf<Options>,
  curator: Curator,
  screen: { readonly terminal: Terminal; readonly json: boolean; line(text: string, json: object): void },
) => Promise<number>

const server = {
  type: 'string',
  maxLength: 21,
  description: 'The library of the server with this id, instead of what all servers read',
} as const

const named = (what: string) =>
  ({ type: 'string', required: true, maxLength: 300, description: `${what}: its id, file name or title` }) as const

const visibilityOptions = {
  channels: { type: 'string', description: 'Ids of the channels whose members may see it, with commas' },
  roles: { type: 'string', description: 'Ids of the roles that may see it, with commas' },
} as const

const idsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? value.split(/[\s,]+/).filter((id) => id !== '') : []

const visibilityIn = (args: ArgumentsOf<Options>): Visibility => ({
  channels: [...new Set(idsIn(args['channels']))].sort(),
  roles: [...new Set(idsIn(args['roles']))].sort(),
})

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const editNames = ['title', 'authors', 'publisher', 'date', 'url'] as const

const editsIn = (args: ArgumentsOf<Options>): RecordEdits =>
  Object.fromEntries(editNames.flatMap((name) => (args[name] === undefined ? [] : [[name, String(args[name])]])))

const isRefused = ({ outcome }: Addition): boolean => outcome.kind === 'refused'

const writeExport = async (folder: string, { files }: Export): Promise<void> => {
  await makeEmptyFolder(folder)
  const names = distinctNames(files.map(({ name }) => name))
  for (const [at, { name, bytes }] of files.entries()) {
    const file = join(folder, names[at] ?? name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, await bytes(), { flag: 'wx' })
  }
}

/**
 * The subcommands `quoth library …`.
 * @param open opens what people added
 */
export const libraryTools = (open: OpenCuration): readonly Tool[] => {
  const tool = (name: string, description: string, options: Options, run: Run, isCreated = false): Tool => ({
    name: `library ${name}`,
    description,
    options: { ...options, server },
    run: async (args, { terminal, json }) => {
      const opened = await open({ server: textOf(args['server']), isCreated })
      const line = (text: string, value: object): void => {
        terminal.stdout.write(`${json ? visibleJson(value) : text}\n`)
      }
      try {
        return await run(args, opened.curator, { terminal, json, line })
      } finally {
        await opened.close()
      }
    },
  })
  const change = (
    name: string,
    description: string,
    options: Options,
    make: (args: ArgumentsOf<Options>, curator: Curator) => ReturnType<Curator['remove']>,
  ): Tool =>
    tool(name, description, options, async (args, curator, { line }) => {
      const changed = await make(args, curator)
      line(changeLine(changed), { ...entryJson(changed), action: changed.action, erasedAt: changed.erasedAt })
      return 0
    })

  return [
    tool(
      'add',
      'Add files to the library, all documents of a folder, or what stands at an address; - reads standard input',
      {
        file: { type: 'string', required: true, isList: true, description: 'Files, folders, zips or addresses' },
        ...visibilityOptions,
        new: { type: 'boolean', description: 'Keep a file apart from the document of the same name' },
        name: { type: 'string', description: 'The name of what comes from standard input; notes.txt if not given' },
      },
      async (args, curator, { terminal, line }) => {
        const name = textOf(args['name']) ?? 'notes.txt'
        const files: GivenFile[] = []
        for (const given of String(args['file']).split('\n'))
          if (/^https?:\/\//i.test(given)) files.push(await curator.fetch(given))
          else files.push(...(await filesAt([given], terminal.stdin, name)))
        const progress = startProgress(terminal.stderr, 'Adding')
        const visibility = visibilityIn(args)
        const isLimited = visibility.channels.length + visibility.roles.length > 0
        try {
          const additions = await curator.add(files, {
            ...(isLimited && { visibility }),
            isNew: args['new'] === true,
            onProgress: ({ done, of, name, stage, pages }) => {
              const page = pages === undefined ? '' : `, page ${pages.read} of ${pages.of}`
              progress.label(`${done + 1} of ${of}: ${stage} ${name}${page}`)
            },
            onAddition: (addition) => line(additionLine(addition), additionJson(addition)),
          })
          return additions.some(isRefused) ? 1 : 0
        } finally {
          progress.done()
        }
      },
      true,
    ),
    tool(
      'list',
      'List the documents that were added',
      { removed: { type: 'boolean', description: 'Those that were removed and can be restored' } },
      async (args, curator, { json, line, terminal }) => {
        const { entries, usage, isRemoved } = await curator.list({ isRemoved: args['removed'] === true })
        for (const entry of entries) line(entryLine(entry), entryJson(entry))
        if (!json) terminal.stdout.write(`${usageLine(entries.length, isRemoved, usage)}\n`)
        return 0
      },
    ),
    tool(
      'show',
      'Show a document that was added, with its versions',
      { document: named('The document') },
      async (args, curator, { line }) => {
        const details = await curator.show(String(args['document']))
        const { versions, erasedAt } = details
        line(detailsText(details), { ...entryJson(details), versions, erasedAt })
        return 0
      },
    ),
    change(
      'edit',
      'State the title, authors, publisher, date or URL of a document',
      {
        document: named('The document'),
        title: { type: 'string', description: 'Its title; "" for what the document says' },
        authors: { type: 'string', description: 'Its authors, with semicolons: "Roe, Jane; John Doe"' },
        publisher: { type: 'string', description: 'Its publisher' },
        date: { type: 'string', description: 'When it was published: 2014, 2014-05 or 2014-05-03' },
        url: { type: 'string', description: 'Its address' },
      },
      (args, curator) => curator.edit(String(args['document']), editsIn(args)),
    ),
    change(
      'visibility',
      'Say who may see a document; everybody if neither channels nor roles are given',
      { document: named('The document'), ...visibilityOptions },
      (args, curator) => curator.setVisibility(String(args['document']), visibilityIn(args)),
    ),
    change(
      'remove',
      'Remove a document; it can be restored for 30 days',
      {
        document: named('The document'),
        'for-good': { type: 'boolean', description: 'Delete it with all its versions, so that it cannot be restored' },
      },
      (args, curator) => curator.remove(String(args['document']), args['for-good'] === true),
    ),
    change('restore', 'Put a removed document back', { document: named('The document') }, (args, curator) =>
      curator.restore(String(args['document'])),
    ),
    tool(
      'export',
      'Write the documents, as they were given, into a folder',
      { dir: { type: 'string', required: true, description: 'A new or empty folder' } },
      async (args, curator, { line }) => {
        const folder = String(args['dir'])
        const exported = await curator.export()
        await writeExport(folder, exported)
        line(`Wrote ${exported.documents} documents to ${visibleLine(folder)}.`, {
          dir: folder,
          documents: exported.documents,
        })
        return 0
      },
    ),
    tool('audit', 'List who added, edited and removed what, newest first', {}, async (_, curator, { line }) => {
      for (const entry of (await curator.audit()).entries) line(auditLine(entry), auditJson(entry))
      return 0
    }),
  ]
}
