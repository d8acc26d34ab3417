import { ApplicationCommandOptionType } from 'discord-api-types/v10'
import { z } from 'zod'
import { issue } from './form.ts'
import { localizations } from './localizations.ts'
import { text } from './text.ts'

const largest = 2 ** 53

/** A number that an option of `type` takes: whole for one of whole numbers. */
export const numberFor = (type: number) => {
  const number = z.number().min(-largest).max(largest)
  return type === ApplicationCommandOptionType.Integer ? number.multipleOf(1) : number
}

/** The choices of an option of `type`, declared with a command or offered while a person types: at most 25. */
const choices = (type: number) =>
  z
    .array(
      z.object({
        name: text(1, 100),
        name_localizations: localizations(text(1, 100)),
        value: type === ApplicationCommandOptionType.String ? text(1, 100) : numberFor(type),
      }),
    )
    .max(25)

/** Choices that stand in a command: no two have the same name. */
export const declaredChoices = (type: number) =>
  choices(type).superRefine((all, context) => {
    const names = all.map(({ name }) => name)
    for (const [place, name] of names.entries())
      if (names.indexOf(name) < place)
        context.addIssue(
          issue('APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS', 'Option choice name already exists', [place]),
        )
  })

/** What a bot offers for the option that a person types in. */
export const autocompleteResult = (type: number) => z.object({ choices: choices(type) })
