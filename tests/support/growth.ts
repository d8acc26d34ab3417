const fewestMs = 0.5

const cost = async (work: () => unknown): Promise<number> => {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run += 1) {
    const begun = performance.now()
    await work()
    least = Math.min(least, performance.now() - begun)
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
