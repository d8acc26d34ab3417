import { setTimeout as sleep } from 'node:timers/promises'
import type { AutocompleteInteraction } from 'discord.js'
import { actionOf } from '../../../command.ts'
import type { Limiter } from '../serving/limiter.ts'
import type { Serving } from '../serving/serving.ts'
import { mostChoices, sourceChoices } from './source-choices.ts'

/** Milliseconds for finding suggestions: Discord wants them 3 s after the key stroke, and they cannot be deferred. */
const suggestWithin = 1500

/** Key strokes of one person that are answered: more than anybody types, and too few to keep Quoth from its questions. */
export const suggestLimit = { count: 30, seconds: 10 }

/** The choices for what a person has typed so far; none in time is none at all. */
export const suggestions = async (interaction: AutocompleteInteraction, limiter: Limiter, serving: Serving) => {
  const command = serving.commands.find(({ name }) => name === interaction.commandName)
  if (command === undefined) return []
  const { name, value } = interaction.options.getFocused(true)
  const option = actionOf(command, interaction.options.getSubcommand(false) ?? undefined).options[name]
  if (option?.type !== 'string' || option.suggest === undefined) return []
  if (!limiter(interaction.user.id).allowed) return []
  const { guildId } = interaction
  const found = async () =>
    serving.libraryOf(guildId).suggestSources(value, mostChoices, await serving.uses.of(guildId))
  return sourceChoices(await Promise.race([found(), sleep(suggestWithin, [], { ref: false })]))
}
