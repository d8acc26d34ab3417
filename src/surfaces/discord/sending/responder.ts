import {
  type APIApplicationCommandOptionChoice,
  DiscordAPIError,
  InteractionResponseType,
  type InternalRequest,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  RequestMethod,
  Routes,
} from 'discord.js'
import type { Message } from '../messages/message.ts'
import { isPassing, withRetries } from './retry.ts'

/** An interaction that is to be answered. `receivedAt` is on the clock of `performance.now()`. */
export type Asked = {
  readonly id: string
  readonly token: string
  readonly applicationId: string
  readonly receivedAt: number
}

/** Milliseconds after an interaction arrived: Discord takes a first response for 3 s and edits for 15 min. */
const callbackDeadline = 2500
const editDeadline = 14 * 60_000
/** Milliseconds for one attempt, so that a request that hangs leaves time for another. */
const callbackAttempt = 1000
const editAttempt = 5000

const codeOf = (error: unknown): string | number | undefined =>
  error instanceof DiscordAPIError ? error.code : undefined

/** Sends what Discord is told about an interaction. Everything goes out with no mention allowed to ping. */
export type Responder = {
  /**
   * Defers the reply, shown to the asker alone when `hidden`. `expired`: Discord no longer knows the interaction, so there
   * is nobody to answer. A callback whose fate is unknown counts as acknowledged: the edit will tell.
   */
  defer(asked: Asked, hidden: boolean): Promise<'acknowledged' | 'expired'>
  /** Puts a message in the place of the deferred reply. */
  edit(asked: Asked, message: Message): Promise<void>
  /** Sends the asker alone a message, where the reply itself cannot be changed any more. */
  tellAsker(asked: Asked, message: Message): Promise<void>
  /** Answers an autocomplete. */
  suggest(asked: Asked, choices: readonly APIApplicationCommandOptionChoice<string>[]): Promise<void>
}

const bodyOf = ({ components, files }: Message, flags: number) => ({
  body: {
    flags,
    components,
    allowed_mentions: { parse: [] },
    ...(files.length === 0 ? {} : { attachments: files.map(({ name }, id) => ({ id, filename: name })) }),
  },
  files: files.map(({ name, text }) => ({ name, data: Buffer.from(text), contentType: 'text/plain; charset=utf-8' })),
  // The interaction's own token is in the URL.
  auth: false,
})

/**
 * @param rest with `retries: 0`: this module does its own, inside the deadlines of interactions
 * @param stop ends waiting for another attempt
 */
export const createResponder = (rest: REST, stop: AbortSignal): Responder => {
  /** Sends a request of which only the success matters: what comes back with it is not read as anything. */
  const send = async (request: InternalRequest): Promise<void> => {
    const response = await rest.queueRequest(request)
    await response.arrayBuffer()
  }
  const callback = (asked: Asked, body: unknown): Promise<void> =>
    withRetries(
      (signal) =>
        send({
          method: RequestMethod.Post,
          fullRoute: Routes.interactionCallback(asked.id, asked.token),
          body,
          auth: false,
          signal,
          query: new URLSearchParams({ with_response: 'false' }),
        }),
      { deadline: asked.receivedAt + callbackDeadline, each: callbackAttempt, signal: stop },
    )
  const within = (asked: Asked) => ({ deadline: asked.receivedAt + editDeadline, each: editAttempt, signal: stop })

  return {
    async defer(asked, hidden) {
      try {
        await callback(asked, {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          data: hidden ? { flags: MessageFlags.Ephemeral } : {},
        })
        return 'acknowledged'
      } catch (error) {
        if (codeOf(error) === RESTJSONErrorCodes.UnknownInteraction) return 'expired'
        if (codeOf(error) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged || isPassing(error))
          return 'acknowledged'
        throw error
      }
    },
    async edit(asked, message) {
      await withRetries(
        (signal) =>
          send({
            method: RequestMethod.Patch,
            fullRoute: Routes.webhookMessage(asked.applicationId, asked.token, '@original'),
            ...bodyOf(message, MessageFlags.IsComponentsV2),
            signal,
          }),
        within(asked),
      )
    },
    async tellAsker(asked, message) {
      await withRetries(
        (signal) =>
          send({
            method: RequestMethod.Post,
            fullRoute: Routes.webhook(asked.applicationId, asked.token),
            ...bodyOf(message, MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral),
            signal,
          }),
        within(asked),
      )
    },
    async suggest(asked, choices) {
      await callback(asked, { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } })
    },
  }
}
