// Bundles the program into dist/, where Node runs it as it stands: starting it from its TypeScript takes three times as
// long. `npm ci` does it, and so does a start after something was edited.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'

const root = import.meta.dirname
const dist = join(root, 'dist')
const commands = 'commands'

/** What a process or a thread starts with. All of them stand in `dist/`, side by side. */
const programs = [
  'src/main.ts',
  'src/app/cli.ts',
  'src/app/document-thread.ts',
  'src/index/memory/index-worker.ts',
  'src/meaning/serve-encoder.ts',
]

/** Packages that are native code, or look for files of theirs beside them. */
const external = [
  '@huggingface/tokenizers',
  '@tesseract.js-data/*',
  'esbuild',
  'libsql',
  'onnxruntime-node',
  'tesseract.js',
  'tsx',
  'unpdf',
  'wink-eng-lite-web-model',
  // Optional ones of discord.js and ws, which nobody installed.
  'bufferutil',
  'utf-8-validate',
  'zlib-sync',
]

/** An old chunk stays for a day, in milliseconds: a process that runs may only come to load it. */
const keptFor = 24 * 60 * 60 * 1000

/** @returns what the bundle is made of, as paths from the root */
const inputs = () => {
  const folders = ['src', commands, 'packages/preview/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  )
  return [...folders, 'build.mjs', 'package.json', 'package-lock.json'].sort()
}

/** @returns text that differs when any input was changed, moved or copied */
const stateOf = (paths) =>
  paths
    .map((path) => {
      const { size, mtimeMs } = statSync(join(root, path))
      return `${path} ${size} ${mtimeMs}\n`
    })
    .join('')

/** @returns what differs only when the content of an input does: images of containers cut off parts of a second */
const contentOf = (paths) => {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

/** @returns where a URL that a module names leads from `dist/`: to a bundled program, or to the file among the sources */
const fromDist = (module, url) => {
  const target = relative(root, resolve(dirname(module), url))
  if (programs.includes(target)) return `./${basename(target, '.ts')}.js`
  if (target === commands) return `./${commands}/`
  return `../${target.split(sep).join('/')}${url.endsWith('/') ? '/' : ''}`
}

/** Files and programs that a module names by where it stands are named by where its bundle stands. */
const urlsFromDist = {
  name: 'urls-from-dist',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path.includes('node_modules')) return undefined
      const text = await readFile(path, 'utf8')
      const contents = text.replace(
        /new URL\('([^']+)', import\.meta\.url\)/g,
        (_, url) => `new URL('${fromDist(path, url)}', import.meta.url)`,
      )
      return { contents, loader: 'ts' }
    }),
}

/** CommonJS packages call `require`, which a module does not have. */
const withRequire = `import { createRequire as quothRequire } from 'node:module'
const require = quothRequire(import.meta.url)`

const bundle = async () => {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [
      ...programs.map((path) => ({ in: path, out: basename(path, '.ts') })),
      ...inputs().filter((path) => dirname(path) === commands),
    ],
    outbase: '.',
    outdir: 'dist',
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    external,
    plugins: [urlsFromDist],
    banner: { js: withRequire },
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    charset: 'utf8',
    sourcemap: 'linked',
    sourcesContent: false,
    write: false,
  })
  return outputFiles
}

const isChunk = (path) => basename(path).startsWith('chunk-')

/** Puts a file in its place in one step: another process may be starting from it, or bundling too. */
const put = (path, contents) => {
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, contents)
  renameSync(unfinished, path)
}

/** Removes what an earlier bundle had. Commands are loaded by looking into their folder. */
const removeOld = (current) => {
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || current.has(path)) continue
    // What has another ending is not finished.
    const mayBeWanted = isChunk(path) || !path.endsWith('.js')
    if (mayBeWanted && Date.now() - statSync(path).mtimeMs < keptFor) continue
    rmSync(path, { force: true })
  }
}

/** What was written of the inputs of the last bundle; nothing before the first. */
const known = (list) => {
  try {
    return readFileSync(list, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return ''
    throw error
  }
}

const bringUpToDate = async () => {
  const list = join(dist, 'inputs.txt')
  const paths = inputs()
  const state = stateOf(paths)
  const [built = '', ...of] = known(list).split('\n')
  if (of.join('\n') === state) return
  const content = contentOf(paths)
  const current = `${content}\n${state}`
  if (built === content) {
    try {
      put(list, current)
    } catch {
      // It is looked at again at the next start.
    }
    return
  }
  mkdirSync(join(dist, commands), { recursive: true })
  const files = await bundle()
  // Chunks first: whatever imports them must find them.
  for (const { path, contents } of files.toSorted((a, b) => isChunk(b.path) - isChunk(a.path))) put(path, contents)
  removeOld(new Set([...files.map(({ path }) => path), list]))
  put(list, current)
}

try {
  await bringUpToDate()
} catch (error) {
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code)) throw error
  console.error(`quoth: dist/ must be built anew, and it cannot be written (${error.message}).`)
  console.error('Run `npm run build` as the owner of the folder.')
  process.exit(1)
}
