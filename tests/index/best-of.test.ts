import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBestOf } from '../../src/index/memory/search-postings.ts'

describe('the best of many', () => {
  it('are what sorting all and cutting would give, and the last of them is known once they are complete', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: 0, max: 12 }), (items, limit) => {
        const best = createBestOf<number>(limit, (a, b) => a - b)
        for (const item of items) best.offer(item)
        const expected = items.toSorted((a, b) => a - b).slice(0, limit)
        expect(best.sorted()).toEqual(expected)
        expect(best.last()).toBe(items.length < limit ? undefined : expected.at(-1))
      }),
    )
  })
})
