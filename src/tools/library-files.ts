import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { Readable } from 'node:stream'
import type { GivenFile } from '../domain/curation.ts'
import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'
import type { RecordEdits } from '../domain/stored-document.ts'
import { fileProblem } from '../ingest/failure.ts'
import { isIgnored, sidecarPath } from '../ingest/folder/scan.ts'
import { isDocument } from '../ingest/formats/formats.ts'
import { largestDocument } from '../ingest/read-document.ts'
import { editsIn } from '../ingest/record-edits.ts'
import { largestSidecar } from '../ingest/sidecar.ts'

/** A zip may be larger than a document: it is unpacked file by file. */
const largestZip = 500 * 1024 * 1024

/** What a sidecar beside a file states about it; a larger one is none. */
const editsBeside = async (path: string): Promise<RecordEdits> => {
  const sidecar = sidecarPath(path)
  const found = sidecar === path ? null : await stat(sidecar).catch(() => null)
  return found?.isFile() && found.size <= largestSidecar ? editsIn(await readFile(sidecar)) : {}
}

const fileOf = async (path: string, name: string, size: number): Promise<GivenFile> => ({
  name,
  size,
  edits: await editsBeside(path),
  bytes: async () => {
    const most = /\.zip$/i.test(name) ? largestZip : largestDocument
    if (size > most)
      throw new QuothError(
        'bad-document',
        msg`It is larger than ${most / 1024 / 1024} MB. Split it into smaller files.`,
      )
    try {
      return await readFile(path)
    } catch (error) {
      throw new QuothError('bad-document', fileProblem(error))
    }
  },
})

/**
 * The documents of a folder and its subfolders, in order of their paths, with what their sidecars state; what no reader
 * reads is left out.
 */
const documentsIn = async (root: string, folder: string): Promise<readonly GivenFile[]> => {
  const files: GivenFile[] = []
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (isIgnored(entry.name)) continue
    if (entry.isDirectory()) files.push(...(await documentsIn(root, path)))
    else if (entry.isFile() && (isDocument(entry.name) || /\.zip$/i.test(entry.name)))
      files.push(await fileOf(path, relative(root, path).split(sep).join('/'), (await stat(path)).size))
  }
  return files
}

const readAll = async (stream: Readable): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk))
    length += (chunk as Uint8Array).length
    if (length > largestDocument)
      throw new QuothError(
        'bad-document',
        msg`It is larger than ${largestDocument / 1024 / 1024} MB. Split it into smaller files.`,
      )
  }
  return Buffer.concat(chunks)
}

/**
 * @param paths files, folders, or `-` for what comes from standard input
 * @param stdin is read at most once
 * @param name of what comes from standard input: its ending says how to read it
 * @returns the files, in the order of the paths
 * @throws QuothError `bad-argument` for what is no file and no folder, or a folder without documents
 */
export const filesAt = async (
  paths: readonly string[],
  stdin: Readable,
  name: string,
): Promise<readonly GivenFile[]> => {
  const files: GivenFile[] = []
  for (const path of paths) {
    if (path === '-') {
      files.push({ name, size: null, bytes: () => readAll(stdin) })
      continue
    }
    const found = await stat(path).catch((error: unknown) => {
      throw new QuothError('bad-argument', msg`${path} cannot be added. ${fileProblem(error)}`)
    })
    if (found.isFile()) files.push(await fileOf(path, basename(path), found.size))
    else if (found.isDirectory()) {
      const inside = await documentsIn(path, path)
      if (inside.length === 0) throw new QuothError('bad-argument', msg`The folder ${path} has no documents.`)
      files.push(...inside)
    } else throw new QuothError('bad-argument', msg`${path} is not a regular file.`)
  }
  return files
}
