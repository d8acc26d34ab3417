import { describe, expect, it } from 'vitest'
import { quoteFrom } from '../../src/domain/quote.ts'
import { readMarkdown } from '../ingest/support/read.ts'

const shown = (paragraph: string): string => {
  const source = readMarkdown(`# Guide\n\n${paragraph}\n`)
  const first = source.paragraphs[0]
  if (!first) throw new Error('no paragraph')
  const quote = quoteFrom(source, first)
  expect(quote.exact).toBe(source.text.slice(first.start, first.end))
  return quote.shown
}

describe('what is shown of Markdown', () => {
  it.each([
    [
      'The *pier* opens at [nine](http://example.org/a) and **closes** at five.',
      'The pier opens at nine and closes at five.',
    ],
    ['An *un*believable `word` of it.', 'An unbelievable word of it.'],
    ['The <span title="a > b">map</span> of the pier is here.', 'The map of the pier is here.'],
    ['The first line<br>and the second one.', 'The first line and the second one.'],
    ['See [[The Pier|our page]] and [[Boats]] for more.', 'See our page and Boats for more.'],
    ['![A pier](p.png){width=50%} The pier from the south.', 'The pier from the south.'],
    ['If a < b and c > d then [1, 2] and {a, b} are left.', 'If a < b and c > d then [1, 2] and {a, b} are left.'],
    ['It costs \\$5 & more.', 'It costs $5 & more.'],
  ])('has no marks: %s', (written, expected) => {
    expect(shown(written)).toBe(expected)
  })
})
