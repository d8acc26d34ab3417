import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest'
import type { Encoder } from '../../src/meaning/encoder.ts'
import { openEncoder } from '../../src/meaning/encoder-process.ts'
import { model } from '../../src/meaning/model.ts'
import { dimensions, dot, lengthOf } from '../../src/meaning/vectors.ts'

const cosine = (a: Int8Array | null, b: Int8Array | null): number =>
  a && b ? dot(a, b, 0) / (lengthOf(a) * lengthOf(b)) : Number.NaN

test('the name of the model changes with its files, so that vectors of others are not compared with its own', () => {
  const hash = createHash('sha256')
  for (const file of [model.weights, model.tokenizer, model.means]) hash.update(readFileSync(file))
  expect(model.name).toBe(`e5-small-v2-${hash.digest('hex').slice(0, 12)}`)
})

describe('the encoder that ships', () => {
  const notices: string[] = []
  let encoder: Encoder
  beforeAll(() => {
    encoder = openEncoder((notice) => notices.push(notice))
  })
  afterAll(async () => {
    await encoder.close()
    expect(notices).toEqual([])
  })

  it('finds the sentence that answers in other words more like a question than others', async () => {
    const question = await encoder.encode('Who pays if the boiler dies?', 'question')
    const [right, ...wrong] = await Promise.all(
      [
        'The landlord bears the cost of repairing heating equipment.',
        'The tenant may keep one cat.',
        'The minutes of the meeting in March were approved.',
      ].map((text) => encoder.encode(text, 'passage')),
    )
    expect(question).toHaveLength(dimensions)
    for (const other of wrong) expect(cosine(question, right ?? null)).toBeGreaterThan(cosine(question, other) + 0.1)
  })

  it('gives the same vector for the same text, whatever else it is asked', async () => {
    const text = 'A sentence about the harbour.'
    const alone = await encoder.encode(text, 'passage')
    const [, among] = await Promise.all(
      ['Other words.', text, 'x'.repeat(5000)].map((each) => encoder.encode(each, 'passage')),
    )
    expect(among).toEqual(alone)
  })

  it.each(['', ' ', '\u0000', '🙂'.repeat(3000), 'word '.repeat(5000), '[PAD] [CLS] [SEP]'])(
    'takes any text: %j',
    async (text) => {
      expect(await encoder.encode(text, 'passage')).toHaveLength(dimensions)
    },
  )
})

describe('an encoder process that fails', () => {
  let folder: string
  let encoder: Encoder | null = null
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quoth-encoder-'))
  })
  afterEach(() => encoder?.close())
  afterAll(() => rm(folder, { recursive: true }))

  const run = async (program: string): Promise<{ encoder: Encoder; notices: readonly string[] }> => {
    const file = join(folder, `${program.length}.mts`)
    await writeFile(file, program)
    const notices: string[] = []
    encoder = openEncoder((notice) => notices.push(notice), pathToFileURL(file))
    return { encoder, notices }
  }

  it('is given up with one notice when it cannot start', async () => {
    const { encoder, notices } = await run(`process.send?.({ kind: 'unusable', reason: 'no such library' })`)
    expect(await Promise.all([encoder.encode('a', 'question'), encoder.encode('b', 'passage')])).toEqual([null, null])
    expect(await encoder.encode('c', 'question')).toBeNull()
    expect(encoder.isUsable()).toBe(false)
    expect(notices).toEqual([expect.stringMatching(/words only.*no such library/)])
  })

  it('is started again when it dies, and given up when it keeps dying', async () => {
    const { encoder, notices } = await run(
      `process.send?.({ kind: 'ready' }); process.on('message', () => process.abort())`,
    )
    const texts = Array.from({ length: 20 }, (_, i) => `text ${i}`)
    expect(await Promise.all(texts.map((text) => encoder.encode(text, 'passage')))).toEqual(texts.map(() => null))
    expect(encoder.isUsable()).toBe(false)
    expect(notices).toHaveLength(1)
  })

  it('is started again when it is killed while nobody waits, and tries again what it had', async () => {
    const { encoder, notices } = await run(`
      process.on('message', ({ id }) => {
        process.send?.({ kind: 'vector', id, vector: new Int8Array(384) })
        if (id % 5 === 4) setImmediate(() => process.kill(process.pid, 'SIGKILL'))
      })
      process.send?.({ kind: 'ready' })`)
    for (let n = 0; n < 3; n++) {
      const texts = Array.from({ length: 5 }, (_, i) => encoder.encode(`text ${n} ${i}`, 'passage'))
      expect((await Promise.all(texts)).map((vector) => vector?.length)).toEqual(texts.map(() => dimensions))
      // Long enough for the process to be gone, which this one does not notice before it goes on.
      for (const until = performance.now() + 50; performance.now() < until; );
    }
    expect([encoder.isUsable(), notices]).toEqual([true, []])
  })

  it('says why when its runtime cannot be loaded', async () => {
    const { encoder, notices } = await run(`
      try { await import('./no-such-runtime.node') } catch (error) { process.send?.({ kind: 'unusable', reason: error.message }) }`)
    expect(await encoder.encode('a', 'question')).toBeNull()
    expect(notices).toEqual([expect.stringContaining('no-such-runtime')])
  })

  it('loses only the text that it cannot encode', async () => {
    const { encoder, notices } = await run(`
      process.on('message', ({ id, text }) =>
        process.send?.(text === 'bad' ? { kind: 'failed', id, reason: '?' } : { kind: 'vector', id, vector: new Int8Array(384) }))
      process.send?.({ kind: 'ready' })`)
    const [good, bad, other] = await Promise.all(
      ['good', 'bad', 'other'].map((text) => encoder.encode(text, 'passage')),
    )
    expect([good?.length, bad, other?.length]).toEqual([dimensions, null, dimensions])
    expect([encoder.isUsable(), notices]).toEqual([true, []])
  })

  it('encodes a question before the passages that wait', async () => {
    const { encoder } = await run(`
      process.on('message', ({ id, text }) => setTimeout(() => process.send?.({ kind: 'vector', id, vector: new Int8Array(384) }), 5))
      process.send?.({ kind: 'ready' })`)
    const order: string[] = []
    const passages = Array.from({ length: 10 }, (_, i) =>
      encoder.encode(`p${i}`, 'passage').then(() => order.push('passage')),
    )
    await passages[0]
    await encoder.encode('q', 'question').then(() => order.push('question'))
    await Promise.all(passages)
    // Two passages were done, since their answers may arrive together, and the process had two.
    expect(order.indexOf('question')).toBeLessThanOrEqual(4)
  })
})
