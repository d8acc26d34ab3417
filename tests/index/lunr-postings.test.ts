import { describe, expect, it } from 'vitest'
import { createPostingsDraft } from '../../src/index/memory/lunr-postings.ts'

describe('the postings of passages', () => {
  it('are those of each passage, however many terms it has', async () => {
    const numbers = new Map<string, number>()
    const draft = createPostingsDraft((term) => {
      const number = numbers.get(term) ?? numbers.size
      numbers.set(term, number)
      return number
    })
    const termsFrom = (first: number): readonly string[] => Array.from({ length: 30_000 }, (_, at) => `t${first + at}`)
    for (const first of [0, 10_000, 20_000, 0]) draft.add(termsFrom(first), ['t0'])
    const { terms, firstPosting, postingPassages, postingOwn, postingContext } = await draft.finish(async () => {})
    const postingsOf = (term: string) => {
      const at = terms.indexOf(numbers.get(term) ?? -1)
      const [from, to] = [firstPosting[at], firstPosting[at + 1]]
      return [postingPassages, postingOwn, postingContext].map((values) => [...values.subarray(from, to)])
    }
    expect(postingsOf('t0')).toEqual([
      [0, 1, 2, 3],
      [1, 0, 0, 1],
      [1, 1, 1, 1],
    ])
    expect(postingsOf('t25000')).toEqual([
      [0, 1, 2, 3],
      [1, 1, 1, 1],
      [0, 0, 0, 0],
    ])
    expect(postingsOf('t45000')[0]).toEqual([2])
  })
})
