import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

/** The rooms of `src/` that decide what a document becomes, besides the document. */
const rooms = ['domain', 'text', 'ingest', 'library', 'search', 'snapshot'] as const

const filesOf = async (src: URL): Promise<readonly URL[]> => {
  const folders = rooms.map((room) => new URL(`${room}/`, src))
  const inFolders = await Promise.all(
    folders.map(async (folder) => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.ts'))
      return names.sort().map((name) => new URL(name, folder))
    }),
  )
  return [...inFolders.flat(), new URL('../package-lock.json', src)]
}

/**
 * Names the program in the folder `src` as a reader of documents: its own files, its packages and the version of Node. What
 * another one made of a document may differ from what this one would. Taken from the files, so that nobody has to remember to
 * raise a number.
 */
export const programFingerprint = async (src: URL = new URL('../', import.meta.url)): Promise<string> => {
  const hash = createHash('sha256').update(`${process.version} ${process.arch}`)
  for (const file of await filesOf(src)) {
    // Without a lock file, the packages are what they are.
    const content = await readFile(file).catch(() => '')
    hash.update(`\0${file.pathname.slice(src.pathname.length)} ${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}
