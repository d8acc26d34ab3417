import type { BotUnderTest } from './bot-under-test.ts'
import { pace } from './pace.ts'
import { createTally } from './tally.ts'

/** The time for the last answers, in milliseconds. */
const timeout = 30_000

/** Lets the bot answer until its code is compiled and its caches are filled. */
export const warmUp = async ({ loopback, resetStalls }: BotUnderTest, count = 60): Promise<void> => {
  const tally = createTally(loopback)
  await pace(tally, { perSecond: 20, count })
  await tally.settled(timeout)
  resetStalls()
}
