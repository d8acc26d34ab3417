import { type Objection, objectionIn, openDatabase } from './database.ts'
import type { State } from './port.ts'
import { stateOver } from './state-over.ts'

/** An open state; or why there is none. */
export type OpenedState = { readonly kind: 'opened'; readonly state: State } | Objection

/**
 * Opens the state in the database at `path`, of which there may be none yet; `:memory:` keeps it in memory. `onFailure` is told
 * when writing begins to fail, in words that fit behind “because”.
 */
export const openAt = async (path: string, onFailure: (reason: string) => void): Promise<OpenedState> => {
  const opened = await openDatabase(path, onFailure)
  if (opened.kind !== 'opened') return opened
  try {
    return { kind: 'opened', state: await stateOver(opened.database) }
  } catch (error) {
    await opened.database.close()
    const objection = objectionIn(error)
    if (objection === undefined) throw error
    return objection
  }
}
