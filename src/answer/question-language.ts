import { languageName } from '../domain/language-name.ts'
import { andList, type Message, msg } from '../domain/message.ts'
import { languageOfQuestion, otherLanguageOf, type ReadLanguage, readAs } from '../language/languages.ts'
import type { ReadIn } from './interpret.ts'

/** How many sources there are in each language, by its tag; null for an unknown one. */
type Languages = ReadonlyMap<string | null, number>

const commonestFirst = <L extends string>(counts: Iterable<readonly [L, number]>): readonly L[] =>
  [...counts].sort(([a, most], [b, least]) => least - most || (a < b ? -1 : 1)).map(([language]) => language)

/** The tags of the languages of a library, commonest first; without the unknown ones. */
export const knownLanguages = (languages: Languages): readonly string[] =>
  commonestFirst([...languages].flatMap(([tag, sources]) => (tag === null ? [] : [[tag, sources] as const])))

/** By whose rules the sources of a library are read, commonest first. */
const languagesRead = (languages: Languages): readonly ReadLanguage[] => {
  const counts = new Map<ReadLanguage, number>()
  for (const [tag, sources] of languages) counts.set(readAs(tag), (counts.get(readAs(tag)) ?? 0) + sources)
  return commonestFirst(counts)
}

/** The languages that a question is read in. In a library in English alone, it is always read as English. */
export const readInOf = (question: string, languages: Languages): ReadIn => {
  const among = languagesRead(languages)
  if (among.every((language) => language === 'en')) return { language: 'en', others: [] }
  const language = languageOfQuestion(question, among)
  return { language, others: among.filter((other) => other !== language) }
}

/** What to tell whoever asked in a language that the library is not in, and was not answered. */
export const languageNotes = (question: string, languages: Languages): readonly Message[] => {
  const known = knownLanguages(languages)
  const other = languages.has(null) || known.length === 0 ? null : otherLanguageOf(question, known)
  return other === null
    ? []
    : [msg`The question seems to be in ${languageName(other)}. The library is in ${andList(known.map(languageName))}.`]
}
