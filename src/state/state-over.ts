import type { Database } from './database.ts'
import { openFeedback } from './feedback.ts'
import { openIdentifies } from './identifies.ts'
import type { State } from './port.ts'
import { openReplies } from './replies.ts'
import { openSettings } from './settings.ts'
import { openUses } from './uses.ts'
import { openWaiting } from './waiting.ts'

/** The state that a database keeps. */
export const stateOver = async (database: Database): Promise<State> => ({
  replies: await openReplies(database),
  settings: await openSettings(database),
  feedback: await openFeedback(database),
  waiting: await openWaiting(database),
  uses: await openUses(database),
  identifies: await openIdentifies(database),
  close: database.close,
})
