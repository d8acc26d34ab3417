import lunr from 'lunr'
import type { Analyser } from './port.ts'
import { spellingOf } from './spelling.ts'
import { tokenise } from './tokenise.ts'

/** How many distinct words' terms are remembered; a library's vocabulary seldom has more. */
const remembered = 200_000

/**
 * lunr's own pipeline (stop words, Porter stemmer) over our tokens. `lemmaOf` joins the irregular inflections that a
 * stemmer cannot (`fled` and `flee`).
 */
export const createAnalyser = (lemmaOf: (word: string) => string): Analyser => {
  const pipeline = new lunr.Pipeline()
  pipeline.add(lunr.stopWordFilter, lunr.stemmer)
  const stem = (word: string): string | undefined => pipeline.runString(word)[0]
  const terms = new Map<string, string | null>()

  const termOf = (folded: string): string | null => {
    const known = terms.get(folded)
    if (known !== undefined) return known
    const isWord = /^\p{Ll}+$/u.test(folded)
    const term = stem(isWord ? spellingOf(folded) : folded)
    // A stop word stays one; a lemma that is one (`saw` is a form of `see`, `made` of `make`) does not make its form one.
    const lemma = term === undefined || !isWord ? undefined : stem(spellingOf(lemmaOf(folded)))
    const result = term === undefined ? null : (lemma ?? term)
    if (terms.size >= remembered) terms.clear()
    terms.set(folded, result)
    return result
  }

  return {
    tokenise,
    termOf,
    analyse: (text) =>
      tokenise(text).flatMap(({ start, end, folded }) => {
        const term = termOf(folded)
        return term === null ? [] : [{ start, end, folded, term }]
      }),
  }
}
