import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js'

/** What a slash command was given, as the person typed it. */
export type Given = {
  readonly subcommand: string | undefined
  readonly options: { readonly [name: string]: string | number | boolean | undefined }
}

/** Reads the options of a slash command; whether they fit is judged later, against the command's declaration. */
export const readGiven = (interaction: ChatInputCommandInteraction): Given => {
  const [first] = interaction.options.data
  const isNested = first?.type === ApplicationCommandOptionType.Subcommand
  const options = isNested ? (first.options ?? []) : interaction.options.data
  return {
    subcommand: isNested ? first.name : undefined,
    options: Object.fromEntries(options.map(({ name, value }) => [name, value])),
  }
}
