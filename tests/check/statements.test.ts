import { describe, expect, it } from 'vitest'
import { statementsIn } from '../../src/check/find-sources.ts'
import { analyser } from '../support/engine.ts'
import { expectGrowth } from '../support/growth.ts'

const statements = (text: string) => statementsIn(text, analyser)

describe('a sentence that states something', () => {
  it.each([
    ['plain', 'The harbour froze in March.'],
    ['short', 'Paris is in France.'],
    ['without a full stop', 'the harbour froze in march'],
    ['without a verb, as headlines are', 'Forty Danish ships off the northern harbour'],
    ['with a quotation', 'He said "no pilot would go" on Monday.'],
    ['with a figure', 'Sales rose 12.5 percent to $3.4 million.'],
    ['exclaimed', 'Forty ships were lost in the ice!'],
    ['with an abbreviation', 'The U.S. envoy Dr. Smith visited the harbour.'],
  ])('is one: %s', (_, text) => {
    expect(statements(text)).toEqual([text])
  })

  it.each([
    ['a question', 'Did the harbour freeze in March?'],
    ['a doubtful question', 'The harbour froze in March?!'],
    ['a quoted question', '“Did the harbour freeze in March?”'],
    ['a greeting', 'Good morning everyone!'],
    ['thanks', 'Thank you so much.'],
    ['a link', 'https://example.com/the-harbour-froze-in-march-of-that-year'],
    ['a slash command', '/ask question: why did the harbour freeze in March'],
    ['a command of another bot', '!play the harbour freezes in winter'],
    ['program text', '```js\nconst harbour = freeze(march, forty, ships)\n```'],
    ['a mention', '<@123456789012345678> <#123456789012345678> <:harbour:123456789012345678>'],
    ['a citation in small print', '-# **[1]** Harbour Post · 26 February 1987 · forty ships waited'],
    ['agreement', 'Yes, I think so too.'],
    ['marks', '... --- !!! 👍'],
    ['nothing', ''],
  ])('is none: %s', (_, text) => {
    expect(statements(text)).toEqual([])
  })
})

describe('a message', () => {
  it('is read sentence by sentence, line by line', () => {
    const text =
      'Hi all! The harbour froze in March. Did you know?\nForty ships waited outside the ice.\n\nSee https://example.com'
    expect(statements(text)).toEqual(['The harbour froze in March.', 'Forty ships waited outside the ice.'])
  })

  it('keeps a sentence whole that goes over a line', () => {
    expect(statements('The harbour froze\nin March.')).toEqual(['The harbour froze\nin March.'])
  })

  it('takes lines that nobody broke for their length one by one', () => {
    expect(statements('forty ships waited outside\nthe harbour froze in march')).toEqual([
      'forty ships waited outside',
      'the harbour froze in march',
    ])
    const broken = 'In that year the harbour froze as it had never frozen before,\nand forty ships waited outside.'
    expect(statements(broken)).toEqual([broken])
  })

  it('has an item of a list, or a line of a block quote, without its mark', () => {
    const text = '> The harbour froze in March.\n- Forty ships waited outside.\n2. No pilot went out to them.'
    expect(statements(text)).toEqual([
      'The harbour froze in March.',
      'Forty ships waited outside.',
      'No pilot went out to them.',
    ])
  })
})

it.each(['a ', '. ', '<@', '```', '> ', '- ', 'http://', '\n', '? ', '1. ', 'x', '…', '-# '])(
  'take work that grows with the text, such as 100,000 characters of %j',
  (part) =>
    expectGrowth((length) => statements(part.repeat(Math.ceil(length / part.length))), {
      ...{ size: 12_500, factor: 8, below: 30 },
    }),
)
