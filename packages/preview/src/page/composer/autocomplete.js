// @ts-check
/** @import { Choice } from '../../protocol.ts' */

/** Milliseconds without a key before the bot is asked. */
const pause = 150

/**
 * Asks for the choices of what is typed, once the typing pauses. An answer that a newer question has overtaken is
 * dropped.
 * @param {(signal: AbortSignal) => Promise<readonly Choice[]>} ask
 * @param {(outcome: { kind: 'asking' } | { kind: 'choices', choices: readonly Choice[] } | { kind: 'failed' }) =>
 *   void} tell
 */
export const createAutocomplete = (ask, tell) => {
  let current = new AbortController()
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer

  const cancel = () => {
    clearTimeout(timer)
    current.abort()
  }

  const run = async () => {
    const mine = new AbortController()
    current = mine
    tell({ kind: 'asking' })
    try {
      const choices = await ask(mine.signal)
      if (!mine.signal.aborted) tell({ kind: 'choices', choices })
    } catch {
      // Discord, too, only says that the choices could not be loaded.
      if (!mine.signal.aborted) tell({ kind: 'failed' })
    }
  }

  return {
    cancel,
    ask: () => {
      cancel()
      timer = setTimeout(run, pause)
    },
  }
}
