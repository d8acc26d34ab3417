import { grown } from './document-frequencies.ts'

/** The entries of a dictionary, by number. */
export type DictionaryEntries = {
  /** Words, folded. */
  readonly words: readonly string[]
  /** The number of each word's term; `noTerm` for a stop word. */
  readonly wordTerms: Uint32Array
  /** See `skeletonHash`. */
  readonly wordSkeletons: Uint32Array
  readonly terms: readonly string[]
}

/**
 * The words and terms of an index, each with a permanent number. They stay when their last source is removed: every
 * segment holds the numbers, so that dropping some would mean renumbering all segments at once, not only those being
 * merged.
 */
export type Dictionary = {
  readonly words: readonly string[]
  readonly terms: readonly string[]
  /** One for each term that the word has in some language. */
  wordNumbers(folded: string): readonly number[]
  termNumber(term: string): number | undefined
  /** `noTerm` for a stop word. */
  termOfWord(word: number): number
  /** The words whose skeleton has this hash. */
  alike(skeleton: number): Iterable<number>
  addTerm(term: string): number
  /** Adds a word with its term unless both are known. @returns its number */
  addWord(folded: string, term: number, skeleton: number): number
  /** A copy of all entries. */
  entries(): DictionaryEntries
}

/** The end of a chain. */
const none = 0xffff_ffff

/** A dictionary with `entries`, whose arrays it takes over. */
export const createDictionary = (entries?: DictionaryEntries): Dictionary => {
  const words = [...(entries?.words ?? [])]
  const terms = [...(entries?.terms ?? [])]
  // Nearly every word has one term; the numbers of the others are kept apart.
  const wordNumbers = new Map<string, number>()
  const otherNumbers = new Map<string, number[]>()
  const remember = (word: string, number: number): void => {
    if (!wordNumbers.has(word)) wordNumbers.set(word, number)
    else otherNumbers.set(word, [...(otherNumbers.get(word) ?? []), number])
  }
  for (const [number, word] of words.entries()) remember(word, number)
  const numbersOf = (folded: string): readonly number[] => {
    const first = wordNumbers.get(folded)
    return first === undefined ? [] : [first, ...(otherNumbers.get(folded) ?? [])]
  }
  const termNumbers = new Map(terms.map((term, number) => [term, number]))
  let wordTerms = entries?.wordTerms ?? new Uint32Array(1024)
  let wordSkeletons = entries?.wordSkeletons ?? new Uint32Array(1024)
  // Words in one bucket of skeletons are chained, newest first: two numbers per word instead of a set per skeleton.
  let newest = new Uint32Array(0)
  let older = new Uint32Array(0)

  const link = (word: number): void => {
    const bucket = (wordSkeletons[word] as number) & (newest.length - 1)
    older[word] = newest[bucket] as number
    newest[bucket] = word
  }
  const linkAll = (): void => {
    let buckets = 1024
    while (buckets < words.length * 2) buckets *= 2
    newest = new Uint32Array(buckets).fill(none)
    older = new Uint32Array(buckets)
    for (let word = 0; word < words.length; word++) link(word)
  }
  linkAll()

  return {
    words,
    terms,
    wordNumbers: numbersOf,
    termNumber: (term) => termNumbers.get(term),
    termOfWord: (word) => wordTerms[word] as number,
    alike: function* (skeleton) {
      let word = newest[skeleton & (newest.length - 1)] as number
      for (; word !== none; word = older[word] as number) if (wordSkeletons[word] === skeleton) yield word
    },
    addTerm: (term) => {
      const known = termNumbers.get(term)
      if (known !== undefined) return known
      termNumbers.set(term, terms.length)
      return terms.push(term) - 1
    },
    addWord: (folded, term, skeleton) => {
      const first = wordNumbers.get(folded)
      if (first !== undefined && wordTerms[first] === term) return first
      const known = otherNumbers.get(folded)?.find((number) => wordTerms[number] === term)
      if (known !== undefined) return known
      const word = words.push(folded) - 1
      remember(folded, word)
      wordTerms = grown(wordTerms, words.length)
      wordSkeletons = grown(wordSkeletons, words.length)
      wordTerms[word] = term
      wordSkeletons[word] = skeleton
      if (words.length > newest.length) linkAll()
      else link(word)
      return word
    },
    entries: () => ({
      words: words.slice(),
      terms: terms.slice(),
      wordTerms: wordTerms.slice(0, words.length),
      wordSkeletons: wordSkeletons.slice(0, words.length),
    }),
  }
}
