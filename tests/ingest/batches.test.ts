import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import { createBatches, type Write } from '../../src/ingest/folder/batches.ts'

const putOf = (name: string, size = 1): Write<string> => ({
  path: name,
  state: { id: sourceId(name), fingerprint: '', hash: '', refusal: null },
  document: name,
  size,
})

const open = (fails: (name: string) => boolean = () => false) => {
  const calls: string[] = []
  const done: string[] = []
  const failed: string[] = []
  let running = 0
  const puts = createBatches<string>(
    async (names) => {
      running += 1
      expect(running).toBe(1)
      await sleep(2)
      running -= 1
      if (names.some(fails)) throw new Error('no')
      calls.push(names.join(''))
    },
    { onDone: ({ path }) => void done.push(path), onFailure: async ({ path }) => void failed.push(path) },
  )
  return { puts, calls, done, failed }
}

describe('documents on their way', () => {
  it('go together, in their order', async () => {
    const { puts, calls, done } = open()
    for (const name of 'abc') await puts.add(putOf(name))
    expect(calls).toEqual([])
    await puts.done()
    expect([calls, done]).toEqual([['abc'], ['a', 'b', 'c']])
  })

  it('go in groups of a size that memory holds, one group at a time, while more are added', async () => {
    const { puts, calls } = open()
    for (const name of 'abcde') await puts.add(putOf(name, 1_000_000))
    await puts.done()
    expect(calls).toEqual(['ab', 'cd', 'e'])
    for (let i = 0; i < 1200; i += 1) await puts.add(putOf('x'))
    await puts.done()
    expect(calls.slice(3).map(({ length }) => length)).toEqual([500, 500, 200])
  })

  it('are halved until those are found that fail', async () => {
    const { puts, done, failed } = open((name) => name === 'c' || name === 'f')
    for (const name of 'abcdefgh') await puts.add(putOf(name))
    await puts.done()
    expect(failed).toEqual(['c', 'f'])
    expect(done.join('')).toBe('abdegh')
  })

  it('that still wait are left when nobody asks for them, and what is under way is awaited', async () => {
    const { puts, calls } = open()
    for (const name of 'abc') await puts.add(putOf(name, 1_000_000))
    await puts.idle()
    expect(calls).toEqual(['ab'])
  })

  it('reject for whoever asks next when a failure cannot be dealt with', async () => {
    const puts = createBatches<string>(() => Promise.reject(new Error('no')), {
      onDone: () => {},
      onFailure: () => Promise.reject(new Error('never mind')),
    })
    await puts.add(putOf('a'))
    await expect(puts.done()).rejects.toThrow('never mind')
    await expect(puts.idle()).resolves.toBeUndefined()
  })
})
