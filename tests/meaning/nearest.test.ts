import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../bench/seeded.ts'
import { sourceId } from '../../src/domain/source.ts'
import { closestBySigns, nearestOf } from '../../src/meaning/nearest.ts'
import { createVectorRows } from '../../src/meaning/vector-rows.ts'
import { dimensions } from '../../src/meaning/vectors.ts'

/** Few values, so that many vectors have as many signs apart as others. */
const random = seeded(7)
const vector = (): Int8Array =>
  Int8Array.from({ length: dimensions }, (_, i) => (i < 12 ? (random() < 0.5 ? -50 : 50) : 0))

const rows = createVectorRows()
const places = Array.from({ length: 12_000 }, (_, row) => {
  rows.set(row, vector())
  return { source: sourceId(`s${row % 40}`), version: 'v', ordinal: Math.floor(row / 40), row }
})
const reversed = places.toReversed()

describe('the nearest of many passages', () => {
  it('are the same in whatever order the passages were encoded', () => {
    const asked = vector()
    expect(nearestOf(reversed, rows, asked, 20)).toEqual(nearestOf(places, rows, asked, 20))
  })

  it('are chosen from all that have as few signs apart as the last of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (count) => {
        const asked = vector()
        const chosen = closestBySigns(places, rows, asked, count)
        expect(chosen.length).toBeGreaterThanOrEqual(count)
        expect(new Set(closestBySigns(reversed, rows, asked, count))).toEqual(new Set(chosen))
      }),
      { numRuns: 10 },
    )
  })
})
