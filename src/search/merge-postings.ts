import type { LiveSegment } from './live-segment.ts'
import type { Postings } from './lunr-postings.ts'

/** Terms between two calls of `turn`: some milliseconds of work. */
const termsATurn = 1000

/** Stands for the position of a passage that counts no more. */
const gone = 0xffff_ffff

/** By segment: the position that each passage has once those that count no more are left out. */
const newPositions = (from: readonly LiveSegment[]): readonly Uint32Array[] => {
  let next = 0
  return from.map(({ segment, live }) => segment.starts.map((_, position) => (live?.[position] === 0 ? gone : next++)))
}

/** The postings of what still counts in `from`, in its order. */
export const mergePostings = async (from: readonly LiveSegment[], turn: () => Promise<void>): Promise<Postings> => {
  const positions = newPositions(from)
  const forEachPosting = async (see: (term: number, position: number, own: number, context: number) => void) => {
    for (const [at, { segment }] of from.entries()) {
      const moved = positions[at] as Uint32Array
      for (const [place, term] of segment.terms.entries()) {
        const end = segment.firstPosting[place + 1] as number
        for (let posting = segment.firstPosting[place] as number; posting < end; posting++) {
          const position = moved[segment.postingPassages[posting] as number] as number
          if (position !== gone)
            see(term, position, segment.postingOwn[posting] as number, segment.postingContext[posting] as number)
        }
        if (place % termsATurn === 0) await turn()
      }
    }
  }

  const numbers = 1 + Math.max(-1, ...from.map(({ segment }) => segment.terms.at(-1) ?? -1))
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
