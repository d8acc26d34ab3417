import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The rooms of `src/` that decide what a document becomes. A test checks them against the imports. */
const rooms = ['app', 'concurrency', 'domain', 'index', 'ingest', 'language', 'library', 'snapshot'] as const

/** Code and data, except the word vectors: they affect only ranking, and take longer to read than everything else. */
const isPart = (name: string): boolean => /\.(?:ts|json)$/.test(name)

const filesOf = (src: string): readonly string[] => {
  const entries = rooms.flatMap((room) => readdirSync(join(src, room), { withFileTypes: true, recursive: true }))
  const files = entries.filter((entry) => !entry.isDirectory() && isPart(entry.name))
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort()
}

/** Empty for a missing file: without a lock file, packages are not checked. */
const contentOf = (file: string): Uint8Array => {
  try {
    return readFileSync(file)
  } catch {
    return new Uint8Array()
  }
}

/**
 * Identifies the version of the program that reads documents, from its files, packages and Node: another version may
 * read a document differently. Computed, so that nobody has to remember to raise a number. Synchronous, since that
 * takes 5 ms, and 15 ms with a promise for each file.
 * @param src the folder with the program's source
 * @returns a hash in hexadecimal
 */
export const programFingerprint = (src: URL = new URL('../', import.meta.url)): string => {
  const folder = fileURLToPath(src)
  const lock = join(folder, '../package-lock.json')
  const hash = createHash('sha256').update(`${process.version} ${process.arch}`)
  for (const file of [...filesOf(folder), lock]) {
    const content = contentOf(file)
    hash.update(`\0${relative(folder, file)} ${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}
