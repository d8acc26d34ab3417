import {
  DiscordAPIError,
  type REST,
  RESTJSONErrorCodes,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js'
import type { Answer } from '../../../domain/answer.ts'
import type { Waiting } from '../../../state/port.ts'
import { sayIn } from '../../../wording/say.ts'
import { wellFormed } from '../messages/well-formed.ts'
import { withRetries } from '../sending/retry.ts'
import type { Serving } from '../serving/serving.ts'
import { plainNotice } from '../views/plain-notice.ts'

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
export type Teller = (waiting: Waiting, answer: Answer) => Promise<boolean>

/** @param rest carries the bot's token: these messages answer no interaction */
export const createTeller = ({ settings }: Serving, rest: REST, signal: AbortSignal): Teller => {
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
    const content = plainNotice(answer, waiting.user, sayIn(waiting.language))
    const { answers, channels } = await settings.of(waiting.guild)
    const isOpen = answers === 'public' && (channels.length === 0 || channels.includes(waiting.channel))
    if (!waiting.isPrivate && isOpen && (await unlessClosed(post(waiting.channel, waiting, content)))) return true
    return unlessClosed(postDirectly(waiting, content))
  }
}
