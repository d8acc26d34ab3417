// Prints how the source is laid out, and through how many files of it a question runs: what a newcomer has to open.
// Usage: npx tsx bench/structure.ts
import { readdir, readFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openQuoth } from '../src/app/compose.ts'
import { loadCommands } from '../src/app/load-commands.ts'
import { actionOf, readArguments } from '../src/command.ts'
import { defaultSettings } from '../src/domain/guild-settings.ts'
import { pageFor } from '../src/surfaces/terminal/page.ts'
import { renderReply } from '../src/surfaces/terminal/render-reply.ts'
import { importsOf } from '../tests/architecture/imports-of.ts'

const root = join(import.meta.dirname, '..')

/**
 * A file that only one other file of its folder imports is a part of that one; a short one without a test hides there.
 */
const shortFile = 60

const filesBelow = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(root, folder), { recursive: true }))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))

const layout = async () => {
  const all = await Promise.all(['src', 'packages', 'commands'].map(filesBelow))
  const files = all.flat().filter((path) => !path.includes('/tests/'))
  const tests = new Set((await filesBelow('tests')).map((path) => basename(path).replace(/(?:\.test)?\.ts$/, '')))
  const texts = new Map(
    await Promise.all(files.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const)),
  )
  const importers = new Map<string, Set<string>>()
  for (const [path, text] of texts)
    for (const { of, name } of importsOf(path, text))
      if (of === 'file') importers.set(name, (importers.get(name) ?? new Set()).add(path))
  const parts = files.filter((path) => {
    const [only, ...more] = importers.get(path) ?? []
    return only !== undefined && more.length === 0 && dirname(only) === dirname(path)
  })
  const isHidden = (path: string): boolean =>
    !tests.has(basename(path, '.ts')) && (texts.get(path) ?? '').split('\n').length - 1 <= shortFile
  return {
    files: files.length,
    rooms: new Set(files.map(dirname).filter((folder) => folder.startsWith('src/'))).size,
    loose: files.filter((path) => dirname(path) === 'src').length,
    parts: parts.length,
    hidden: parts.filter(isHidden).length,
  }
}

/** The files of the program in which anything is executed while one question is answered and shown at a terminal. */
const executed = async (): Promise<readonly string[]> => {
  const commands = await loadCommands()
  const open = await openQuoth({ folder: join(root, 'seeds'), data: null, watch: false })
  const ask = commands.find(({ name }) => name === 'ask')
  if (ask === undefined) throw new Error('There is no command “ask”.')
  const action = actionOf(ask)
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  const args = readArguments(action.options, { question: 'Where were four suspected militants arrested?' })
  const context = { quoth: open.quoth, commands, asker: 'structure', settings: defaultSettings, pageSize: null }
  renderReply(await action.run(args, context), pageFor(process.stdout, {}))
  const { result } = await session.post('Profiler.takePreciseCoverage')
  session.disconnect()
  await open.close()
  return result
    .filter(({ functions }) => functions.some(({ ranges }) => ranges.some(({ count }) => count > 0)))
    .filter(({ url }) => url.startsWith('file:') && !url.includes('node_modules'))
    .map(({ url }) => relative(root, fileURLToPath(url)))
    .filter((path) => /^(?:src|commands)\//.test(path))
    .sort()
}

const { files, rooms, loose, parts, hidden } = await layout()
const through = await executed()
process.stdout.write(
  [
    `source files                                          ${files}`,
    `rooms, folders below src/ that hold files             ${rooms}`,
    `files that lie loose in src/                          ${loose}`,
    `files that one sibling alone imports                  ${parts}`,
    `of these, at most ${shortFile} lines and without a test        ${hidden}`,
    `files that are executed for one question              ${through.length}`,
    ...through.map((path) => `  ${path}`),
    '',
  ].join('\n'),
)
