import type { DocumentState, PartState } from './document-state.ts'

/** A document that was read and is to be stored. */
export type Write<T> = {
  readonly path: string
  readonly state: DocumentState
  /** The part that it is, of a document that becomes several sources. */
  readonly part?: PartState
  readonly document: T
  /** In bytes. */
  readonly size: number
}

/** The limits of a batch: large enough to share the cost of changing an index, small enough to wait in memory. */
const limits = { documents: 500, bytes: 2_000_000 }

/** Groups documents for storing. */
export type Batches<T> = {
  /** Resolves when there is room for the next document; this one may still be waiting. Rejects as `done` does. */
  add(write: Write<T>): Promise<void>
  /** Resolves when everything added was stored or failed. Rejects with what `onFailure` throws. */
  done(): Promise<void>
  /** Resolves when no batch is being stored; documents may still be waiting. Never rejects. */
  idle(): Promise<void>
}

/**
 * Stores documents in batches, one after another, while the next ones are read. A batch that fails is halved until the
 * failing document is found, so that the others are stored.
 * @param store stores documents, all or none
 * @param options `onDone`: a document was stored; `onFailure`: storing it failed, with the error
 * @returns an empty batch
 */
export const createBatches = <T>(
  store: (documents: readonly T[]) => Promise<void>,
  {
    onDone,
    onFailure,
  }: {
    readonly onDone: (write: Write<T>) => void
    readonly onFailure: (write: Write<T>, error: unknown) => Promise<void>
  },
): Batches<T> => {
  let waiting: Write<T>[] = []
  let bytes = 0
  let last: Promise<void> = Promise.resolve()

  const storeAll = async (group: readonly Write<T>[]): Promise<void> => {
    const [first] = group
    if (first === undefined) return
    try {
      await store(group.map(({ document }) => document))
    } catch (error) {
      if (group.length === 1) return onFailure(first, error)
      const middle = group.length >> 1
      await storeAll(group.slice(0, middle))
      return storeAll(group.slice(middle))
    }
    group.forEach(onDone)
  }

  const start = async (): Promise<void> => {
    await last
    last = storeAll(waiting)
    // The next caller that awaits it gets the error.
    last.catch(() => {})
    waiting = []
    bytes = 0
  }

  return {
    async add(write) {
      waiting.push(write)
      bytes += write.size
      if (waiting.length >= limits.documents || bytes >= limits.bytes) await start()
    },
    async done() {
      await start()
      await last
    },
    idle: () => last.catch(() => {}),
  }
}
