import type { Curator } from '../../src/curation/port.ts'
import { QuothError } from '../../src/domain/error.ts'
import { msg } from '../../src/domain/message.ts'

const refuses = async (): Promise<never> => {
  throw new QuothError('forbidden', msg`You may not change this library. Ask somebody who manages this server.`)
}

/** Nothing is kept of anybody. */
export const noData = async () => ({ replies: [], waiting: [], feedback: [], changes: [], documents: [] })

/** A curator of an empty library, who may do nothing. */
export const fakeCurator: Curator = {
  add: refuses,
  fetch: refuses,
  list: async ({ isRemoved = false } = {}) => ({ entries: [], from: 0, of: 0, isRemoved, usage: null }),
  show: refuses,
  edit: refuses,
  setVisibility: refuses,
  remove: refuses,
  restore: refuses,
  audit: refuses,
  export: refuses,
  archive: refuses,
  suggest: async () => [],
}
