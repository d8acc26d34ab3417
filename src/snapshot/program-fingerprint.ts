import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The rooms of `src/` that decide what a document becomes. A test holds them to what they import. */
const rooms = ['app', 'concurrency', 'domain', 'index', 'ingest', 'language', 'library', 'snapshot'] as const

/** Code and data. Not the word vectors: they weigh answers, and take longer to read than all the rest. */
const isPart = (name: string): boolean => /\.(?:ts|json)$/.test(name)

const filesOf = (src: string): readonly string[] => {
  const entries = rooms.flatMap((room) => readdirSync(join(src, room), { withFileTypes: true, recursive: true }))
  const files = entries.filter((entry) => !entry.isDirectory() && isPart(entry.name))
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort()
}

/** Nothing of what is not there: without a lock file, the packages are what they are. */
const contentOf = (file: string): Uint8Array => {
  try {
    return readFileSync(file)
  } catch {
    return new Uint8Array()
  }
}

/**
 * Names the program in the folder `src` as a reader of documents: its own files, its packages and the version of Node. What
 * another one made of a document may differ from what this one would. Taken from the files, so that nobody has to remember to
 * raise a number. Synchronous, since that takes 5 ms, and 15 with a promise for each file.
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
