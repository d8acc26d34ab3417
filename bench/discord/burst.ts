import type { Figure } from './bar.ts'
import type { BotUnderTest } from './bot-under-test.ts'
import { createTally } from './tally.ts'
import { warmUp } from './warm-up.ts'

/** Milliseconds for the last answers. */
const patience = 30_000

/** So many people ask at the same moment; the slowest of a few such rounds counts. */
export const burst = async (
  bot: BotUnderTest,
  { questions, rounds }: { readonly questions: number; readonly rounds: number },
): Promise<readonly Figure[]> => {
  await warmUp(bot)
  const tally = createTally(bot.loopback)
  for (let round = 0; round < rounds; round++) {
    for (let asked = 0; asked < questions; asked++) tally.ask()
    await tally.settled(patience)
  }
  const { asked, answered, acknowledgedWithin, answeredWithin } = tally.report()
  const { longestStall } = await bot.figures()
  return [
    { what: 'questions at once', value: questions },
    { what: 'answered', value: answered, least: asked },
    { what: 'all acknowledged within', value: acknowledgedWithin(1), unit: ' ms', most: 1000 },
    { what: 'all answered within', value: answeredWithin(1), unit: ' ms', most: 5000 },
    { what: 'longest stall of the event loop', value: longestStall, unit: ' ms' },
  ]
}
