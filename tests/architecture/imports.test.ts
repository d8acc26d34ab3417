import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Import, importsOf, importsUnseen } from './imports-of.ts'

const root = join(import.meta.dirname, '..', '..')

/** What a room may import besides itself: project paths (a folder with its `/`, or a file) and packages. */
type Rule = {
  readonly files: readonly string[]
  /** What it may import for its types alone. */
  readonly types?: readonly string[]
  /** `node:*` stands for every module of Node. */
  readonly packages: readonly string[]
}

const domain = 'src/domain/'
const text = 'src/text/'
const ports = ['src/library/port.ts', 'src/search/port.ts']
const surface = { files: [domain, 'src/command.ts', 'src/observing/'], types: ['src/quoth.ts'] }

/** The table of docs/architecture.md; a file belongs to the room with the longest name that its path begins with. */
const rooms: { readonly [room: string]: Rule } = {
  'src/domain/': { files: [], packages: [] },
  'src/text/': { files: [domain], packages: ['wink-nlp', 'wink-eng-lite-web-model'] },
  'src/ingest/': {
    files: [domain, text, 'src/concurrency/'],
    packages: [
      'node:*',
      ...['chardet', 'chrono-node', 'yaml', 'zod'],
      ...['mdast', 'mdast-util-from-markdown', 'mdast-util-gfm'],
      'micromark-extension-gfm',
    ],
  },
  'src/library/': { files: [domain, text, 'src/concurrency/'], packages: ['node:*', 'fastest-levenshtein'] },
  'src/search/': {
    files: [domain, text, 'src/concurrency/'],
    packages: [
      ...['lunr', 'fastest-levenshtein'],
      ...['node:crypto', 'node:timers/promises', 'node:v8', 'node:worker_threads'],
    ],
  },
  'src/snapshot/': {
    files: [
      ...[domain, 'src/concurrency/', 'src/library/kept-source.ts'],
      ...['blocks', 'port'].map((name) => `src/search/${name}.ts`),
    ],
    types: ['src/ingest/folder-sync.ts'],
    packages: ['node:*'],
  },
  'src/concurrency/': {
    files: [],
    packages: ['tsx', 'node:events', 'node:timers/promises', 'node:vm', 'node:worker_threads'],
  },
  'src/answering/': { files: [domain, text, ...ports, 'src/search/bm25.ts'], packages: [] },
  'src/checking/': { files: [domain, text, 'src/concurrency/', ...ports], packages: ['node:util'] },
  'src/summarising/': { files: [domain, text, 'src/concurrency/', ...ports], packages: [] },
  'src/citing/': { files: [domain, text, ...ports], packages: ['node:crypto'] },
  'src/evaluating/': { files: [domain, text], packages: ['zod', 'node:fs', 'node:path'] },
  'src/quoth.ts': {
    files: [
      domain,
      'src/answering/',
      'src/checking/',
      'src/summarising/',
      'src/citing/',
      'src/library/',
      'src/search/port.ts',
    ],
    packages: [],
  },
  'src/command.ts': { files: [domain], types: ['src/quoth.ts'], packages: [] },
  'commands/': { files: ['src/command.ts', domain], packages: [] },
  'src/observing/': { files: [domain], packages: ['pino', 'prom-client', 'node:*'] },
  'src/wording/': { files: [domain], packages: [] },
  'src/state/': { files: [domain], packages: ['libsql', 'zod', 'node:*'] },
  'src/surfaces/discord/': {
    files: [...surface.files, 'src/wording/', 'src/state/port.ts'],
    types: surface.types,
    packages: ['discord.js', 'zod', 'node:*'],
  },
  'src/surfaces/terminal/': { ...surface, packages: ['fastest-levenshtein', 'zod', 'node:*'] },
  'src/surfaces/preview/': { files: [domain], packages: ['discord-api-types', 'ws', 'zod', 'node:*'] },
  'src/surfaces/preview/page/': {
    files: [],
    types: ['src/surfaces/preview/protocol.ts', 'discord-api-types'],
    packages: [],
  },
  // The composition root and what starts it: every room, but no room's packages.
  'src/': { files: ['src/', 'commands/'], packages: ['dotenv', 'zod', 'node:*'] },
}

/** The rooms of the Discord surface, each behind those that it may import. */
const inDiscord = ['messages', 'views', 'sending', 'connecting', 'registering', 'serving', 'acting', 'asking']

const roomOf = (path: string): string =>
  Object.keys(rooms)
    .filter((room) => path.startsWith(room))
    .sort((a, b) => b.length - a.length)[0] ?? ''

const isAmong = (name: string, allowed: readonly string[]): boolean =>
  allowed.some((each) => (each.endsWith('/') ? name.startsWith(each) : name === each))

const isAllowed = (room: string, { of, name, typeOnly }: Import): boolean => {
  const rule = rooms[room]
  if (rule === undefined) return false
  if (typeOnly && isAmong(name, rule.types ?? [])) return true
  return of === 'file'
    ? roomOf(name) === room || isAmong(name, rule.files)
    : rule.packages.includes(name) || (name.startsWith('node:') && rule.packages.includes('node:*'))
}

const filesBelow = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))

const paths = [...(await filesBelow('src')), ...(await filesBelow('commands'))].sort()
const files = await Promise.all(
  paths.map(async (path) => {
    const content = await readFile(join(root, path), 'utf8')
    return { path, room: roomOf(path), imports: importsOf(path, content), hasUnseen: importsUnseen(content) }
  }),
)

describe('reading imports', () => {
  it('finds every form', () => {
    const content = [
      "import a from 'pino'",
      "import type { B } from '../domain/span.ts'",
      "import {\n  type C,\n  d,\n} from './near.ts'",
      "import 'node:fs/promises'",
      "export { e } from '../text/wink.ts'",
      "export * from '@scope/name/deep.js'",
      "const f = await import('../citing/f.ts')",
      "/** @import { G } from '../g.ts' */",
      "/** @type {import('./h.js').H} */",
      "const i = import.meta.resolve('tsx/esm/api')",
      "const j = new URL('./j.ts', import.meta.url)",
      "export const said = { of: 'from', by: 'nobody' }",
    ].join('\n')
    expect(importsOf('src/room/file.ts', content).map(({ name, typeOnly }) => [name, typeOnly])).toEqual([
      ['pino', false],
      ['src/domain/span.ts', true],
      ['src/room/near.ts', false],
      ['node:fs/promises', false],
      ['src/text/wink.ts', false],
      ['@scope/name', false],
      ['src/citing/f.ts', false],
      ['src/room/h.js', true],
      ['src/g.ts', true],
      ['tsx', false],
      ['src/room/j.ts', false],
    ])
  })

  it('knows an import that it cannot read', () => {
    expect(importsUnseen("await import('./a.ts')")).toBe(false)
    expect(importsUnseen('await import(pathToFileURL(file).href)')).toBe(true)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a program
    expect(importsUnseen("`import('${worker}')`")).toBe(true)
  })
})

describe('who may import whom', () => {
  it('is asked of the whole program', () => {
    expect(files.length).toBeGreaterThanOrEqual(230)
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThanOrEqual(800)
    for (const room of Object.keys(rooms)) expect(files.filter((file) => file.room === room)).not.toEqual([])
  })

  it.each(Object.keys(rooms))('%s imports what its row of the table says', (room) => {
    const offences = files
      .filter((file) => file.room === room)
      .flatMap(({ path, imports }) =>
        imports.filter((each) => !isAllowed(room, each)).map(({ name }) => `${path} imports ${name}`),
      )
    expect(offences).toEqual([])
  })

  it('goes one way within the Discord surface', () => {
    const orderOf = (path: string): number =>
      inDiscord.findIndex((room) => path.startsWith(`src/surfaces/discord/${room}/`))
    const inside = files.filter(({ room }) => room === 'src/surfaces/discord/')
    expect(inside.filter(({ path }) => orderOf(path) < 0).map(({ path }) => path)).toEqual([
      'src/surfaces/discord/bot.ts',
    ])
    const offences = inside
      .filter(({ path }) => orderOf(path) >= 0)
      .flatMap(({ path, imports }) =>
        imports.filter(({ name }) => orderOf(name) > orderOf(path)).map(({ name }) => `${path} imports ${name}`),
      )
    expect(offences).toEqual([])
  })

  it('leads to files that are there', () => {
    const imported = new Set(
      files.flatMap(({ imports }) => imports.filter(({ of }) => of === 'file').map(({ name }) => name)),
    )
    expect([...imported].filter((name) => !existsSync(join(root, name)))).toEqual([])
  })

  it('hides only where a file is found by its name, or a thread is started', () => {
    const hiding = files.filter(({ hasUnseen }) => hasUnseen).map(({ path }) => path)
    expect(hiding).toEqual(['src/concurrency/thread.ts', 'src/load-commands.ts'])
  })

  it('is told to Biome for every room as well', async () => {
    const biome = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8')) as {
      readonly overrides: readonly { readonly includes: readonly string[] }[]
    }
    const included = biome.overrides.flatMap(({ includes }) => includes)
    for (const room of Object.keys(rooms))
      expect(included).toContain(room === 'src/' ? 'src/*.ts' : room.replace(/\/$/, '/**'))
  })
})
