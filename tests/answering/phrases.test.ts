import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdsInOrder } from '../../src/answering/restrictions.ts'

it('finds a phrase wherever its words stand side by side in their order, and nowhere else', () => {
  const words = fc.array(fc.constantFrom('ha', 'ho', 'hi'), { maxLength: 12 })
  const phrase = fc.array(fc.constantFrom('ha', 'ho', 'hi'), { minLength: 1, maxLength: 5 })
  const written = (some: readonly string[]): string => ` ${some.join(' ')} `
  fc.assert(
    fc.property(words, phrase, (all, some) => {
      expect(holdsInOrder(all, some)).toBe(written(all).includes(written(some)))
    }),
    { numRuns: 1000 },
  )
})

it('takes a phrase without words to stand nowhere', () => {
  expect(holdsInOrder(['ha'], [])).toBe(false)
})
