import { expect, it } from 'vitest'
import { contains, overlaps } from '../../src/domain/span.ts'

const span = (start: number, end: number) => ({ start, end })

it('spans overlap when they share a character, not when they touch', () => {
  expect(overlaps(span(0, 5), span(4, 9))).toBe(true)
  expect(overlaps(span(4, 9), span(0, 5))).toBe(true)
  expect(overlaps(span(0, 5), span(5, 9))).toBe(false)
  expect(overlaps(span(0, 9), span(3, 4))).toBe(true)
})

it('a span contains itself and what lies inside, to the last character', () => {
  expect(contains(span(2, 6), span(2, 6))).toBe(true)
  expect(contains(span(2, 6), span(3, 6))).toBe(true)
  expect(contains(span(2, 6), span(3, 7))).toBe(false)
  expect(contains(span(2, 6), span(1, 3))).toBe(false)
})
