import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeAtomically } from '../../src/snapshot/atomic-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-data-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function* piecesOf(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}
async function* breaking(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('new')
  throw new Error('the power went')
}

describe('a file that is written at once', () => {
  it('holds every piece, in a folder that is made for it, for its owner alone', async () => {
    const file = join(folder, 'deep', 'er', 'a.snapshot')
    await writeAtomically(file, piecesOf('one ', 'two'))
    expect(await readFile(file, 'utf8')).toBe('one two')
    expect((await stat(file)).mode & 0o077).toBe(0)
    expect((await stat(join(folder, 'deep'))).mode & 0o077).toBe(0)
    expect(await readdir(join(folder, 'deep', 'er'))).toEqual(['a.snapshot'])
  })

  it('stays what it was when writing fails, and nothing is left behind', async () => {
    const file = join(folder, 'a.snapshot')
    await writeAtomically(file, piecesOf('old'))
    await expect(writeAtomically(file, breaking())).rejects.toThrow('the power went')
    expect(await readFile(file, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['a.snapshot'])
  })

  it('is whole whichever of several writers is the last', async () => {
    const file = join(folder, 'a.snapshot')
    const texts = Array.from({ length: 8 }, (_, i) => `${i}`.repeat(100_000))
    await Promise.all(texts.map((text) => writeAtomically(file, piecesOf(text.slice(0, 50_000), text.slice(50_000)))))
    expect(texts).toContain(await readFile(file, 'utf8'))
    expect(await readdir(folder)).toEqual(['a.snapshot'])
  })

  it('sweeps away what a killed process left long ago, and no one else’s', async () => {
    const names = ['a.snapshot.old.tmp', 'a.snapshot.new.tmp', 'b.snapshot.old.tmp', 'a.txt']
    for (const name of names) await writeFile(join(folder, name), '')
    for (const name of names.filter((each) => !each.includes('new')))
      await utimes(join(folder, name), new Date(0), new Date(0))
    await writeAtomically(join(folder, 'a.snapshot'), piecesOf('x'))
    expect((await readdir(folder)).sort()).toEqual(['a.snapshot', 'a.snapshot.new.tmp', 'a.txt', 'b.snapshot.old.tmp'])
  })

  it('fails with what the file system says where there is no place for it', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(writeAtomically(join(folder, 'file', 'a'), piecesOf('x'))).rejects.toMatchObject({ syscall: 'mkdir' })
    await mkdir(join(folder, 'taken'))
    await expect(writeAtomically(join(folder, 'taken'), piecesOf('x'))).rejects.toMatchObject({ syscall: 'rename' })
    expect((await readdir(folder)).sort()).toEqual(['file', 'taken'])
  })
})
