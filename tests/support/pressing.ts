import type { Loopback, LoopbackOptions } from '../../packages/preview/src/loopback/loopback.ts'
import type { LoopbackMessage } from '../../packages/preview/src/loopback/message.ts'
import type { Quoth } from '../../src/quoth.ts'
import type { BotOptions } from '../../src/surfaces/discord/bot.ts'
import { botOn, customIds, shownText } from './discord-bot.ts'
import { patience } from './eventually.ts'
import { startPatientLoopback } from './patient-loopback.ts'

export const ada = { id: '100000000000000011', name: 'Ada' } as const
export const ben = { id: '100000000000000012', name: 'Ben' } as const

type Values = { readonly [name: string]: string | number | boolean }

/** A bot on a loopback Discord, and what a person does there. */
export const startConversation = async (
  options: Partial<BotOptions> & { readonly quoth?: Quoth } = {},
  places: LoopbackOptions = {},
) => {
  const loopback = await startPatientLoopback({ users: [ada, ben], ...places })
  let started = await botOn(loopback, { askLimit: { count: 100, seconds: 1 }, graceMs: 1000, ...options })
  return {
    loopback,
    bot: () => started.bot,
    logged: () => started.logged,
    use: async (
      command: string,
      values: Values = {},
      { user = ada.id as string, subcommand = '', channel = '' } = {},
    ) =>
      loopback
        .invoke({
          command,
          options: values,
          user,
          ...(subcommand === '' ? {} : { subcommand }),
          ...(channel === '' ? {} : { channel }),
        })
        .answered(),
    /** Presses the n-th button of a deed. */
    press: (message: LoopbackMessage, action: string, n = 0, user: string = ada.id) =>
      loopback.click(message.id, idOf(message, action, n), { user }),
    /** The message as it is once a button that changes it was pressed. */
    change: async (
      message: LoopbackMessage,
      action: string,
      n = 0,
      user: string = ada.id,
    ): Promise<LoopbackMessage> => {
      const changed = nextChange(loopback, message.id)
      loopback.click(message.id, idOf(message, action, n), { user })
      return changed
    },
    choose: (message: LoopbackMessage, action: string, values: readonly string[], user: string = ada.id) =>
      loopback.select(message.id, idOf(message, action), values, { user }),
    /** Ends the bot and starts another, with the same state unless told otherwise. */
    restart: async (again: Parameters<typeof botOn>[1] = {}) => {
      await started.bot.close()
      started = await botOn(loopback, { askLimit: { count: 100, seconds: 1 }, graceMs: 1000, ...options, ...again })
    },
    close: async () => {
      await started.bot.close()
      await loopback.close()
    },
  }
}

/** The custom id of the n-th button or menu of a deed. @throws Error when the message has none */
export const idOf = (message: LoopbackMessage, action: string, n = 0): string => {
  const id = customIds(message).get(action)?.[n]
  if (id === undefined)
    throw new Error(`no “${action}” among ${[...customIds(message).keys()].join(', ')}: ${shownText(message)}`)
  return id
}

/** The message as it is after its next change. */
export const nextChange = (loopback: Loopback, id: string): Promise<LoopbackMessage> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`message ${id} did not change`)), patience)
    const stop = loopback.onEvent((event) => {
      if (event.kind !== 'message-updated' || event.message.id !== id) return
      clearTimeout(late)
      stop()
      resolve(event.message)
    })
  })

/** Gives a button another custom id, as somebody could who writes to Discord's API past its client. */
export const tamper = (part: unknown, from: string, to: string): void => {
  if (typeof part !== 'object' || part === null) return
  if ('custom_id' in part && part.custom_id === from) part.custom_id = to
  for (const inner of Object.values(part)) tamper(inner, from, to)
}

export type Conversation = Awaited<ReturnType<typeof startConversation>>
