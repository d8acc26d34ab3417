import { type Message, msg } from './message.ts'

const names: { readonly [tag: string]: Message } = {
  de: msg`German`,
  en: msg`English`,
  es: msg`Spanish`,
  fr: msg`French`,
  it: msg`Italian`,
  nl: msg`Dutch`,
  pt: msg`Portuguese`,
}

/**
 * @param tag a BCP 47 tag of a language
 * @returns its name, to be translated; a language without one is named by its tag
 */
export const languageName = (tag: string): Message => names[tag] ?? msg`“${tag}”`
