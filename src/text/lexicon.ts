import { readWord } from './wink.ts'

/** What the language model knows of single words, whatever text they stand in. */
export type Lexicon = {
  /** Dictionary form of a lower-case word: `fled` is a form of `flee`. The word itself when it has no other. */
  lemmaOf(word: string): string
  /** Whether a lower-case word is in the model's lexicon of about 87,000 English words and names. */
  isKnownWord(word: string): boolean
}

/** A word that no lexicon has, to learn where the numbers of new words begin. */
const noWord = 'qxzvkjqxz'

/** Loads the model where nothing has yet: about 60 ms and 60 MB. */
export const createLexicon = (): Lexicon => {
  const firstNew = readWord(noWord).number
  return {
    lemmaOf: (word) => readWord(word).lemma,
    isKnownWord: (word) => readWord(word).number < firstNew,
  }
}
