import { expect, test } from 'vitest'
import { quoteFrom, wordsBetween } from '../../../../src/domain/quote.ts'
import type { Source } from '../../../../src/domain/source.ts'
import { quoteItem } from '../../../../src/surfaces/discord/replies/quote-item.ts'
import { fakeCitation } from '../../../support/fake-quoth.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { frameOf } from '../../../support/shown-frame.ts'

const quoted = (source: Source, words: string) => {
  const start = source.text.indexOf(words)
  return quoteFrom(source, { start, end: start + words.length })
}
const itemOf = (text: string) => {
  const source = plainSource({ text })
  const quote = quoteFrom(source, { start: 0, end: text.length })
  return quoteItem(quote, fakeCitation(source, quote), { number: 1 }, frameOf())
}

test('a quote is shown with a mark before each line, and nothing in it acts', () => {
  const item = itemOf('*One* <@1>\n> two\n# three')
  const lines = item.markdown(item.words, '').split('\n')
  expect(lines.slice(0, 3)).toEqual(['> \\*One\\* \\<@1>', '> \\> two', '> \\# three'])
})

test('in a file the words stand as they are in the source', () => {
  expect(itemOf('*One* <@1>').plain).toMatch(/^\*One\* <@1>\n\n\[1\] /)
})

test.each([
  ['beside each other', 'One. Two.', false],
  ['on two lines', 'One.\n\n  \nTwo.', false],
  ['with a word between', 'One. And Two.', true],
  ['with more between than a quote keeps of the text before it', `One. ${'And so on. '.repeat(9)}Two.`, true],
  ['far apart, with blanks alone near the second', `One. And.${' '.repeat(60)}Two.`, true],
])('words are left out between two quotes or not: %s', (_, text, expected) => {
  const source = plainSource({ text })
  expect(wordsBetween(quoted(source, 'One.'), quoted(source, 'Two.'))).toBe(expected)
})
