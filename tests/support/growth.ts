const fewestMs = 0.5

/** Milliseconds of this process's own work: others on the machine do not count. */
const cost = async (work: () => unknown): Promise<number> => {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run += 1) {
    const begun = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(begun)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

/**
 * How many times longer `work` takes for `factor` times the size, the best of three runs of each. Linear work gives about
 * `factor`, quadratic work its square. Times below half a millisecond count as that, since they are noise.
 */
export const growthOf = async (work: (size: number) => unknown, size: number, factor: number): Promise<number> => {
  const small = await cost(() => work(size))
  const large = await cost(() => work(size * factor))
  return large / Math.max(small, fewestMs)
}
