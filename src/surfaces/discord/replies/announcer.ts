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
import { everyone, libraryIdOf } from '../../../domain/stored-document.ts'
import { translatorFor } from '../../../i18n/say.ts'
import type { Waiting } from '../../../state/port.ts'
import { withRetries } from '../gateway/retry.ts'
import { wellFormed } from '../message/neutralise.ts'
import type { Services } from '../services.ts'
import { plainNotice } from './plain-notice.ts'

/** Milliseconds for sending one message, and for one attempt at it. */
const sendWithin = 30_000
const sendAttempt = 5000

/** The channel or the person cannot be written to, now or later. */
const closed: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
]

/** Whether it was sent; false if the channel is closed. */
const unlessClosed = async (sending: Promise<void>): Promise<boolean> => {
  try {
    await sending
    return true
  } catch (error) {
    if (error instanceof DiscordAPIError && closed.includes(error.code)) return false
    throw error
  }
}

/** Sends somebody the answer they wait for; false if they cannot be reached any more. */
type Notifier = (waiting: Waiting, answer: Answer) => Promise<boolean>

/** @param rest carries the bot's token: these messages answer no interaction */
export const createTeller = ({ settings }: Services, rest: REST, signal: AbortSignal): Notifier => {
  const request = <T>(send: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    withRetries(send, { deadline: performance.now() + sendWithin, each: sendAttempt, signal })

  /** If a crash makes it send twice, Discord recognises the nonce and posts one message. */
  const post = async (channel: string, { id, user }: Waiting, content: string): Promise<void> => {
    const body = {
      content: wellFormed(content),
      nonce: id,
      enforce_nonce: true,
      allowed_mentions: { parse: [], users: [user] },
    }
    await request((each) => rest.post(Routes.channelMessages(channel), { body, signal: each }))
  }

  /** A server's library is for its members: whoever has left is told nothing. */
  const postDirectly = async (waiting: Waiting, content: string): Promise<void> => {
    const { guild, user } = waiting
    if (guild !== null) await request((each) => rest.get(Routes.guildMember(guild, user), { signal: each }))
    const opened = await request((each) =>
      rest.post(Routes.userChannels(), { body: { recipient_id: user }, signal: each }),
    )
    await post((opened as RESTPostAPICurrentUserCreateDMChannelResult).id, waiting, content)
  }

  /**
   * In the channel where it was asked; directly if it was asked privately, answers are private now, or the channel is
   * closed.
   */
  return async (waiting, answer) => {
    const content = plainNotice(answer, waiting.user, translatorFor(waiting.language))
    const { answers, channels } = await settings.of(waiting.guild)
    const isOpen = answers === 'public' && (channels.length === 0 || channels.includes(waiting.channel))
    if (!waiting.isPrivate && isOpen && (await unlessClosed(post(waiting.channel, waiting, content)))) return true
    return unlessClosed(postDirectly(waiting, content))
  }
}

/** Milliseconds without a further change of the library until questions are asked again, and the longest such wait. */
const settled = 2000
const maxDelay = 60_000
/** Milliseconds until a failed message is tried again. */
const againAfter = 5 * 60_000

/** Notifies those who wait for an answer when the library has one. */
type Announcer = {
  /** The library has changed, or may have: pending questions are asked again soon. */
  libraryChanged(): void
  /** Stops, and resolves once nothing is being sent any more. */
  close(): Promise<void>
}

/** @param rest carries the bot's token: these messages answer no interaction */
export const createAnnouncer = (services: Services, rest: REST, signal: AbortSignal): Announcer => {
  const { state, log } = services
  const tell = createTeller(services, rest, signal)
  let timer: NodeJS.Timeout | undefined
  /** When the scheduled check runs at the latest, on the clock of `performance.now()`. */
  let latest = Number.POSITIVE_INFINITY
  let isQueued = false
  let running: Promise<void> = Promise.resolve()
  let isClosing = false
  /** Notified, but still on the list, which could not be written: nobody is notified twice. */
  const notified = new Set<string>()

  /** What the library says now; null if it still has no answer. */
  const answerTo = async (waiting: Waiting): Promise<Answer | null> => {
    const { guild, user, channel, question, source, earlier, isPrivate } = waiting
    try {
      const options = { source: source ?? undefined, isPrivate, earlier: earlier?.map((text) => ({ text, isPrivate })) }
      const { readsShared } = await services.settings.of(guild)
      // Which roles the person has by now is not known here, so what is for some is told to nobody.
      const audience = isPrivate ? everyone : { ...everyone, channels: new Set([channel]) }
      const quoth = await services.libraryOf({ library: libraryIdOf(guild, user), audience, readsShared })
      const answer = await quoth.ask(question, options)
      return answer.kind === 'quoted' ? answer : null
    } catch (error) {
      // The source it asks about is missing, and may come back.
      if (error instanceof QuothError) return null
      throw error
    }
  }

  /** Notifies one who waits, if there is an answer, and takes them off the list. */
  const serve = async (waiting: Waiting): Promise<void> => {
    const { id, guild } = waiting
    if (!notified.has(id)) {
      const answer = await answerTo(waiting)
      if (answer === null) return
      if (await tell(waiting, answer)) log.info({ waiting: id, guild }, 'Told somebody who waited for an answer')
      else log.warn({ waiting: id, guild }, 'Cannot reach somebody who waited for an answer')
      notified.add(id)
    }
    await state.waiting.remove(id)
    notified.delete(id)
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
          'Could not notify somebody who waits for an answer; trying again later',
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
      .catch((error: unknown) => log.error({ err: error }, 'Cannot read what people wait for'))
  }

  /** Debounced: checks once this was not called for `milliseconds`, and after `atMost` at the latest. */
  const checkIn = (milliseconds: number, atMost = milliseconds): void => {
    if (isClosing) return
    const now = performance.now()
    latest = Math.min(latest, now + atMost)
    clearTimeout(timer)
    timer = setTimeout(checkNow, Math.min(milliseconds, latest - now)).unref()
  }

  return {
    libraryChanged: () => checkIn(settled, maxDelay),
    async close() {
      isClosing = true
      clearTimeout(timer)
      await running
    },
  }
}
