import { setImmediate as turn } from 'node:timers/promises'
import {
  DiscordAPIError,
  type REST,
  RESTJSONErrorCodes,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js'
import type { Answer } from '../../../domain/answer.ts'
import { QuothError } from '../../../domain/error.ts'
import { translatorFor } from '../../../i18n/say.ts'
import type { Waiting } from '../../../state/port.ts'
import { withRetries } from '../gateway/retry.ts'
import { wellFormed } from '../message/neutralise.ts'
import type { Services } from '../services.ts'
import { plainNotice } from './plain-notice.ts'

/** Milliseconds for sending one message, and for one attempt at it. */
const sendWithin = 30_000
const sendAttempt = 5000

/** The place does not take the message, and will not. */
const placeClosed: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
]

/** Whether it was sent; not where its place is closed. */
const unlessClosed = async (sending: Promise<void>): Promise<boolean> => {
  try {
    await sending
    return true
  } catch (error) {
    if (error instanceof DiscordAPIError && placeClosed.includes(error.code)) return false
    throw error
  }
}

/** Tells somebody of the answer to what they wait for; false where no place for that is open any more. */
type Teller = (waiting: Waiting, answer: Answer) => Promise<boolean>

/** @param rest carries the bot's token: these messages answer no interaction */
export const createTeller = ({ settings }: Services, rest: REST, signal: AbortSignal): Teller => {
  const request = <T>(send: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    withRetries(send, { deadline: performance.now() + sendWithin, each: sendAttempt, signal })

  /** Sent twice, after a crash in between, it is still one message: Discord knows it by its nonce. */
  const post = async (channel: string, { id, user }: Waiting, content: string): Promise<void> => {
    const body = {
      content: wellFormed(content),
      nonce: id,
      enforce_nonce: true,
      allowed_mentions: { parse: [], users: [user] },
    }
    await request((each) => rest.post(Routes.channelMessages(channel), { body, signal: each }))
  }

  /** What a server's library says is for its members: who has left it is told nothing. */
  const postDirectly = async (waiting: Waiting, content: string): Promise<void> => {
    const { guild, user } = waiting
    if (guild !== null) await request((each) => rest.get(Routes.guildMember(guild, user), { signal: each }))
    const opened = await request((each) =>
      rest.post(Routes.userChannels(), { body: { recipient_id: user }, signal: each }),
    )
    await post((opened as RESTPostAPICurrentUserCreateDMChannelResult).id, waiting, content)
  }

  /** Where it was asked; directly what was asked in private, and where answers are private now or the place is closed. */
  return async (waiting, answer) => {
    const content = plainNotice(answer, waiting.user, translatorFor(waiting.language))
    const { answers, channels } = await settings.of(waiting.guild)
    const isOpen = answers === 'public' && (channels.length === 0 || channels.includes(waiting.channel))
    if (!waiting.isPrivate && isOpen && (await unlessClosed(post(waiting.channel, waiting, content)))) return true
    return unlessClosed(postDirectly(waiting, content))
  }
}

/** Milliseconds after a change of the library until questions are asked again: changes come in swarms, some of which last. */
const settled = 2000
const longestSwarm = 60_000
/** Milliseconds until what could not be sent is tried again. */
const againAfter = 5 * 60_000

/** Tells those who wait for an answer when the library has one. */
type Announcer = {
  /** The library has changed, or may have: what is waited for is asked again, soon. */
  libraryChanged(): void
  /** Resolves when nothing is being sent any more. */
  close(): Promise<void>
}

/** @param rest carries the bot's token: these messages answer no interaction */
export const createAnnouncer = (services: Services, rest: REST, signal: AbortSignal): Announcer => {
  const { state, log } = services
  const tell = createTeller(services, rest, signal)
  let timer: NodeJS.Timeout | undefined
  /** When the check that is waited for comes at the latest, on the clock of `performance.now()`. */
  let latest = Number.POSITIVE_INFINITY
  let isQueued = false
  let running: Promise<void> = Promise.resolve()
  let isClosing = false
  /** Those who were told and are still on the list, which could not be written: nobody is told twice. */
  const told = new Set<string>()

  /** What the library says now; null where it is as silent as before. */
  const answerTo = async ({ guild, question, source, earlier, isPrivate }: Waiting): Promise<Answer | null> => {
    try {
      const options = { source: source ?? undefined, isPrivate, earlier: earlier?.map((text) => ({ text, isPrivate })) }
      const answer = await services.libraryOf(guild).ask(question, options)
      return answer.kind === 'quoted' ? answer : null
    } catch (error) {
      // Its one source is not there, and may come back.
      if (error instanceof QuothError) return null
      throw error
    }
  }

  /** Tells one who waits, where there is an answer or nobody to be told, and takes them off the list. */
  const serve = async (waiting: Waiting): Promise<void> => {
    const { id, guild } = waiting
    if (!told.has(id)) {
      const answer = await answerTo(waiting)
      if (answer === null) return
      if (await tell(waiting, answer)) log.info({ waiting: id, guild }, 'Told somebody who waited for an answer')
      else log.warn({ waiting: id, guild }, 'Nobody can be told of an answer that was waited for')
      told.add(id)
    }
    await state.waiting.remove(id)
    told.delete(id)
  }

  const check = async (): Promise<void> => {
    for (const waiting of await state.waiting.list()) {
      if (isClosing) return
      await turn()
      try {
        await serve(waiting)
      } catch (error) {
        log.error(
          { err: error, waiting: waiting.id },
          'Who waits for an answer could not be served; trying again later',
        )
        checkIn(againAfter)
      }
    }
  }

  const checkNow = (): void => {
    latest = Number.POSITIVE_INFINITY
    if (isQueued) return
    isQueued = true
    running = running
      .then(() => {
        isQueued = false
        return check()
      })
      .catch((error: unknown) => log.error({ err: error }, 'What people wait for could not be looked at'))
  }

  /** Checks once nobody has called this for `milliseconds`, and after `atMost` at the latest. */
  const checkIn = (milliseconds: number, atMost = milliseconds): void => {
    if (isClosing) return
    const now = performance.now()
    latest = Math.min(latest, now + atMost)
    clearTimeout(timer)
    timer = setTimeout(checkNow, Math.min(milliseconds, latest - now)).unref()
  }

  return {
    libraryChanged: () => checkIn(settled, longestSwarm),
    async close() {
      isClosing = true
      clearTimeout(timer)
      await running
    },
  }
}
