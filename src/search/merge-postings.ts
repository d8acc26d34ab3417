import type { Postings } from './segment.ts'

/** Terms between two calls of `turn`: some milliseconds of work. */
const termsATurn = 1000

/** Stands for the position of a passage that counts no more. */
export const gone = 0xffff_ffff

/** Postings, and the position that each of their passages gets. */
export type MovedPostings = { readonly postings: Postings; readonly positions: Uint32Array }

/** All postings of `from` but those of passages that are gone. What comes later in it has higher positions. */
export const mergePostings = async (from: readonly MovedPostings[], turn: () => Promise<void>): Promise<Postings> => {
  const forEachPosting = async (see: (term: number, position: number, own: number, context: number) => void) => {
    for (const { postings, positions } of from) {
      const { terms, firstPosting, postingPassages, postingOwn, postingContext } = postings
      for (const [place, term] of terms.entries()) {
        const end = firstPosting[place + 1] as number
        for (let posting = firstPosting[place] as number; posting < end; posting++) {
          const position = positions[postingPassages[posting] as number] as number
          if (position !== gone) see(term, position, postingOwn[posting] as number, postingContext[posting] as number)
        }
        if (place % termsATurn === 0) await turn()
      }
    }
  }

  const numbers = 1 + Math.max(-1, ...from.map(({ postings }) => postings.terms.at(-1) ?? -1))
  const counts = new Uint32Array(numbers)
  await forEachPosting((term) => {
    ;(counts[term] as number)++
  })
  const terms = Uint32Array.from(counts.keys()).filter((term) => counts[term] !== 0)
  const firstPosting = new Uint32Array(terms.length + 1)
  /** Where the next posting of each term goes. */
  const next = counts
  for (const [place, term] of terms.entries()) {
    const first = firstPosting[place] as number
    firstPosting[place + 1] = first + (counts[term] as number)
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
