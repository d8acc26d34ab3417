import { openAt } from '../../src/state/open-state.ts'
import type { State } from '../../src/state/port.ts'

/** State that lasts as long as the test. */
export const memoryState = async (): Promise<State> => {
  const opened = await openAt(':memory:', () => {})
  if (opened.kind !== 'opened') throw new Error('a database in memory cannot be opened')
  return opened.state
}
