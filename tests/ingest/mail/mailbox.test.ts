import { appendFileSync, mkdtempSync, realpathSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Source, sourceId } from '../../../src/domain/source.ts'
import type { DocumentState } from '../../../src/ingest/folder/document-state.ts'
import { openFolder } from '../../../src/ingest/folder/folder.ts'
import { messagesIn } from '../../../src/ingest/mail/mailbox.ts'
import { largestDocument } from '../../../src/ingest/read-document.ts'
import { prose } from '../support/read.ts'
import { sourceReader } from '../support/source-reader.ts'

let root: string
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'quoth-mailbox-')))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const message = (name: string, subject: string, body: string): string =>
  `From ${name}@harbour.example Mon Mar  3 13:02:00 2014\nFrom: ${name} <${name}@harbour.example>\nSubject: ${subject}\nMessage-ID: <${subject.length}.${name}@harbour.example>\n\n${body}\n\n`

const earlier = (path: string): void => utimesSync(path, new Date(Date.now() - 10_000), new Date(Date.now() - 10_000))

/** Opens the folder once more with what was known of it, and returns what it told. */
const look = async (known: Map<string, DocumentState>) => {
  const told: string[] = []
  const sources = new Map<string, Source>()
  const folder = await openFolder(
    root,
    sourceReader(),
    {
      onRead: () => {},
      onUnread: () => {},
      onPut: async (put) => {
        for (const source of put) {
          told.push(`put ${source.titleShown}`)
          sources.set(source.id, source)
        }
      },
      onRemove: async (id) => void told.push(`remove ${id}`),
      onRefusals: async () => {},
    },
    { watch: false, known },
  )
  const refusals = folder.refusals()
  await folder.close()
  return { told, sources, refusals }
}

const box = (...messages: readonly string[]): void => {
  writeFileSync(join(root, 'crew.mbox'), messages.join(''))
  earlier(join(root, 'crew.mbox'))
}

const first = message('mira', 'The crane', `${prose[0]}\n\n>From the office I heard nothing yet.`)
const second = message('tom', 'Re: The crane', prose[1])

describe('a mailbox', () => {
  it('becomes a source for each message, with its writer and subject', async () => {
    box(first, second)
    const { sources } = await look(new Map())
    expect([...sources.values()].map(({ record: { title, author } }) => [title, author])).toEqual([
      ['The crane', [{ literal: 'mira' }]],
      ['Re: The crane', [{ literal: 'tom' }]],
    ])
    const [source] = sources.values()
    expect(source?.text).toContain('\nFrom the office I heard nothing yet.')
    expect(source?.origin.path).toBe('crew.mbox')
    expect(source?.id).toMatch(/^crew#[0-9a-z]{10}$/)
  })

  it('that grows tells its new messages alone, and keeps the ids of the others', async () => {
    const known = new Map<string, DocumentState>()
    box(first, second)
    await look(known)
    appendFileSync(join(root, 'crew.mbox'), message('bo', 'The pier', prose[0]))
    earlier(join(root, 'crew.mbox'))
    expect((await look(known)).told).toEqual(['put The pier'])
    expect((await look(known)).told).toEqual([])
  })

  it('that loses a message tells that alone, and all when it goes', async () => {
    const known = new Map<string, DocumentState>()
    box(first, second)
    const [one, two] = [...(await look(known)).sources.keys()]
    box(second)
    expect((await look(known)).told).toEqual([`remove ${one}`])
    rmSync(join(root, 'crew.mbox'))
    expect((await look(known)).told).toEqual([`remove ${two}`])
    expect(known.size).toBe(0)
  })

  it('loses one bad message alone, which is refused by name', async () => {
    const data = message('bo', 'Data', 'x'.repeat(1_000_001))
    box(first, data, second)
    const known = new Map<string, DocumentState>()
    const { told, refusals } = await look(known)
    expect(told).toEqual(['put The crane', 'put Re: The crane'])
    expect(refusals.map(({ path }) => path)).toEqual([expect.stringMatching(/^crew\.mbox#[0-9a-z]{10}$/)])
    expect((await look(known)).told).toEqual([])
  })

  it('tells two messages of one Message-ID apart', () => {
    const found = [...(messagesIn(sourceId('crew'), Buffer.from(second + second)) ?? [])]
    expect(new Set(found.map(({ id }) => id)).size).toBe(2)
  })

  it('is not divided at a sentence that begins with From', () => {
    const text = message(
      'mira',
      'The road',
      'It is long.\n\nFrom here to there it takes an hour.\n\nFrom 10:30 on it rains.',
    )
    expect([...(messagesIn(sourceId('crew'), Buffer.from(text)) ?? [])]).toHaveLength(1)
  })

  it('has messages that share no memory, since all of it would go to another thread with each', () => {
    const bytes = Buffer.alloc(100_000, ' ')
    bytes.write(first + second)
    for (const part of messagesIn(sourceId('crew'), bytes) ?? [])
      expect(part.bytes.buffer.byteLength).toBe(part.bytes.byteLength)
  })

  it('that is too large is refused whole, rather than read up to its limit', async () => {
    writeFileSync(join(root, 'crew.mbox'), first + second)
    truncateSync(join(root, 'crew.mbox'), largestDocument + 1)
    earlier(join(root, 'crew.mbox'))
    const { sources, refusals } = await look(new Map())
    expect([sources.size, refusals.map(({ path }) => path)]).toEqual([0, ['crew.mbox']])
  })

  it('that is none is read as one document', async () => {
    box(`${prose.join('\n\n')}\n`)
    expect((await look(new Map())).sources.size).toBe(1)
  })
})
