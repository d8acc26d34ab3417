import { setMaxListeners } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AutocompleteInteraction, Interaction } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { languageFor, translatorFor } from '../../i18n/say.ts'
import { createIncident } from '../../observability/defects.ts'
import type { HandledInteraction } from '../../observability/interactions.ts'
import type { InteractionHandle, Responder } from './gateway/responder.ts'
import { createLimiter } from './limiter.ts'
import { incidentMessage } from './message/notice.ts'
import { noticePlan, type Performed, type Plan, perform } from './plan.ts'
import { planCommand, planMessageCommand } from './plan-command.ts'
import { planForm, planPress } from './plan-press.ts'
import type { Services } from './services.ts'
import { suggestions, suggestLimit } from './suggest.ts'

/** Milliseconds for which the token of an interaction is valid, and so could be answered a second time. */
const tokenLifetime = 15 * 60_000

/** More than arrive within minutes on the busiest day; what a gateway sends again is younger than that. */
const maxIds = 10_000

/**
 * Remembers the newest 10,000 ids for 15 minutes: a gateway that resumes may send again what it sent before.
 * @param now milliseconds of a monotonic clock, never 0
 * @returns whether an id is new; it is remembered from then on
 */
export const createRecentIds = (now: () => number = () => performance.now()): ((id: string) => boolean) => {
  const seen = new LRUCache<string, true>({ max: maxIds, ttl: tokenLifetime, ttlResolution: 0, perf: { now } })
  return (id) => {
    if (seen.has(id)) return false
    seen.set(id, true)
    return true
  }
}

/**
 * Starts each caller in its own turn of the event loop, in order of arrival: a hundred questions at once are worked
 * on one after another, and whatever else arrives is handled in between.
 */
export const createTurnstile = (): (() => Promise<void>) => {
  let last = Promise.resolve()
  return () => {
    last = last.then(() => nextTurn())
    return last
  }
}

/** Handles the interactions of a bot, and knows which are still being answered. */
type Handler = {
  /** Answers an interaction, once, however often it arrives. */
  take(interaction: Interaction): void
  /**
   * Accepts no more work. Resolves when every interaction is answered; those that still run after `patience`
   * milliseconds are told that Quoth is restarting.
   */
  drain(patience: number): Promise<void>
}

/** What is done about an interaction; null for a kind that Quoth does not use. */
const planOf = async (interaction: Interaction, services: Services): Promise<Plan | null> => {
  if (interaction.isChatInputCommand()) return planCommand(interaction, services)
  if (interaction.isMessageContextMenuCommand()) return planMessageCommand(interaction, services)
  if (interaction.isMessageComponent()) return planPress(interaction, services)
  return interaction.isModalSubmit() ? planForm(interaction, services) : null
}

/** The kind of an interaction that is answered: suggestions are only completed. */
const kindOf = (interaction: Interaction): HandledInteraction['kind'] => {
  if (interaction.isModalSubmit()) return 'form'
  if (interaction.isMessageComponent()) return interaction.isButton() ? 'button' : 'menu'
  return interaction.isMessageContextMenuCommand() ? 'message command' : 'command'
}

/** @param tell is called with each interaction once it is over */
export const createHandler = (
  services: Services,
  { responder, tell }: { readonly responder: Responder; readonly tell: (interaction: HandledInteraction) => void },
): Handler => {
  const { log } = services
  const isNew = createRecentIds()
  const suggestLimiter = createLimiter(suggestLimit)
  const running = new Set<Promise<void>>()
  const begin = createTurnstile()
  const givingUp = new AbortController()
  // Every running interaction listens to it; Node warns of more than ten listeners.
  setMaxListeners(0, givingUp.signal)
  /** For interactions that arrive when no more work is accepted. */
  const late = AbortSignal.abort()
  let isOpen = true

  const answer = async (interaction: Interaction, asked: InteractionHandle): Promise<void> => {
    const stop = isOpen ? givingUp.signal : late
    const plan = await planOf(interaction, services).catch((error: unknown) => {
      const incident = createIncident()
      log.error({ err: error, incident }, 'Planning an interaction failed')
      const t = translatorFor(languageFor(interaction.locale))
      return noticePlan(t, 'unknown', incidentMessage(t, incident), 'failed')
    })
    if (plan === null) return
    const { label: action, question } = plan
    const performed = await perform(plan, asked, { responder, log, stop, begin }).catch((error: unknown): Performed => {
      log.error({ err: error, interaction: asked.id }, 'An interaction failed')
      return { outcome: 'failed', msToAcknowledge: null, msToAnswer: null }
    })
    tell({
      kind: kindOf(interaction),
      action,
      guild: interaction.guildId,
      ...performed,
      ...(question !== undefined && { question }),
    })
  }

  const complete = async (interaction: AutocompleteInteraction, asked: InteractionHandle): Promise<void> => {
    const choices = isOpen
      ? await suggestions(interaction, suggestLimiter, services).catch((error: unknown) => {
          log.error({ err: error, command: interaction.commandName }, 'Suggestions failed')
          return []
        })
      : []
    // Suggestions that come too late are no use to anybody.
    const isSent = await responder.suggest(asked, choices).then(
      () => true,
      (error: unknown) => {
        log.debug({ err: error }, 'Suggestions could not be sent')
        return false
      },
    )
    const ms = performance.now() - asked.receivedAt
    const { commandName: action, guildId: guild } = interaction
    const outcome = isSent ? 'answered' : 'expired'
    tell({
      kind: 'suggestions',
      action,
      guild,
      outcome,
      msToAcknowledge: isSent ? ms : null,
      msToAnswer: isSent ? ms : null,
    })
  }

  return {
    take(interaction) {
      if (!isNew(interaction.id)) return
      const { id, token, applicationId } = interaction
      const asked = { id, token, applicationId, receivedAt: performance.now() }
      const work = (interaction.isAutocomplete() ? complete(interaction, asked) : answer(interaction, asked))
        .catch((error: unknown) => log.error({ err: error, interaction: id }, 'An interaction failed'))
        .finally(() => running.delete(work))
      running.add(work)
    },
    async drain(patience) {
      isOpen = false
      const timer = setTimeout(() => givingUp.abort(), patience)
      // Interactions that arrive meanwhile are told at once, and waited for as well.
      while (running.size > 0) await Promise.all(running)
      clearTimeout(timer)
    },
  }
}
