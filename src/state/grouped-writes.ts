/** How a transaction begins and ends. */
export type Transactions = {
  begin(): Promise<void>
  commit(): Promise<void>
  /** Leaves no transaction open, whether or not there is one. */
  rollback(): Promise<void>
}

type Piece = {
  /** Does the work; what it gives tells whoever waits for it. */
  readonly work: () => () => void
  readonly reject: (error: unknown) => void
}

/**
 * Runs synchronous pieces of work in transactions, in the order in which they come. Those that come while a transaction is
 * committed share the next one, so that a slow disk is waited for once by all of them. When one of them fails, none is kept:
 * what fails is the disk, or it is a defect.
 */
export const createGroupedWrites = (transactions: Transactions) => {
  let waiting: Piece[] = []
  let last: Promise<void> = Promise.resolve()

  const writeWaiting = async (): Promise<void> => {
    const pieces = waiting
    waiting = []
    if (pieces.length === 0) return
    try {
      await transactions.begin()
      const tell = pieces.map(({ work }) => work())
      await transactions.commit()
      for (const each of tell) each()
    } catch (error) {
      for (const { reject } of pieces) reject(error)
      // Where this fails as well, the next one to begin tries it again.
      await transactions.rollback().catch(() => {})
    }
  }

  return {
    /** Resolves with what `work` gave once that is on disk; rejects with what it threw, or with what the database says. */
    write: <T>(work: () => T): Promise<T> =>
      new Promise((resolve, reject) => {
        const piece = (): (() => void) => {
          const result = work()
          return () => resolve(result)
        }
        waiting.push({ work: piece, reject })
        last = last.then(writeWaiting)
      }),
    /** Resolves when nothing is being written. */
    settled: (): Promise<void> => last,
  }
}
