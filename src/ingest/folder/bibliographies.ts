import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { BibliographyBeside } from '../formats/bibliography/beside.ts'
import { isBibliography, rawEntries } from '../formats/bibliography/bibliography.ts'
import { readStableFile } from './read-file.ts'
import type { ScannedDocument } from './scan.ts'
import { maxTries } from './watch.ts'

/** The bibliographies of each folder, as they were when they were last read. */
type Shelves = {
  /** Reads what changed among them. */
  renew(documents: readonly ScannedDocument[]): Promise<void>
  /** @returns those beside a document; undefined where there are none, and for one of them */
  beside(path: string): BibliographyBeside | undefined
  /** @returns whether one beside a document is being written, so that the document waits for a moment */
  isAwaited(path: string): boolean
}

type File = {
  readonly fingerprint: string
  readonly path: string
  readonly bytes: Uint8Array | null
  readonly hash: string
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** Bytes that threads share. */
const shared = (bytes: Uint8Array): Uint8Array => {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}

/** Whether it has entries; JSON of anything else has none. */
const hasEntries = (path: string, bytes: Uint8Array): boolean => {
  try {
    for (const _ of rawEntries(path, bytes) ?? []) return true
  } catch {
    // It is no text.
  }
  return false
}

/**
 * @param folder of the library
 * @returns its bibliographies, none of them read yet
 */
export const createShelves = (folder: string): Shelves => {
  let files = new Map<string, File>()
  let byFolder = new Map<string, BibliographyBeside>()
  /** How often those were tried that keep changing. */
  let tries = new Map<string, number>()
  let awaited = new Set<string>()

  const read = async ({ path, fingerprint }: ScannedDocument): Promise<File | undefined> => {
    const known = files.get(path)
    if (known?.fingerprint === fingerprint) return known
    const bytes = await readStableFile(join(folder, path)).catch(() => null)
    if (!(bytes instanceof Uint8Array)) {
      const count = bytes === null ? maxTries : (tries.get(path) ?? 0)
      tries.set(path, count + 1)
      if (count < maxTries) awaited.add(folderOf(path))
      return known
    }
    tries.delete(path)
    const hash = createHash('sha256').update(path).update('\0').update(bytes).digest('base64')
    return { fingerprint, path, hash, bytes: hasEntries(path, bytes) ? shared(bytes) : null }
  }

  return {
    async renew(documents) {
      const now = new Map<string, File>()
      const groups = new Map<string, File[]>()
      awaited = new Set()
      for (const document of documents) {
        if (!isBibliography(document.path)) continue
        const file = await read(document)
        if (file === undefined) continue
        now.set(file.path, file)
        if (file.bytes === null) continue
        const group = groups.get(folderOf(file.path))
        if (group) group.push(file)
        else groups.set(folderOf(file.path), [file])
      }
      files = now
      tries = new Map([...tries].filter(([path]) => documents.some((document) => document.path === path)))
      byFolder = new Map(
        [...groups].map(([name, group]) => {
          const version = createHash('sha256')
            .update(group.map(({ hash }) => hash).join())
            .digest('base64')
          if (byFolder.get(name)?.version === version) return [name, byFolder.get(name) as BibliographyBeside]
          return [
            name,
            { version, files: group.flatMap(({ path, bytes }) => (bytes === null ? [] : [{ path, bytes }])) },
          ]
        }),
      )
    },
    isAwaited: (path) => !isBibliography(path) && awaited.has(folderOf(path)),
    beside: (path) => (isBibliography(path) ? undefined : byFolder.get(folderOf(path))),
  }
}
