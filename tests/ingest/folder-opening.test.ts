import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Source } from '../../src/domain/source.ts'
import { type Folder, openFolder } from '../../src/ingest/folder/folder.ts'
import { eventually } from '../support/eventually.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'
import { prose } from './support/read.ts'
import { sourceReader, startStuckThread } from './support/source-reader.ts'

let library: LibraryFolder
let folder: Folder | null
beforeEach(async () => {
  library = await libraryFolder()
  folder = null
})
afterEach(async () => {
  await folder?.close()
  await library.discard()
})

const silent = {
  onRead: () => {},
  onUnread: () => {},
  onPut: async () => {},
  onRemove: async () => {},
  onRefusals: async () => {},
}

/** Long enough for the thread. */
const long = (words: string): string => `${words}\n\n${`${prose[0]} ${prose[1]}\n\n`.repeat(250)}`.trimEnd()

it('a document that takes long holds up none that was read before it, and large ones come last', async () => {
  // Written long enough ago for all to be taken as whole at the first look, however far apart they were written.
  library = await libraryFolder({ 'a.txt': prose[0].repeat(6000), 'b.txt': prose[0], 'c.txt': prose[1] })
  let finish = (): void => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const reader = sourceReader()
  const asked: string[] = []
  const put: string[] = []
  const opening = openFolder(
    library.path,
    {
      ...reader,
      read: async (document, signal) => {
        asked.push(document.path)
        if (document.path === 'a.txt') await finished
        return reader.read(document, signal)
      },
    },
    { ...silent, onPut: async (sources) => void put.push(...sources.map(({ id }) => id)) },
  )
  await eventually(() => expect(put).toEqual(['b', 'c']))
  expect(asked).toEqual(['b.txt', 'c.txt', 'a.txt'])
  finish()
  folder = await opening
  expect(put).toEqual(['b', 'c', 'a'])
})

describe('a folder that changes while it is first read', () => {
  it('is told as it then is, one call at a time', async () => {
    const texts = new Map<string, string>()
    const put = (id: string, text: string): Promise<void> => {
      texts.set(id, text)
      return library.write(`${id}.txt`, text)
    }
    const remove = (id: string): Promise<void> => {
      texts.delete(id)
      return library.remove(`${id}.txt`)
    }
    for (let id = 10; id < 20; id += 1)
      await put(`${id}`, id % 2 ? long(`This is ${id}.`) : `This is ${id}. ${prose[0]}`)
    const sources = new Map<string, string>()
    let calls = 0
    const alone = async (work: () => void): Promise<void> => {
      calls += 1
      expect(calls).toBe(1)
      await sleep(60)
      work()
      calls -= 1
    }
    let isOpen = false
    const opening = openFolder(library.path, sourceReader(), {
      ...silent,
      onPut: (put) =>
        alone(() => {
          for (const { id, text } of put) sources.set(id, text)
        }),
      onRemove: (id) => alone(() => sources.delete(id)),
      onRefusals: () => alone(() => {}),
    }).finally(() => {
      isOpen = true
    })
    let changes = 0
    for (; !isOpen; changes += 1) {
      await sleep(70)
      // Before, at and behind where the reading is.
      const words = `This is change ${changes}. ${prose[1]}`
      if (changes < 12) await put(`${5 + changes * 2}`, changes % 3 ? words : long(words))
      if (changes === 3 || changes === 6) await remove(`${10 + changes}`)
    }
    folder = await opening
    expect(changes).toBeGreaterThan(6)
    const byId = (library: ReadonlyMap<string, string>) => [...library].sort(([a], [b]) => (a < b ? -1 : 1))
    await eventually(() => expect(byId(sources)).toEqual(byId(texts)))
  })
})

/** What keeps a process alive: watches of folders and threads. */
const handles = (): readonly string[] =>
  process.getActiveResourcesInfo().filter((name) => /^(?:FSEvent|StatWatcher|Worker|MessagePort)/.test(name))

describe('giving up the opening of a folder', () => {
  it.each([
    ['a document that takes long', { 'a.txt': long('This takes long.') }, 1],
    ['many small ones', Object.fromEntries(Array.from({ length: 500 }, (_, id) => [`${id}.txt`, prose[0]])), 50],
  ])('stops in the middle of %s, and holds nothing open', async (_, documents, enough) => {
    library = await libraryFolder(documents)
    const stop = new AbortController()
    let reads = 0
    const onRead = (): void => {
      reads += 1
      if (reads === enough) setImmediate(() => stop.abort('enough'))
    }
    const reader = sourceReader({ start: startStuckThread })
    const opening = openFolder(library.path, reader, { ...silent, onRead }, { signal: stop.signal })
    await expect(opening).rejects.toBe('enough')
    expect(reads).toBeLessThan(enough + 10)
    await eventually(() => expect(handles()).toEqual([]))
  })

  it('awaits the call that is under way, and makes none after it', async () => {
    library = await libraryFolder({ 'a.txt': prose[0], 'b.txt': prose[0], 'c.txt': prose[0] })
    const stop = new AbortController()
    const told: string[] = []
    const onPut = async (put: readonly Source[]): Promise<void> => {
      stop.abort('enough')
      await sleep(30)
      told.push(...put.map(({ id }) => id))
    }
    const events = { ...silent, onPut, onRefusals: async () => void told.push('refusals') }
    await expect(openFolder(library.path, sourceReader(), events, { signal: stop.signal })).rejects.toBe('enough')
    expect(told).toEqual(['a', 'b', 'c'])
  })

  it('is at once when it was given up before', async () => {
    await library.write('a.txt', prose[0])
    const opening = openFolder(library.path, sourceReader(), silent, { signal: AbortSignal.abort('enough') })
    await expect(opening).rejects.toBe('enough')
  })

  it('is too late once the folder is open', async () => {
    const stop = new AbortController()
    const told: string[] = []
    const onPut = async (put: readonly Source[]): Promise<void> => void told.push(...put.map(({ id }) => id))
    folder = await openFolder(library.path, sourceReader(), { ...silent, onPut }, { signal: stop.signal })
    stop.abort()
    await library.write('b.txt', prose[0])
    await eventually(() => expect(told).toEqual(['b']))
  })
})
