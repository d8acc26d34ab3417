import { keptFor } from './kept-reply.ts'
import type { Serving } from './serving.ts'

/** Milliseconds between two times of forgetting. */
const forgetEvery = 60 * 60_000

/** Forgets replies whose buttons respond no more, now and every hour. */
export const forgetReplies = ({ state, log, now }: Serving): NodeJS.Timeout => {
  const forget = (): void =>
    void state.replies
      .forgetBefore(now() - keptFor)
      .catch((error: unknown) => log.error({ err: error }, 'Old replies could not be forgotten'))
  forget()
  return setInterval(forget, forgetEvery).unref()
}
