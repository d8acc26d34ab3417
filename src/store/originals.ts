import { createHash } from 'node:crypto'
import { existsSync, unlinkSync } from 'node:fs'
import { readdir, readFile, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { LibraryId } from '../domain/stored-document.ts'
import { writeAtomically } from '../snapshot/atomic-file.ts'

/** The bytes of documents as they were given: a file each, named by its SHA-256, in a folder a library. */
export type Originals = {
  /** Resolves when the file is on disk. Writing what is there already costs a look. */
  write(library: LibraryId, sha256: string, bytes: Uint8Array): Promise<void>
  /** @returns its bytes; undefined if they are missing, or not those that were given */
  read(library: LibraryId, sha256: string): Promise<Uint8Array | undefined>
  has(library: LibraryId, sha256: string): boolean
  /** Deletes a file, if there is one. Synchronous, to be called within a transaction. */
  delete(library: LibraryId, sha256: string): void
  /** Deletes the folder of a library if nothing is in it any more. */
  deleteEmpty(library: LibraryId): Promise<void>
  /** The files that are there, by library folder. */
  list(): Promise<readonly { readonly folder: string; readonly name: string }[]>
}

/** What another program may do is not known, so that only the names of our own are used. */
const isName = (sha256: string): boolean => /^[0-9a-f]{64}$/.test(sha256)

/**
 * @param library any library
 * @returns the name of its folder among the originals: ids have only letters, digits, `-` and `:`
 */
export const folderOf = (library: LibraryId): string => library.replace(/[^a-z0-9-]/gi, '-')

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/**
 * @param bytes of a file
 * @returns their SHA-256 in hexadecimal
 */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** @param root the folder of all originals, created when needed */
export const originalsIn = (root: string): Originals => {
  const fileOf = (library: LibraryId, sha256: string): string => {
    if (!isName(sha256)) throw new TypeError(`“${sha256}” is no SHA-256`)
    return join(root, folderOf(library), sha256)
  }
  const read = async (library: LibraryId, sha256: string): Promise<Uint8Array | undefined> => {
    try {
      const bytes = await readFile(fileOf(library, sha256))
      return sha256Of(bytes) === sha256 ? bytes : undefined
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }
  return {
    write: async (library, sha256, bytes) => {
      // A damaged file of that name is replaced.
      if ((await read(library, sha256)) !== undefined) return
      const pieces = async function* () {
        yield bytes
      }
      await writeAtomically(fileOf(library, sha256), pieces())
    },
    read,
    has: (library, sha256) => existsSync(fileOf(library, sha256)),
    delete: (library, sha256) => {
      try {
        unlinkSync(fileOf(library, sha256))
      } catch (error) {
        if (!isMissing(error)) throw error
      }
    },
    // What another process writes at this moment stays.
    deleteEmpty: (library) => rmdir(join(root, folderOf(library))).catch(() => {}),
    list: async () => {
      const found: { readonly folder: string; readonly name: string }[] = []
      const folders = await readdir(root, { withFileTypes: true }).catch((error: unknown) => {
        if (isMissing(error)) return []
        throw error
      })
      for (const folder of folders)
        if (folder.isDirectory())
          for (const name of await readdir(join(root, folder.name))) found.push({ folder: folder.name, name })
      return found
    },
  }
}
