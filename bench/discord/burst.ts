import type { BotUnderTest } from './bot-under-test.ts'
import type { Figure } from './figure.ts'
import { createTally } from './tally.ts'
import { warmUp } from './warm-up.ts'

/** The time for the last answers, in milliseconds. */
const timeout = 30_000

/** Lets many people ask at the same moment, in several rounds; the slowest answer counts. */
export const burst = async (
  bot: BotUnderTest,
  { questions, rounds }: { readonly questions: number; readonly rounds: number },
): Promise<readonly Figure[]> => {
  await warmUp(bot)
  const tally = createTally(bot.loopback)
  for (let round = 0; round < rounds; round++) {
    for (let asked = 0; asked < questions; asked++) tally.ask()
    await tally.settled(timeout)
  }
  const { asked, answered, acknowledgedWithin, answeredWithin } = tally.report()
  const { longestStall } = await bot.figures()
  return [
    { what: 'questions at once', value: questions },
    { what: 'answered', value: answered, min: asked },
    { what: 'all acknowledged within', value: acknowledgedWithin(1), unit: ' ms', max: 1000 },
    { what: 'all answered within', value: answeredWithin(1), unit: ' ms', max: 5000 },
    { what: 'longest stall of the event loop', value: longestStall, unit: ' ms' },
  ]
}
