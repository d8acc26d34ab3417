import type { Postings } from './segment.ts'

/** Postings between calls of `turn`: a millisecond or two. */
const postingsPerTurn = 100_000

/** The position of a removed passage. */
export const gone = 0xffff_ffff

/** Postings with terms in any order, and the new position of each of their passages. */
export type MovedPostings = { readonly postings: Postings; readonly positions: Uint32Array }

/** The terms with a count above zero, ascending. */
const countedTerms = (counts: Uint32Array): Uint32Array => {
  const terms: number[] = []
  for (let term = 0; term < counts.length; term++) if (counts[term] !== 0) terms.push(term)
  return Uint32Array.from(terms)
}

/**
 * All postings of `from` except those of removed passages, terms ascending. Positions must ascend within `from` and
 * from one to the next. `turn` is called every few milliseconds.
 */
export const mergePostings = async (from: readonly MovedPostings[], turn: () => Promise<void>): Promise<Postings> => {
  const forEachPosting = async (see: (term: number, position: number, own: number, context: number) => void) => {
    let seen = 0
    for (const { postings, positions } of from) {
      const { terms, firstPosting, postingPassages, postingOwn, postingContext } = postings
      for (const [i, term] of terms.entries()) {
        const [first, end] = [firstPosting[i] as number, firstPosting[i + 1] as number]
        for (let posting = first; posting < end; posting++) {
          const position = positions[postingPassages[posting] as number] as number
          if (position !== gone) see(term, position, postingOwn[posting] as number, postingContext[posting] as number)
        }
        seen += end - first
        if (seen < postingsPerTurn) continue
        seen = 0
        await turn()
      }
    }
  }

  let highest = -1
  for (const { postings } of from) for (const term of postings.terms) highest = Math.max(highest, term)
  const counts = new Uint32Array(highest + 1)
  await forEachPosting((term) => {
    ;(counts[term] as number)++
  })
  const terms = countedTerms(counts)
  await turn()
  const firstPosting = new Uint32Array(terms.length + 1)
  /** The index of the next posting of each term. */
  const next = counts
  for (const [i, term] of terms.entries()) {
    const first = firstPosting[i] as number
    firstPosting[i + 1] = first + (counts[term] as number)
    next[term] = first
  }
  const total = firstPosting[terms.length] as number
  const postingPassages = new Uint32Array(total)
  const postingOwn = new Uint16Array(total)
  const postingContext = new Uint8Array(total)
  await forEachPosting((term, position, own, context) => {
    const posting = next[term] as number
    next[term] = posting + 1
    postingPassages[posting] = position
    postingOwn[posting] = own
    postingContext[posting] = context
  })
  return { terms, firstPosting, postingPassages, postingOwn, postingContext }
}
