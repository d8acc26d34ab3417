import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenQuoth, openQuoth } from '../../src/app/compose.ts'
import { eventually } from '../support/eventually.ts'
import { inEnglishAll } from '../support/in-english.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'

const ferry = 'The ferry to Sorvik sank in a storm off the point.'
const mill = 'The miller grinds rye on Thursdays.'
const documents = {
  ...Object.fromEntries(
    Array.from({ length: 11 }, (_, i) => [`ledger-${i}.txt`, `Ledger ${i} lists casks and barrels.`]),
  ),
  'ferry.txt': ferry,
}

let library: LibraryFolder
let data: string
let notices: string[]
let opened: OpenQuoth[]
beforeEach(async () => {
  library = await libraryFolder(documents)
  data = join(await mkdtemp(join(tmpdir(), 'quoth-data-')), 'deep')
  notices = []
  opened = []
})
afterEach(async () => {
  for (const quoth of opened) await quoth.close()
  await library.discard()
  await rm(join(data, '..'), { recursive: true, force: true })
})

/** How many documents were read, beside the library. */
const open = async ({ watch = false, folder = library.path } = {}) => {
  let read = 0
  const quoth = await openQuoth({
    folder,
    data,
    watch,
    minBytesToSave: 500,
    progress: (label) => {
      if (label.startsWith('Reading')) read += 1
    },
    onNotice: (notice) => void notices.push(notice),
  })
  opened.push(quoth)
  return {
    read: () => read,
    close: () => {
      opened = opened.filter((each) => each !== quoth)
      return quoth.close()
    },
    sourceOf: async (question: string) => (await quoth.quoth.ask(question)).quotes[0]?.citation.source,
    quoth: quoth.quoth,
  }
}
const saved = async (): Promise<void> => (await open()).close()
const snapshotFile = async (): Promise<string> => join(data, (await readdir(data))[0] ?? '')

const aboutFerry = 'Which ferry sank in a storm?'
const aboutMill = 'What does the miller grind on Thursdays?'

describe('a library that was saved', () => {
  it('gives the same answers and cards without reading a document again', async () => {
    const first = await open()
    const [answer, cards] = [await first.quoth.ask(aboutFerry), await first.quoth.sources()]
    expect(first.read()).toBe(12)
    await first.close()
    const second = await open()
    expect(second.read()).toBe(0)
    expect(await second.quoth.ask(aboutFerry)).toEqual(answer)
    expect(await second.quoth.sources()).toEqual(cards)
    const { citation, quote } = answer.quotes[0] ?? {}
    expect((await second.quoth.cite(citation?.id ?? '')).quote).toEqual(quote)
    expect(notices).toEqual([])
  })

  it('is read once, as the folder is now, reading only what changed', async () => {
    await saved()
    await library.write('mill.txt', mill)
    await library.remove('ferry.txt')
    const { sourceOf, read, quoth } = await open()
    expect(await sourceOf(aboutMill)).toBe('mill')
    expect(await sourceOf(aboutFerry)).toBeUndefined()
    expect([read(), await quoth.size()]).toEqual([1, 12])
  })

  it('answers at once when it is followed, and is brought in step meanwhile', async () => {
    await saved()
    await library.write('mill.txt', mill)
    for (const name of ['ferry', 'ledger-3']) await library.remove(`${name}.txt`)
    const { sourceOf, quoth } = await open({ watch: true })
    // Nothing waited for the folder: what was saved is what there is.
    expect(await quoth.size()).toBe(12)
    await eventually(async () => expect(await sourceOf(aboutMill)).toBe('mill'))
    await eventually(async () => expect(await sourceOf(aboutFerry)).toBeUndefined())
    expect(await quoth.size()).toBe(11)
  })

  it.each([0, 100, 300, 600])('can be closed while it is brought in step: after %i ms', async (milliseconds) => {
    await saved()
    await library.remove('ledger-3.txt')
    await library.write('mill.txt', `${mill}\n\n`.repeat(2000))
    const { close } = await open({ watch: true })
    await sleep(milliseconds)
    await close()
    const { sourceOf, quoth } = await open()
    expect(await sourceOf(aboutFerry)).toBe('ferry')
    expect(await sourceOf(aboutMill)).toBe('mill')
    expect(await quoth.size()).toBe(12)
    expect(notices).toEqual([])
  })

  it('tells again what was refused', async () => {
    await library.write('empty.txt', '')
    await saved()
    const { quoth, read } = await open()
    expect(inEnglishAll((await quoth.sources()).refusals)).toEqual([{ path: 'empty.txt', reason: 'It is empty.' }])
    expect(read()).toBe(0)
  })

  it.each([
    ['cut short', (file: Buffer) => file.subarray(0, file.length >> 1)],
    ['damaged in its index', (file: Buffer) => Buffer.concat([Buffer.from('x'), file.subarray(1)])],
    ['empty', () => Buffer.alloc(0)],
  ])('and whose snapshot was %s is read anew, which is said in one line', async (_, damage) => {
    await saved()
    const file = await snapshotFile()
    await writeFile(file, damage(await readFile(file)))
    const { sourceOf, read, close } = await open()
    expect(await sourceOf(aboutFerry)).toBe('ferry')
    expect(read()).toBe(12)
    expect(notices).toEqual([expect.stringMatching(/^Not using the snapshot .+, because .+\.$/)])
    await close()
    expect((await open()).read()).toBe(0)
  })

  it('shares the folder of snapshots with another one, and with itself', async () => {
    const other = await libraryFolder({ ...documents, 'mill.txt': mill })
    const both = await Promise.all([open(), open({ folder: other.path }), open(), open({ watch: true })])
    await Promise.all(both.map(({ close }) => close()))
    expect(await readdir(data)).toHaveLength(2)
    const [first, second] = [await open(), await open({ folder: other.path })]
    expect([first.read(), second.read()]).toEqual([0, 0])
    expect([await first.sourceOf(aboutMill), await second.sourceOf(aboutMill)]).toEqual([undefined, 'mill'])
    await other.discard()
  })
})

describe('a folder of snapshots', () => {
  it('is not made for a small library', async () => {
    const small = await libraryFolder({ 'ferry.txt': ferry })
    const quoth = await openQuoth({ folder: small.path, data, watch: false })
    await quoth.close()
    await expect(readdir(data)).rejects.toMatchObject({ code: 'ENOENT' })
    await small.discard()
  })

  it('that cannot be made or written costs one warning and nothing else', async () => {
    await writeFile(data, 'a file is in its place')
    const { sourceOf, close } = await open()
    expect(await sourceOf(aboutFerry)).toBe('ferry')
    await close()
    expect(notices).toEqual([expect.stringMatching(/Cannot write .+QUOTH_DATA/)])
  })

  it.skipIf(process.getuid?.() === 0)('that may not be entered costs one warning as well', async () => {
    await mkdir(data)
    await chmod(data, 0o000)
    await saved()
    expect(notices).toHaveLength(2)
    await chmod(data, 0o700)
  })
})
