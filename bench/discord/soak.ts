import { setTimeout as sleep } from 'node:timers/promises'
import type { BotUnderTest } from './bot-under-test.ts'
import type { Figure } from './figure.ts'
import type { ProcessFigures } from './monitor.ts'
import { pace } from './pace.ts'
import { createTally } from './tally.ts'

const timeout = 60_000
/** The number of memory samples, and the share of them that is warm-up. */
const samples = 40
const warmUpShare = 0.25
/** The most questions that wait for an answer at a time. */
const maxPending = 50
/** The time after which idle connections are closed, so that handles can be compared, in milliseconds. */
const untilQuiet = 7000

/** The growth of a least-squares line through `values` from first to last, in per cent of their mean. */
const growth = (values: readonly number[]): number => {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const covariance = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0)
  const variance = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
  return ((covariance / variance) * (values.length - 1) * 100) / mean
}

/** Asks a day’s questions in a few minutes, and measures the bot’s memory and handles. */
export const soak = async (
  bot: BotUnderTest,
  { questions, perSecond }: { readonly questions: number; readonly perSecond: number },
): Promise<readonly Figure[]> => {
  const tally = createTally(bot.loopback)
  const taken: ProcessFigures[] = []
  const quietHandles = async () => {
    await sleep(untilQuiet)
    return (await bot.figures()).handles
  }
  let handlesBefore = 0
  for (let sample = 0; sample < samples; sample++) {
    if (sample === samples * warmUpShare) handlesBefore = await quietHandles()
    await pace(tally, { perSecond, count: questions / samples, maxPending })
    await tally.settled(timeout)
    taken.push(await bot.figures())
  }
  const warm = taken.slice(samples * warmUpShare)
  const heap = warm.map((figures) => figures.heap)
  const resident = warm.map((figures) => figures.resident)
  const handlesAfter = await quietHandles()
  const { asked, answered, answeredWithin } = tally.report()
  return [
    { what: 'questions', value: asked },
    { what: 'answered', value: answered, min: asked },
    { what: 'answered at the 99th percentile', value: answeredWithin(0.99), unit: ' ms' },
    { what: 'heap after warm-up', value: heap[0] ?? 0, unit: ' MiB' },
    { what: 'heap grew by', value: growth(heap), unit: ' %', max: 1 },
    { what: 'resident set after warm-up', value: resident[0] ?? 0, unit: ' MiB' },
    { what: 'resident set grew by', value: growth(resident), unit: ' %', max: 1 },
    { what: 'handles after warm-up', value: handlesBefore },
    { what: 'handles grew by', value: handlesAfter - handlesBefore, max: 0 },
    { what: 'longest stall of the event loop', value: Math.max(...warm.map((each) => each.longestStall)), unit: ' ms' },
  ]
}
