import { z } from 'zod'
import { languages } from '../../domain/guild-settings.ts'
import { requestShape } from './request.ts'
import type { Serving } from './serving.ts'

/** How long the buttons of a reply respond, in milliseconds. */
export const keptFor = 24 * 60 * 60_000

const kept = z.object({
  request: requestShape,
  /** The quotes that it gives, in reading order, by id: what `n` of a custom id counts. */
  given: z.array(z.string()),
  /** How many of them are shown whole. */
  shown: z.int().min(0),
  isPrivate: z.boolean(),
  style: z.enum(['cards', 'plain']),
  language: z.enum(languages),
})

/** What is kept of a shown reply: how to make it again, and what it shows. No text of any source. */
export type KeptReply = z.infer<typeof kept>

export const writeKept = (reply: KeptReply): string => JSON.stringify(reply)

/** Null for what an older or newer Quoth wrote otherwise: it counts as expired. */
export const readKept = (content: string): KeptReply | null => {
  try {
    return kept.safeParse(JSON.parse(content)).data ?? null
  } catch {
    return null
  }
}

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
