import type { Figure } from './bar.ts'
import type { BotUnderTest } from './bot-under-test.ts'
import { pace } from './pace.ts'
import { createTally } from './tally.ts'

/** Milliseconds within which an answer counts, and for the last ones. */
const inTime = 15_000
const patience = 60_000

/**
 * One request in ten fails with a 5xx, one in twenty is too many, one in twenty hangs; half of those that fail are
 * carried out.
 */
const weather = {
  seed: 10,
  rates: { serverError: 0.1, rateLimited: 0.05, hang: 0.05 },
  applied: 0.5,
} as const

/** Asks for so many minutes while Discord has troubles of every kind. */
export const chaos = async (
  { loopback }: BotUnderTest,
  { minutes, perSecond }: { readonly minutes: number; readonly perSecond: number },
): Promise<readonly Figure[]> => {
  const tally = createTally(loopback)
  loopback.disturb(weather)
  await pace(tally, { perSecond, count: Math.round(minutes * 60 * perSecond) })
  await tally.settled(patience)
  loopback.disturb(null)
  const { asked, unanswered, twice, shareWithin, acknowledgedWithin, answeredWithin } = tally.report()
  return [
    { what: 'questions', value: asked },
    { what: 'answered within 15 s', value: shareWithin(inTime) * 100, unit: ' %', least: 99.9 },
    { what: 'never answered', value: unanswered },
    { what: 'answered twice', value: twice, most: 0 },
    { what: 'acknowledged at the 99th percentile', value: acknowledgedWithin(0.99), unit: ' ms' },
    { what: 'answered at the median', value: answeredWithin(0.5), unit: ' ms' },
    { what: 'answered at the 99th percentile', value: answeredWithin(0.99), unit: ' ms' },
  ]
}
