import { expect, test } from 'vitest'
import { quoteFrom } from '../../../../src/domain/quote.ts'
import { quoteItem } from '../../../../src/surfaces/discord/replies/quote-item.ts'
import { fakeCitation } from '../../../support/fake-quoth.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { frameOf } from '../../../support/shown-frame.ts'

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
