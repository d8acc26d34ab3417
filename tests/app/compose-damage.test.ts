import { copyFile, mkdtemp, open, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openQuoth } from '../../src/app/compose.ts'
import type { Answer } from '../../src/domain/answer.ts'
import { QuothError } from '../../src/domain/error.ts'
import { endBytes } from '../../src/snapshot/layout.ts'
import { eventually } from '../support/eventually.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'

/** What each document says, and a question that it answers. */
const facts = {
  mill: ['The mill at Orrest was built in 1788 by a miller named Tarn.', 'When was the mill at Orrest built?'],
  ferry: ['The ferry to Sorvik sank in a storm off the point.', 'Which ferry sank in a storm?'],
  kiln: ['The kiln at Dunsall baked bricks for the harbour wall.', 'What did the kiln at Dunsall bake?'],
  bridge: ['Heavy carts crossed the Ellery bridge only at dawn.', 'When did carts cross the Ellery bridge?'],
  school: ['The village school taught forty pupils in one room.', 'How many pupils did the village school teach?'],
  bell: ['The chapel bell cracked during the frost of January.', 'When did the chapel bell crack?'],
} as const
type Name = keyof typeof facts
const names = Object.keys(facts) as Name[]
const textOf = (name: Name): string => facts[name][0]

let library: LibraryFolder
let data: string
let snapshot: string
let notices: string[]
let closing: (() => Promise<void>)[]
beforeEach(async () => {
  library = await libraryFolder(Object.fromEntries(names.map((name) => [`${name}.txt`, textOf(name)])))
  data = await mkdtemp(join(tmpdir(), 'quoth-data-'))
  notices = []
  closing = []
  await (await start()).close()
  snapshot = join(data, (await readdir(data))[0] ?? '')
})
afterEach(async () => {
  for (const close of closing) await close()
  await library.discard()
  await rm(data, { recursive: true, force: true })
})

/** The library as a service has it with `watch`, else as a command has it; `read` is how many documents were read. */
const start = async ({ watch = false } = {}) => {
  let read = 0
  const opened = await openQuoth({
    folder: library.path,
    data,
    watch,
    minBytesToSave: 500,
    progress: (label) => {
      if (label.startsWith('Reading')) read += 1
    },
    onNotice: (notice) => void notices.push(notice),
  })
  const close = async (): Promise<void> => {
    closing = closing.filter((each) => each !== close)
    await opened.close()
  }
  closing.push(close)
  const ask = (name: Name): Promise<Answer> => opened.quoth.ask(facts[name][1])
  return { read: () => read, close, ask, quoth: opened.quoth }
}

type Started = Awaited<ReturnType<typeof start>>

/** Everything that is quoted stands in its document, there; and by its id as well, if that is known just now. */
const expectTrue = async ({ quoth }: Started, { quotes }: Answer): Promise<void> => {
  for (const { quote, citation } of quotes) {
    expect(textOf(String(quote.source) as Name).slice(quote.start, quote.end)).toBe(quote.exact)
    const cited = await quoth.cite(citation.id).catch((error: unknown) => {
      if (!(error instanceof QuothError)) throw error
    })
    if (cited) expect(cited.quote).toEqual(quote)
  }
}
const expectAllAnswered = (started: Started): Promise<void> =>
  eventually(async () => {
    for (const name of names) {
      const answer = await started.ask(name)
      await expectTrue(started, answer)
      expect(answer.quotes[0]?.quote.exact).toBe(textOf(name))
    }
  })

const write = async (at: number, bytes: Uint8Array): Promise<void> => {
  const handle = await open(snapshot, 'r+')
  await handle.write(bytes, 0, bytes.length, at)
  await handle.close()
}
const replaceWords = async (words: string, by: string): Promise<void> =>
  write((await readFile(snapshot)).lastIndexOf(words), Buffer.from(by))
const indexLength = async (): Promise<number> => {
  const file = await readFile(snapshot)
  return Number(file.readBigUInt64LE(file.length - endBytes))
}

describe('a snapshot that is damaged while it is used', () => {
  it('never gives words that its document does not have: the source is silent until it was read again', async () => {
    const started = await start({ watch: true })
    await replaceWords(' was built in ', ' was burnt in ')
    expect((await started.ask('mill')).quotes).toEqual([])
    expect((await started.ask('ferry')).quotes[0]?.quote.exact).toBe(textOf('ferry'))
    await expectAllAnswered(started)
    expect(started.read()).toBe(1)
    expect(notices).toEqual([expect.stringMatching(/^The snapshot .+ was damaged while in use\. 1 source is not/)])
  })

  it.each([
    ['a title', '"titleShown":"', '"titleShown":"Not '],
    ['a record', '"publisher":null', '"publisher":"us"'],
  ])('gives no card, name or list of a source whose bytes differ in %s', async (_, words, by) => {
    const before = await start()
    const { cards } = await before.quoth.sources()
    await before.close()
    const started = await start({ watch: true })
    await replaceWords(words, by)
    const listed = (await started.quoth.sources()).cards
    expect(listed).toHaveLength(names.length - 1)
    for (const card of listed) expect(cards).toContainEqual(card)
    expect(await started.quoth.suggestSources('', 10)).toHaveLength(names.length - 1)
    await eventually(async () => expect((await started.quoth.sources()).cards).toEqual(cards))
  })

  it.each<[string, () => Promise<unknown>]>([
    ['emptied', () => truncate(snapshot)],
    ['cut short among its sources', async () => truncate(snapshot, (await indexLength()) + 700)],
    ['overwritten with zeros', async () => write(0, Buffer.alloc((await stat(snapshot)).size))],
    ['overwritten with noise', async () => write(0, Buffer.alloc((await stat(snapshot)).size, 'ÿ{"a7'))],
    ['overwritten by itself, a byte further', async () => write(1, await readFile(snapshot))],
  ])('and %s is told of once, and every document is answered from again', async (_, damage) => {
    const started = await start({ watch: true })
    await damage()
    await Promise.all(names.map(async (name) => expectTrue(started, await started.ask(name))))
    await expectAllAnswered(started)
    expect(notices).toHaveLength(1)
    await started.close()
    const next = await start()
    await expectAllAnswered(next)
    expect([next.read(), notices.length]).toEqual([0, 1])
  })

  it.each<[string, () => Promise<unknown>]>([
    ['is deleted', () => rm(snapshot)],
    [
      'is replaced by another file',
      async () => {
        await writeFile(`${snapshot}.other`, 'nothing of ours')
        await rename(`${snapshot}.other`, snapshot)
      },
    ],
    ['is damaged in its index', async () => write(0, Buffer.alloc(await indexLength(), 'x'))],
    ['is damaged in its table', async () => write((await stat(snapshot)).size - 200, Buffer.alloc(200, 'x'))],
  ])('answers as before when what it uses no more %s', async (_, damage) => {
    const first = await start()
    const answers = await Promise.all(names.map(first.ask))
    await first.close()
    const started = await start({ watch: true })
    await damage()
    expect(await Promise.all(names.map(started.ask))).toEqual(answers)
    expect(notices).toEqual([])
    expect(started.read()).toBe(0)
  })

  it('forgets a source whose document is gone as well', async () => {
    const started = await start({ watch: true })
    await replaceWords(' was built in ', ' was burnt in ')
    await library.remove('mill.txt')
    expect((await started.ask('mill')).quotes).toEqual([])
    await eventually(async () => expect(await started.quoth.size()).toBe(names.length - 1))
    await started.close()
    const next = await start()
    expect((await next.ask('mill')).quotes).toEqual([])
    expect([await next.quoth.size(), next.read()]).toEqual([names.length - 1, 0])
  })

  it('is not written again with the damage in it, though nobody asked for what is damaged', async () => {
    const started = await start({ watch: true })
    await replaceWords(' was built in ', ' was burnt in ')
    await library.write('ferry.txt', `${textOf('ferry')} Nobody drowned.`)
    await eventually(async () => expect((await started.ask('ferry')).quotes[0]?.quote.suffix).not.toBe(''))
    await started.close()
    const next = await start()
    expect((await next.ask('mill')).quotes[0]?.quote.exact).toBe(textOf('mill'))
    expect(next.read()).toBe(1)
  })

  it('costs a run that follows no folder no more than a moment’s silence either', async () => {
    const started = await start()
    await replaceWords(' was built in ', ' was burnt in ')
    expect((await started.ask('mill')).quotes).toEqual([])
    await expectAllAnswered(started)
  })

  it('whatever is written over it or cut off it, between whatever questions, never makes anything wrong or fail', async () => {
    const pristine = `${snapshot}.pristine`
    await copyFile(snapshot, pristine)
    const first = await start()
    const answers = await Promise.all(names.map(first.ask))
    await first.close()
    const place = fc.double({ min: 0, max: 1, noNaN: true })
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ ask: fc.constantFrom(...names) }) },
      { weight: 3, arbitrary: fc.record({ at: place, bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }) }) },
      { weight: 1, arbitrary: fc.record({ cut: place }) },
      { weight: 1, arbitrary: fc.constant({ list: true }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        await rm(snapshot, { force: true })
        await copyFile(pristine, snapshot)
        notices = []
        const started = await start({ watch: true })
        const { size } = await stat(snapshot)
        for (const each of steps)
          if ('ask' in each) await expectTrue(started, await started.ask(each.ask))
          else if ('bytes' in each) await write(Math.floor(each.at * size), each.bytes)
          else if ('cut' in each) await truncate(snapshot, Math.floor(each.cut * size))
          else
            for (const { id, titleShown } of (await started.quoth.sources()).cards)
              expect(textOf(String(id) as Name)).toContain(titleShown.replace(/ ?…$/, ''))
        await eventually(async () => expect(await Promise.all(names.map(started.ask))).toEqual(answers))
        expect(notices.length).toBeLessThanOrEqual(names.length)
        await started.close()
      }),
      { numRuns: 25, seed: 4 },
    )
  })
})
