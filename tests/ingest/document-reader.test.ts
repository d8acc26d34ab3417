import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { type Source, sourceId } from '../../src/domain/source.ts'
import { defectShown } from '../../src/ingest/failure.ts'
import { type DocumentReader, openDocumentReader } from '../../src/ingest/folder/document-reader.ts'
import type { Document } from '../../src/ingest/read-document.ts'
import { patience } from '../support/eventually.ts'
import { prose } from './support/read.ts'
import { asSources } from './support/source-reader.ts'

const documentOf = (name: string, text: string): Document => ({
  id: sourceId(name),
  path: `${name}.txt`,
  bytes: new TextEncoder().encode(text),
})

const small = (name: string): Document => documentOf(name, `${prose[0]} This is ${name}.`)
const large = (name: string): Document => documentOf(name, `${prose[0]} This is ${name}.\n\n`.repeat(600))

/** A thread that does what the path of a document asks of it, and answers with the path as what was prepared. */
const obeying = (): Worker =>
  new Worker(
    `const { parentPort } = require('node:worker_threads')
    parentPort.on('message', ({ path }) => {
      if (path === 'leave.txt') process.exit(3)
      if (path === 'fail.txt') throw new RangeError('out of it')
      if (path === 'stay.txt') for (;;) {}
      if (path === 'grow.txt') for (const all = []; ; ) all.push(new Array(100_000).fill(path))
      if (path === 'swell.pdf') { for (const all = []; all.length < 4; ) all.push(Buffer.alloc(50_000_000, 1)); return }
      if (path === 'pages.pdf') {
        let read = 0
        const page = () => {
          parentPort.postMessage(++read === 17 ? { prepared: path } : { news: { read, of: 17 } })
          if (read < 17) setTimeout(page, 250)
        }
        return page()
      }
      parentPort.postMessage({ prepared: path })
    })`,
    { eval: true, resourceLimits: { maxOldGenerationSizeMb: 64 } },
  )

/** A thread that keeps so much of each document that it has room for one alone. */
const keeping = (): Worker =>
  new Worker(
    `const { parentPort } = require('node:worker_threads')
    const all = []
    parentPort.on('message', ({ path }) => {
      for (let part = 0; part < 100; part += 1) all.push(new Array(50_000).fill(path))
      parentPort.postMessage({ prepared: path })
    })`,
    { eval: true, resourceLimits: { maxOldGenerationSizeMb: 64 } },
  )

let close: () => Promise<void>
const open = (options?: Parameters<typeof openDocumentReader>[1]): DocumentReader<Source> => {
  const reader = openDocumentReader(asSources, options)
  close = reader.close
  return reader
}
afterEach(() => close())

describe('reading documents', () => {
  it('gives each of several reads at once its own document', async () => {
    const reader = open()
    const names = ['a', 'b', 'c', 'd', 'e']
    const sources = await Promise.all(names.flatMap((name) => [reader.read(large(name)), reader.read(small(name))]))
    expect(sources.map(({ id }) => id)).toEqual(names.flatMap((name) => [name, name]))
    for (const { id, text } of sources) expect(text).toContain(`This is ${id}.`)
  })

  it('gives the event loop a turn between small documents', async () => {
    const reader = open()
    let turns = 0
    let counting = setImmediate(function count() {
      turns += 1
      counting = setImmediate(count)
    })
    for (let read = 0; read < 30; read += 1) await reader.read(small('a'))
    clearImmediate(counting)
    expect(turns).toBeGreaterThanOrEqual(29)
  })

  it('refuses the document at which a reader fails, and says how it failed', async () => {
    const document = {
      ...small('a'),
      get sidecar(): Uint8Array {
        throw new RangeError('out of it')
      },
    }
    await expect(open().read(document)).rejects.toMatchObject({
      code: 'bad-document',
      message: 'Reading failed because of a bug in Quoth (RangeError: out of it). Please report it.',
    })
  })
})

it('says of a failure nothing of where things stand on the disk', () => {
  const error = new Error("cannot open '/home/ada/secret/quoth.db' of file:///srv/quoth/src/a.ts:3, since 2014/09/23")
  expect(defectShown(error)).toBe("Error: cannot open 'quoth.db' of a.ts:3, since 2014/09/23")
})

describe('a thread that reads', () => {
  it.each([
    ['ends', 'leave', /bug in Quoth \(Error: the worker thread ended\)/],
    ['throws', 'fail', /bug in Quoth \(RangeError: out of it\)/],
    ['runs out of memory', 'grow', /too much memory/],
    ['takes too long', 'stay', /longer than 1 s/],
  ])('that %s costs only the document it was at', async (_, name, reason) => {
    // The others have all the time that a busy machine takes for them.
    const reader = open({ start: obeying, longest: ({ path }) => (path === 'stay.txt' ? 1000 : patience) })
    const [before, lost, after] = await Promise.allSettled(['a', name, 'b'].map((each) => reader.read(large(each))))
    expect(before).toEqual({ status: 'fulfilled', value: 'a.txt' })
    expect(lost).toMatchObject({ reason: { code: 'bad-document', message: expect.stringMatching(reason) } })
    expect(after).toEqual({ status: 'fulfilled', value: 'b.txt' })
  })

  it('that fills buffers outside its heap with a packed file is ended, and costs only that file', async () => {
    const reader = open({ start: obeying, longest: () => patience, mostGrowth: 100 })
    const swelling = { ...large('swell'), path: 'swell.pdf' }
    await expect(reader.read(swelling)).rejects.toMatchObject({ message: expect.stringMatching(/too much memory/) })
    expect(await reader.read(large('b'))).toBe('b.txt')
  })

  it('has its time anew with each page of a file that may have pictures, and hands on how far it is', async () => {
    const reader = open({ start: obeying, longest: () => 4000 })
    const heard: number[] = []
    await reader.read(large('a'))
    const read = reader.read({ ...large('pages'), path: 'pages.pdf' }, undefined, (pages) => heard.push(pages.read))
    expect(await read).toBe('pages.pdf')
    expect(heard).toEqual(Array.from({ length: 16 }, (_, at) => at + 1))
  })

  it('reads small documents as well when there are many', async () => {
    const reader = open({ start: obeying, longestHere: 60_000 })
    const document = documentOf('a', 'The sea is cold.\n\n'.repeat(500))
    const read: unknown[] = []
    for (let i = 0; i < 80; i += 1) read.push(await reader.read(document))
    // The obeying thread says the path, where a reader here gives the source.
    expect(read[0]).toMatchObject({ id: 'a' })
    expect(read.at(-1)).toBe('a.txt')
    expect(read.filter((each) => each === 'a.txt').length).toBeGreaterThan(20)
  })

  it('reads what takes the event loop too long as well', async () => {
    const reader = open({ start: obeying, longestHere: 1, spare: 0 })
    const document = { ...documentOf('a', `${prose[0]}\n\n`.repeat(300)), path: 'a.md' }
    expect(await reader.read(document)).toBe('a.md')
  })

  it('is asked again for a document when those before it may have taken the memory', async () => {
    const reader = open({ start: keeping })
    for (const name of ['a', 'b', 'c']) expect(await reader.read(large(name))).toBe(`${name}.txt`)
  })

  it('is replaced when it ended while nothing was read', async () => {
    const started: Worker[] = []
    const reader = open({
      start: () => {
        const worker = obeying()
        started.push(worker)
        return worker
      },
    })
    await reader.read(large('a'))
    await started[0]?.terminate()
    expect(await reader.read(large('b'))).toBe('b.txt')
    expect(started).toHaveLength(2)
  })

  it('is ended by the signal of a read, whose reason is thrown', async () => {
    const reader = open({ start: obeying })
    await reader.read(large('a'))
    const stop = new AbortController()
    const read = reader.read(large('stay'), stop.signal)
    const queued = reader.read(large('b'), stop.signal)
    setTimeout(() => stop.abort('enough'), 50)
    await expect(read).rejects.toBe('enough')
    await expect(queued).rejects.toBe('enough')
  })
})
