import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { openThread, startModule, type Thread } from '../../src/concurrency/thread.ts'

const opened: Thread<unknown, unknown, unknown>[] = []
afterEach(async () => {
  for (const thread of opened.splice(0)) await thread.close()
})

/** A thread whose program is called with each message as `message`, and may `answer`; and how often it was started. */
const running = (onMessage: string, idleBefore = 60_000) => {
  const starts: Worker[] = []
  const program = `
    const { parentPort } = require('node:worker_threads')
    const answer = (value) => parentPort.postMessage(value)
    const seen = []
    parentPort.on('message', (message) => { seen.push(message); ${onMessage} })`
  const thread = openThread<unknown, unknown, unknown>(() => {
    const worker = new Worker(program, { eval: true, stderr: true })
    starts.push(worker)
    return worker
  }, idleBefore)
  opened.push(thread)
  return { thread, starts }
}

const never = new AbortController().signal

describe('a thread', () => {
  it('answers all requests of a call at once, and is started once for many calls', async () => {
    const { thread, starts } = running("if (message === 'end') answer(seen.splice(0))")
    expect(starts).toHaveLength(0)
    expect(await thread.ask([1, 2, 'end'], never)).toEqual([1, 2, 'end'])
    expect(await thread.ask(['end'], never)).toEqual(['end'])
    expect(starts).toHaveLength(1)
  })

  it('hands on what it hears before the answer', async () => {
    const { thread } = running("answer({ news: message }); if (message === 3) answer('done')")
    const heard: unknown[] = []
    expect(await thread.ask([1, 2, 3], never, (told) => heard.push(told))).toBe('done')
    expect(heard).toEqual([1, 2, 3])
  })

  it.each([
    ['a defect', "throw new Error('a defect')", 'a defect'],
    ['an end without a word', 'process.exit(0)', 'the worker thread ended'],
  ])('that ends by %s rejects its call alone, even while it is still being asked', async (_, end, message) => {
    const { thread, starts } = running(
      `if (message === 'break') { ${end} } else if (message === 'end') answer(seen.splice(0))`,
    )
    async function* slowly() {
      for (const request of ['break', 'a', 'b', 'end']) {
        yield request
        await new Promise((resolve) => setTimeout(resolve, 30))
      }
    }
    await expect(thread.ask(slowly(), never)).rejects.toThrow(message)
    expect(await thread.ask(['end'], never)).toEqual(['end'])
    expect(starts).toHaveLength(2)
  })

  it('rejects with the reason of a signal, and what was asked until then is not part of the next call', async () => {
    const { thread } = running("if (message === 'end') answer(seen.splice(0))")
    const stopping = new AbortController()
    const asked = thread.ask([1, 2], stopping.signal)
    const rejected = expect(asked).rejects.toThrow('enough')
    setTimeout(() => stopping.abort(new Error('enough')), 50)
    await rejected
    expect(await thread.ask(['end'], never)).toEqual(['end'])
    await expect(thread.ask(['end'], AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late')
  })

  it('ends when it has been idle, and is started again when it is asked', async () => {
    const { thread, starts } = running('answer(message)', 20)
    expect(await thread.ask(['a'], never)).toBe('a')
    const exited = new Promise((resolve) => starts[0]?.once('exit', resolve))
    await exited
    expect(await thread.ask(['b'], never)).toBe('b')
    expect(starts).toHaveLength(2)
  })

  it('rejects what is asked of it when it is closed', async () => {
    const { thread } = running('')
    const rejected = expect(thread.ask(['a'], never)).rejects.toThrow('the worker thread ended')
    await new Promise((resolve) => setTimeout(resolve, 50))
    await thread.close()
    await rejected
  })
})

describe.skipIf(process.platform !== 'linux')('a thread that runs a module', () => {
  it('works at a low priority, and leaves that of the process', async () => {
    const module = new URL('./support/priority-thread.ts', import.meta.url)
    const before = getPriority()
    const thread = openThread<string, number>(() => startModule(module, 64), 60_000)
    opened.push(thread as Thread<unknown, unknown>)
    expect(await thread.ask(['which'], never)).toBe(Math.max(before, 10))
    expect(getPriority()).toBe(before)
  })
})
