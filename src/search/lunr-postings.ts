import lunr from 'lunr'
import type { Segment } from './segment.ts'

/** The part of a segment that says which passages hold a term. */
export type Postings = Pick<Segment, 'terms' | 'firstPosting' | 'postingPassages' | 'postingOwn' | 'postingContext'>

/** Collects passages' terms in lunr's inverted index. */
export type PostingsDraft = {
  /** Adds the next passage by its own terms and those of its context. */
  add(own: readonly string[], context: readonly string[]): void
  /** The inverted index as flat lists; `numberOf` gives a term its number. */
  finish(numberOf: (term: string) => number): Postings
}

/** What lunr's builder holds after `add`; its types leave it out. */
type Inverted = {
  readonly invertedIndex: { readonly [term: string]: { readonly own: object; readonly context: object } }
  readonly fieldTermFrequencies: { readonly [field: string]: { readonly [term: string]: number } }
}

const most = { own: 0xffff, context: 0xff }

/**
 * lunr builds, but does not search: its own index keeps an object for every match and takes a hundred times as long
 * over a question as flat lists do.
 */
export const createPostingsDraft = (): PostingsDraft => {
  const builder = new lunr.Builder()
  builder.ref('ref')
  builder.field('own')
  builder.field('context')
  // What is added has been through our analyser, and lunr takes a string for a token.
  const finished = (terms: readonly string[]): readonly string[] => terms
  builder.tokenizer = finished as unknown as typeof builder.tokenizer
  let passages = 0
  return {
    add: (own, context) => {
      builder.add({ ref: String(passages), own, context })
      passages += 1
    },
    finish: (numberOf) => {
      const { invertedIndex, fieldTermFrequencies } = builder as unknown as Inverted
      const counts = (field: keyof typeof most) =>
        Array.from({ length: passages }, (_, ref) => fieldTermFrequencies[`${field}/${ref}`])
      const [ownCounts, contextCounts] = [counts('own'), counts('context')]
      const lists = Object.entries(invertedIndex)
        .map(([term, posting]) => ({ term, number: numberOf(term), posting }))
        .sort((a, b) => a.number - b.number)
      const firstPosting = [0]
      const postingPassages: number[] = []
      const postingOwn: number[] = []
      const postingContext: number[] = []
      for (const { term, posting } of lists) {
        const refs = new Set([...Object.keys(posting.own), ...Object.keys(posting.context)].map(Number))
        for (const ref of [...refs].sort((a, b) => a - b)) {
          postingPassages.push(ref)
          postingOwn.push(Math.min(most.own, ownCounts[ref]?.[term] ?? 0))
          postingContext.push(Math.min(most.context, contextCounts[ref]?.[term] ?? 0))
        }
        firstPosting.push(postingPassages.length)
      }
      return {
        terms: Uint32Array.from(lists, ({ number }) => number),
        firstPosting: Uint32Array.from(firstPosting),
        postingPassages: Uint32Array.from(postingPassages),
        postingOwn: Uint16Array.from(postingOwn),
        postingContext: Uint8Array.from(postingContext),
      }
    },
  }
}
