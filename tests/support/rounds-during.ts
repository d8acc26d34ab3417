/**
 * How often the event loop came round while `work` was done: how often others had their turn, on a busy machine as
 * well.
 */
export const roundsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  let rounds = 0
  let isOver = false
  const count = (): void => {
    rounds += 1
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  await work()
  isOver = true
  return rounds
}
