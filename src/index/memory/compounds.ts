import type { Token, Vocabulary } from '../port.ts'

/** Letters of a word that is looked for in compounds, and of what else a compound has. */
const minWordLength = 4
const minRestLength = 3
/** A shorter word, or a shorter rest behind it, needs another word of the index beside it. */
const minLengthAlone = 5
/** Letters of a part of a word that the library lacks. */
const minPartLength = 4
/** Letters of its beginning by which a word is first looked for: inflected, it may end otherwise. */
const minBeginning = 4
/** Compounds of a word that are searched for: the commonest. */
const maxCompounds = 12

/** What makes another word of one, not a compound: `Vereinbarung` is none of `Verein`. */
const derivation = /^(?:bar|chen|haft|heit|ig|isch|keit|lein|lich|los|sam|schaft|tum|ung)/

/** What may stand between the parts of a compound. */
const linkings = ['', 's', 'es', 'n', 'en', 'e', 'er']

/** A word that may be a compound, its term, and the passages that have the term. */
type Candidate = { readonly word: string; readonly term: string; readonly passages: number }

/** Looks words up in the compounds of a vocabulary, and the parts of compounds. */
type Compounds = {
  /** The terms of the words that end in the word, or begin with it and go on with another word of the index. */
  having(token: Token): readonly string[]
  /** The terms of two parts of a word, or of its last part alone; none if the index has neither. */
  partsOf(token: Token): readonly string[]
}

/**
 * Compounds of the words of an index, found by a few letters at first. Parts are compared by their terms, since a stemmer
 * shortens a long word otherwise than its last part.
 * @param termOf the term of a folded word in the language of the compounds
 */
export const compoundsIn = (
  vocabulary: Pick<Vocabulary, 'passagesWith' | 'containing'>,
  termOf: (folded: string) => string | null,
): Compounds => {
  const knownTerm = (part: string): string | null => {
    const term = part.length < minPartLength ? null : termOf(part)
    return term !== null && vocabulary.passagesWith(term) > 0 ? term : null
  }
  /** The term of a word that may have a linking element behind it. */
  const knownFirst = (first: string): string | null => {
    for (const linking of linkings)
      if (first.endsWith(linking)) {
        const term = knownTerm(first.slice(0, first.length - linking.length))
        if (term !== null) return term
      }
    return null
  }
  /** Whether `rest` is a word of the index, or ends in one. */
  const endsInWord = (rest: string): boolean => {
    for (let at = 0; at <= rest.length - minPartLength; at++) if (knownTerm(rest.slice(at)) !== null) return true
    return false
  }

  const isCompoundWith = (word: string, { term, folded }: Token, beginning: string): boolean => {
    if (word.length < folded.length - 2 + minRestLength) return false
    const at = word.lastIndexOf(beginning)
    if (at < 0) return false
    if (at >= minRestLength && termOf(word.slice(at)) === term)
      return folded.length >= minLengthAlone || knownFirst(word.slice(0, at)) !== null
    if (!word.startsWith(term)) return false
    const rest = word.slice(word.startsWith(folded) ? folded.length : term.length)
    if (derivation.test(rest)) return false
    return (folded.length >= minLengthAlone && rest.length > minLengthAlone) || endsInWord(rest)
  }

  return {
    having: (token) => {
      const { term, folded } = token
      if (folded.length < minWordLength || term.length < minRestLength) return []
      const beginning = term.slice(0, Math.max(minBeginning, term.length - 2))
      const candidates = vocabulary
        .containing(beginning)
        .filter((word) => word.term !== term)
        .map((word): Candidate => ({ word: word.form, term: word.term, passages: vocabulary.passagesWith(word.term) }))
      // The commonest first, since stemming the parts of all would take longest.
      candidates.sort((a, b) => b.passages - a.passages || (a.term < b.term ? -1 : a.term > b.term ? 1 : 0))
      const found = new Set<string>()
      for (const { word, term: other } of candidates) {
        if (!found.has(other) && isCompoundWith(word, token, beginning)) found.add(other)
        if (found.size === maxCompounds) break
      }
      return [...found]
    },
    partsOf: ({ folded }) => {
      // The longest last part first: it says what the thing is.
      for (let cut = minPartLength; cut <= folded.length - minPartLength; cut++) {
        const last = knownTerm(folded.slice(cut))
        if (last === null) continue
        const first = knownFirst(folded.slice(0, cut))
        return first === null ? [last] : [first, last]
      }
      return []
    },
  }
}
