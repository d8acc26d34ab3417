import type { Token } from '../port.ts'
import type { Dictionary } from './dictionary.ts'
import type { DocumentFrequencies } from './document-frequencies.ts'

/** Letters of a term that is looked for in compounds, and of what else a compound has. */
const minTermLength = 5
const minRestLength = 3
/** Letters of a part of a word that the library lacks. */
const minPartLength = 4
/** Compounds of a word that are searched for: the commonest. */
const maxCompounds = 12

/** What may stand between the parts of a compound. */
const linkings = ['', 's', 'es', 'n', 'en', 'e', 'er']

/** Looks words up in the compounds of an index, and the parts of compounds. */
type Compounds = {
  /** The terms that end in `term`, or begin with it and go on with another word of the index. */
  having(term: string): readonly string[]
  /** The terms of two parts of a word, or of its last part alone; none if the index has neither. */
  partsOf(token: Token): readonly string[]
}

/** Compounds of the terms of an index: every term is compared, which takes a millisecond for 200,000. */
export const createCompounds = (dictionary: Dictionary, counts: DocumentFrequencies): Compounds => {
  const passagesOf = (term: string): number => counts.ofTerm(dictionary.termNumber(term) ?? -1)
  const isKnown = (term: string): boolean => term.length >= minPartLength && passagesOf(term) > 0
  /** Whether `rest` is a word of the index, or ends in one, behind a linking element. */
  const goesOnWithWord = (rest: string): boolean =>
    linkings.some((linking) => rest.startsWith(linking) && isKnown(rest.slice(linking.length)))

  return {
    having: (term) => {
      if (term.length < minTermLength) return []
      const found: { readonly term: string; readonly passages: number }[] = []
      for (const [number, other] of dictionary.terms.entries()) {
        if (other.length < term.length + minRestLength) continue
        if (!other.endsWith(term) && !(other.startsWith(term) && goesOnWithWord(other.slice(term.length)))) continue
        const passages = counts.ofTerm(number)
        if (passages > 0) found.push({ term: other, passages })
      }
      return found
        .sort((a, b) => b.passages - a.passages || (a.term < b.term ? -1 : 1))
        .slice(0, maxCompounds)
        .map((each) => each.term)
    },
    partsOf: ({ term }) => {
      // The longest last part first: it says what the thing is.
      for (let cut = minPartLength; cut <= term.length - minPartLength; cut++) {
        const last = term.slice(cut)
        if (!isKnown(last)) continue
        const first = term.slice(0, cut)
        const before = linkings
          .filter((linking) => first.endsWith(linking))
          .map((linking) => first.slice(0, first.length - linking.length))
          .find(isKnown)
        return before === undefined ? [last] : [before, last]
      }
      return []
    },
  }
}
