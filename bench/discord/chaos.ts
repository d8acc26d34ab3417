import type { BotUnderTest } from './bot-under-test.ts'
import type { Figure } from './figure.ts'
import { pace } from './pace.ts'
import { createTally } from './tally.ts'

/** The time within which an answer counts, and the time for the last ones, in milliseconds. */
const inTime = 15_000
const timeout = 60_000

/**
 * Of the requests, 10 % fail with a 5xx, 5 % are rate limited and 5 % hang. Half of the failed ones take effect anyway.
 */
const weather = {
  seed: 10,
  rates: { serverError: 0.1, rateLimited: 0.05, hang: 0.05 },
  applied: 0.5,
} as const

/** Asks questions while Discord has all kinds of problems. */
export const chaos = async (
  { loopback }: BotUnderTest,
  { minutes, perSecond }: { readonly minutes: number; readonly perSecond: number },
): Promise<readonly Figure[]> => {
  const tally = createTally(loopback)
  loopback.disturb(weather)
  await pace(tally, { perSecond, count: Math.round(minutes * 60 * perSecond) })
  await tally.settled(timeout)
  loopback.disturb(null)
  const { asked, unanswered, twice, shareWithin, acknowledgedWithin, answeredWithin } = tally.report()
  return [
    { what: 'questions', value: asked },
    { what: 'answered within 15 s', value: shareWithin(inTime) * 100, unit: ' %', min: 99.9 },
    { what: 'never answered', value: unanswered },
    { what: 'answered twice', value: twice, max: 0 },
    { what: 'acknowledged at the 99th percentile', value: acknowledgedWithin(0.99), unit: ' ms' },
    { what: 'answered at the median', value: answeredWithin(0.5), unit: ' ms' },
    { what: 'answered at the 99th percentile', value: answeredWithin(0.99), unit: ' ms' },
  ]
}
