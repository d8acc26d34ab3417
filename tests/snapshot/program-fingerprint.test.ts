import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { programFingerprint } from '../../src/snapshot/program-fingerprint.ts'
import { importsOf } from '../architecture/imports-of.ts'

const project = join(import.meta.dirname, '..', '..')
let copy: string
beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'quoth-program-'))
  await cp(join(project, 'src'), join(copy, 'src'), { recursive: true, filter: (path) => !path.endsWith('.bin') })
  await cp(join(project, 'package-lock.json'), join(copy, 'package-lock.json'))
})
afterEach(() => rm(copy, { recursive: true, force: true }))

const ofCopy = (): string => programFingerprint(pathToFileURL(`${join(copy, 'src')}/`))
const folderOf = (path: string) => mkdir(dirname(join(copy, path)), { recursive: true })
/** Adds a line to a file, or the file. */
const change = async (path: string): Promise<void> => {
  await folderOf(path)
  await writeFile(join(copy, path), '\n', { flag: 'a' })
}
const move = async (from: string, to: string): Promise<void> => {
  await folderOf(to)
  await rename(join(copy, from), join(copy, to))
}
/** Whether `work` makes another program of the copy. */
const makesAnother = async (work: () => Promise<void>): Promise<boolean> => {
  const before = ofCopy()
  await work()
  return ofCopy() !== before
}

/** A file of the project and all that it imports, however far away. */
const importedBy = async (path: string, seen: Set<string>): Promise<void> => {
  if (seen.has(path)) return
  seen.add(path)
  for (const { of, name } of importsOf(path, await readFile(join(project, path), 'utf8')))
    if (of === 'file') await importedBy(name, seen)
}

describe('a program', () => {
  it('is known wherever it stands', () => {
    expect(ofCopy()).toBe(programFingerprint())
  })

  it.each([
    ['how sentences are cut', 'src/language/sentences.ts'],
    ['how documents are read', 'src/ingest/interpret.ts'],
    ['what is made of them', 'src/app/prepared-source.ts'],
    ['which packages it has', 'package-lock.json'],
  ])('that differs in %s is another one', async (_, file) => {
    expect(await makesAnother(() => change(file))).toBe(true)
  })

  it('of which a file was renamed, moved or added is another one', async () => {
    expect(await makesAnother(() => move('src/language/sentences.ts', 'src/language/sentence.ts'))).toBe(true)
    expect(await makesAnother(() => move('src/ingest/dates.ts', 'src/ingest/header/dates.ts'))).toBe(true)
    expect(await makesAnother(() => change('src/ingest/header/new.ts'))).toBe(true)
    expect(await makesAnother(() => change('src/language/words/table.json'))).toBe(true)
  })

  it('that differs in a file in folders of folders is another one', async () => {
    await move('src/ingest/dates.ts', 'src/ingest/header/of/dates#1.ts')
    expect(await makesAnother(() => change('src/ingest/header/of/dates#1.ts'))).toBe(true)
  })

  it('that shows things otherwise is the same', async () => {
    expect(await makesAnother(() => change('src/surfaces/terminal/page.ts'))).toBe(false)
  })

  it('is known by every file that reads, keeps, indexes or saves documents', async () => {
    const parts = new Set<string>()
    for (const file of ['prepared-source', 'document-thread', 'saved-library', 'library-saver'])
      await importedBy(`src/app/${file}.ts`, parts)
    // What app/compose.ts makes them with, which imports what answers questions as well.
    const made = ['ingest/folder/folder', 'index/memory/index-worker', 'index/memory/memory-index', 'library/memory']
    for (const file of [...made, 'index/analyser', 'language/english/wink']) await importedBy(`src/${file}.ts`, parts)
    expect(parts.size).toBeGreaterThan(100)
    for (const part of parts) expect([part, await makesAnother(() => change(part))]).toEqual([part, true])
  })
})
