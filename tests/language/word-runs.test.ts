import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdsRun, placesOfRun } from '../../src/language/word-runs.ts'
import { expectGrowth } from '../support/growth.ts'

const words = fc.array(fc.constantFrom('ha', 'ho', 'hi'), { maxLength: 12 })
const run = fc.array(fc.constantFrom('ha', 'ho', 'hi'), { minLength: 1, maxLength: 5 })

it('finds a run wherever its words stand side by side in their order, and nowhere else', () => {
  fc.assert(
    fc.property(words, run, (all, some) => {
      const isAt = (place: number): boolean => some.every((word, at) => all[place + at] === word)
      expect(placesOfRun(all, some)).toEqual([...all.keys()].filter(isAt))
      expect(holdsRun(all, some)).toBe([...all.keys()].some(isAt))
    }),
    { numRuns: 1000 },
  )
})

it('takes a run without words to stand nowhere', () => {
  expect(placesOfRun(['ha'], [])).toEqual([])
  expect(holdsRun(['ha'], [])).toBe(false)
})

it('stays linear over one word said many times', async () => {
  const search = (count: number): void => {
    const many: readonly string[] = Array(count).fill('ha')
    expect(holdsRun(many, [...many.slice(0, count / 2), 'ho'])).toBe(false)
  }
  await expectGrowth(search, { size: 20_000, factor: 8, below: 30 })
})
