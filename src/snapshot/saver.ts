/** Saves something from time to time while it changes. */
export type Saver = {
  /** Schedules a save, which includes what changes until then. */
  changed(): void
  /** Saves any remaining changes, and stops. */
  close(): Promise<void>
}

/**
 * @param save saves everything; calls never overlap
 * @param options `wait`: milliseconds from a change to saving it; `onProblem`: called with what `save` throws, once
 *   until saving succeeds again
 * @returns the saver
 */
export const createSaver = (
  save: () => Promise<void>,
  { wait, onProblem }: { readonly wait: number; readonly onProblem: (error: unknown) => void },
): Saver => {
  let timer: NodeJS.Timeout | undefined
  let isDirty = false
  let last: Promise<void> = Promise.resolve()
  let isFailing = false

  const saveNow = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (!isDirty) return
    isDirty = false
    try {
      await save()
      isFailing = false
    } catch (error) {
      if (!isFailing) onProblem(error)
      isFailing = true
    }
  }
  const saveInTurn = (): Promise<void> => {
    last = last.then(saveNow)
    return last
  }

  return {
    changed() {
      isDirty = true
      // Nothing is lost if the process ends first, since the documents are still there; so the timer keeps no process
      // alive.
      timer ??= setTimeout(() => void saveInTurn(), wait).unref()
    },
    close: saveInTurn,
  }
}
