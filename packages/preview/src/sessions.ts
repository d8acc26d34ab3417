import type { Loopback } from './loopback/loopback.ts'
import type { FollowedInteraction } from './loopback/moderating.ts'
import { forgetOldest } from './loopback/world.ts'
import type { Person } from './protocol.ts'
import { createEventStream, type EventStream } from './request-listener.ts'
import { createSession, type Session, type Use } from './session.ts'

/** Everybody whom the visitor can be, and what each sees. */
export type Sessions = {
  readonly people: readonly Person[]
  readonly online: () => boolean
  /**
   * What a person, by default the first, sees, and the pages that show it. @throws Error if there is no such person
   */
  of(person?: string): Session & { readonly stream: EventStream }
  /** Shows the command that `person` used in a place, which became an interaction. */
  showUse(
    command: string,
    followed: FollowedInteraction,
    where: { readonly person: Session; readonly place: string },
  ): void
  /** Forgets the loopback Discord and leaves the pages. */
  close(): void
}

/** Follows `loopback` as each of its users sees it; `bot` is the bot's name as people read it. */
export const openSessions = (loopback: Loopback, bot: string): Sessions => {
  const uses = new Map<string, Use>()
  const sessions = loopback.users.map((user) => {
    const stream = createEventStream()
    return { ...createSession(user, { loopback, uses, bot, tell: stream.tell }), stream }
  })
  let isOnline = loopback.gateway.counts().identified > 0
  const stop = loopback.onEvent((event) => {
    if (event.kind === 'bot-online' || event.kind === 'bot-offline') isOnline = event.kind === 'bot-online'
    for (const session of sessions) session.onEvent(event)
  })
  return {
    people: sessions.map(({ person }) => person),
    online: () => isOnline,
    of: (id) => {
      const found = id === undefined ? sessions[0] : sessions.find(({ person }) => person.id === id)
      if (found === undefined) throw new Error('There is no such person.')
      return found
    },
    showUse: (command, followed, { person: session, place }) => {
      uses.set(followed.id, { by: session.person.name, command, followed })
      forgetOldest(uses)
      session.showUse(followed.id, place)
    },
    close: () => {
      stop()
      for (const { stream } of sessions) stream.close()
    },
  }
}
