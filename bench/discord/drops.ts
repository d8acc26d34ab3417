import { setTimeout as sleep } from 'node:timers/promises'
import { seeded } from '../seeded.ts'
import type { BotUnderTest } from './bot-under-test.ts'
import type { Figure } from './figure.ts'
import { createTally } from './tally.ts'

/** The time for the bot to reconnect, and for the last answers, in milliseconds. */
const timeout = 60_000

/**
 * Drops the connection repeatedly, each time once the bot is back. Meanwhile, questions are asked at random moments:
 * shortly before a drop, while the bot is away, and as it returns.
 */
export const drops = async (
  { loopback }: BotUnderTest,
  { drops: count, questions }: { readonly drops: number; readonly questions: number },
): Promise<readonly Figure[]> => {
  const random = seeded(500)
  const tally = createTally(loopback)
  const back = async (resumed: number) => {
    const deadline = Date.now() + timeout
    while (loopback.gateway.counts().resumed < resumed && Date.now() < deadline) await sleep(5)
  }
  const outages: number[] = []
  for (let dropped = 0; dropped < count; dropped++) {
    const { resumed } = loopback.gateway.counts()
    const asking = Array.from(
      { length: Math.round(((dropped + 1) * questions) / count - Math.round((dropped * questions) / count)) },
      async () => {
        await sleep(random() * 800)
        tally.ask()
      },
    )
    await sleep(random() * 200)
    // Cut without a word, or closed with a code after which a session can be resumed.
    loopback.gateway.dropSockets(random() < 0.5 ? undefined : 4000)
    const begun = performance.now()
    await Promise.all([back(resumed + 1), ...asking])
    outages.push(performance.now() - begun)
  }
  await tally.settled(timeout)
  const { asked, answered, unanswered, twice, rewritten, answeredWithin } = tally.report()
  const { identified, resumed } = loopback.gateway.counts()
  return [
    { what: 'connections dropped', value: count },
    { what: 'came back to the session', value: resumed },
    { what: 'logged in anew', value: identified - 1 },
    { what: 'questions', value: asked },
    { what: 'answered', value: answered, min: asked },
    { what: 'unanswered', value: unanswered, max: 0 },
    { what: 'answered twice', value: twice + rewritten, max: 0 },
    { what: 'slowest answer', value: answeredWithin(1), unit: ' ms' },
  ]
}
