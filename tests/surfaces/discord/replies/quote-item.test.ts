import { expect, test } from 'vitest'
import { quoteFrom } from '../../../../src/domain/quote.ts'
import { sourceId } from '../../../../src/domain/source.ts'
import {
  dateShown,
  quoteItem,
  recordShown,
  sourceIdShown,
} from '../../../../src/surfaces/discord/replies/quote-item.ts'
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

test('a date is shown as exactly as it is known', () => {
  const { t } = frameOf()
  const shown = ['2014-09-23', '2014-09', '2014', 'spring 2014', '2014-99-99'].map((issued) => dateShown(issued, t))
  expect(shown.slice(0, 2)).toEqual([expect.stringMatching(/\b23\b/), expect.stringMatching(/^September 2014$/)])
  expect(shown[0]).toMatch(/September.*2014|2014.*September/)
  expect(shown.slice(2)).toEqual(['2014', 'spring 2014', '2014-99-99'])
})

test('a record tells what sets its source apart from others, and nothing in that acts', () => {
  const source = plainSource({ text: 'One.' })
  const citation = fakeCitation(source, quoteFrom(source, { start: 0, end: 4 }))
  const { t } = frameOf()
  const { disambiguation: _, ...without } = citation
  expect(recordShown({ ...without, disambiguation: '*second* <@1>' }, t)).toContain('\\*second\\* \\<@1>')
  expect(recordShown(without, t)).not.toContain('second')
})

test('an id of nothing to be seen is shown by its key alone', () => {
  expect(sourceIdShown(sourceId('\u200b'))).toMatch(/^\(`[^`]+`\)$/)
})
