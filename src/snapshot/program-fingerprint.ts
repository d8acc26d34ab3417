import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

/** What decides what a document becomes, besides the document. */
const rooms = ['domain', 'text', 'ingest', 'library', 'search', 'snapshot'] as const

const programFiles = async (): Promise<readonly URL[]> => {
  const folders = rooms.map((room) => new URL(`../${room}/`, import.meta.url))
  const inFolders = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).sort().map((name) => new URL(name, folder))),
  )
  return [...inFolders.flat(), new URL('../../package-lock.json', import.meta.url)]
}

/**
 * Names this program as a reader of documents: its own files, its packages and the version of Node. Sources that another one
 * made may differ from those that this one would make. Taken from the files, so that nobody has to remember to raise a number.
 */
export const programFingerprint = async (): Promise<string> => {
  const hash = createHash('sha256').update(`${process.version} ${process.arch}`)
  // A package that is installed without its lock file is known by its own files alone.
  for (const file of await programFiles()) hash.update(await readFile(file).catch(() => ''))
  return hash.digest('hex')
}
