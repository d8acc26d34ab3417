import { expect } from 'vitest'
import { cpuTimeSince } from './cpu-time.ts'

/** Milliseconds below which a cost counts as this much: shorter ones are noise. */
const leastCost = 0.5
const maxRuns = 10

const cost = async (work: () => unknown): Promise<number> => {
  const begun = process.cpuUsage()
  await work()
  return cpuTimeSince(begun)
}

/**
 * Expects that `work` on `factor` times the size costs less than `below` times as much. Linear work costs about
 * `factor` times as much, quadratic work its square. The cheapest of several runs counts, so a run that a busy
 * machine spoilt does not, and a ratio that is too high is measured again before it fails.
 * @param options `size` is the smaller of the two sizes that `work` is called with
 */
export const expectGrowth = async (
  work: (size: number) => unknown,
  { size, factor, below }: { readonly size: number; readonly factor: number; readonly below: number },
): Promise<void> => {
  // The first run compiles.
  await work(size)
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let run = 0; run < maxRuns && !(large / small < below); run += 1) {
    for (let again = 0; again < 3; again += 1) small = Math.min(small, await cost(() => work(size)))
    small = Math.max(small, leastCost)
    large = Math.min(large, await cost(() => work(size * factor)))
  }
  expect(large / small, `CPU time at ${factor} times the size, as a multiple`).toBeLessThan(below)
}
