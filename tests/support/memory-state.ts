import { openDatabase } from '../../src/state/database.ts'
import type { State } from '../../src/state/port.ts'
import { stateOver } from '../../src/state/state-over.ts'

/** State that lasts as long as the test. */
export const memoryState = async (): Promise<State> => {
  const opened = await openDatabase(':memory:', () => {})
  if (opened.kind !== 'opened') throw new Error('a database in memory cannot be opened')
  return stateOver(opened.database)
}
