import type { APIApplicationCommand, APIApplicationCommandOptionChoice } from 'discord-api-types/v10'
import type { Acknowledgement, Modal } from './interaction.ts'
import type { CommandScope } from './limits/commands.ts'
import type { LoopbackMessage } from './message.ts'

/** Something that a person in front of Discord, or a test, would notice. `interaction` is an interaction's id. */
export type LoopbackEvent =
  | { readonly kind: 'bot-online' }
  | { readonly kind: 'bot-offline' }
  | {
      readonly kind: 'commands-registered'
      readonly scope: CommandScope
      readonly commands: readonly APIApplicationCommand[]
    }
  | { readonly kind: 'acknowledged'; readonly interaction: string; readonly acknowledgement: Acknowledgement }
  /** The time for a first response is over. */
  | { readonly kind: 'interaction-failed'; readonly interaction: string }
  | {
      readonly kind: 'choices-offered'
      readonly interaction: string
      readonly choices: readonly APIApplicationCommandOptionChoice[]
    }
  | { readonly kind: 'modal-opened'; readonly interaction: string; readonly modal: Modal }
  | { readonly kind: 'message-created'; readonly message: LoopbackMessage }
  | { readonly kind: 'message-updated'; readonly message: LoopbackMessage }
  | { readonly kind: 'message-deleted'; readonly message: LoopbackMessage }
  /** After the messages that were in it. */
  | { readonly kind: 'channel-deleted'; readonly channel: string }

export type LoopbackEvents = {
  emit(event: LoopbackEvent): void
  /** Calls `listener` for every event from now on. Returns how to stop. */
  on(listener: (event: LoopbackEvent) => void): () => void
}

export const createEvents = (): LoopbackEvents => {
  const listeners = new Set<(event: LoopbackEvent) => void>()
  return {
    emit: (event) => {
      for (const listener of [...listeners]) listener(event)
    },
    on: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/**
 * What `probe` finds, asked now and after every event until it is something.
 * @throws Error what `probe` throws, or one that names `what` after `within` milliseconds
 */
export const waitFor = <T>(
  events: LoopbackEvents,
  probe: () => T | undefined,
  { within, what }: { readonly within: number; readonly what: string },
): Promise<T> =>
  new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      stop()
      finish()
    }
    const look = () => {
      try {
        const found = probe()
        if (found !== undefined) settle(() => resolve(found))
      } catch (error) {
        settle(() => reject(error))
      }
    }
    const timer = setTimeout(() => settle(() => reject(new Error(`No ${what} within ${within} ms.`))), within)
    const stop = events.on(look)
    look()
  })
