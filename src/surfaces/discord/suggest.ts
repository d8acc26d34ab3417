import { setTimeout as sleep } from 'node:timers/promises'
import type { AutocompleteInteraction } from 'discord.js'
import { actionOf, isPrivate } from '../../command.ts'
import type { DocumentEntry } from '../../domain/curation.ts'
import { sourceId } from '../../domain/source.ts'
import type { SourceSuggestion } from '../../quoth.ts'
import type { Limiter } from './limiter.ts'
import { limits } from './message/budget.ts'
import { oneLine } from './message/neutralise.ts'
import { curatorRoleOf, personOf, readerOf } from './person.ts'
import { namesApart, sentName } from './replies/source-names.ts'
import type { Services } from './services.ts'

/** Characters of a publisher. */
const maxPublisher = 30
/** Characters of a file’s name. */
const maxFileName = 30

/** How many choices Discord shows. */
const maxChoices = limits.choices.count

/** Publisher and year, as far as known: ` · Harbour Post · 1987`. */
const detailsOf = ({ publisher, issued }: SourceSuggestion): string =>
  [oneLine(publisher ?? '', maxPublisher), oneLine(issued?.slice(0, 4) ?? '', 4)]
    .flatMap((each) => (each === '' ? [] : [` · ${each}`]))
    .join('')

/**
 * Suggested sources as choices of autocomplete: title, publisher and year are shown, ids or keys are sent. Each is
 * within Discord's limits and different from the others.
 */
export const sourceChoices = (
  suggestions: readonly SourceSuggestion[],
): readonly { readonly name: string; readonly value: string }[] => {
  // Two sources of one value are one choice.
  const shown = [...new Map(suggestions.map((each) => [sentName(each.id), each])).entries()].slice(0, maxChoices)
  const names = namesApart(shown.map(([, each]) => ({ id: each.id, title: each.title, behind: detailsOf(each) })))
  return shown.map(([value], at) => ({ name: names[at] ?? value, value }))
}

/** Documents that were added as choices of autocomplete: title and file name are shown, ids are sent. */
const documentChoices = (entries: readonly DocumentEntry[]) => {
  const shown = entries.slice(0, maxChoices)
  const names = namesApart(
    shown.map(({ document: { id, name }, title }) => ({
      id: sourceId(id),
      title,
      behind: name === title ? '' : ` · ${oneLine(name, maxFileName)}`,
    })),
  )
  return shown.map(({ document: { id } }, at) => ({ name: names[at] ?? id, value: id as string }))
}

/** Milliseconds for finding suggestions: Discord wants them 3 s after the keystroke, and they cannot be deferred. */
const suggestWithin = 1500

/** Keystrokes of one person that are answered: more than anybody types, and too few to slow down questions. */
export const suggestLimit = { count: 30, seconds: 10 }

/** The choices for what a person has typed so far; none if they are not found in time. */
export const suggestions = async (interaction: AutocompleteInteraction, limiter: Limiter, services: Services) => {
  const command = services.commands.find(({ name }) => name === interaction.commandName)
  if (command === undefined) return []
  const { name, value } = interaction.options.getFocused(true)
  const option = actionOf(command, interaction.options.getSubcommand(false) ?? undefined).options[name]
  if (option?.type !== 'string' || option.suggest === undefined) return []
  if (!limiter(interaction.user.id).allowed) return []
  const { guildId } = interaction
  const settings = await services.settings.of(guildId)
  const hidden = interaction.options.getBoolean('private')
  const args = hidden === null ? {} : { private: hidden }
  const person = personOf(interaction)
  const reader = readerOf(person, settings, isPrivate(command, args, settings))
  const wanted = option.suggest
  const found = async () => {
    if (wanted !== 'source') {
      const curator = services.curatorFor(curatorRoleOf(person, settings))
      return documentChoices(await curator.suggest(value, maxChoices, wanted === 'removed-document'))
    }
    const quoth = await services.libraryOf(reader)
    return sourceChoices(await quoth.suggestSources(value, maxChoices, await services.uses.of(guildId)))
  }
  return Promise.race([found(), sleep(suggestWithin, [], { ref: false })])
}
