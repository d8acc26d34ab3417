import { LRUCache } from 'lru-cache'
import type { EarlierQuestion } from '../domain/answer.ts'

/** Milliseconds for which a question is remembered. */
const lifetime = 10 * 60 * 1000
const maxConversations = 1000
/** Questions of one conversation that are remembered: what a follow-up was asked to, and what that followed. */
const maxQuestions = 3
/** Characters of a question that are remembered. */
const maxCharacters = 1000

/** Questions of a moment ago, of each asker apart: in memory alone, and few. */
export type RecentQuestions = {
  /**
   * What the asker asked last and what that followed, oldest first; nothing when it is too long ago. Seen by all, a
   * reply must not tell what was asked in private, so that only what was asked in the open is given for it.
   */
  recall(asker: string, isPrivate: boolean): readonly EarlierQuestion[]
  /** Remembers a question with those that it followed, as `recall` gave them. */
  remember(asker: string, isPrivate: boolean, question: string, followed: readonly EarlierQuestion[]): void
}

type Conversation = { readonly questions: readonly EarlierQuestion[]; readonly at: number }

/** @param now the time in milliseconds, from whatever point, never 0 */
export const createRecentQuestions = (now: () => number): RecentQuestions => {
  const conversations = new LRUCache<string, Conversation>({
    max: maxConversations,
    ttl: lifetime,
    ttlResolution: 0,
    perf: { now },
  })
  const keyOf = (asker: string, isPrivate: boolean): string => `${isPrivate ? 'private' : 'open'} ${asker}`
  return {
    recall: (asker, isPrivate) => {
      conversations.purgeStale()
      const open = conversations.get(keyOf(asker, false))
      const hidden = isPrivate ? conversations.get(keyOf(asker, true)) : undefined
      const last = hidden && (open === undefined || hidden.at >= open.at) ? hidden : open
      return last?.questions ?? []
    },
    remember: (asker, isPrivate, question, followed) => {
      const key = keyOf(asker, isPrivate)
      const questions = [...followed, { text: question.slice(0, maxCharacters), isPrivate }].slice(-maxQuestions)
      conversations.set(key, { questions, at: now() })
      conversations.purgeStale()
    },
  }
}
