/** Writes something down from time to time while it changes. */
export type Saver = {
  /** Something changed: it is written a while later, with what changes until then. */
  changed(): void
  /** Writes what was not written yet, and ends. */
  close(): Promise<void>
}

/**
 * A saver by `save`, which is never called twice at a time, and `wait` milliseconds after a change. What it throws is given to
 * `onProblem`, the same message once: the next change is another occasion.
 */
export const createSaver = (
  save: () => Promise<void>,
  { wait, onProblem }: { readonly wait: number; readonly onProblem: (error: unknown) => void },
): Saver => {
  let timer: NodeJS.Timeout | undefined
  let isDirty = false
  let last: Promise<void> = Promise.resolve()
  let told = ''

  const saveNow = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (!isDirty) return
    isDirty = false
    try {
      await save()
    } catch (error) {
      if (String(error) !== told) onProblem(error)
      told = String(error)
    }
  }
  const saveInTurn = (): Promise<void> => {
    last = last.then(saveNow)
    return last
  }

  return {
    changed() {
      isDirty = true
      // Nothing is lost when the process ends before: the documents are still there. So it keeps no process alive.
      timer ??= setTimeout(() => void saveInTurn(), wait).unref()
    },
    close: saveInTurn,
  }
}
