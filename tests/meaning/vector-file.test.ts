import { execFileSync } from 'node:child_process'
import { appendFile, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOf, openVectorFile } from '../../src/meaning/vector-file.ts'
import { dimensions } from '../../src/meaning/vectors.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-vectors-'))
  path = join(folder, 'of', 'a-library.vectors')
})
afterEach(() => rm(folder, { recursive: true }))

const entryOf = (text: string) =>
  [hashOf(text), Int8Array.from({ length: dimensions }, (_, i) => ((i * text.length) % 255) - 127)] as const
const entries = ['one', 'two, longer', 'three'].map(entryOf)

/** What a file of `model` has. */
const read = async (model = 'm'): Promise<readonly (readonly [string, Int8Array])[]> => {
  const found: [string, Int8Array][] = []
  const file = openVectorFile(path, model)
  await file.read((hash, vector) => found.push([hash, vector.slice()]))
  await file.close()
  return found
}

describe('the file of vectors', () => {
  it('gives back what was added to it, over several runs', async () => {
    expect(await read()).toEqual([])
    for (const entry of entries) {
      const file = openVectorFile(path, 'm')
      await file.read(() => {})
      await file.append([entry])
      await file.close()
    }
    expect(await read()).toEqual(entries)
  })

  it('gives nothing that another model made, and starts anew with this one', async () => {
    const other = openVectorFile(path, 'other')
    await other.append(entries)
    await other.close()
    expect(await read()).toEqual([])
    const file = openVectorFile(path, 'm')
    await file.read(() => {})
    await file.append([entries[0] as (typeof entries)[0]])
    await file.close()
    expect(await read()).toEqual([entries[0]])
    expect(await read('other')).toEqual([])
  })

  it('loses only what follows the damage, wherever that is, and can be added to again', async () => {
    const file = openVectorFile(path, 'm')
    await file.append(entries)
    await file.close()
    const whole = await readFile(path)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = Buffer.from(whole)
        damaged[at] = (damaged[at] as number) ^ change
        await writeFile(path, damaged)
        const found = await read()
        expect(entries.slice(0, found.length)).toEqual(found)
        const again = openVectorFile(path, 'm')
        await again.read(() => {})
        const added = entryOf('added after the damage')
        await again.append([added])
        await again.close()
        expect(await read()).toEqual([...found, added])
      }),
      { numRuns: 60 },
    )
  })

  it.each([1, 200])('reads up to a record that %i bytes are missing of', async (missing) => {
    const file = openVectorFile(path, 'm')
    await file.append(entries)
    await file.close()
    await truncate(path, (await readFile(path)).length - missing)
    expect(await read()).toEqual(entries.slice(0, 2))
    await appendFile(path, 'x')
    expect(await read()).toEqual(entries.slice(0, 2))
  })

  it.runIf(process.platform !== 'win32')('refuses a pipe in its place at once', async () => {
    await mkdir(dirname(path), { recursive: true })
    execFileSync('sh', ['-c', 'mkfifo "$0"', path])
    await expect(openVectorFile(path, 'm').read(() => {})).rejects.toThrow('not a regular file')
  })

  it('keeps these vectors alone when it is rewritten, and can be added to afterwards', async () => {
    const file = openVectorFile(path, 'm')
    await file.append(entries)
    await file.rewrite(entries.slice(1, 2))
    await file.append(entries.slice(2))
    await file.close()
    expect(await read()).toEqual(entries.slice(1))
  })
})
