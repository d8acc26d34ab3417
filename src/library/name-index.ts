import { createTurns } from '../concurrency/turns.ts'
import { plainForm } from '../language/letters.ts'
import type { SourceName } from './port.ts'

/** Only so many characters of a name are used, which bounds the work for hostile names. */
const maxName = 300

/**
 * @param text a name
 * @returns it in the form in which names are compared: lower case, without accents and outer spaces
 */
export const folded = (text: string): string => {
  const read = text.slice(0, maxName)
  // A fast path for ASCII, since all names of a library are folded before the first suggestion.
  return /^[ -~]*$/.test(read)
    ? read.toLowerCase().trim()
    : plainForm(read)
        // The final form of sigma, which is not final while the word is still being typed.
        .replaceAll('ς', 'σ')
        .trim()
}

/**
 * @param foldedText text as `folded` returns it
 * @returns its words, in order
 */
export const wordsOf = (foldedText: string): readonly string[] => foldedText.match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * @param word a folded word
 * @returns the set of its letters as 32 bits, some of which stand for several letters
 */
export const lettersOf = (word: string): number => {
  let letters = 0
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters >>> 0
}

/**
 * A quick check that two words are too different.
 * @param wanted the letters of one word, as bits
 * @param letters those of the other
 * @param max the number of typos allowed
 * @returns whether `letters` lacks more than `max` bits of `wanted`
 */
export const lacksMore = (wanted: number, letters: number, max: number): boolean => {
  let missing = wanted & ~letters
  for (let left = max; left > 0; left -= 1) missing &= missing - 1
  return missing !== 0
}

/** Where a source has a word. Besides names, that is its publisher, its date or its file's extension. */
export const positions = { outsideName: 0, inName: 1, startOfName: 2 } as const

/** The number of a source that has a word, and the word's position in the last two bits. */
type Posting = number
const positionBits = 2
export const sourceAt = (posting: Posting): number => posting >>> positionBits
export const positionAt = (posting: Posting): number => posting & ((1 << positionBits) - 1)

/** A word of the index. */
export type NameEntry = {
  readonly word: string
  /** `lettersOf` the word. */
  readonly letters: number
  readonly postings: readonly Posting[]
}

/** An inverted index of the words of sources' names. */
export type NameIndex = {
  /** By id. */
  readonly names: readonly SourceName[]
  /** By number; undefined for removed ones. */
  readonly sources: readonly (SourceName | undefined)[]
  /** Sorted by word, by code unit. */
  readonly entries: readonly NameEntry[]
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/**
 * @param name a source's name
 * @returns what people may call it, folded: id, file with or without folder and extension, title
 */
export const namesOf = ({ id, titleShown, path }: SourceName): readonly string[] => [
  ...new Set([id, lastPart(id), path, lastPart(path), titleShown].map(folded)),
]

/** The texts of a source, with the positions of their first word and of the others. */
const textsOf = ({ id, path, titleShown, publisher, issued }: SourceName) => {
  const { outsideName, inName, startOfName } = positions
  const file = lastPart(id)
  const folders = id.slice(0, id.length - file.length)
  const extension = path.startsWith(id) ? path.slice(id.length) : path
  return [
    ...[folders, file, titleShown].map((text) => ({ text, first: startOfName, others: inName })),
    ...[extension, publisher ?? '', issued ?? ''].map((text) => ({ text, first: outsideName, others: outsideName })),
  ]
}

const byWord = (a: NameEntry, b: NameEntry): number => (a.word < b.word ? -1 : 1)

/** Sorts by first letter, yielding between letters: sorting a hundred thousand at once would block the event loop. */
const sorted = async (entries: readonly NameEntry[], turn: () => Promise<void>): Promise<readonly NameEntry[]> => {
  const groups = new Map<string, NameEntry[]>()
  for (const entry of entries) {
    const letter = entry.word.charAt(0)
    const group = groups.get(letter)
    if (group === undefined) groups.set(letter, [entry])
    else group.push(entry)
  }
  const all: NameEntry[] = []
  for (const letter of [...groups.keys()].sort()) {
    for (const entry of groups.get(letter)?.sort(byWord) ?? []) all.push(entry)
    await turn()
  }
  return all
}

/**
 * @returns a function that indexes the names of a library, incrementally from one call to the next, yielding to the
 *   event loop; a new name takes a few microseconds. Calls must not overlap.
 */
export const createNameReader = (): ((names: readonly SourceName[]) => Promise<NameIndex>) => {
  let numbers = new Map<SourceName, number>()
  let sources: (SourceName | undefined)[] = []
  let entries: readonly NameEntry[] = []
  let postingsOf = new Map<string, Posting[]>()
  /** Entries of new words. */
  let added: NameEntry[] = []

  /** Of a word that a source has twice, the better position counts. */
  const add = (word: string, source: number, position: number): void => {
    const posting = (source << positionBits) | position
    const postings = postingsOf.get(word)
    if (postings === undefined) {
      const first = [posting]
      postingsOf.set(word, first)
      added.push({ word, letters: lettersOf(word), postings: first })
      return
    }
    const last = postings.at(-1) ?? 0
    if (sourceAt(last) !== source) postings.push(posting)
    else if (last < posting) postings[postings.length - 1] = posting
  }
  const clear = (): void => {
    numbers = new Map()
    sources = []
    entries = []
    postingsOf = new Map()
    added = []
  }

  return async (names) => {
    const turn = createTurns()
    const present = new Set(names)
    // A copy: searches still running use the old list.
    sources = [...sources]
    for (const [name, number] of numbers) {
      if (present.has(name)) continue
      numbers.delete(name)
      sources[number] = undefined
    }
    // Removed sources stay in the postings until they are the majority.
    if (sources.length > 2 * numbers.size) clear()
    for (const name of names) {
      if (numbers.has(name)) continue
      const number = sources.push(name) - 1
      numbers.set(name, number)
      for (const { text, first, others } of textsOf(name))
        for (const [at, word] of wordsOf(folded(text)).entries()) add(word, number, at === 0 ? first : others)
      await turn()
    }
    if (added.length > 0) {
      // Sorting two sorted runs takes milliseconds.
      entries = [...entries, ...(await sorted(added, turn))].sort(byWord)
      added = []
    }
    return { names, sources, entries }
  }
}
