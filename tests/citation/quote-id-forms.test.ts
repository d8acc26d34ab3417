import { expect, test } from 'vitest'
import { quoteIdFor, readQuoteId, resolveQuoteId } from '../../src/citation/quote-id.ts'
import { plainSource } from '../support/plain-source.ts'

const source = plainSource({ text: 'The harbour froze in March. Ships waited outside.' })
const id = quoteIdFor(source, { start: 4, end: 11 })

test.each([
  ['a start of no digits', 'q0000 0 12 aaaa'],
  ['no length', 'q0000 1 1 aaaa'],
  ['a start longer than all that follows', 'q0000 9 12 aaaa'],
  ['a length of nothing', 'q0000 1 1 0 aaaa'],
  ['a place beyond all numbers', `q0000 z ${'z'.repeat(40)} aaaa`],
  ['more than anybody copies along', `${' '.repeat(101 - id.length)}${id}`],
  ['another first letter', `r${id.slice(1)}`],
])('what has %s is no id', (_, typed) => {
  expect(readQuoteId(typed)).toBeNull()
  expect(() => resolveQuoteId(typed, [source])).toThrow(expect.objectContaining({ code: 'unknown-quote' }))
})

test('an id is read with as much around it as a person may copy along', () => {
  expect(readQuoteId(`${' '.repeat(100 - id.length)}${id}`)).toMatchObject({ start: 4, end: 11 })
})

test('an id of words beyond the end of a text names none there', () => {
  const longer = { ...source, text: `${source.text} Nobody came.` }
  const beyond = quoteIdFor(longer, { start: 50, end: 60 })
  expect(() => resolveQuoteId(beyond, [source])).toThrow(expect.objectContaining({ code: 'unknown-quote' }))
  // Even where the words up to the end are the same.
  const over = quoteIdFor(source, { start: 40, end: source.text.length + 3 })
  expect(() => resolveQuoteId(over, [source])).toThrow(expect.objectContaining({ code: 'unknown-quote' }))
})
