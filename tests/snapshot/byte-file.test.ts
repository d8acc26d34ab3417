import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenFile, openFile } from '../../src/snapshot/read-snapshot.ts'

const large = 3_000_000
let folder: string
let file: OpenFile
let close: () => Promise<void>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-data-'))
  await writeFile(join(folder, 'a'), Buffer.alloc(large, 'abcdefghij'))
  const handle = await open(join(folder, 'a'))
  file = openFile(handle)
  close = () => handle.close()
})
afterEach(async () => {
  await close()
  await rm(folder, { recursive: true, force: true })
})

const textOf = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString()

describe('an open file', () => {
  it('lends and gives any of its bytes', () => {
    for (const from of [file.read, file.lend]) {
      expect(textOf(from(12, 5))).toBe('cdefg')
      expect(from(0, large)).toHaveLength(large)
      expect(textOf(from(large - 3, 3))).toBe('hij')
      expect(from(7, 0)).toHaveLength(0)
    }
  })

  it('gives bytes that stay what they are, whatever is read later', () => {
    const given = file.read(0, 5)
    file.lend(5, 5)
    file.read(7, 5)
    expect(textOf(given)).toBe('abcde')
  })

  it('gives nothing where there is nothing, even when there was something', async () => {
    expect(file.read(large - 3, 4)).toBeNull()
    await truncate(join(folder, 'a'), 10)
    expect(file.lend(8, 5)).toBeNull()
  })

  it('lends nothing when the system cannot read it', async () => {
    // A folder opens as a file does; reading it fails, as a broken disk does.
    const handle = await open(folder)
    const unreadable = openFile(handle)
    expect(unreadable.lend(0, 1)).toBeNull()
    expect(() => unreadable.read(0, 1)).toThrow('EISDIR')
    await handle.close()
    expect(unreadable.lend(0, 1)).toBeNull()
  })
})
