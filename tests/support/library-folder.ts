import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Documents } from './engine.ts'

/** A folder on disk, for as long as a test needs it. */
export type LibraryFolder = {
  readonly path: string
  write(document: string, text: string): Promise<void>
  remove(document: string): Promise<void>
  /** Removes the folder and everything in it. */
  discard(): Promise<void>
}

/** A temporary folder with these documents, written long enough ago for whoever opens it to take them as whole. */
export const libraryFolder = async (documents: Documents = {}): Promise<LibraryFolder> => {
  const path = await mkdtemp(join(tmpdir(), 'quoth-library-'))
  const folder: LibraryFolder = {
    path,
    write: async (document, text) => {
      await mkdir(dirname(join(path, document)), { recursive: true })
      await writeFile(join(path, document), text)
    },
    remove: (document) => rm(join(path, document)),
    discard: () => rm(path, { recursive: true, force: true }),
  }
  const earlier = new Date(Date.now() - 10_000)
  for (const [document, text] of Object.entries(documents)) {
    await folder.write(document, text)
    await utimes(join(path, document), earlier, earlier)
  }
  return folder
}
