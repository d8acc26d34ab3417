import { isUtf8 } from 'node:buffer'
import { statSync } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { createTurns } from '../../concurrency/turns.ts'
import { msg } from '../../domain/message.ts'
import type { Refusal } from '../../domain/reply.ts'
import { fileProblem } from '../failure.ts'
import { largestDocument } from '../read-document.ts'

/**
 * A document of the folder: `path` is below the folder, with `/`. A fingerprint tells one state of a file from another without
 * reading it; that of the sidecar is null where there is none.
 */
export type ScannedDocument = { readonly path: string; readonly fingerprint: string; readonly sidecar: string | null }

/** What a folder holds at one moment: documents by path, and what was passed over with the reason. */
export type Scan = { readonly documents: readonly ScannedDocument[]; readonly refusals: readonly Refusal[] }

const sidecarEnd = '.csl.json'

/** The path of the sidecar that the document of a path may have beside it. */
export const sidecarPath = (path: string): string => path.replace(/\.[^.]+$/, sidecarEnd)

const isDocument = (name: string): boolean => /\.(?:txt|md)$/i.test(name)

/** Whether a file or folder of this name is no part of the library. */
export const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules'

// Synchronous, since it takes 3 µs and a promise 80: for a hundred thousand files that is the difference to ten seconds.
const stateOf = (file: string): { readonly fingerprint: string; readonly size: number; readonly isFile: boolean } => {
  const stats = statSync(file)
  const { size, mtimeMs, ctimeMs, ino } = stats
  return { fingerprint: `${ino}:${size}:${mtimeMs}:${ctimeMs}`, size, isFile: stats.isFile() }
}

/** What stands in a folder. A name that is not UTF-8 comes with its other bytes written out, and names nothing on the disk. */
type Entry = {
  readonly name: string
  readonly isNamed: boolean
  readonly isFile: boolean
  readonly isFolder: boolean
  readonly isLink: boolean
}

const writtenOut = (name: Uint8Array): string =>
  Buffer.from(name)
    .toString('latin1')
    .replace(/[^ -~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)

/** What stands in a folder, in the order of the names, which on the disk are bytes. */
const entriesOf = async (directory: string): Promise<readonly Entry[]> => {
  const found = await readdir(directory, { withFileTypes: true, encoding: 'buffer' })
  const entries = found.map((entry): Entry => {
    const isNamed = isUtf8(entry.name)
    return {
      name: isNamed ? entry.name.toString() : writtenOut(entry.name),
      isNamed,
      isFile: entry.isFile(),
      isFolder: entry.isDirectory(),
      isLink: entry.isSymbolicLink(),
    }
  })
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

const isInside = (root: string, path: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)

/** A document's state, or why it is none. */
const lookAt = async (
  root: string,
  path: string,
  entry: Entry,
  sidecars: ReadonlySet<string>,
): Promise<ScannedDocument | Refusal> => {
  const file = join(root, path)
  try {
    // Anything else is where it stands: on the way down, links are not followed.
    if (entry.isLink && !isInside(root, await realpath(file)))
      return { path, reason: msg`It is a link that points outside the library folder.` }
    const { size, isFile, fingerprint } = stateOf(file)
    if (!isFile) return { path, reason: msg`It is not a regular file.` }
    if (size > largestDocument)
      return { path, reason: msg`It is larger than ${largestDocument / 1024 / 1024} MB. Split it into smaller files.` }
    const hasSidecar = sidecars.size > 0 && sidecars.has(sidecarPath(entry.name))
    const beside = hasSidecar ? stateOf(sidecarPath(file)) : null
    return { path, fingerprint, sidecar: beside?.isFile ? beside.fingerprint : null }
  } catch (error) {
    return { path, reason: fileProblem(error) }
  }
}

/** What is directly in one folder, in the order of the names: documents, and subfolders by their paths. */
type Listing = {
  readonly entries: readonly (ScannedDocument | { readonly folder: string })[]
  readonly refusals: readonly Refusal[]
  /** In milliseconds. */
  readonly listed: number
}

/** No lost event leaves a listing wrong for longer, once anything else happens. */
const longestTrusted = 600_000

/** Tells that a folder is about to be looked at, and is told whether what was found there last still stands. */
export type Entering = (directory: string) => boolean

/**
 * Looks, each time it is called, for every `.txt` and `.md` of a folder and its subfolders, in the order of their names. Hidden files
 * and `node_modules` are passed over; links to folders are not followed. Rejects with what the file system says when the
 * folder itself is unreadable.
 */
export const createScanner = (folder: string): ((entering: Entering) => Promise<Scan>) => {
  const listings = new Map<string, Listing>()

  const list = async (root: string, below: string, turn: () => Promise<void>): Promise<Listing> => {
    const directory = join(root, below)
    const found = await entriesOf(directory)
    const besides = found.filter(({ name, isNamed, isFile }) => isNamed && isFile && name.endsWith(sidecarEnd))
    const sidecars = new Set(besides.map(({ name }) => name))
    const entries: (ScannedDocument | { readonly folder: string })[] = []
    const refusals: Refusal[] = []
    let hasLinks = false
    for (const entry of found) {
      const path = below + entry.name
      if (isPassedOver(entry.name)) continue
      const isPart = entry.isFolder || isDocument(entry.name)
      if (isPart && !entry.isNamed) refusals.push({ path, reason: msg`Its name is not valid UTF-8. Rename it.` })
      else if (entry.isFolder) entries.push({ folder: `${path}/` })
      else if (isPart) {
        hasLinks ||= entry.isLink
        const document = await lookAt(root, path, entry, sidecars)
        if ('reason' in document) refusals.push(document)
        else entries.push(document)
      }
      await turn()
    }
    // What a link leads to changes elsewhere.
    return { entries, refusals, listed: hasLinks ? Number.NEGATIVE_INFINITY : performance.now() }
  }

  return async (entering) => {
    const turn = createTurns()
    const documents: ScannedDocument[] = []
    const refusals: Refusal[] = []
    const root = await realpath(folder)
    const scan = async (below: string): Promise<void> => {
      const directory = join(root, below)
      const stands = entering(directory)
      const last = listings.get(directory)
      listings.delete(directory)
      const isTrusted = stands && last !== undefined && performance.now() - last.listed < longestTrusted
      const listing = isTrusted ? last : await list(root, below, turn)
      listings.set(directory, listing)
      refusals.push(...listing.refusals)
      for (const entry of listing.entries)
        if ('folder' in entry)
          await scan(entry.folder).catch((error: unknown) => {
            refusals.push({ path: entry.folder.slice(0, -1), reason: fileProblem(error) })
          })
        else documents.push(entry)
    }
    await scan('')
    return { documents, refusals }
  }
}
