import { type Language, languages } from '../domain/guild-settings.ts'
import { filled, keyOf, type Message, type MessageValue } from '../domain/message.ts'
import { german } from './german.ts'

/**
 * The messages of one language, by the English ones: text with the same `{n}`, or, where that does not do (a language
 * with more forms of the plural), what makes the text of the values.
 */
export type Catalogue = { readonly [key: string]: string | ((values: readonly MessageValue[]) => string) }

/** A language, beside English. */
export type Wording = {
  readonly messages: Catalogue
  /** Names of commands, subcommands, options, choices and message commands, by their English ones. */
  readonly names: { readonly [name: string]: string }
}

/** Says things in one language: t`Searched ${count} sources.` */
export type Translator = {
  (strings: TemplateStringsArray, ...values: readonly MessageValue[]): string
  /** What was said elsewhere. */
  of(message: Message): string
  /** A command, subcommand, option or choice as readers of the language know it: `/ask` is `/fragen` to them. */
  nameOf(name: string): string
  readonly language: Language
  /** The BCP 47 tag for dates and numbers. */
  readonly locale: string
}

const locales: { readonly [language in Language]: string } = { en: 'en-GB', de: 'de-DE' }
export const wordings: { readonly [language in Language]: Wording } = { en: { messages: {}, names: {} }, de: german }

/** How Quoth speaks in a language. A message that a catalogue lacks is said in English. */
export const translatorFor = (language: Language): Translator => {
  const locale = locales[language]
  const { messages, names } = wordings[language]
  const nameOf = (name: string): string => names[name] ?? name
  const show = (value: MessageValue): string => {
    if (typeof value === 'object') return 'name' in value ? nameOf(value.name) : of(value)
    return typeof value === 'number' ? value.toLocaleString(locale) : value
  }
  const of = ({ key, values }: Message): string => {
    const template = messages[key] ?? key
    return typeof template === 'string' ? filled(template, values, show) : template(values)
  }
  const t = (strings: TemplateStringsArray, ...values: readonly MessageValue[]): string =>
    of({ key: keyOf(strings), values })
  return Object.assign(t, { of, nameOf, language, locale })
}

/** The language of Quoth that a reader with this locale, such as `de-AT`, reads best. */
export const languageFor = (locale: string): Language => {
  const [code] = locale.toLowerCase().split('-')
  return languages.find((language) => language === code) ?? 'en'
}
