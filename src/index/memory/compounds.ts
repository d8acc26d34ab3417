import type { Token } from '../port.ts'
import type { Dictionary } from './dictionary.ts'
import type { DocumentFrequencies } from './document-frequencies.ts'

/** Letters of a term that is looked for in compounds, and of what else a compound has. */
const minTermLength = 4
const minRestLength = 3
/** A shorter word, or a shorter rest behind it, needs another word of the index beside it. */
const minLengthAlone = 5
/** Letters of a term that is looked for in the middle of a compound. */
const minLengthInside = 6
/** Letters of a part of a word that the library lacks. */
const minPartLength = 4
/** Compounds of a word that are searched for: the commonest. */
const maxCompounds = 12

/** What may stand between the parts of a compound. */
const linkings = ['', 's', 'es', 'n', 'en', 'e', 'er']

/** Looks words up in the compounds of an index, and the parts of compounds. */
type Compounds = {
  /** The terms that end in the word's, have a long one inside, or begin with it and go on with another word. */
  having(token: Token): readonly string[]
  /** The terms of two parts of a word, or of its last part alone; none if the index has neither. */
  partsOf(token: Token): readonly string[]
}

/** Compounds of the terms of an index: every term is compared, which takes a millisecond for 200,000. */
export const createCompounds = (dictionary: Dictionary, counts: DocumentFrequencies): Compounds => {
  const passagesOf = (term: string): number => counts.ofTerm(dictionary.termNumber(term) ?? -1)
  const isKnown = (term: string): boolean => term.length >= minPartLength && passagesOf(term) > 0
  /** Whether `rest` is a word of the index, or ends in one, behind a linking element. */
  const goesOnWithWord = (rest: string): boolean =>
    linkings.some((linking) => rest.startsWith(linking) && isKnown(rest.slice(linking.length))) ||
    Array.from({ length: Math.max(0, rest.length - minLengthAlone) }, (_, at) => rest.slice(at + 1)).some(isKnown)

  /** Whether `first` is a word of the index, with a linking element or without. */
  const isWithLinking = (first: string): boolean =>
    linkings.some((linking) => first.endsWith(linking) && isKnown(first.slice(0, first.length - linking.length)))

  const isCompoundWith = (other: string, term: string, isLong: boolean): boolean => {
    if (other.endsWith(term)) return isLong || isWithLinking(other.slice(0, -term.length))
    if (!other.startsWith(term)) return term.length >= minLengthInside && other.includes(term)
    const rest = other.slice(term.length)
    return (isLong && rest.length >= minLengthAlone) || goesOnWithWord(rest)
  }

  return {
    having: ({ term, folded }) => {
      if (term.length < minTermLength) return []
      const isLong = folded.length >= minLengthAlone
      const found: { readonly term: string; readonly passages: number }[] = []
      for (const [number, other] of dictionary.terms.entries()) {
        if (other.length < term.length + minRestLength) continue
        if (!isCompoundWith(other, term, isLong)) continue
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
