import { expect, test } from 'vitest'
import { quoteFrom } from '../../src/domain/quote.ts'
import { plainSource } from '../support/plain-source.ts'

test.each([
  [0, 0],
  [1, 1],
  [31, 31],
  [32, 32],
  [33, 32],
  [500, 32],
])('of %s units around a quote, %s are kept on each side, as they stand next to it', (around, kept) => {
  const [before, after] = ['<', '>'].map((mark) => Array.from({ length: around }, (_, n) => `${n % 10}`).join(mark))
  const head = (before ?? '').slice(0, around).padEnd(around, 'x')
  const tail = (after ?? '').slice(0, around).padEnd(around, 'x')
  const quote = quoteFrom(plainSource({ text: `${head}The words.${tail}` }), { start: around, end: around + 10 })
  expect(quote.exact).toBe('The words.')
  expect(quote.prefix).toBe(kept === 0 ? '' : head.slice(-kept))
  expect(quote.suffix).toBe(tail.slice(0, kept))
})
