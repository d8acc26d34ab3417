import { createTurns } from '../concurrency/turns.ts'
import type { SourceName } from './port.ts'

/** Characters of a name that are looked at: work stays small, whatever a document or a person says. */
const longestName = 300

/** How a name compares with another: without capitals, accents and spaces around it. */
export const folded = (text: string): string => {
  const read = text.slice(0, longestName)
  // Most names are plain, and all of a library's are read before the first one is suggested.
  return /^[ -~]*$/.test(read)
    ? read.toLowerCase().trim()
    : read
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replaceAll('ß', 'ss')
        // At the end of a word, which is not where it ends once it is typed.
        .replaceAll('ς', 'σ')
        .trim()
}

/** The words of a folded text, in order. */
export const wordsOf = (foldedText: string): readonly string[] => foldedText.match(/[\p{L}\p{N}]+/gu) ?? []

/** Which letters a word has, as bits; some letters share one. A word that lacks bits of another lacks letters of it. */
export const lettersOf = (word: string): number => {
  let letters = 0
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters >>> 0
}

/** Whether more than `most` of the bits of `wanted` are lacking in `letters`: then so many slips do not lead from one to the other. */
export const lacksMore = (wanted: number, letters: number, most: number): boolean => {
  let lacking = wanted & ~letters
  for (let left = most; left > 0; left -= 1) lacking &= lacking - 1
  return lacking !== 0
}

/** Where a word stands in what is known of a source: `beside` its names is its publisher, its date or its file's extension. */
export const places = { beside: 0, inName: 1, opensName: 2 } as const

/** Where a word stands: the number of the source, and its place there in the last two bits. */
type Posting = number
const placeBits = 2
export const sourceAt = (posting: Posting): number => posting >>> placeBits
export const placeAt = (posting: Posting): number => posting & ((1 << placeBits) - 1)

/** A word by which sources are found. */
export type NameEntry = {
  readonly word: string
  /** As `lettersOf` gives them. */
  readonly letters: number
  readonly postings: readonly Posting[]
}

/** The words by which sources are found while a person types. */
export type NameIndex = {
  /** By id. */
  readonly names: readonly SourceName[]
  /** By number; undefined for those that are gone. */
  readonly sources: readonly (SourceName | undefined)[]
  /** In the order of their words' code units. */
  readonly entries: readonly NameEntry[]
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** What people call a source: its id, its file with or without folder and extension, and its title; folded. */
export const namesOf = ({ id, titleShown, path }: SourceName): readonly string[] => [
  ...new Set([id, lastPart(id), path, lastPart(path), titleShown].map(folded)),
]

/** What is known of a source, by where its first word and its other ones stand. */
const textsOf = ({ id, path, titleShown, publisher, issued }: SourceName) => {
  const { beside, inName, opensName } = places
  const file = lastPart(id)
  const folders = id.slice(0, id.length - file.length)
  const extension = path.startsWith(id) ? path.slice(id.length) : path
  return [
    ...[folders, file, titleShown].map((text) => ({ text, first: opensName, others: inName })),
    ...[extension, publisher ?? '', issued ?? ''].map((text) => ({ text, first: beside, others: beside })),
  ]
}

const byWord = (a: NameEntry, b: NameEntry): number => (a.word < b.word ? -1 : 1)

/** Those with the same first letter are sorted together: all at once, a hundred thousand would hold everybody up. */
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
 * Reads the names of a library, and when they changed, what changed of them: a few microseconds for each new one, with
 * turns for whoever asks meanwhile. One reading at a time.
 */
export const createNameReader = (): ((names: readonly SourceName[]) => Promise<NameIndex>) => {
  let numbers = new Map<SourceName, number>()
  let sources: (SourceName | undefined)[] = []
  let entries: readonly NameEntry[] = []
  let postingsOf = new Map<string, Posting[]>()
  /** Those of words that were read for the first time. */
  let added: NameEntry[] = []

  /** Of a word that a source has twice, the better place is kept. */
  const add = (word: string, source: number, place: number): void => {
    const posting = (source << placeBits) | place
    const postings = postingsOf.get(word)
    if (postings === undefined) {
      const own = [posting]
      postingsOf.set(word, own)
      added.push({ word, letters: lettersOf(word), postings: own })
      return
    }
    const last = postings.at(-1) ?? 0
    if (sourceAt(last) !== source) postings.push(posting)
    else if (last < posting) postings[postings.length - 1] = posting
  }
  const forgetAll = (): void => {
    numbers = new Map()
    sources = []
    entries = []
    postingsOf = new Map()
    added = []
  }

  return async (names) => {
    const turn = createTurns()
    const present = new Set(names)
    // A copy: whoever is still searching goes on with the sources that there were.
    sources = [...sources]
    for (const [name, number] of numbers) {
      if (present.has(name)) continue
      numbers.delete(name)
      sources[number] = undefined
    }
    // What is gone stays in the postings until it is most of them.
    if (sources.length > 2 * numbers.size) forgetAll()
    for (const name of names) {
      if (numbers.has(name)) continue
      const number = sources.push(name) - 1
      numbers.set(name, number)
      for (const { text, first, others } of textsOf(name))
        for (const [at, word] of wordsOf(folded(text)).entries()) add(word, number, at === 0 ? first : others)
      await turn()
    }
    if (added.length > 0) {
      // Two runs that are in order each are sorted in a matter of milliseconds.
      entries = [...entries, ...(await sorted(added, turn))].sort(byWord)
      added = []
    }
    return { names, sources, entries }
  }
}
