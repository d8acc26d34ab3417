import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureRanking } from '../../src/tools/judgement.ts'

const relevant = (of: { readonly [id: string]: number }): ReadonlyMap<string, number> => new Map(Object.entries(of))

/** `count` documents that nobody judged. */
const others = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `other-${i}`)

describe('measures of a ranking', () => {
  it('are those counted by hand', () => {
    const measured = measureRanking(['x', 'b', 'y', 'a'], relevant({ a: 1, b: 3, c: 2 }))
    // 3 / log2(3) + 1 / log2(5), over 3 + 2 / log2(3) + 1 / 2
    expect(measured.ndcg10).toBeCloseTo((1.892789 + 0.430677) / (3 + 1.26186 + 0.5), 6)
    expect(measured).toMatchObject({ recall100: 2 / 3, hit1: 0, hit5: 1, mrr10: 1 / 2 })
  })

  it.each([
    [1, { hit1: 1, hit5: 1, mrr10: 1, recall100: 1 }],
    [5, { hit1: 0, hit5: 1, mrr10: 1 / 5, recall100: 1 }],
    [6, { hit1: 0, hit5: 0, mrr10: 1 / 6, recall100: 1 }],
    [10, { hit1: 0, hit5: 0, mrr10: 1 / 10, recall100: 1 }],
    [11, { hit1: 0, hit5: 0, mrr10: 0, ndcg10: 0, recall100: 1 }],
    [100, { mrr10: 0, ndcg10: 0, recall100: 1 }],
    [101, { mrr10: 0, ndcg10: 0, recall100: 0 }],
  ])('look as deep as their names say, for the relevant document at rank %i', (rank, expected) => {
    expect(measureRanking([...others(rank - 1), 'a'], relevant({ a: 1 }))).toMatchObject(expected)
  })

  it('are all 0 where nothing relevant is found', () => {
    const nothing = { ndcg10: 0, recall100: 0, hit1: 0, hit5: 0, mrr10: 0 }
    expect(measureRanking([], relevant({ a: 1 }))).toEqual(nothing)
    expect(measureRanking(others(200), relevant({ a: 1 }))).toEqual(nothing)
  })

  it('hold a ranking by relevance to be ideal, and no other ranking to be better', () => {
    const judgements = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.integer({ min: 1, max: 4 }), {
      minKeys: 1,
      maxKeys: 30,
    })
    fc.assert(
      fc.property(judgements, fc.infiniteStream(fc.nat()), (judged, order) => {
        const ids = Object.keys(judged)
        const ideal = ids.toSorted((a, b) => (judged[b] ?? 0) - (judged[a] ?? 0))
        const shuffled = ids.map((id) => ({ id, key: order.next().value ?? 0 })).sort((a, b) => a.key - b.key)
        expect(measureRanking(ideal, relevant(judged)).ndcg10).toBe(1)
        const { ndcg10 } = measureRanking(
          shuffled.map(({ id }) => id),
          relevant(judged),
        )
        expect(ndcg10).toBeGreaterThan(0)
        expect(ndcg10).toBeLessThanOrEqual(1)
      }),
    )
  })
})
