import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteFrom, wordsBetween } from '../../src/domain/quote.ts'
import { plainSource, spanOf } from '../support/plain-source.ts'

describe('quoteFrom', () => {
  it('gives the words at the span, and up to 32 units around, of any text', () => {
    const anySpan = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 120 })
      .chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length })))
    fc.assert(
      fc.property(anySpan, ([text, a, b]) => {
        const [start, end] = a < b ? [a, b] : [b - 1, a + 1]
        const source = plainSource({ text })
        const quote = quoteFrom(source, { start, end })
        expect(quote).toMatchObject({ source: source.id, start, end, exact: text.slice(start, end) })
        const around = `${quote.prefix}${quote.exact}${quote.suffix}`
        expect(text.slice(start - quote.prefix.length, end + quote.suffix.length)).toBe(around)
        expect([quote.prefix.length, quote.suffix.length]).toEqual([
          Math.min(32, start),
          Math.min(32, text.length - end),
        ])
      }),
    )
  })

  it.each([
    ['empty', 3, 3],
    ['reversed', 5, 3],
    ['before the text', -1, 3],
    ['beyond the text', 0, 100],
    ['between two units', 0.5, 2],
    ['nowhere', Number.NaN, 2],
  ])('refuses a span that is %s, which is a bug', (_, start, end) => {
    expect(() => quoteFrom(plainSource({ text: 'A short text.' }), { start, end })).toThrow(RangeError)
  })
})

it.each([
  ['beside each other', 'One. Two.', false],
  ['on two lines', 'One.\n\n  \nTwo.', false],
  ['with a word between', 'One. And Two.', true],
  ['with more between than a quote keeps of the text before it', `One. ${'And so on. '.repeat(9)}Two.`, true],
  ['with the mark of a list between', 'One.\n- Two.', false],
  ['with the number of a list between', 'One.\n2. Two.', false],
  ['far apart, with blanks alone near the second', `One. And.${' '.repeat(60)}Two.`, true],
])('words are left out between two quotes or not: %s', (_, text, expected) => {
  const source = plainSource({ text })
  expect(wordsBetween(quoteFrom(source, spanOf(source, 'One.')), quoteFrom(source, spanOf(source, 'Two.')))).toBe(
    expected,
  )
})
