import lunr from 'lunr'
import { type MovedPostings, mergePostings } from './merge-postings.ts'
import type { Postings } from './segment.ts'

/** Builds postings with lunr's inverted index. */
export type PostingsDraft = {
  /** Adds the next passage with its own terms and those of its context. */
  add(own: readonly string[], context: readonly string[]): void
  /** The inverted index as flat arrays; `turn` is called every few milliseconds. */
  finish(turn: () => Promise<void>): Promise<Postings>
}

/**
 * Passages and terms per builder: lunr makes objects of each posting, and copying them out takes some milliseconds.
 */
const builderLimit = { passages: 100, terms: 50_000 }

const maxCount = { own: 0xffff, context: 0xff }

/** The builder's contents after `add`, which lunr's types leave out. */
type Inverted = {
  readonly invertedIndex: { readonly [term: string]: { readonly own: object; readonly context: object } }
  readonly fieldTermFrequencies: { readonly [field: string]: { readonly [term: string]: number } }
}

const createBuilder = (): lunr.Builder => {
  const builder = new lunr.Builder()
  builder.ref('ref')
  builder.field('own')
  builder.field('context')
  // The text is analysed already, and lunr accepts strings as tokens.
  const asTokens = (terms: readonly string[]): readonly string[] => terms
  builder.tokenizer = asTokens as unknown as typeof builder.tokenizer
  return builder
}

/** The contents of `builder` as flat arrays, with terms in the order of lunr's index. */
const flattened = (builder: lunr.Builder, passages: number, numberOf: (term: string) => number): Postings => {
  const { invertedIndex, fieldTermFrequencies } = builder as unknown as Inverted
  const counts = (field: keyof typeof maxCount) =>
    Array.from({ length: passages }, (_, ref) => fieldTermFrequencies[`${field}/${ref}`])
  const [ownCounts, contextCounts] = [counts('own'), counts('context')]
  const terms: number[] = []
  const firstPosting = [0]
  const postingPassages: number[] = []
  const postingOwn: number[] = []
  const postingContext: number[] = []
  for (const [term, posting] of Object.entries(invertedIndex)) {
    terms.push(numberOf(term))
    const refs = new Set([...Object.keys(posting.own), ...Object.keys(posting.context)].map(Number))
    for (const ref of [...refs].sort((a, b) => a - b)) {
      postingPassages.push(ref)
      postingOwn.push(Math.min(maxCount.own, ownCounts[ref]?.[term] ?? 0))
      postingContext.push(Math.min(maxCount.context, contextCounts[ref]?.[term] ?? 0))
    }
    firstPosting.push(postingPassages.length)
  }
  return {
    terms: Uint32Array.from(terms),
    firstPosting: Uint32Array.from(firstPosting),
    postingPassages: Uint32Array.from(postingPassages),
    postingOwn: Uint16Array.from(postingOwn),
    postingContext: Uint8Array.from(postingContext),
  }
}

/**
 * lunr builds, but does not search: its own index keeps an object per match and takes a hundred times as long to search
 * as flat arrays.
 * @param numberOf the number of a term
 */
export const createPostingsDraft = (numberOf: (term: string) => number): PostingsDraft => {
  const done: MovedPostings[] = []
  let before = 0
  let builder = createBuilder()
  let passages = 0
  let terms = 0
  const flatten = (): void => {
    const positions = Uint32Array.from({ length: passages }, (_, ref) => before + ref)
    done.push({ postings: flattened(builder, passages, numberOf), positions })
    before += passages
    builder = createBuilder()
    passages = 0
    terms = 0
  }
  return {
    add: (own, context) => {
      builder.add({ ref: String(passages), own, context })
      passages += 1
      terms += own.length + context.length
      if (passages === builderLimit.passages || terms >= builderLimit.terms) flatten()
    },
    finish: (turn) => {
      flatten()
      return mergePostings(done, turn)
    },
  }
}
