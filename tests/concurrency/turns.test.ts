import { expect, it } from 'vitest'
import { createTurns } from '../../src/concurrency/turns.ts'

/**
 * Runs so many works at once, each of `pieces` that take longer than a turn, and tells in which round of the loop each
 * went on.
 */
const roundsOf = async (works: number, pieces: number): Promise<readonly number[]> => {
  let round = 0
  let isOver = false
  const count = (): void => {
    round += 1
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  const wentOn: number[] = []
  const work = async (): Promise<void> => {
    const turn = createTurns()
    for (let piece = 0; piece < pieces; piece++) {
      const begun = performance.now()
      while (performance.now() - begun < 11);
      await turn()
      wentOn.push(round)
    }
  }
  await Promise.all(Array.from({ length: works }, work))
  isOver = true
  return wentOn
}

it('gives others a turn after each piece of work that was long', async () => {
  const rounds = await roundsOf(1, 5)
  expect(new Set(rounds).size).toBe(5)
})

it('lets one piece go on each time the loop comes round, however many are worked on at once', async () => {
  const rounds = await roundsOf(12, 3)
  expect(rounds).toHaveLength(36)
  expect(new Set(rounds).size).toBe(36)
})
