import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../src/index/memory/corrections.ts'

/** The definition, word for word; its time grows with the power of the lengths. */
const slow = (a: string, b: string): number => {
  if (a === '' || b === '') return a.length + b.length
  const rest = [
    slow(a.slice(1), b) + 1,
    slow(a, b.slice(1)) + 1,
    slow(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ]
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) rest.push(slow(a.slice(2), b.slice(2)) + 1)
  return Math.min(...rest)
}

describe('how many slips lie between two words', () => {
  it.each([
    ['uighur', 'uighur', 0],
    ['uigur', 'uighur', 1],
    ['uihgur', 'uighur', 1],
    ['washingtno', 'washington', 1],
    ['wahsingtn', 'washington', 2],
    ['kyiv', 'lviv', 2],
    ['', 'ab', 2],
  ])('between %s and %s: %i', (a, b, slips) => {
    expect(editDistance(a, b, 3)).toBe(slips)
    expect(editDistance(b, a, 3)).toBe(slips)
  })

  it('is what the definition says, and one more than the most where it is more', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(most + 1, slow(a, b)))
      }),
    )
  })
})
