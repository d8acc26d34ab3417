/** Milliseconds of CPU time of this process since `begun`: time in which others had the processor does not count. */
export const cpuTimeSince = (begun: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

/** The CPU time in milliseconds that `work` takes, and the most of it that the event loop was held without a pause. */
export const cpuTimeOf = async (
  work: () => Promise<unknown>,
): Promise<{ readonly all: number; readonly longest: number }> => {
  const begun = process.cpuUsage()
  let last = begun
  let longest = 0
  let isOver = false
  const count = (): void => {
    longest = Math.max(longest, cpuTimeSince(last))
    last = process.cpuUsage()
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  await work()
  isOver = true
  longest = Math.max(longest, cpuTimeSince(last))
  return { all: cpuTimeSince(begun), longest }
}
