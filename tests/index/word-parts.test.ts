import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWordParts } from '../../src/index/memory/word-parts.ts'

const word = fc.stringMatching(/^[abch]{1,9}$/)

describe('words found by letters that they have in them', () => {
  it('are all that have them, also those that came since the last search', () => {
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 20 }), { maxLength: 4 }), word, (batches, letters) => {
        fc.pre(letters.length >= 3)
        const words: string[] = []
        const parts = createWordParts(words)
        for (const batch of batches) {
          words.push(...batch)
          const found = new Set(parts.mayHave(letters))
          for (const [number, each] of words.entries()) if (each.includes(letters)) expect(found).toContain(number)
        }
      }),
    )
  })

  it('are few of many, once a few searches have taken all in', () => {
    const words = Array.from({ length: 30_000 }, (_, n) => `${n % 100 === 0 ? 'haus' : 'gart'}${n}`)
    const parts = createWordParts(words)
    const counts = Array.from({ length: 10 }, () => [...parts.mayHave('haus')].length)
    expect(counts[0]).toBeGreaterThan(20_000)
    expect(counts.at(-1)).toBe(300)
  })
})
