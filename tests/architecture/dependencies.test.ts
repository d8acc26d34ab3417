import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importsOf } from './imports-of.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8')

type Manifest = {
  readonly dependencies: { readonly [name: string]: string }
  readonly devDependencies: { readonly [name: string]: string }
}
type Locked = {
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly deprecated?: string
  readonly dev?: boolean
}

const manifest = JSON.parse(await read('package.json')) as Manifest
const lock = JSON.parse(await read('package-lock.json')) as { readonly packages: { readonly [path: string]: Locked } }
const page = await read('docs/dependencies.md')

const locked = Object.entries(lock.packages).filter(([path]) => path !== '')
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
const isNamed = (name: string): boolean => page.includes(`\`${name}\``)

it('docs/dependencies.md has a row for every runtime dependency, with its version, and for no other package', () => {
  const rows = [...page.matchAll(/^\| `([^`]+)` \| (\d\S*) \|/gm)].map(([, name, version]) => `${name} ${version}`)
  expect(rows.sort()).toEqual(
    Object.entries(manifest.dependencies)
      .map(([name, version]) => `${name} ${version}`)
      .sort(),
  )
})

it('docs/dependencies.md names every development dependency', () => {
  const names = Object.keys(manifest.devDependencies).filter((name) => !name.startsWith('@types/'))
  expect(names.filter((name) => !isNamed(name))).toEqual([])
})

it('docs/dependencies.md names every package that runs a script when it is installed, and every deprecated one', () => {
  const noted = locked.filter(([, { hasInstallScript, deprecated }]) => hasInstallScript || deprecated !== undefined)
  expect(noted.map(([path]) => nameOf(path)).filter((name) => !isNamed(name))).toEqual([])
})

it('docs/dependencies.md counts the packages of the lock file', () => {
  const atRunTime = locked.filter(([, { dev }]) => dev !== true).length
  expect(page).toContain(`${atRunTime} packages at run time`)
  expect(page).toContain(`with those of development, ${locked.length}.`)
})

it('every package of the lock file has a checksum', () => {
  expect(locked.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([])
})

it('every runtime dependency is imported by the program', async () => {
  const files = await Promise.all(
    ['src', 'packages/preview/src'].map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).map((file) => join(folder, file)),
    ),
  )
  const imported = new Set<string>()
  for (const file of [...files.flat().filter((each) => each.endsWith('.ts')), 'build.mjs']) {
    const text = await read(file)
    for (const { of, name } of importsOf(file, text)) if (of === 'package') imported.add(name)
    // Packages of data have no code to import.
    for (const [, name] of text.matchAll(/require\.resolve\('([^']+)\/package\.json'\)/g)) imported.add(name ?? '')
  }
  expect(Object.keys(manifest.dependencies).filter((name) => !imported.has(name))).toEqual([])
})
