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
import type { Waiting } from '../../../state/port.ts'
import { sayIn } from '../../../wording/say.ts'
import { plainNotice } from '../messages/plain-notice.ts'
import { withRetries } from '../sending/retry.ts'
import type { Serving } from './serving.ts'

/** Milliseconds after a change of the library until questions are asked again: changes come in swarms. */
const settled = 2000
/** Milliseconds until what could not be sent is tried again. */
const againAfter = 5 * 60_000
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
const isClosed = (error: unknown): boolean => error instanceof DiscordAPIError && placeClosed.includes(error.code)

/** Tells those who wait for an answer when the library has one. */
export type Announcer = {
  /** The library has changed, or may have: what is waited for is asked again, soon. */
  libraryChanged(): void
  /** Resolves when nothing is being sent any more. */
  close(): Promise<void>
}

/** @param rest carries the bot's token: these messages answer no interaction */
export const createAnnouncer = (serving: Serving, rest: REST, signal: AbortSignal): Announcer => {
  const { state, log } = serving
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let isClosing = false

  const request = <T>(send: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    withRetries(send, { deadline: performance.now() + sendWithin, each: sendAttempt, signal })

  /** Sent twice, after a crash in between, it is still one message: Discord knows it by its nonce. */
  const post = async (channel: string, { id, user }: Waiting, content: string): Promise<void> => {
    const body = { content, nonce: id, enforce_nonce: true, allowed_mentions: { parse: [], users: [user] } }
    await request((each) => rest.post(Routes.channelMessages(channel), { body, signal: each }))
  }

  /** What a server's library says is for its members: who has left it is told nothing. */
  const postDirectly = async (waiting: Waiting, content: string): Promise<void> => {
    const { guild, user } = waiting
    if (guild !== null) await request((each) => rest.get(Routes.guildMember(guild, user), { signal: each }))
    const body = { recipient_id: user }
    const channel = await request(
      (each) =>
        rest.post(Routes.userChannels(), {
          body,
          signal: each,
        }) as Promise<RESTPostAPICurrentUserCreateDMChannelResult>,
    )
    await post(channel.id, waiting, content)
  }

  /** Where it was asked; what was asked in private, or in a place that is closed now, is told directly. */
  const tell = async (waiting: Waiting, answer: Answer): Promise<void> => {
    const content = plainNotice(answer, waiting.user, sayIn(waiting.language))
    const { channels } = await serving.settings.of(waiting.guild)
    const isOpen = channels.length === 0 || channels.includes(waiting.channel)
    if (waiting.isPrivate || !isOpen) return postDirectly(waiting, content)
    try {
      await post(waiting.channel, waiting, content)
    } catch (error) {
      if (!isClosed(error)) throw error
      await postDirectly(waiting, content)
    }
  }

  /** What the library says now; null where it is as silent as before. */
  const answerTo = async ({ guild, question, source, earlier }: Waiting): Promise<Answer | null> => {
    try {
      const options = { source: source ?? undefined, earlier }
      const answer = await serving.libraryOf(guild).ask(question, options)
      return answer.kind === 'quoted' ? answer : null
    } catch (error) {
      // Its one source is not there, and may come back.
      if (error instanceof QuothError) return null
      throw error
    }
  }

  const check = async (): Promise<void> => {
    for (const waiting of await state.waiting.list()) {
      if (isClosing) return
      await turn()
      try {
        const answer = await answerTo(waiting)
        if (answer === null) continue
        await tell(waiting, answer)
        await state.waiting.remove(waiting.id)
        log.info({ waiting: waiting.id, guild: waiting.guild }, 'Told somebody who waited for an answer')
      } catch (error) {
        if (isClosed(error)) {
          log.warn({ err: error, waiting: waiting.id }, 'Nobody can be told of an answer that was waited for')
          await state.waiting.remove(waiting.id)
        } else {
          log.error({ err: error, waiting: waiting.id }, 'Somebody could not be told of an answer; trying again later')
          checkIn(againAfter)
        }
      }
    }
  }

  const checkIn = (milliseconds: number): void => {
    if (isClosing) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running
        .then(check)
        .catch((error: unknown) => log.error({ err: error }, 'What people wait for could not be looked at'))
    }, milliseconds).unref()
  }

  return {
    libraryChanged: () => checkIn(settled),
    async close() {
      isClosing = true
      clearTimeout(timer)
      await running
    },
  }
}
