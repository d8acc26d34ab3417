import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startModule } from '../../src/concurrency/thread.ts'
import { type Source, sourceId } from '../../src/domain/source.ts'
import { type Folder, openFolder } from '../../src/ingest/folder/folder.ts'
import { eventually } from '../support/eventually.ts'
import { inEnglishAll } from '../support/in-english.ts'
import { prose } from './support/read.ts'
import { asSources, sourceReader, startStuckThread } from './support/source-reader.ts'

let root: string
let open: Folder[]
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'quoth-folder-')))
  open = []
})
afterEach(async () => {
  vi.restoreAllMocks()
  for (const folder of open) await folder.close()
  rmSync(root, { recursive: true, force: true })
})

const earlier = new Date(Date.now() - 10_000)

/** Writes a document; before the folder is opened, long enough ago for it to be taken as whole at the first look. */
const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
  if (open.length === 0) utimesSync(join(root, path), earlier, earlier)
}

/** A library as the folder tells it, and everything told, in order. */
const follow = async (folder = root, options: { readonly watch?: boolean } = {}, reader = sourceReader()) => {
  const sources = new Map<string, Source>()
  const told: string[] = []
  let reads = 0
  const opened = await openFolder(
    folder,
    reader,
    {
      onRead: () => {
        reads += 1
      },
      onUnread: () => {},
      onPut: async (put) => {
        for (const source of put) {
          told.push(`put ${source.id}`)
          sources.set(source.id, source)
        }
      },
      onRemove: async (id) => {
        told.push(`remove ${id}`)
        sources.delete(id)
      },
      onRefusals: async () => {},
    },
    options,
  )
  open.push(opened)
  const { refusals, readAgain } = opened
  return { sources, told, reads: () => reads, ids: () => [...sources.keys()].sort(), refusals, readAgain }
}

describe('opening a folder', () => {
  it('tells every .txt and .md of it and its subfolders, in the order of their paths', async () => {
    write('b.txt', prose[0])
    write('a.MD', `# Cod\n\n${prose[0]}`)
    write('sub/deep/c.txt', prose[1])
    write('d.dat', 'x')
    write('.hidden.txt', 'x')
    write('.git/e.txt', 'x')
    write('node_modules/f.md', 'x')
    const { told, sources, refusals } = await follow()
    expect(told).toEqual(['put a', 'put b', 'put sub/deep/c'])
    expect(sources.get('a')?.record.title).toBe('Cod')
    expect(sources.get('sub/deep/c')?.origin.path).toBe('sub/deep/c.txt')
    expect(refusals()).toEqual([])
  })

  it('tells what is no document with the reason, and reads the rest', async () => {
    write('a.txt', prose[0])
    write('empty.txt', '')
    write('image.txt', '\u0000\u0001')
    write('big.txt', '')
    truncateSync(join(root, 'big.txt'), 500 * 1024 * 1024)
    symlinkSync('/etc/hostname', join(root, 'out.txt'))
    symlinkSync(join(root, 'nowhere'), join(root, 'broken.md'))
    symlinkSync(join(root, 'a.txt'), join(root, 'inside.txt'))
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(root, 'pipe.txt')])
    const { ids, refusals } = await follow(root, { watch: false })
    expect(ids()).toEqual(['a', 'inside'])
    expect(inEnglishAll(refusals())).toEqual([
      { path: 'big.txt', reason: expect.stringContaining('larger than 25 MB') },
      { path: 'broken.md', reason: 'It does not exist.' },
      { path: 'empty.txt', reason: 'It is empty.' },
      { path: 'image.txt', reason: expect.stringContaining('null bytes') },
      { path: 'out.txt', reason: expect.stringContaining('points outside the library folder') },
      { path: 'pipe.txt', reason: 'It is not a regular file.' },
    ])
  })

  it('reads documents whatever characters their names have', async () => {
    const names = [
      'a b',
      "it's “it”",
      '%2F',
      'a\\b',
      '-rf',
      '#1?',
      '__proto__',
      'constructor',
      'línea\nnueva',
      '\u202egpj',
      '日本',
      '\ufffd',
      '𝕏',
    ]
    for (const name of names) write(`${name}.txt`, prose[0])
    const { ids, refusals } = await follow()
    expect([ids(), refusals()]).toEqual([[...names].sort(), []])
  })

  it.skipIf(process.platform === 'darwin')(
    'refuses a name that is not UTF-8 as what it is, and reads the rest',
    async () => {
      write('a.txt', prose[0])
      for (const name of ['caf\xe9.txt', 'caf\xe8.txt', 'b\x1b[2J\xff.md', 'c\xff.ogg', '.d\xff.txt'])
        writeFileSync(Buffer.from(join(root, name), 'latin1'), prose[0])
      mkdirSync(Buffer.from(join(root, 'e\xff'), 'latin1'))
      writeFileSync(Buffer.from(join(root, 'e\xff', 'f.txt'), 'latin1'), prose[0])
      const { ids, refusals } = await follow()
      expect(ids()).toEqual(['a'])
      expect(inEnglishAll(refusals())).toEqual(
        ['b\\x1b[2J\\xff.md', 'caf\\xe8.txt', 'caf\\xe9.txt', 'e\\xff'].map((path) => ({
          path,
          reason: 'Its name is not valid UTF-8. Rename it.',
        })),
      )
      renameSync(Buffer.from(join(root, 'caf\xe9.txt'), 'latin1'), join(root, 'café.txt'))
      await eventually(() => expect(ids()).toEqual(['a', 'café']))
      await eventually(() => expect(refusals()).toHaveLength(3))
    },
  )

  it('reads a sidecar with its document', async () => {
    write('a.txt', prose[0])
    write('a.csl.json', '{"title":"The Harbour"}')
    const { sources } = await follow(root, { watch: false })
    expect(sources.get('a')?.record.title).toBe('The Harbour')
  })

  it.each([
    ['is missing', 'nowhere', /does not exist/],
    ['has a name that no folder can have', 'a\0b', /does not exist/],
    ['is a file', 'a.txt', /not a folder/],
    ['is empty', 'empty', /has no documents/],
  ])('says so when it %s, with the name of the folder', async (_, name, reason) => {
    write('a.txt', prose[0])
    mkdirSync(join(root, 'empty'))
    const { refusals } = await follow(join(root, name), { watch: false })
    expect(inEnglishAll(refusals())).toEqual([{ path: join(root, name), reason: expect.stringMatching(reason) }])
  })
})

describe('a folder of which something that was told was lost', () => {
  it.each([true, false])('tells that again, and nothing else, whether or not it is watched: %s', async (watch) => {
    write('a.txt', prose[0])
    write('b.txt', prose[1])
    const { told, readAgain } = await follow(root, { watch })
    readAgain([sourceId('b'), sourceId('nobody')])
    await eventually(() => expect(told.slice(2)).toEqual(['put b']))
  })

  it('tells what is gone as gone', async () => {
    write('a.txt', prose[0])
    write('b.txt', prose[1])
    const { told, readAgain } = await follow(root, { watch: false })
    rmSync(join(root, 'b.txt'))
    readAgain([sourceId('b')])
    await eventually(() => expect(told.slice(2)).toEqual(['remove b']))
  })
})

describe('a folder that is watched', () => {
  it('tells what is added, changed, renamed and removed', async () => {
    write('a.txt', prose[0])
    const { ids, sources } = await follow()
    write('sub/b.md', prose[0])
    await eventually(() => expect(ids()).toEqual(['a', 'sub/b']))
    write('a.txt', prose[1])
    await eventually(() => expect(sources.get('a')?.text).toBe(prose[1]))
    renameSync(join(root, 'sub/b.md'), join(root, 'sub/c.md'))
    await eventually(() => expect(ids()).toEqual(['a', 'sub/c']))
    rmSync(join(root, 'sub'), { recursive: true })
    await eventually(() => expect(ids()).toEqual(['a']))
  })

  it('names two documents by their extension while they collide, and no longer', async () => {
    write('a.txt', prose[0])
    const { ids, told } = await follow()
    write('a.md', prose[1])
    await eventually(() => expect(ids()).toEqual(['a.md', 'a.txt']))
    rmSync(join(root, 'a.txt'))
    await eventually(() => expect(ids()).toEqual(['a']))
    expect(told.slice(0, 2)).toEqual(['put a', 'remove a'])
  })

  it('reads a document anew when its sidecar changes or goes', async () => {
    write('a.txt', prose[0])
    const { sources } = await follow()
    write('a.csl.json', '{"title":"The Harbour"}')
    await eventually(() => expect(sources.get('a')?.record.title).toBe('The Harbour'))
    rmSync(join(root, 'a.csl.json'))
    await eventually(() => expect(sources.get('a')?.record.title).toBeNull())
  })

  it('takes away a document that is none any more, says why, and takes it back', async () => {
    write('a.txt', prose[0])
    const { ids, refusals } = await follow()
    write('a.txt', '%PDF-1.7')
    await eventually(() =>
      expect(inEnglishAll(refusals())).toEqual([{ path: 'a.txt', reason: expect.stringContaining('a PDF') }]),
    )
    expect(ids()).toEqual([])
    write('a.txt', prose[0])
    await eventually(() => expect(ids()).toEqual(['a']))
    await eventually(() => expect(refusals()).toEqual([]))
  })

  it('does not tell a document that is being written before it is whole', async () => {
    write('other.txt', prose[0])
    const { sources, told } = await follow()
    const slow = join(root, 'slow.txt')
    // However long a part takes, it is a millisecond since the last one was written.
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => statSync(slow).mtimeMs + 1)
    for (let part = 0; part < 8; part += 1) {
      appendFileSync(slow, `${prose[0]}\n\n`)
      await sleep(25)
    }
    clock.mockRestore()
    await eventually(() => expect(sources.get('slow')?.paragraphs).toHaveLength(8))
    expect(told).toEqual(['put other', 'put slow'])
  })

  it('is read as soon as it exists', async () => {
    const late = join(root, 'late')
    const { ids, refusals } = await follow(late)
    expect(refusals()).toHaveLength(1)
    write('late/a.txt', prose[0])
    await eventually(() => expect(ids()).toEqual(['a']))
    await eventually(() => expect(refusals()).toEqual([]))
  })

  it('is closed at once while a long document is read', async () => {
    write('a.txt', prose[0])
    const { told, reads } = await follow(root, {}, sourceReader({ start: startStuckThread }))
    write('b.txt', `${prose[0]}\n\n`.repeat(1000))
    await eventually(() => expect(reads()).toBe(2))
    await open[0]?.close()
    expect(told).toEqual(['put a'])
  })

  it('tells nothing after it was closed', async () => {
    write('a.txt', prose[0])
    const { told } = await follow()
    await open[0]?.close()
    write('b.txt', prose[0])
    await sleep(400)
    expect(told).toEqual(['put a'])
  })

  it('awaits each call before the next', async () => {
    for (const name of ['a', 'b', 'c', 'd']) write(`${name}.txt`, prose[0])
    let running = 0
    const busy = async (): Promise<void> => {
      running += 1
      expect(running).toBe(1)
      await sleep(5)
      running -= 1
    }
    open.push(
      await openFolder(root, sourceReader(), {
        onRead: () => {},
        onUnread: () => {},
        onPut: busy,
        onRemove: busy,
        onRefusals: busy,
      }),
    )
    expect(running).toBe(0)
  })

  it('reads a large document, which has what a small one has, in a thread', async () => {
    write('small.txt', `${prose[0]}\n\n${prose[1]}\n`)
    const start = vi.fn(() => startModule(asSources.thread, 1024))
    const { sources } = await follow(root, {}, sourceReader({ start }))
    expect(start).not.toHaveBeenCalled()
    write('large.txt', `${prose[0]}\n\n${prose[1]}\n\n`.repeat(1000))
    await eventually(() => expect(sources.get('large')?.paragraphs).toHaveLength(2000))
    expect(start).toHaveBeenCalledOnce()
    expect(sources.get('large')?.paragraphs[1]).toMatchObject({ number: 2, role: 'prose' })
  })

  it('refuses a large document that is none with the same words as a small one', async () => {
    write('large.txt', ' '.repeat(100_000))
    const { refusals } = await follow()
    expect(inEnglishAll(refusals())).toEqual([{ path: 'large.txt', reason: 'It contains only white space.' }])
  })
})
