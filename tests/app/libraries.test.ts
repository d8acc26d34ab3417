import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type OpenedData,
  type OpenLibraries,
  openBotData,
  openFolderShelf,
  openLibraries,
  openTerminalStore,
} from '../../src/app/compose.ts'
import type { Curator, CuratorRole } from '../../src/curation/port.ts'
import type { GivenFile, Outcome } from '../../src/domain/curation.ts'
import { type Audience, allAudiences, everyone, type LibraryId, type Reader } from '../../src/domain/stored-document.ts'
import type { Quoth } from '../../src/quoth.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'

const file = (name: string, text: string | Uint8Array, edits?: GivenFile['edits']): GivenFile => ({
  name,
  size: null,
  bytes: async () => (typeof text === 'string' ? new TextEncoder().encode(text) : text),
  ...(edits && { edits }),
})

const harbour =
  'The harbour report\n\nThe harbour of Leith froze in March 1881. Forty ships waited outside for nine days.\n'
const asked = 'How many ships waited outside?'

const quota = { documents: 20, bytes: 1_000_000 }
const leith: LibraryId = 'server:1'
const dover: LibraryId = 'server:2'

let scratch: LibraryFolder
let data: OpenedData
let libraries: OpenLibraries
const notices: string[] = []

const openAll = async (folder: string | null = null): Promise<void> => {
  const path = join(scratch.path, 'data')
  data = await openBotData(path, { isPreview: false, onNotice: (notice) => void notices.push(notice) })
  const shelf = folder === null ? null : await openFolderShelf({ folder, data: null, watch: false })
  libraries = openLibraries(shelf, data.store, { data: path, quota, onNotice: (notice) => void notices.push(notice) })
}
const closeAll = async (): Promise<void> => {
  await libraries.close()
  await data.close()
}

beforeEach(async () => {
  notices.length = 0
  scratch = await libraryFolder()
  await openAll()
})
afterEach(async () => {
  await closeAll()
  await scratch.discard()
})

const curator = (library: LibraryId = leith, more: Partial<CuratorRole> = {}): Curator =>
  libraries.curatorFor({ library, by: '10', audience: everyone, mayChange: true, ...more })

const quothOf = (library: LibraryId = leith, more: Partial<Reader> = {}): Promise<Quoth> =>
  libraries.quothFor({ library, audience: everyone, readsShared: true, ...more })

const audience = (channels: readonly string[], roles: readonly string[] = []): Audience => ({
  channels: new Set(channels),
  roles: new Set(roles),
})

/** What is quoted first; null for silence. */
const first = async (quoth: Quoth, question = asked): Promise<string | null> =>
  (await quoth.ask(question)).quotes[0]?.quote.exact ?? null

const outcomeOf = async (given: GivenFile, of: Curator = curator()): Promise<Outcome> => {
  const [addition] = await of.add([given])
  if (addition === undefined) throw new Error('a file ends somehow')
  return addition.outcome
}

describe('a file that is added', () => {
  it('can be asked about as soon as that is said, and after a restart', async () => {
    expect(await outcomeOf(file('harbour.txt', harbour))).toMatchObject({ kind: 'added', title: 'The harbour report' })
    expect(await first(await quothOf())).toBe('Forty ships waited outside for nine days.')
    await closeAll()
    await openAll()
    expect(await first(await quothOf())).toBe('Forty ships waited outside for nine days.')
  })

  it('is one source, however often it is given', async () => {
    await outcomeOf(file('harbour.txt', harbour))
    expect(await outcomeOf(file('copy.txt', harbour))).toMatchObject({
      kind: 'same',
      document: { name: 'harbour.txt' },
    })
    expect((await curator().list()).of).toBe(1)
  })

  it('is a new version under a name that is there: old quotes resolve to what they quoted, and say so', async () => {
    await outcomeOf(file('harbour.txt', harbour))
    const [old] = (await (await quothOf()).ask(asked)).quotes
    expect(await outcomeOf(file('harbour.txt', harbour.replace('Forty', 'Fifty')))).toMatchObject({
      kind: 'version',
      document: { version: { number: 2 } },
    })
    const quoth = await quothOf()
    expect(await first(quoth)).toBe('Fifty ships waited outside for nine days.')
    const cited = await quoth.cite(old?.citation.id ?? '')
    expect(cited.quote.exact).toBe('Forty ships waited outside for nine days.')
    expect(cited.newer).toBe(old?.quote.source)
    expect((await quoth.context(old?.citation.id ?? '')).newer).toBe(old?.quote.source)
    expect((await quoth.sources()).of).toBe(1)
  })

  it('keeps every quote id of its text right after a tenth of its sentences were edited', async () => {
    const sentences = Array.from(
      { length: 120 },
      (_, at) => `Ship ${at} left the harbour with ${at + 3} barrels of tar.`,
    )
    const textOf = (all: readonly string[]): string =>
      `The log\n\n${Array.from({ length: 12 }, (_, at) => all.slice(10 * at, 10 * at + 10).join(' ')).join('\n\n')}\n`
    await outcomeOf(file('log.txt', textOf(sentences)))
    const quoth = await quothOf()
    const before = await quoth.summarise('log.txt', { sentences: 120 })
    expect(before.sentences.length).toBeGreaterThan(100)
    const edited = sentences.map((sentence, at) => (at % 10 === 4 ? sentence.replace('tar', 'herring') : sentence))
    expect((await outcomeOf(file('log.txt', textOf(edited)))).kind).toBe('version')
    const renewed = await quothOf()
    for (const { quote, citation } of before.sentences) {
      const cited = await renewed.cite(citation.id)
      expect(cited.quote.exact).toBe(quote.exact)
      expect(cited.newer).toBeDefined()
    }
  })

  it('is a document of its own where its giver wants it apart, or for other people', async () => {
    await outcomeOf(file('notes.txt', 'The first notes say that the tide is high.'))
    const [apart] = await curator().add([file('notes.txt', 'Other notes say that the tide is low.')], { isNew: true })
    expect(apart?.outcome.kind).toBe('added')
    const visibility = { channels: ['7'], roles: [] }
    const [limited] = await curator().add([file('notes.txt', 'Secret notes on the tide.')], { visibility })
    expect(limited?.outcome.kind).toBe('added')
    expect(await first(await quothOf(), 'secret notes')).toBeNull()
  })

  it('keeps what its giver states about it', async () => {
    const edits = { authors: 'Mira Roe', date: '2026-11-30', url: 'https://discord.com/channels/1/2/3' }
    await outcomeOf(file('note-1.md', 'The lock gate was repaired on Monday.', edits))
    const answer = await (await quothOf()).ask('When was the lock gate repaired?')
    expect(answer.quotes[0]?.citation).toMatchObject({
      author: [{ given: 'Mira', family: 'Roe' }],
      issued: '2026-11-30',
      URL: 'https://discord.com/channels/1/2/3',
    })
  })

  it('is said to be a near-duplicate of what its giver may see, and of nothing else', async () => {
    const story = Array.from(
      { length: 12 },
      (_, at) => `Ship ${at} of the line left port ${at * 7} with ${at + 3} crates of tea.`,
    )
    await outcomeOf(file('wire.txt', story.join(' ')))
    const cut = file('paper.txt', story.slice(2, 9).join(' '))
    expect(await outcomeOf(cut)).toMatchObject({ kind: 'added', copyOf: { title: expect.stringMatching(/Ship 0/) } })
    // In the library that the host shares as well.
    await outcomeOf(file('wire.txt', story.join(' ')), curator('shared'))
    expect(await outcomeOf(cut, curator('shared'))).toMatchObject({
      copyOf: { source: expect.stringMatching(/^wire/) },
    })
    await outcomeOf(
      file(
        'secret.txt',
        'The gate of the old mill was sold to a man from Perth who paid in coins of silver and one horse.',
      ),
    )
    await curator().setVisibility('secret.txt', { channels: ['7'], roles: [] })
    const again =
      'The gate of the old mill was sold to a man from Perth who paid in coins of silver and one horse, he said.'
    expect(await outcomeOf(file('again.txt', again))).toMatchObject({ kind: 'added', copyOf: null })
  })

  it('is named beside a quote, and as a relative, to nobody who may not see it', async () => {
    const story = `${harbour} ${Array.from({ length: 6 }, (_, at) => `The ship Gannet ${at} waited for ${at + 2} days.`).join(' ')}`
    await outcomeOf(file('open.txt', story))
    const hidden = file('hidden.txt', `${story} Nobody else printed this line.`)
    const visibility = { channels: ['7'], roles: [] }
    const [added] = await curator('server:1', { audience: audience(['7']) }).add([hidden], { visibility })
    expect(added?.outcome).toMatchObject({ kind: 'added', copyOf: { source: expect.stringMatching(/^open/) } })
    const [open] = (await (await quothOf()).sources()).cards
    const seen = async (quoth: Quoth) => ({
      relatives: (await quoth.relatives(open?.id ?? '')).length,
      hasPlaces: (await quoth.ask(asked)).quotes.some(({ alsoIn }) => alsoIn !== undefined),
    })
    expect(await seen(await quothOf())).toEqual({ relatives: 0, hasPlaces: false })
    expect(await seen(await quothOf('server:1', { audience: audience(['7']) }))).toEqual({
      relatives: 1,
      hasPlaces: true,
    })
    expect(await seen(await quothOf('server:1', { audience: audience(['8']) }))).toEqual({
      relatives: 0,
      hasPlaces: false,
    })
  })

  it('may be a zip, which stands for what is in it', async () => {
    const zip = zipSync({
      'reports/harbour.txt': strToU8(harbour),
      'reports/program.exe': strToU8('MZ'),
      '__MACOSX/._harbour.txt': strToU8('x'),
      '../../escape.md': strToU8('# Escape\n\nNobody escapes from Colditz at night.'),
    })
    const additions = await curator().add([file('all.zip', zip)])
    expect(additions.map(({ name, outcome }) => [name, outcome.kind])).toEqual([
      ['reports/harbour.txt', 'added'],
      ['reports/program.exe', 'refused'],
      ['escape.md', 'added'],
    ])
  })

  it.each([
    ['of no format that is read', file('a.exe', 'MZ'), /cannot read files of this kind/],
    ['that is empty', file('empty.txt', ''), /./],
    ['that is a broken zip', file('broken.zip', 'PK\u0003\u0004 nothing'), /damaged/],
    ['that is no text', file('binary.txt', new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 1])), /./],
  ])('is refused with the reason %s, and nothing of it is kept', async (_, given, reason) => {
    const outcome = await outcomeOf(given)
    expect(outcome.kind).toBe('refused')
    if (outcome.kind === 'refused') expect(JSON.stringify(outcome.reason)).toMatch(reason)
    expect(await data.store.usage(leith)).toEqual({ documents: 0, bytes: 0 })
  })

  it('costs no other one when it cannot be had', async () => {
    const broken: GivenFile = { name: 'gone.txt', size: 3, bytes: () => Promise.reject(new Error('a bug')) }
    await expect(curator().add([file('harbour.txt', harbour), broken])).rejects.toThrow('a bug')
    expect(await first(await quothOf())).not.toBeNull()
  })

  it('is refused where the library is full', async () => {
    const many = Array.from({ length: 21 }, (_, at) => file(`${at}.txt`, `Ship number ${at} sailed to port ${at}.`))
    const additions = await curator().add(many)
    expect(additions.filter(({ outcome }) => outcome.kind === 'added')).toHaveLength(20)
    expect(additions.at(-1)?.outcome.kind).toBe('refused')
    expect((await curator().list()).usage?.used.documents).toBe(20)
  })

  it('is refused from a person sooner than from a server', async () => {
    const own = curator('person:10')
    const additions = await own.add([
      file('a.txt', 'The tide is high.'),
      file('b.txt', 'The tide is low.'),
      file('c.txt', 'No tide.'),
    ])
    expect(additions.map(({ outcome }) => outcome.kind)).toEqual(['added', 'added', 'refused'])
  })

  it('comes from no address unless the host allows it', async () => {
    await expect(curator().fetch('https://example.org/')).rejects.toMatchObject({ code: 'forbidden' })
    const reader = libraries.curatorFor({ library: leith, by: '10', audience: everyone, mayChange: false })
    await expect(reader.fetch('https://example.org/')).rejects.toMatchObject({ code: 'forbidden' })
    const open = openLibraries(null, data.store, { data: null, quota, mayFetch: true })
    const of = open.curatorFor({ library: leith, by: '10', audience: everyone, mayChange: true })
    await expect(of.fetch('http://127.0.0.1/')).rejects.toMatchObject({ code: 'bad-document' })
    await open.close()
  })

  it('is not taken from those who may not change the library', async () => {
    const reader = curator(leith, { mayChange: false })
    await expect(reader.add([file('a.txt', 'A')])).rejects.toMatchObject({ code: 'forbidden' })
    await outcomeOf(file('harbour.txt', harbour))
    for (const change of [
      reader.remove('harbour.txt'),
      reader.edit('harbour.txt', { title: 'X' }),
      reader.setVisibility('harbour.txt', { channels: [], roles: [] }),
      reader.audit(),
      reader.export(),
    ])
      await expect(change).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a document', () => {
  it('is removed at once, restored whole, and deleted for good', async () => {
    await outcomeOf(file('harbour.txt', harbour))
    const quoth = await quothOf()
    const id = (await quoth.ask(asked)).quotes[0]?.citation.id ?? ''
    await curator().remove('harbour.txt')
    expect(await first(await quothOf())).toBeNull()
    await expect((await quothOf()).cite(id)).rejects.toMatchObject({ code: 'unknown-quote' })
    // Whoever held the library before the removal finds nothing either.
    expect(await first(quoth)).toBeNull()
    expect((await curator().list({ isRemoved: true })).of).toBe(1)
    await curator().restore('harbour.txt')
    expect((await (await quothOf()).cite(id)).quote.exact).toBe('Forty ships waited outside for nine days.')
    await curator().remove('harbour.txt', true)
    expect((await curator().list({ isRemoved: true })).of).toBe(0)
    expect(await data.store.usage(leith)).toEqual({ documents: 0, bytes: 0 })
    expect((await curator().audit()).entries.map(({ action }) => action)).toEqual(['erase', 'restore', 'remove', 'add'])
  })

  it('that is long is removed and restored as often as one likes', async () => {
    const long = Array.from(
      { length: 900 },
      (_, at) => `Ship ${at} of the line carried ${at + 3} crates of tea to port ${at % 9}.`,
    )
    await outcomeOf(file('long.txt', long.join('\n\n')))
    for (let times = 0; times < 2; times += 1) {
      expect(await first(await quothOf(), 'How many crates did ship 77 carry?')).toMatch(/Ship 77 /)
      await curator().remove('long.txt')
      expect(await first(await quothOf(), 'How many crates did ship 77 carry?')).toBeNull()
      await curator().restore('long.txt')
    }
    expect(await first(await quothOf(), 'How many crates did ship 77 carry?')).toMatch(/Ship 77 /)
  })

  it('is cited as somebody edited it, and as it says itself once that is taken back', async () => {
    await outcomeOf(file('harbour.txt', harbour))
    await curator().edit('harbour.txt', { title: 'Leith in ice', authors: 'Roe, Jane; John Doe', date: '1881-04' })
    const citationNow = async () => (await (await quothOf()).ask(asked)).quotes[0]?.citation
    expect(await citationNow()).toMatchObject({
      title: 'Leith in ice',
      author: [
        { family: 'Roe', given: 'Jane' },
        { family: 'Doe', given: 'John' },
      ],
      issued: '1881-04',
    })
    await curator().edit('Leith in ice', { title: '' })
    expect(await citationNow()).toMatchObject({ title: 'The harbour report' })
    await expect(curator().edit('harbour.txt', { date: 'soon' })).rejects.toMatchObject({ code: 'bad-argument' })
    await expect(curator().edit('harbour.txt', {})).rejects.toMatchObject({ code: 'bad-argument' })
  })

  it('is seen by those of its channels and roles alone, as soon as that is said', async () => {
    await outcomeOf(file('harbour.txt', harbour))
    await curator().setVisibility('harbour.txt', { channels: ['7'], roles: ['9'] })
    const seenBy = async (who: Audience) => first(await quothOf(leith, { audience: who }))
    expect(await seenBy(everyone)).toBeNull()
    expect(await seenBy(audience(['8'], ['8']))).toBeNull()
    expect(await seenBy(audience(['7']))).not.toBeNull()
    expect(await seenBy(audience([], ['9']))).not.toBeNull()
    const blind = curator()
    expect((await blind.list()).of).toBe(0)
    expect((await blind.audit()).of).toBe(0)
    expect(await blind.suggest('harbour', 5)).toEqual([])
    for (const act of [
      blind.show('harbour.txt'),
      blind.remove('harbour.txt'),
      blind.edit('harbour.txt', { title: 'X' }),
    ])
      await expect(act).rejects.toMatchObject({ code: 'unknown-source', suggestions: [] })
    // Whoever may not see it adds it anew, and learns nothing.
    expect((await outcomeOf(file('harbour.txt', harbour), blind)).kind).toBe('added')
    await curator(leith, { audience: allAudiences }).setVisibility((await blind.list()).entries[0]?.document.id ?? '', {
      channels: [],
      roles: [],
    })
    expect(await seenBy(everyone)).not.toBeNull()
  })

  it('is exported as it was given', async () => {
    await outcomeOf(file('a/harbour.txt', harbour))
    const [exported] = (await curator().export()).files
    expect(exported?.name).toBe('a/harbour.txt')
    expect(new TextDecoder().decode(await exported?.bytes())).toBe(harbour)
  })
})

describe('a library', () => {
  it('leaves no text behind in the data folder once it is erased', async () => {
    const long = Array.from(
      { length: 900 },
      (_, at) => `The zqcanary ${at} of the line carried ${at + 3} crates of tea.`,
    )
    await outcomeOf(file('long.txt', long.join('\n\n')))
    expect(await first(await quothOf(), 'How many crates did the zqcanary 77 carry?')).toMatch(/zqcanary 77 /)
    await closeAll()
    await openAll()
    const path = join(scratch.path, 'data')
    const holding = async (): Promise<readonly string[]> => {
      const names = (await readdir(path, { recursive: true, withFileTypes: true })).filter((each) => each.isFile())
      const held: string[] = []
      for (const { parentPath, name } of names)
        if ((await readFile(join(parentPath, name))).includes('zqcanary 77')) held.push(name)
      return held
    }
    expect((await holding()).some((name) => name.endsWith('.snapshot'))).toBe(true)
    await data.store.eraseLibrary(leith)
    await libraries.forget(leith)
    expect(await holding()).toEqual([])
  })

  it('has no trace of another', async () => {
    await outcomeOf(file('harbour.txt', harbour))
    const other = await quothOf(dover)
    const answer = await other.ask('Leith harbur froze ships', { explain: true })
    expect(JSON.stringify(answer)).not.toMatch(/Forty|nine days|harbour of/)
    expect((await other.sources()).of).toBe(0)
    expect(await other.suggestSources('har', 5)).toEqual([])
    expect((await curator(dover).list()).of).toBe(0)
    expect((await outcomeOf(file('harbour.txt', harbour), curator(dover))).kind).toBe('added')
  })

  it('is read beside what the host shares, unless the server declines that', async () => {
    await closeAll()
    const folder = join(scratch.path, 'shared')
    await mkdir(folder)
    await writeFile(join(folder, 'tides.txt'), 'The tide rises twice a day at Dover.')
    await openAll(folder)
    await outcomeOf(file('harbour.txt', harbour))
    await outcomeOf(file('gulls.txt', 'Gulls nest on the cliffs of Dover.'), curator('shared'))
    const all = await quothOf()
    expect(await first(all, 'How often does the tide rise?')).toMatch(/twice a day/)
    expect(await first(all, 'Where do gulls nest?')).toMatch(/cliffs/)
    expect(await first(all)).toMatch(/Forty/)
    const own = await quothOf(leith, { readsShared: false })
    expect((await own.sources()).of).toBe(1)
    expect(await first(own, 'Where do gulls nest?')).toBeNull()
  })

  it('takes in what another process adds and removes', async () => {
    await outcomeOf(file('harbour.txt', harbour))
    await quothOf()
    const path = join(scratch.path, 'data')
    const terminal = await openTerminalStore(path, { isCreated: true, onNotice: () => {} })
    const there = openLibraries(null, terminal.store, { data: null, quota })
    const host = there.curatorFor({ library: leith, by: 'host', audience: null, mayChange: true })
    await host.add([file('gulls.txt', 'Gulls nest on the cliffs of Dover.')])
    expect(await first(await quothOf(), 'Where do gulls nest?')).toMatch(/cliffs/)
    await host.remove('harbour.txt')
    expect(await first(await quothOf())).toBeNull()
    await there.close()
    await terminal.close()
  })

  it('is silent with a note where what was added cannot be read, and nothing is added', async () => {
    await closeAll()
    const folder = join(scratch.path, 'shared')
    await mkdir(folder)
    await writeFile(join(folder, 'tides.txt'), 'The tide rises twice a day at Dover.')
    await writeFile(join(scratch.path, 'no-folder'), 'a file')
    const kept = await openBotData(join(scratch.path, 'no-folder', 'data'), { isPreview: true, onNotice: () => {} })
    const shelf = await openFolderShelf({ folder, data: null, watch: false })
    const broken = openLibraries(shelf, kept.store, { data: null, quota })
    const quoth = await broken.quothFor({ library: leith, audience: everyone, readsShared: true })
    const answer = await quoth.ask('How often does the tide rise?')
    expect(answer.kind).toBe('quoted')
    expect(JSON.stringify(answer.notes)).toMatch(/cannot be read right now/)
    const role = { library: leith, by: '10', audience: everyone, mayChange: true }
    await expect(broken.curatorFor(role).list()).rejects.toMatchObject({ code: 'state' })
    const [addition] = await broken.curatorFor(role).add([file('a.txt', 'Gulls nest.')])
    expect(addition?.outcome.kind).toBe('refused')
    await broken.close()
    await kept.close()
    await openAll()
  })

  it('answers while files are being added, each of which ends in its turn', async () => {
    await outcomeOf(file('harbour.txt', harbour))
    const many = Array.from({ length: 12 }, (_, at) => file(`${at}.txt`, `Lighthouse ${at} is ${at + 20} metres high.`))
    const ended: string[] = []
    const adding = curator().add(many, { onAddition: ({ name }) => void ended.push(name) })
    for (let asks = 0; asks < 5; asks += 1) expect(await first(await quothOf())).toMatch(/Forty/)
    await adding
    expect(ended).toEqual(many.map(({ name }) => name))
    expect((await (await quothOf()).sources()).of).toBe(13)
  })
})
