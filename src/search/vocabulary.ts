import { distance } from 'fastest-levenshtein'
import type { Entry } from './entry.ts'
import type { IndexStatistics, TermKnowledge, Token } from './port.ts'
import { skeletonOf } from './spelling.ts'

/** Shorter words have too many neighbours to guess a spelling from. */
const shortestVariant = 4

/** The words of an index: in how many passages each term stands, and which are spellings of one another. */
export type Vocabulary = {
  /** Counts a passage in. */
  learn(entry: Entry): void
  /** Counts a passage out that was counted in. */
  forget(entry: Entry): void
  frequency(term: string): number
  lookUp(token: Token): TermKnowledge
  statistics(): IndexStatistics
}

/** Letters that may differ: one, or more where the words end alike, as spellings of a name do and `hello` and `Halle` do not. */
const slipsAllowed = (a: string, b: string): number => {
  if (a.replace(/s$/, '').at(-1) !== b.replace(/s$/, '').at(-1)) return 1
  return Math.max(a.length, b.length) >= 7 ? 3 : 2
}

/**
 * Two spellings of one word: the same skeleton, nearly the same length, and at least one of them no word of the language
 * that `isKnownWord` knows. `police` and `palace` share a skeleton too, but both are words.
 */
const areVariants = (a: string, b: string, isKnownWord: (word: string) => boolean): boolean =>
  a !== b &&
  !/\p{N}/u.test(a + b) &&
  Math.min(a.length, b.length) >= shortestVariant &&
  distance(a, b) <= slipsAllowed(a, b) &&
  !(isKnownWord(a) && isKnownWord(b))

/**
 * Words that may share a skeleton, or a root, and still be compared: what so many share tells nothing, and comparing
 * them all would let a document make every question slow.
 */
const mostAlike = 50
const mostOfOneRoot = 1000

/** Letters that two words of one family share at least, and what may follow them. */
const familyRoot = 4
const inflections = new Set(['n', 'ed', 'ing', 'd'])
const familyEndings = new Set([
  '',
  's',
  'n',
  'an',
  'ian',
  'ese',
  'er',
  'or',
  'ist',
  'ism',
  'ing',
  'ed',
  'd',
  'e',
  'ment',
  'ion',
  'ation',
  'al',
  'ish',
  'ity',
  'ness',
  'ly',
  'y',
  'ic',
  'ive',
  'ance',
  'ence',
  'ful',
])

/** Whether two words are of one family (`Russia` and `Russian`, `lead` and `leader`): one root, ordinary endings. */
const areRelated = (a: string, b: string): boolean => {
  let shared = 0
  while (shared < a.length && a[shared] === b[shared]) shared++
  // A whole word of three letters is a root for its inflections alone: `sow` and `sown`, but not `cat` and `cater`.
  if (
    shared === 3 &&
    ((inflections.has(a.slice(3)) && b.length === 3) || (inflections.has(b.slice(3)) && a.length === 3))
  )
    return true
  // The root is what both share, or a letter or two less, where an ending begins alike in both.
  for (let root = shared; root >= Math.max(familyRoot, shared - 2); root--)
    if (familyEndings.has(a.slice(root)) && familyEndings.has(b.slice(root))) return true
  return false
}

/** @param isKnownWord whether a folded word is in the language's lexicon */
export const createVocabulary = (isKnownWord: (word: string) => boolean): Vocabulary => {
  const byTerm = new Map<string, number>()
  const byForm = new Map<string, { readonly term: string; passages: number }>()
  const bySkeleton = new Map<string, Set<string>>()
  const byRoot = new Map<string, Set<string>>()
  let passages = 0
  let length = 0

  const skeleton = (folded: string): string => skeletonOf(folded.replace(/s$/, ''))
  const root = (folded: string): string => folded.slice(0, familyRoot - 1)

  const group = (groups: Map<string, Set<string>>, key: string, folded: string, isIn: boolean): void => {
    const members = groups.get(key) ?? new Set()
    if (isIn) groups.set(key, members.add(folded))
    else if (members.delete(folded) && members.size === 0) groups.delete(key)
  }

  const count = ({ occurrences, forms, terms }: Entry, step: 1 | -1): void => {
    passages += step
    length += step * terms.length
    for (const term of occurrences.keys()) {
      const left = (byTerm.get(term) ?? 0) + step
      if (left > 0) byTerm.set(term, left)
      else byTerm.delete(term)
    }
    for (const [folded, term] of forms) {
      const form = byForm.get(folded) ?? { term, passages: 0 }
      form.passages += step
      if (form.passages > 0) byForm.set(folded, form)
      else byForm.delete(folded)
      group(bySkeleton, skeleton(folded), folded, form.passages > 0)
      group(byRoot, root(folded), folded, form.passages > 0)
    }
  }

  return {
    learn: (entry) => count(entry, 1),
    forget: (entry) => count(entry, -1),
    frequency: (term) => byTerm.get(term) ?? 0,
    lookUp: ({ term, folded }) => {
      const passagesWithTerm = byTerm.get(term) ?? 0
      const others = (forms: Iterable<string>): readonly string[] =>
        [...new Set([...forms].flatMap((form) => byForm.get(form)?.term ?? []))]
          .filter((other) => other !== term)
          .sort()
      const alike = bySkeleton.get(skeleton(folded)) ?? new Set<string>()
      const variants =
        alike.size > mostAlike ? [] : others([...alike].filter((form) => areVariants(folded, form, isKnownWord)))
      // A word that the library has is what the asker means; only for want of it, its family will do.
      const family = byRoot.get(root(folded)) ?? new Set<string>()
      const isLacking = passagesWithTerm === 0 && variants.length === 0 && family.size <= mostOfOneRoot
      const relatives = isLacking ? others([...family].filter((form) => areRelated(folded, form))) : []
      return { passages: passagesWithTerm, variants, relatives }
    },
    statistics: () => ({ passages, meanLength: passages === 0 ? 0 : length / passages }),
  }
}
