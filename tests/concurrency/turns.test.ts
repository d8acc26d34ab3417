import { expect, it } from 'vitest'
import { createTurns } from '../../src/concurrency/turns.ts'
import { longestTurnOf } from '../support/longest-turn.ts'

/** Work of so many milliseconds in all, in small pieces. */
const workFor = async (milliseconds: number): Promise<void> => {
  const turn = createTurns()
  for (let done = 0; done < milliseconds; done++) {
    const begun = performance.now()
    while (performance.now() - begun < 1);
    await turn()
  }
}

it('gives others a turn between small pieces of work', async () => {
  expect(await longestTurnOf(() => workFor(300))).toBeLessThan(150)
})

it('gives others a turn as soon when thirty things are worked on at once', async () => {
  const thirty = () => Promise.all(Array.from({ length: 30 }, () => workFor(30)))
  expect(await longestTurnOf(thirty)).toBeLessThan(150)
})
