import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { appendFile, open } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Folder, openFolder } from '../../src/ingest/folder/folder.ts'
import { createSync } from '../../src/ingest/folder/folder-sync.ts'
import { maxTries } from '../../src/ingest/folder/watch.ts'
import { eventually } from '../support/eventually.ts'
import { inEnglishAll } from '../support/in-english.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'
import { prose } from './support/read.ts'
import { sourceReader } from './support/source-reader.ts'

/**
 * Sizes that the system says files have, by the ends of their paths: as of files that it makes up while they are read.
 */
const sizes = vi.hoisted(() => new Map<string, number>())
/**
 * Files, by the ends of their paths, that another program seems to write to: each is appended to whenever it is looked
 * at.
 */
const written = vi.hoisted(() => new Set<string>())
vi.mock('node:fs/promises', async (original) => {
  const real = await original<{ readonly open: typeof open; readonly appendFile: typeof appendFile }>()
  const watched = async (...argv: Parameters<typeof open>) => {
    const handle = await real.open(...argv)
    const [, size] = [...sizes].find(([end]) => `${argv[0]}`.endsWith(end)) ?? []
    const isWritten = [...written].some((end) => `${argv[0]}`.endsWith(end))
    const stat = handle.stat.bind(handle)
    if (size !== undefined) handle.stat = (async () => Object.assign(await stat(), { size })) as typeof handle.stat
    if (isWritten)
      handle.stat = (async () => {
        await real.appendFile(argv[0], 'And so on.\n\n')
        return stat()
      }) as typeof handle.stat
    return handle
  }
  return { ...real, open: watched }
})

let library: LibraryFolder
let folder: Folder | null
let writer: ChildProcess | null
const told: string[] = []
beforeEach(async () => {
  library = await libraryFolder({ 'a.txt': prose[0] })
  told.length = 0
  sizes.clear()
  written.clear()
  folder = null
  writer = null
})
const stopWriting = async (): Promise<void> => {
  if (writer === null) return
  writer.kill('SIGKILL')
  await once(writer, 'close')
  writer = null
}
afterEach(async () => {
  await stopWriting()
  await folder?.close()
  await library.discard()
})

const events = {
  onRead: () => void told.push('read'),
  onUnread: () => {},
  onPut: async (put: readonly { readonly id: string }[]) => void told.push(...put.map(({ id }) => `put ${id}`)),
  onRemove: async (id: string) => void told.push(`remove ${id}`),
  onRefusals: async () => {},
}
const opened = async (watch = true): Promise<Folder> => {
  folder = await openFolder(library.path, sourceReader(), events, { watch })
  return folder
}
const refused = (): unknown => inEnglishAll(folder?.refusals() ?? [])

/** Another program, which runs `statement` in the folder every ten milliseconds; it has begun when this resolves. */
const keepDoing = async (statement: string): Promise<void> => {
  const program = `const { appendFileSync, writeFileSync } = require('node:fs')
    let i = 0
    setInterval(() => { i += 1; ${statement} }, 10)
    setTimeout(() => console.log('begun'), 50)`
  writer = spawn(process.execPath, ['-e', program], { cwd: library.path })
  await once(writer.stdout as NodeJS.ReadableStream, 'data')
}

const keepsChanging = {
  path: 'log.txt',
  reason: expect.stringMatching(/^It keeps changing, .+ for now\./),
}
const miscounted = (path: string) => ({
  path,
  reason: expect.stringMatching(/^Its size does not match/),
})

describe('a file that never holds still', () => {
  it('is refused, keeps nothing waiting, and is read once it holds still', async () => {
    await library.write('log.txt', `${prose[0]}\n\n`)
    written.add('log.txt')
    await opened()
    expect(told).toEqual(['read', 'put a'])
    expect(refused()).toEqual([keepsChanging])

    await library.write('b.txt', prose[1])
    await eventually(() => expect(told).toContain('put b'))
    expect(refused()).toEqual([keepsChanging])
    written.clear()
    await eventually(() => expect(told).toContain('put log'))
    await eventually(() => expect(refused()).toEqual([]))
  })

  it('is taken away when it was whole before', async () => {
    await library.write('log.txt', prose[1])
    await opened()
    expect(told).toContain('put log')
    written.add('log.txt')
    await library.write('log.txt', prose[0])
    await eventually(() => expect(refused()).toEqual([keepsChanging]))
    expect(told).toContain('remove log')
  })

  it('is refused also where the folder is read once', async () => {
    await library.write('log.txt', prose[1])
    written.add('log.txt')
    await opened(false)
    expect(told).toEqual(['read', 'put a'])
    expect(refused()).toEqual([keepsChanging])
  })

  it('may be another one every time, and keeps nothing waiting', async () => {
    await keepDoing(`writeFileSync('new' + i + '.txt', 'The tide came in at noon.')`)
    await opened(false)
    expect(told).toContain('put a')
  })
})

describe('a file whose bytes are not as many as its size says', () => {
  it.each([
    ['fewer', 4096],
    ['more', 23],
    ['some where it says none', 0],
  ])('%s: is refused, keeps nothing waiting, and is read once they are', async (_, size) => {
    sizes.set('odd.txt', size)
    await library.write('odd.txt', prose[1])
    await opened()
    expect(told).toEqual(['read', 'put a'])
    expect(refused()).toEqual([miscounted('odd.txt')])
    // No event tells of it.
    sizes.clear()
    await eventually(() => expect(told).toContain('put odd'))
    await eventually(() => expect(refused()).toEqual([]))
  })

  it('is refused with its sidecar named where it is that', async () => {
    sizes.set('a.csl.json', 4096)
    await library.write('a.csl.json', '{"title":"The Harbour"}')
    await opened(false)
    expect(refused()).toEqual([
      { path: 'a.txt', reason: expect.stringMatching(/^Its sidecar cannot be read\. Its size does not match/) },
    ])
  })

  it('is read no more often than the looks at the folder allow, once it was refused', async () => {
    sizes.set('odd.txt', 4096)
    await library.write('odd.txt', prose[1])
    const known = new Map()
    const reader = sourceReader()
    const { sync } = createSync(library.path, events, reader, { known, signal: new AbortController().signal })
    const msg: string[] = []
    const looks = maxTries + 20
    // A file is left alone for its first moment.
    await new Promise((resolve) => setTimeout(resolve, 200))
    for (let look = 0; look < looks; look += 1) msg.push(await sync(() => false))
    expect(msg).toEqual(Array.from({ length: looks }, (_, look) => (look < maxTries ? 'soon' : 'later')))
    expect(known.get('odd.txt')).toMatchObject({ fingerprint: '' })
    await reader.close()
  })
})

describe('a file that cannot be read for a while', () => {
  it('is read at the next look, although nothing about it changed', async () => {
    const known = new Map()
    const reader = sourceReader()
    const { sync, refusals } = createSync(library.path, events, reader, { known, signal: new AbortController().signal })
    await new Promise((resolve) => setTimeout(resolve, 200))
    const failing = vi.spyOn(sizes, Symbol.iterator).mockImplementation(() => {
      throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'read' })
    })
    await sync(() => false)
    expect(inEnglishAll(refusals())).toEqual([{ path: 'a.txt', reason: 'Read error: EIO.' }])
    failing.mockRestore()
    expect(await sync(() => false)).toBe('nothing')
    expect([told, refusals()]).toEqual([['read', 'put a'], []])
    await reader.close()
  })
})
