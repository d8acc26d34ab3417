import type { DocumentState } from './folder-sync.ts'

/** A document that was read, on its way to whoever keeps it. */
export type Write<T> = {
  readonly path: string
  readonly state: DocumentState
  readonly document: T
  /** In bytes. */
  readonly size: number
}

/** Documents that go together: enough that the cost of a change of an index is shared, few enough to wait in memory. */
const most = { documents: 500, bytes: 2_000_000 }

export type Puts<T> = {
  /** Resolves when there is room for the next one; what was added may still be on its way. Rejects as `done` does. */
  add(put: Write<T>): Promise<void>
  /** Resolves when everything added was put or failed. Rejects with what `onFailure` throws. */
  done(): Promise<void>
  /** Resolves when nothing is on its way, whatever still waits. Never rejects. */
  idle(): Promise<void>
}

/**
 * Hands documents on in groups, one group after the other, while the next ones are read. When a group fails, it is halved until
 * the document is found that it fails at, so that the others are kept.
 */
export const createBatches = <T>(
  put: (documents: readonly T[]) => Promise<void>,
  {
    onDone,
    onFailure,
  }: {
    readonly onDone: (put: Write<T>) => void
    readonly onFailure: (put: Write<T>, error: unknown) => Promise<void>
  },
): Puts<T> => {
  let waiting: Write<T>[] = []
  let bytes = 0
  let last: Promise<void> = Promise.resolve()

  const putAll = async (group: readonly Write<T>[]): Promise<void> => {
    const [first] = group
    if (first === undefined) return
    try {
      await put(group.map(({ document }) => document))
    } catch (error) {
      if (group.length === 1) return onFailure(first, error)
      const middle = group.length >> 1
      await putAll(group.slice(0, middle))
      return putAll(group.slice(middle))
    }
    group.forEach(onDone)
  }

  const start = async (): Promise<void> => {
    await last
    last = putAll(waiting)
    // Whoever asks next is told.
    last.catch(() => {})
    waiting = []
    bytes = 0
  }

  return {
    async add(each) {
      waiting.push(each)
      bytes += each.size
      if (waiting.length >= most.documents || bytes >= most.bytes) await start()
    },
    async done() {
      await start()
      await last
    },
    idle: () => last.catch(() => {}),
  }
}
