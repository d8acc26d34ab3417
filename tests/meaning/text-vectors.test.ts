import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTextVectors } from '../../src/meaning/text-vectors.ts'
import { dimensions, lengthOf } from '../../src/meaning/vectors.ts'

/** A vector of its own for each number. */
const vectorOf = (n: number): Int8Array => new Int8Array(dimensions).fill(1).fill(100, n, n + 1)
const hash = (n: number): string => `text ${n}`

describe('vectors of texts', () => {
  it('are found while they have a user, whatever was taken, given back and added', () => {
    const steps = fc.array(fc.record({ text: fc.nat(19), takes: fc.boolean() }), { maxLength: 200 })
    fc.assert(
      fc.property(steps, fc.nat(5), (all, spare) => {
        const vectors = createTextVectors(spare)
        const taken: number[][] = Array.from({ length: 20 }, () => [])
        const peak = { used: 0 }
        for (const { text, takes } of all) {
          const rows = taken[text] as number[]
          if (takes) rows.push(vectors.take(hash(text)) ?? vectors.add(hash(text), vectorOf(text), true))
          else vectors.release(rows.splice(0, 1))
          peak.used = Math.max(peak.used, vectors.used())
        }
        const inUse = taken.flatMap((rows, text) => (rows.length > 0 ? [text] : []))
        expect(vectors.used()).toBe(inUse.length)
        expect(vectors.size()).toBeLessThanOrEqual(peak.used * 1.25 + spare + 1)
        expect(new Map(vectors.entries())).toEqual(new Map(inUse.map((text) => [hash(text), vectorOf(text)])))
        for (const text of inUse)
          for (const row of taken[text] as number[])
            expect(vectors.rows.cosine(vectorOf(text), lengthOf(vectorOf(text)), row)).toBeCloseTo(1)
      }),
    )
  })

  it('stay for a while without a user, the last that had one for longest', () => {
    const vectors = createTextVectors(2)
    const rows = [0, 1, 2, 3].map((n) => vectors.add(hash(n), vectorOf(n), true))
    vectors.release(rows)
    vectors.add(hash(4), vectorOf(4), true)
    vectors.add(hash(5), vectorOf(5), true)
    expect([0, 1, 2, 3].map((n) => vectors.take(hash(n)) !== undefined)).toEqual([false, false, true, true])
    expect(vectors.size()).toBe(4)
  })

  it('give no row away before they are allowed to', () => {
    const vectors = createTextVectors(0)
    vectors.keep(hash(0), vectorOf(0))
    vectors.add(hash(1), vectorOf(1), false)
    expect(vectors.take(hash(0))).toBeDefined()
  })
})
