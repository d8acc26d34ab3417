import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, importsUnseen } from './imports-of.ts'

const root = join(import.meta.dirname, '..', '..')

type Override = {
  readonly includes: readonly string[]
  readonly linter?: {
    readonly rules: {
      readonly style: {
        readonly noRestrictedImports: {
          readonly options: { readonly patterns: readonly [{ readonly group: readonly string[] }] }
        }
      }
    }
  }
}

/** A room of the program: which files are in it, and how its files may name what they import. */
type Room = { readonly name: string; has(path: string): boolean; allows(specifier: string): boolean }

/** A glob of Biome's as a regular expression: `**` stands for any folders, `*` for a part of a name. */
const matcher = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*\/|\*\*|\*/g, (stars) => (stars === '**/' ? '(?:.*/)?' : stars === '**' ? '.*' : '[^/]*'))}$`,
  )

/** Whether the globs take a name: the last one that matches decides, and one with `!` in front takes nothing. */
const takes = (globs: readonly string[]): ((name: string) => boolean) => {
  const tests = globs.map((glob) => ({ isFor: !glob.startsWith('!'), pattern: matcher(glob.replace(/^!/, '')) }))
  return (name) => tests.findLast(({ pattern }) => pattern.test(name))?.isFor ?? false
}

/** The rules that an editor and `npm run check` hold every line to; nothing else says who may import whom. */
const rooms: readonly Room[] = (
  JSON.parse(await readFile(join(root, 'biome.json'), 'utf8')) as { readonly overrides: readonly Override[] }
).overrides.flatMap(({ includes, linter }) => {
  const restricted = linter && takes(linter.rules.style.noRestrictedImports.options.patterns[0].group)
  return restricted ? [{ name: includes.join(' '), has: takes(includes), allows: (name) => !restricted(name) }] : []
})

const filesBelow = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))

const paths = [
  ...(await filesBelow('src')),
  ...(await filesBelow('commands')),
  ...(await filesBelow('packages')).filter((path) => /^packages\/[^/]+\/src\//.test(path)),
].sort()
const files = await Promise.all(
  paths.map(async (path) => {
    const content = await readFile(join(root, path), 'utf8')
    return { path, imports: importsOf(path, content), hasUnseen: importsUnseen(content) }
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

/** What may be imported for its types alone, and by whom: Biome cannot tell a type from a value. */
const typesOnly: readonly { readonly of: string; readonly by: readonly string[] }[] = [
  { of: 'src/quoth.ts', by: ['src/command.ts', 'src/surfaces/'] },
  { of: 'src/ingest/folder/document-state.ts', by: ['src/snapshot/'] },
  { of: 'packages/preview/src/protocol.ts', by: ['packages/preview/src/page/'] },
]

describe('who may import whom', () => {
  it('is asked of the whole program', () => {
    expect(files.length).toBeGreaterThanOrEqual(230)
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThanOrEqual(800)
    for (const { name, has } of rooms) expect(paths.filter(has), name).not.toEqual([])
  })

  it('is said of every file once', () => {
    const roomsOf = (path: string): readonly string[] => rooms.filter(({ has }) => has(path)).map(({ name }) => name)
    expect(paths.filter((path) => roomsOf(path).length !== 1).map((path) => [path, ...roomsOf(path)])).toEqual([])
  })

  it.each(rooms.map((room) => [room.name, room] as const))('%s imports what its rule allows', (_, { has, allows }) => {
    const offences = files
      .filter(({ path }) => has(path))
      .flatMap(({ path, imports }) =>
        imports.filter(({ specifier }) => !allows(specifier)).map(({ specifier }) => `${path} imports ${specifier}`),
      )
    expect(offences).toEqual([])
  })

  it.each(typesOnly)('of $of, only types are imported by $by', ({ of, by }) => {
    const takers = files
      .filter(({ path }) => by.some((room) => path.startsWith(room)))
      .filter(({ imports }) => imports.some(({ name }) => name === of))
    expect(takers).not.toEqual([])
    const offences = takers.filter(({ imports }) => imports.some(({ name, typeOnly }) => name === of && !typeOnly))
    expect(offences.map(({ path }) => path)).toEqual([])
  })

  it.each(['src/index/memory/memory-index.ts', 'src/library/memory.ts', 'src/state/open-state.ts'])(
    'makes the adapter of %s in compose.ts alone',
    (adapter) => {
      const makers = files.filter(({ imports }) => imports.some(({ name, typeOnly }) => name === adapter && !typeOnly))
      expect(makers.map(({ path }) => path)).toEqual(['src/app/compose.ts'])
    },
  )

  it('leads to files that are there', () => {
    const imported = new Set(
      files.flatMap(({ imports }) => imports.filter(({ of }) => of === 'file').map(({ name }) => name)),
    )
    expect([...imported].filter((name) => !existsSync(join(root, name)))).toEqual([])
  })

  it('hides only where a file is found by its name, or a thread is started', () => {
    const hiding = files.filter(({ hasUnseen }) => hasUnseen).map(({ path }) => path)
    expect(hiding).toEqual(['src/app/load-commands.ts', 'src/concurrency/thread.ts'])
  })

  it('refuses what a rule does not name', () => {
    const roomOf = (path: string): Room | undefined => rooms.find(({ has }) => has(path))
    expect(roomOf('src/domain/span.ts')?.allows('../language/passages.ts')).toBe(false)
    expect(roomOf('src/answer/ask.ts')?.allows('discord.js')).toBe(false)
    expect(roomOf('src/surfaces/discord/bot.ts')?.allows('../../library/memory.ts')).toBe(false)
    expect(roomOf('packages/preview/src/api.ts')?.allows('../../../src/quoth.ts')).toBe(false)
  })
})
