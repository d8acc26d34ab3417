import { expect, test } from 'vitest'
import { contains, overlaps, placeBehind } from '../../src/domain/span.ts'

const span = (start: number, end: number) => ({ start, end })

test('spans that touch share no character', () => {
  expect([overlaps(span(0, 3), span(3, 5)), overlaps(span(3, 5), span(0, 3))]).toEqual([false, false])
  expect([overlaps(span(0, 4), span(3, 5)), overlaps(span(3, 5), span(0, 4))]).toEqual([true, true])
})

test('a span holds itself, and no span that begins before it or ends behind it', () => {
  expect(contains(span(2, 5), span(2, 5))).toBe(true)
  expect([contains(span(2, 5), span(1, 5)), contains(span(2, 5), span(2, 6))]).toEqual([false, false])
})

test('a span that ends at an offset is not behind it', () => {
  const spans = [span(0, 3), span(3, 5), span(7, 9)]
  expect([0, 2, 3, 4, 5, 6, 7, 8, 9].map((offset) => placeBehind(spans, offset))).toEqual([0, 0, 1, 1, 2, 2, 2, 2, 3])
  expect(placeBehind([], 0)).toBe(0)
})
