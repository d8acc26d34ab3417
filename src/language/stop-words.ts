import { englishStopWords } from './english/stop-words.ts'
import { rulesOf } from './languages.ts'

export const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const none: ReadonlySet<string> = new Set()

/**
 * @param language its tag, or null
 * @returns its stop words, folded; none for a language without rules
 */
export const stopWordsOf = (language: string | null): ReadonlySet<string> =>
  rulesOf(language)?.stopWords ?? (language === 'en' ? englishStopWords : none)
