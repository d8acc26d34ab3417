import type { Loopback } from '../../packages/preview/src/loopback/loopback.ts'
import { percentile } from '../../src/tools/report.ts'
import { questionNumber } from './questions.ts'

/** One question as its asker sees it. Times are milliseconds after asking; null if it has not happened. */
type Followed = {
  readonly at: number
  acknowledged: number | null
  answered: number | null
  /** The messages with content that it led to, and how often any of them was given content. */
  readonly messages: Set<string>
  contents: number
}

/** The results of the questions so far. */
export type TallyReport = {
  readonly asked: number
  readonly answered: number
  readonly unanswered: number
  /** Questions with more than one message. */
  readonly twice: number
  /** Questions whose message was written more than once, as by a retry after a first try that got through. */
  readonly rewritten: number
  /** The time in milliseconds within which this share (0 to 1) was acknowledged, of those that were. */
  acknowledgedWithin(share: number): number
  answeredWithin(share: number): number
  /** The share of the questions that were answered within this time. */
  shareWithin(milliseconds: number): number
}

export type Tally = {
  /** Asks the next question, each from another person. */
  ask(question?: string): void
  /** How many questions have neither been answered nor failed. */
  pending(): number
  /** The results of the questions from index `from` on. */
  report(from?: number): TallyReport
  /** Resolves when nothing is pending, or after `within` milliseconds. */
  settled(within: number): Promise<void>
}

/** Asks the bot behind `loopback` and records its answers. */
export const createTally = (loopback: Loopback): Tally => {
  const all: Followed[] = []
  const byInteraction = new Map<string, Followed>()
  const open = new Set<string>()
  const people = loopback.users.map(({ id }) => id)

  loopback.onEvent((event) => {
    if (event.kind === 'interaction-failed') return void open.delete(event.interaction)
    if (event.kind === 'acknowledged') {
      const found = byInteraction.get(event.interaction)
      if (found) found.acknowledged = performance.now() - found.at
    }
    if (event.kind !== 'message-created' && event.kind !== 'message-updated') return
    const { message } = event
    const found = byInteraction.get(message.interaction ?? '')
    if (found === undefined || message.loading) return
    found.answered ??= performance.now() - found.at
    found.messages.add(message.id)
    found.contents += 1
    open.delete(message.interaction ?? '')
  })

  const report = (from = 0): TallyReport => {
    const asked = all.slice(from)
    const known = (times: readonly (number | null)[]) => times.filter((time) => time !== null).sort((a, b) => a - b)
    const acknowledged = known(asked.map((each) => each.acknowledged))
    const answered = known(asked.map((each) => each.answered))
    return {
      asked: asked.length,
      answered: answered.length,
      unanswered: asked.length - answered.length,
      twice: asked.filter(({ messages }) => messages.size > 1).length,
      rewritten: asked.filter(({ contents }) => contents > 1).length,
      acknowledgedWithin: (share) => percentile(acknowledged, share),
      answeredWithin: (share) => percentile(answered, share),
      shareWithin: (milliseconds) => answered.filter((time) => time <= milliseconds).length / asked.length,
    }
  }

  return {
    ask: (question = questionNumber(all.length)) => {
      const followed: Followed = {
        at: performance.now(),
        acknowledged: null,
        answered: null,
        messages: new Set(),
        contents: 0,
      }
      const user = people[all.length % people.length]
      const { id } = loopback.invoke({ command: 'ask', options: { question }, user })
      all.push(followed)
      byInteraction.set(id, followed)
      open.add(id)
    },
    pending: () => open.size,
    report,
    settled: (within) =>
      new Promise((resolve) => {
        const begun = performance.now()
        const look = setInterval(() => {
          if (open.size > 0 && performance.now() - begun < within) return
          clearInterval(look)
          resolve()
        }, 20)
      }),
  }
}
