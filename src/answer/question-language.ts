import { languageOfQuestion, type ReadLanguage, readAs } from '../language/languages.ts'
import type { ReadIn } from './interpret.ts'

/** The languages that have rules, of a library, commonest first. */
const languagesRead = (languages: ReadonlyMap<string | null, number>): readonly ReadLanguage[] => {
  const counts = new Map<ReadLanguage, number>()
  for (const [tag, sources] of languages) counts.set(readAs(tag), (counts.get(readAs(tag)) ?? 0) + sources)
  return [...counts].sort(([a, most], [b, least]) => least - most || (a < b ? -1 : 1)).map(([language]) => language)
}

/**
 * The languages that a question is read in. In a library in English alone, it is always read as English.
 * @param languages how many sources the library has in each language
 */
export const readInOf = (question: string, languages: ReadonlyMap<string | null, number>): ReadIn => {
  const among = languagesRead(languages)
  if (among.every((language) => language === 'en')) return { language: 'en', others: [] }
  const { language } = languageOfQuestion(question, among)
  return { language, others: among.filter((other) => other !== language) }
}
