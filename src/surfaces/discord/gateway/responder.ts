import {
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
  DiscordAPIError,
  InteractionResponseType,
  type InternalRequest,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  RequestMethod,
  Routes,
} from 'discord.js'
import type { Metrics } from '../../../observability/metrics.ts'
import { wellFormed } from '../message/neutralise.ts'
import type { OutgoingMessage } from '../message/view.ts'
import { attemptWithin, isTransient, withRetries } from './retry.ts'

/** An interaction to be answered. `receivedAt` is on the clock of `performance.now()`. */
export type InteractionHandle = {
  readonly id: string
  readonly token: string
  readonly applicationId: string
  readonly receivedAt: number
}

/** Milliseconds after an interaction arrived: Discord accepts edits for 15 min. */
const editDeadline = 14 * 60_000
/** Milliseconds for one attempt, so that a hanging request leaves time for another. */
const editAttempt = 5000
/** Milliseconds for a first response, after the interaction arrived, and for one attempt at it. */
export type CallbackLimits = { readonly deadline: number; readonly attempt: number }
/** Discord accepts a first response for 3 s. */
const discordsLimits: CallbackLimits = { deadline: 2500, attempt: 800 }
/** Milliseconds before the first retry of a callback: six attempts fit, enough when one request in five fails. */
const callbackFirstWait = 80

const codeOf = (error: unknown): string | number | undefined =>
  error instanceof DiscordAPIError ? error.code : undefined

/** Sends Discord the responses to an interaction. No mention in them is allowed to ping. */
export type Responder = {
  /**
   * Defers the response: with a new reply, for everybody or for the asker alone, or to change the reply whose button
   * was pressed. `expired`: Discord no longer knows the interaction. A callback with an unknown outcome counts as
   * acknowledged: the edit will tell.
   */
  acknowledge(asked: InteractionHandle, how: 'public' | 'private' | 'change'): Promise<'acknowledged' | 'expired'>
  /** Opens a form. */
  openForm(asked: InteractionHandle, form: APIModalInteractionResponseCallbackData): Promise<'acknowledged' | 'expired'>
  /** Replaces the deferred reply, or the one whose button was pressed. */
  edit(asked: InteractionHandle, message: OutgoingMessage): Promise<void>
  /** Sends the asker alone a message beside it. */
  tellAsker(asked: InteractionHandle, message: OutgoingMessage): Promise<void>
  /** Sends everybody in the channel a message beside it. One attempt only: a second could send it twice. */
  tellAll(asked: InteractionHandle, message: OutgoingMessage): Promise<void>
  /** Answers an autocomplete. */
  suggest(asked: InteractionHandle, choices: readonly APIApplicationCommandOptionChoice<string>[]): Promise<void>
}

/** A message as Discord takes it. An empty list of files removes those of the message before. */
const bodyOf = ({ style, content, components, files }: OutgoingMessage, privacy: 0 | MessageFlags.Ephemeral) => ({
  body: wellFormed({
    flags: style === 'cards' ? privacy | MessageFlags.IsComponentsV2 : privacy,
    ...(style === 'cards' ? {} : { content }),
    components,
    allowed_mentions: { parse: [] },
    attachments: files.map(({ name }, id) => ({ id, filename: name })),
  }),
  files: files.map(({ name, text, bytes }) =>
    bytes === undefined
      ? { name, data: Buffer.from(text), contentType: 'text/plain; charset=utf-8' }
      : { name, data: Buffer.from(bytes), contentType: 'application/octet-stream' },
  ),
  // The interaction's own token is in the URL.
  auth: false,
})

/**
 * @param rest with `retries: 0`: this module retries within the deadlines of interactions
 * @param stop ends waiting for a retry
 */
export const createResponder = (
  rest: REST,
  stop: AbortSignal,
  metrics: Metrics,
  callbackLimits: CallbackLimits = discordsLimits,
): Responder => {
  /** Sends a request of which only the success matters: the response is not parsed. */
  const send = async (request: InternalRequest): Promise<void> => {
    const response = await rest.queueRequest(request)
    await response.arrayBuffer()
  }
  const callback = (asked: InteractionHandle, body: unknown): Promise<void> =>
    withRetries(
      (signal) =>
        send({
          method: RequestMethod.Post,
          fullRoute: Routes.interactionCallback(asked.id, asked.token),
          body: wellFormed(body),
          auth: false,
          signal,
          query: new URLSearchParams({ with_response: 'false' }),
        }),
      {
        deadline: asked.receivedAt + callbackLimits.deadline,
        each: callbackLimits.attempt,
        firstWait: callbackFirstWait,
        signal: stop,
        onRetry: () => metrics.retried('callback'),
      },
    )
  const within = (asked: InteractionHandle, request: 'edit' | 'follow-up') => ({
    deadline: asked.receivedAt + editDeadline,
    each: editAttempt,
    signal: stop,
    onRetry: () => metrics.retried(request),
  })

  const first = async (asked: InteractionHandle, body: unknown): Promise<'acknowledged' | 'expired'> => {
    try {
      await callback(asked, body)
      return 'acknowledged'
    } catch (error) {
      const code = codeOf(error)
      const { InteractionHasAlreadyBeenAcknowledged: taken, UnknownInteraction: gone } = RESTJSONErrorCodes
      if (code === gone || code === taken) metrics.refused(code)
      if (code === gone) return 'expired'
      if (code === taken || isTransient(error)) return 'acknowledged'
      throw error
    }
  }
  const post = (
    asked: InteractionHandle,
    message: OutgoingMessage,
    privacy: 0 | MessageFlags.Ephemeral,
    signal: AbortSignal,
  ) =>
    send({
      method: RequestMethod.Post,
      fullRoute: Routes.webhook(asked.applicationId, asked.token),
      ...bodyOf(message, privacy),
      signal,
    })

  return {
    acknowledge: (asked, how) =>
      first(
        asked,
        how === 'change'
          ? { type: InteractionResponseType.DeferredMessageUpdate }
          : {
              type: InteractionResponseType.DeferredChannelMessageWithSource,
              data: how === 'private' ? { flags: MessageFlags.Ephemeral } : {},
            },
      ),
    openForm: (asked, form) => first(asked, { type: InteractionResponseType.Modal, data: form }),
    async edit(asked, message) {
      await withRetries(
        (signal) =>
          send({
            method: RequestMethod.Patch,
            fullRoute: Routes.webhookMessage(asked.applicationId, asked.token, '@original'),
            ...bodyOf(message, 0),
            signal,
          }),
        within(asked, 'edit'),
      )
    },
    async tellAsker(asked, message) {
      await withRetries((signal) => post(asked, message, MessageFlags.Ephemeral, signal), within(asked, 'follow-up'))
    },
    tellAll: (asked, message) => attemptWithin(editAttempt, (signal) => post(asked, message, 0, signal)),
    async suggest(asked, choices) {
      await callback(asked, { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } })
    },
  }
}
