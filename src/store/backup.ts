import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { createTurns } from '../concurrency/turns.ts'
import { QuothError } from '../domain/error.ts'
import { documentId, type LibraryId } from '../domain/stored-document.ts'
import { connect } from '../state/connection.ts'
import { openDatabase } from '../state/database.ts'
import { problemOf } from '../state/failure.ts'
import { lockFolder } from '../state/lock-folder.ts'
import { folderOf, originalsIn } from './originals.ts'
import type { Verified } from './port.ts'
import { libraryShape, prepareList } from './rows.ts'

const databaseFile = 'quoth.db'
const originalsFolder = 'originals'

/** Times that a backup begins anew, because a document was erased while it was made. */
const maxAttempts = 5

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

/** @throws QuothError `state`, with what is wrong */
const failed = (what: string, error: unknown): QuothError => {
  if (error instanceof QuothError) return error
  const reason = problemOf(error) ?? codeOf(error)
  if (reason === undefined) throw error
  return new QuothError('state', `${what}, because ${reason}.`)
}

const syncFile = async (path: string): Promise<void> => {
  const handle = await open(path)
  try {
    await handle.sync().catch(() => {})
  } finally {
    await handle.close()
  }
}

type Original = {
  readonly library: LibraryId
  readonly document: string
  readonly number: number
  readonly sha256: string
}

const originalShape: z.ZodType<Original> = z.object({
  library: libraryShape,
  document: z.string(),
  number: z.int(),
  sha256: z.string(),
})

/** Every version in a database. @throws QuothError `state` for a file that is none, or damaged */
const versionsIn = async (file: string): Promise<readonly Original[]> => {
  const opened = await openDatabase(file, () => {})
  if (opened.kind === 'newer')
    throw new QuothError('state', `${file} was made by a newer version of Quoth. Use that version.`)
  if (opened.kind !== 'opened') throw new QuothError('state', `${file} cannot be used, because ${opened.reason}.`)
  try {
    const list = await prepareList(opened.database, {
      json: "json_object('library', library, 'document', document, 'number', number, 'sha256', sha256)",
      from: 'versions',
      order: 'library, document, number',
      item: originalShape,
    })
    return await list([])
  } finally {
    await opened.database.close()
  }
}

/** Links a file that never changes, or copies it to another disk. */
const linkOrCopy = async (from: string, to: string): Promise<void> => {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  try {
    await link(from, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) === 'ENOENT') throw error
    await copyFile(from, to)
    await syncFile(to)
  }
}

const originalIn = (folder: string, { library, sha256 }: Original): string =>
  join(folder, originalsFolder, folderOf(library), sha256)

const isEmptyFolder = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(folder)).length === 0
  } catch (error) {
    return codeOf(error) === 'ENOENT'
  }
}

/**
 * Copies what a data folder keeps, the state included, while a bot may be using it.
 * @param data the data folder
 * @param folder a new or empty one; it is there only once the copy is whole
 * @returns how many documents’ versions were copied
 * @throws QuothError `state` if it cannot be made, `bad-argument` for a folder that is not empty
 */
export const backUp = async (data: string, folder: string): Promise<{ readonly versions: number }> => {
  const source = join(data, databaseFile)
  if (!existsSync(source)) throw new QuothError('state', `There is nothing to back up in “${data}”.`)
  if (!(await isEmptyFolder(folder)))
    throw new QuothError('bad-argument', `“${folder}” is not empty. Name a new folder for the backup.`)
  const partial = `${folder.replace(/\/+$/, '')}.partial-${process.pid}`
  const attempt = async (): Promise<number> => {
    await rm(partial, { recursive: true, force: true })
    await mkdir(partial, { recursive: true, mode: 0o700 })
    const copy = join(partial, databaseFile)
    const connection = await connect(source)
    try {
      // A snapshot of one moment, whatever is written meanwhile.
      await connection.exec(`VACUUM INTO '${copy.replaceAll("'", "''")}'`)
    } finally {
      connection.close()
    }
    const versions = await versionsIn(copy)
    const turn = createTurns()
    for (const version of versions) {
      await linkOrCopy(originalIn(data, version), originalIn(partial, version))
      await turn()
    }
    await syncFile(copy)
    return versions.length
  }
  try {
    for (let count = 1; ; count += 1)
      try {
        const versions = await attempt()
        await rm(folder, { recursive: true, force: true })
        await rename(partial, folder)
        await syncFile(dirname(folder))
        return { versions }
      } catch (error) {
        if (codeOf(error) !== 'ENOENT' || count === maxAttempts) throw error
      }
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw failed(`The backup “${folder}” cannot be made`, error)
  }
}

/**
 * Looks at every document of a data folder or a backup.
 * @param folder either
 * @returns what was found
 * @throws QuothError `state` if the database cannot be used
 */
export const verify = async (folder: string): Promise<Verified> => {
  const file = join(folder, databaseFile)
  if (!existsSync(file)) throw new QuothError('state', `There is no ${databaseFile} in “${folder}”.`)
  const versions = await versionsIn(file)
  const originals = originalsIn(join(folder, originalsFolder))
  const damaged: Verified['damaged'][number][] = []
  const known = new Set<string>()
  for (const { library, document, number, sha256 } of versions) {
    known.add(`${folderOf(library)}/${sha256}`)
    if ((await originals.read(library, sha256)) === undefined)
      damaged.push({ library, document: documentId(document), version: number })
  }
  const unknown = (await originals.list())
    .map((each) => `${each.folder}/${each.name}`)
    .filter((name) => !known.has(name))
  return {
    libraries: new Set(versions.map(({ library }) => library)).size,
    documents: new Set(versions.map(({ library, document }) => `${library} ${document}`)).size,
    versions: versions.length,
    damaged,
    unknown,
  }
}

/**
 * Puts a backup into a data folder that has nothing yet, wholly or not at all.
 * @param folder the backup
 * @param data the data folder, created when needed
 * @returns what the backup has
 * @throws QuothError `state` for a backup that is damaged or a data folder that is not empty, `folder-in-use`
 */
export const restoreBackup = async (folder: string, data: string): Promise<Verified> => {
  const found = await verify(folder)
  if (found.damaged.length > 0)
    throw new QuothError(
      'state',
      `The backup “${folder}” is damaged: of ${found.versions} originals, ${found.damaged.length} are missing or changed.`,
    )
  const target = join(data, databaseFile)
  const lock = await lockFolder(data)
  try {
    if (existsSync(target))
      throw new QuothError('state', `“${data}” has a ${databaseFile} already. Move it away, or set QUOTH_DATA.`)
    for (const version of await versionsIn(join(folder, databaseFile)))
      await linkOrCopy(originalIn(folder, version), originalIn(data, version))
    const partial = `${target}.partial`
    await copyFile(join(folder, databaseFile), partial)
    await syncFile(partial)
    // Without this file nothing is there; with it, all is.
    await rename(partial, target)
    await syncFile(data)
    return found
  } catch (error) {
    throw failed(`The backup “${folder}” cannot be restored`, error)
  } finally {
    await lock?.release()
  }
}
