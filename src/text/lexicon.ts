import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'

/** What the language model knows of single words, whatever text they stand in. */
export type Lexicon = {
  /** Dictionary form of a lower-case word: `fled` is a form of `flee`. The word itself when it has no other. */
  lemmaOf(word: string): string
  /** Whether a lower-case word is in the model's lexicon of about 87,000 English words and names. */
  isKnownWord(word: string): boolean
}

/** A word that no lexicon has, to learn where the numbers of new words begin. */
const noWord = 'qxzvkjqxz'

/** Loads the model: about 60 ms and 60 MB. */
export const createLexicon = (): Lexicon => {
  const wink = winkNLP(model, ['pos'])
  const { its } = wink
  const idOf = (word: string): number => Number(wink.readDoc(word).tokens().itemAt(0)?.out(its.uniqueId))
  const firstNew = idOf(noWord)
  return {
    lemmaOf: (word) => {
      // wink types `its.lemma` for collections only; on an item it gives the item's lemma.
      const lemma = wink
        .readDoc(word)
        .tokens()
        .itemAt(0)
        ?.out(its.lemma as never) as string | undefined
      return lemma || word
    },
    isKnownWord: (word) => idOf(word) < firstNew,
  }
}
