import { ApplicationCommandOptionType } from 'discord-api-types/v10'
import { z } from 'zod'
import { localizations } from './localizations.ts'
import { text } from './text.ts'

const largest = 2 ** 53

/** What a choice of an option may hold, by the option's type; other types have no choices. */
const choiceValue = (type: number) => {
  if (type === ApplicationCommandOptionType.Integer) return z.int().min(-largest).max(largest)
  if (type === ApplicationCommandOptionType.Number) return z.number().min(-largest).max(largest)
  return text(1, 100)
}

/** The choices of an option of `type`, declared with a command or offered while a person types: at most 25. */
export const choices = (type: number) =>
  z
    .array(z.object({ name: text(1, 100), name_localizations: localizations(text(1, 100)), value: choiceValue(type) }))
    .max(25)

export const autocompleteResult = (type: number) => z.object({ choices: choices(type) })
