import { setTimeout as sleep } from 'node:timers/promises'
import type { AutocompleteInteraction, ChatInputCommandInteraction, Interaction } from 'discord.js'
import { actionOf, type Command, isPrivate, type SharedContext } from '../../../command.ts'
import { usualSettings } from '../../../domain/guild-settings.ts'
import type { Log } from '../../../observing/log.ts'
import { sayIn } from '../../../wording/say.ts'
import { stoppingMessage } from '../messages/error-message.ts'
import type { Message } from '../messages/message.ts'
import { deliver } from '../sending/deliver.ts'
import type { Asked, Responder } from '../sending/responder.ts'
import type { Frame } from '../views/frame.ts'
import { readGiven } from './asked-command.ts'
import { createLimiter, type Limiter } from './limiter.ts'
import { createRecentIds } from './recent-ids.ts'
import { runCommand } from './run-command.ts'
import { mostChoices, sourceChoices } from './source-choices.ts'

/** Milliseconds for finding suggestions: Discord wants them 3 s after the key stroke, and they cannot be deferred. */
const suggestWithin = 1500

/** Key strokes of one person that are answered: more than anybody types, and too few to keep Quoth from its questions. */
const suggestLimit = { count: 30, seconds: 10 }

/** Takes the interactions of a bot, and knows which are still being answered. */
export type Handler = {
  /** Answers an interaction, once, however often it arrives. */
  take(interaction: Interaction): void
  /**
   * Takes no more work. Resolves when every interaction is answered; those that are still running after `patience`
   * milliseconds are told that Quoth is restarting.
   */
  drain(patience: number): Promise<void>
}

/** What `work` gives, or null as soon as `signal` aborts. */
const unlessAborted = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> => {
  const settled = new AbortController()
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', () => resolve(null), { signal: settled.signal })
  })
  return Promise.race([work, aborted]).finally(() => settled.abort())
}

export const createHandler = ({
  context,
  limiter,
  responder,
  log,
}: {
  readonly context: SharedContext
  readonly limiter: Limiter
  readonly responder: Responder
  readonly log: Log
}): Handler => {
  const isNew = createRecentIds()
  const suggestLimiter = createLimiter(suggestLimit)
  const running = new Set<Promise<void>>()
  const givingUp = new AbortController()
  let isOpen = true

  const commandOf = (name: string): Command | undefined => context.commands.find((command) => command.name === name)

  const answer = async (interaction: ChatInputCommandInteraction, asked: Asked): Promise<void> => {
    const isTaken = isOpen
    const command = commandOf(interaction.commandName)
    const given = readGiven(interaction)
    const settings = usualSettings
    const hidden = command === undefined || isPrivate(command, given.options, settings)
    if ((await responder.defer(asked, hidden)) === 'expired') {
      log.warn({ command: interaction.commandName, interaction: asked.id }, 'Too late: Discord had given up waiting')
      return
    }
    const frame: Frame = {
      say: sayIn('en'),
      style: settings.style,
      isPrivate: hidden,
      isInGuild: interaction.inGuild(),
      idOf: null,
      done: new Set(),
    }
    const asking = { command, given, userId: interaction.user.id, channelId: interaction.channelId, settings, frame }
    const message: Message | null = isTaken
      ? await unlessAborted(runCommand(asking, { context, limiter, log }), givingUp.signal)
      : null
    await deliver(responder, asked, message ?? stoppingMessage(), log)
    log.info({ command: interaction.commandName, ms: Math.round(performance.now() - asked.receivedAt) }, 'Handled')
  }

  const suggestions = async (interaction: AutocompleteInteraction) => {
    const command = commandOf(interaction.commandName)
    const { name, value } = interaction.options.getFocused(true)
    if (command === undefined || !isOpen) return []
    const option = actionOf(command, interaction.options.getSubcommand(false) ?? undefined).options[name]
    if (option?.type !== 'string' || option.suggest === undefined) return []
    if (!suggestLimiter(interaction.user.id).allowed) return []
    const late = sleep(suggestWithin, [], { ref: false })
    return sourceChoices(await Promise.race([context.quoth.suggestSources(value, mostChoices), late]))
  }

  const complete = async (interaction: AutocompleteInteraction, asked: Asked): Promise<void> => {
    const choices = await suggestions(interaction).catch((error: unknown) => {
      log.error({ err: error, command: interaction.commandName }, 'Suggestions failed')
      return []
    })
    // A suggestion that comes too late is worth nothing to anybody.
    await responder.suggest(asked, choices).catch((error: unknown) => log.debug({ err: error }, 'Suggestions not sent'))
  }

  const handle = async (interaction: Interaction): Promise<void> => {
    const { id, token, applicationId } = interaction
    const asked = { id, token, applicationId, receivedAt: performance.now() }
    if (interaction.isChatInputCommand()) await answer(interaction, asked)
    else if (interaction.isAutocomplete()) await complete(interaction, asked)
  }

  return {
    take(interaction) {
      if (!isNew(interaction.id)) return
      const work = handle(interaction)
        .catch((error: unknown) => log.error({ err: error, interaction: interaction.id }, 'An interaction failed'))
        .finally(() => running.delete(work))
      running.add(work)
    },
    async drain(patience) {
      isOpen = false
      const timer = setTimeout(() => givingUp.abort(), patience)
      // Work that arrives meanwhile is told at once, and waited for as well.
      while (running.size > 0) await Promise.all(running)
      clearTimeout(timer)
    },
  }
}
