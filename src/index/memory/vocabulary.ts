import { comparedSkeleton, skeletonHash } from '../../language/english/spelling.ts'
import type { IndexedWord, Vocabulary } from '../port.ts'
import type { AcronymTable } from './acronym-table.ts'
import { createNearWords } from './corrections.ts'
import type { Dictionary } from './dictionary.ts'
import type { DocumentFrequencies } from './document-frequencies.ts'
import { createWordParts } from './word-parts.ts'

/** The vocabulary of what a dictionary counts: a word that no passage has any more is none of it. */
export const createVocabulary = (
  dictionary: Dictionary,
  counts: DocumentFrequencies,
  acronyms: Pick<AcronymTable, 'of' | 'for'>,
): Vocabulary => {
  const { words, terms } = dictionary
  const parts = createWordParts(words)
  const isHeld = (word: number): boolean => counts.ofWord(word) > 0
  const wordAt = (word: number): IndexedWord => ({
    form: words[word] as string,
    term: terms[dictionary.termOfWord(word)] as string,
    passages: counts.ofWord(word),
  })
  return {
    passagesWith: (term) => counts.ofTerm(dictionary.termNumber(term) ?? -1),
    wordsOf: (folded) => dictionary.wordNumbers(folded).filter(isHeld).map(wordAt),
    alike: (folded, limit) => {
      const skeleton = comparedSkeleton(folded)
      const alike: IndexedWord[] = []
      for (const word of dictionary.alike(skeletonHash(folded))) {
        if (alike.length === limit) break
        if (isHeld(word) && comparedSkeleton(words[word] as string) === skeleton) alike.push(wordAt(word))
      }
      return alike
    },
    near: createNearWords(dictionary, counts),
    containing: (letters) => {
      const found = new Set<number>()
      for (const word of parts.mayHave(letters))
        if (isHeld(word) && (words[word] as string).includes(letters)) found.add(word)
      return [...found].map(wordAt)
    },
    acronymsOf: acronyms.of,
    acronymsFor: acronyms.for,
  }
}
