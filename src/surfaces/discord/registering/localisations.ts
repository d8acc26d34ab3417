import { Locale } from 'discord.js'
import { type Language, languages } from '../../../domain/guild-settings.ts'
import { sayIn } from '../../../wording/say.ts'

/** Discord's codes of the languages that Quoth speaks beside English, the language of the texts themselves. */
const codes: { readonly [language in Exclude<Language, 'en'>]: Locale } = { de: Locale.German }

/** Texts by Discord's codes of their languages; a reader of any other sees the English one. */
type Localisations = Partial<Record<Locale, string>>

const inEach = (of: (language: Language) => string): Localisations =>
  Object.fromEntries(languages.flatMap((language) => (language === 'en' ? [] : [[codes[language], of(language)]])))

/** The names of a command, subcommand, option or choice in other languages; `american` is the one of American English. */
export const namesOf = (name: string, american?: string): { readonly name_localizations: Localisations } => ({
  name_localizations: {
    ...(american === undefined ? {} : { [Locale.EnglishUS]: american }),
    ...inEach((language) => sayIn(language).nameOf(name)),
  },
})

/** What a command, subcommand or option says of itself in other languages. */
export const descriptionsOf = (description: string): { readonly description_localizations: Localisations } => ({
  description_localizations: inEach((language) => sayIn(language).of({ key: description, values: [] })),
})
