import { chmod, cp, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Source } from '../../src/domain/source.ts'
import type { DocumentState } from '../../src/ingest/folder/document-state.ts'
import { openFolder } from '../../src/ingest/folder/folder.ts'
import { inEnglishAll } from '../support/in-english.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'
import { prose } from './support/read.ts'
import { sourceReader } from './support/source-reader.ts'

let library: LibraryFolder
let known: Map<string, DocumentState>
beforeEach(async () => {
  library = await libraryFolder({ 'a.txt': prose[0], 'b.txt': prose[1], 'c.md': `# C\n\n${prose[0]}`, 'bad.txt': '' })
  known = new Map()
})
afterEach(() => library.discard())

/** What is told of the folder, once, to somebody who knows `known`. */
const told = async (put: (sources: readonly Source[]) => Promise<void> = async () => {}) => {
  const events: string[] = []
  const folder = await openFolder(
    library.path,
    sourceReader(),
    {
      onRead: () => void events.push('read'),
      onUnread: () => {},
      onPut: async (sources) => {
        await put(sources)
        events.push(...sources.map(({ id }) => `put ${id}`))
      },
      onRemove: async (id) => void events.push(`remove ${id}`),
      onRefusals: async (refusals) => void events.push(...refusals.map(({ path }) => `refuse ${path}`)),
    },
    { watch: false, known },
  )
  await folder.close()
  return { events, refusals: folder.refusals() }
}

describe('a folder of which something is known', () => {
  it('is not read again while nothing changed, and its refusals stand', async () => {
    await told()
    expect([...known.keys()].sort()).toEqual(['a.txt', 'b.txt', 'bad.txt', 'c.md'])
    expect((await told()).events).toEqual(['refuse bad.txt'])
  })

  it('tells only what was added, changed or removed since', async () => {
    await told()
    await library.write('a.txt', prose[1])
    await library.write('d.txt', prose[0])
    await library.remove('b.txt')
    await library.write('bad.txt', prose[0])
    const { events, refusals } = await told()
    const changes = events.filter((event) => /^(?:put|remove)/.test(event))
    expect(changes.sort()).toEqual(['put a', 'put bad', 'put d', 'remove b'])
    expect(refusals).toEqual([])
    expect((await told()).events).toEqual([])
  })

  it('tells a change that keeps size and time', async () => {
    await told()
    const then = new Date(Date.now() - 5000)
    await library.write('a.txt', prose[0].replace('e', 'o'))
    await utimes(join(library.path, 'a.txt'), then, then)
    expect((await told()).events).toContain('put a')
  })

  it('reads what only looks changed, and does not tell it', async () => {
    await told()
    await chmod(join(library.path, 'a.txt'), 0o640)
    expect((await told()).events).toEqual(['read', 'refuse bad.txt'])
    expect((await told()).events).toEqual(['refuse bad.txt'])
  })

  it('that was copied is not told again', async () => {
    await told()
    const original = library
    library = await libraryFolder()
    await cp(original.path, library.path, { recursive: true })
    await rm(original.path, { recursive: true })
    const { events } = await told()
    expect(events.filter((event) => event.startsWith('put'))).toEqual([])
    expect((await told()).events).toEqual(['refuse bad.txt'])
  })

  it('tells a document anew when its sidecar came, changed or went', async () => {
    await told()
    await library.write('a.csl.json', '{"title":"The Harbour"}')
    expect((await told()).events).toContain('put a')
    await library.write('a.csl.json', '{"title":"The Harbours"}')
    expect((await told()).events).toContain('put a')
    await library.remove('a.csl.json')
    expect((await told()).events).toContain('put a')
  })
})

describe('a document that cannot be kept', () => {
  const failing = async (sources: readonly Source[]): Promise<void> => {
    if (sources.some(({ id }) => id === 'b')) throw new RangeError('no place for b')
  }

  it('is refused with the reason, and the others are kept', async () => {
    const { events, refusals } = await told(failing)
    expect(events.filter((event) => event.startsWith('put'))).toEqual(['put a', 'put c'])
    expect(inEnglishAll(refusals)).toEqual([
      {
        path: 'b.txt',
        reason: 'Indexing failed because of a bug in Quoth (RangeError: no place for b). Please report it.',
      },
      { path: 'bad.txt', reason: 'It is empty.' },
    ])
  })

  it('leaves no earlier version of itself behind', async () => {
    await told()
    await library.write('b.txt', prose[0])
    const { events } = await told(failing)
    expect(events).toContain('remove b')
  })
})
