import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Refusal } from '../domain/reply.ts'
import { largestDocument } from './read-document.ts'

/** A file and what tells one state of it from another without reading it. */
type FileState = { readonly file: string; readonly fingerprint: string; readonly modified: number }

/** A document of the folder: `path` is below the folder, with `/`. */
export type ScannedDocument = FileState & { readonly path: string; readonly sidecar: FileState | null }

/** What a folder holds at one moment: documents by path, and what was passed over with the reason. */
export type Scan = { readonly documents: readonly ScannedDocument[]; readonly refusals: readonly Refusal[] }

const isDocument = (name: string): boolean => /\.(?:txt|md)$/i.test(name)
const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules'

/** Why the file system refused, in words for a host. */
export const fileProblem = (error: unknown): string => {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'It does not exist.'
  if (code === 'ENOTDIR') return 'It is no folder.'
  if (code === 'EACCES' || code === 'EPERM')
    return 'It may not be read. Give the account that runs Quoth the right to read it.'
  if (code === 'ELOOP') return 'It is a link that leads back to itself.'
  if (syscall === undefined) throw error
  return `It could not be read (${code}).`
}

const stateOf = async (file: string): Promise<FileState & { readonly size: number; readonly isFile: boolean }> => {
  const { size, mtimeMs, ctimeMs, ino, isFile } = await stat(file).then((stats) => ({
    ...stats,
    isFile: stats.isFile(),
  }))
  return { file, fingerprint: [ino, size, mtimeMs, ctimeMs].join(':'), modified: mtimeMs, size, isFile }
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

const isInside = (root: string, path: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)

type Found = { readonly documents: ScannedDocument[]; readonly refusals: Refusal[] }

const scanFile = async (
  root: string,
  file: string,
  path: string,
  siblings: ReadonlySet<string>,
  found: Found,
): Promise<void> => {
  const refuse = (reason: string): void => void found.refusals.push({ path, reason })
  try {
    if (!isInside(root, await realpath(file))) return refuse('It is a link that leads out of the library folder.')
    const { size, isFile, ...state } = await stateOf(file)
    if (!isFile) return refuse('It is no regular file.')
    if (size > largestDocument)
      return refuse(`It is larger than ${largestDocument / 1024 / 1024} MB. Split it into parts.`)
    const sidecar = file.replace(/\.[^.]+$/, '.csl.json')
    const beside = siblings.has(sidecar) ? await stateOf(sidecar) : null
    found.documents.push({ ...state, path, sidecar: beside?.isFile ? beside : null })
  } catch (error) {
    refuse(fileProblem(error))
  }
}

const scanDirectory = async (root: string, directory: string, below: string, found: Found): Promise<void> => {
  const entries = (await readdir(directory, { withFileTypes: true })).sort(byName)
  const siblings = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => join(directory, name)))
  for (const entry of entries) {
    const path = below + entry.name
    if (isPassedOver(entry.name)) continue
    if (entry.isDirectory())
      await scanDirectory(root, join(directory, entry.name), `${path}/`, found).catch((error: unknown) => {
        found.refusals.push({ path, reason: fileProblem(error) })
      })
    else if (isDocument(entry.name)) await scanFile(root, join(directory, entry.name), path, siblings, found)
  }
}

/**
 * Every `.txt` and `.md` of a folder and its subfolders, in the order of their names. Hidden files and `node_modules` are
 * passed over; links to folders are not followed. Throws what the file system throws when the folder itself is unreadable.
 */
export const scanFolder = async (folder: string): Promise<Scan> => {
  const found: Found = { documents: [], refusals: [] }
  const root = await realpath(folder)
  await scanDirectory(root, root, '', found)
  return found
}
