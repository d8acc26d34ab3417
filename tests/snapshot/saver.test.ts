import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSaver } from '../../src/snapshot/saver.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const open = (save: () => Promise<void> = async () => {}) => {
  const saves: number[] = []
  const problems: string[] = []
  const saver = createSaver(
    async () => {
      saves.push(Date.now() - begun)
      await save()
    },
    { wait: 1000, onProblem: (error) => void problems.push(String(error)) },
  )
  const begun = Date.now()
  return { saver, saves, problems }
}

describe('a saver', () => {
  it('saves once for all changes of a while, however long they go on', async () => {
    const { saver, saves } = open()
    for (let change = 0; change < 25; change += 1) {
      saver.changed()
      await vi.advanceTimersByTimeAsync(100)
    }
    await vi.advanceTimersByTimeAsync(5000)
    expect(saves).toEqual([1000, 2000, 3000])
  })

  it('saves nothing when nothing changed', async () => {
    const { saver, saves } = open()
    await vi.advanceTimersByTimeAsync(5000)
    await saver.close()
    expect(saves).toEqual([])
  })

  it('saves at the end what was not saved, and not again', async () => {
    const { saver, saves } = open()
    saver.changed()
    await saver.close()
    await vi.advanceTimersByTimeAsync(5000)
    expect(saves).toEqual([0])
  })

  it('never saves twice at a time', async () => {
    let running = 0
    const { saver, saves } = open(async () => {
      running += 1
      expect(running).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 3000))
      running -= 1
    })
    saver.changed()
    await vi.advanceTimersByTimeAsync(1500)
    saver.changed()
    await vi.advanceTimersByTimeAsync(1500)
    const closed = saver.close()
    await vi.advanceTimersByTimeAsync(9000)
    await closed
    expect(saves).toEqual([1000, 4000])
  })

  it('tells a problem once, and tries again after the next change', async () => {
    const { saver, saves, problems } = open(() => Promise.reject(new Error('no space')))
    for (let change = 0; change < 3; change += 1) {
      saver.changed()
      await vi.advanceTimersByTimeAsync(2000)
    }
    expect(saves).toHaveLength(3)
    expect(problems).toEqual(['Error: no space'])
  })
})
