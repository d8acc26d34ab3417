import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuestion, partsOf } from '../../src/answer/question-syntax.ts'
import { QuothError } from '../../src/domain/error.ts'
import { expectGrowth } from '../support/growth.ts'
import { hostileText } from '../support/hostile-text.ts'

const nothing = { phrases: [], excluded: [], source: null, before: null, after: null }

/** What is read, the phrases as words. */
const read = (question: string) => {
  const { typed, ...syntax } = parseQuestion(question)
  expect(typed).toBe(question)
  return { ...syntax, phrases: syntax.phrases.map(({ start, end }) => syntax.text.slice(start, end)) }
}

describe('a question without operators is its own text', () => {
  it.each([
    'Where is the harbour?',
    'What is x:y?',
    'Who came at 16:30?',
    'the al-Qaida attacks of 2014-15',
    'the war - and after',
    'the war -- and after',
    'What freezes at -5 degrees?',
    'resource:full',
    'What happened before: the storm or the flood?',
    'Which source: the first?',
    'source:',
    'before:?',
    '-',
    '- -?',
    'He said "no and left',
    'a 5" pipe and a 6" pipe',
    'the „unclosed',
    '"" and “ ”',
    "the dogs' 'bone'",
    '',
  ])('%j', (question) => {
    expect(read(question)).toEqual({ ...nothing, text: question })
  })
})

describe('an operator is read', () => {
  it.each([
    ['"four suspects" arrested', { text: '"four suspects" arrested', phrases: ['four suspects'] }],
    ['Who said “never again”?', { text: 'Who said “never again”?', phrases: ['never again'] }],
    ['Wer sagte „nie wieder“?', { text: 'Wer sagte „nie wieder“?', phrases: ['nie wieder'] }],
    ['Qui a dit « plus jamais » ?', { text: 'Qui a dit « plus jamais » ?', phrases: [' plus jamais '] }],
    ['»nie wieder« („so“)', { text: '»nie wieder« („so“)', phrases: ['nie wieder', 'so'] }],
    [
      'the "first" and the "second one"',
      { text: 'the "first" and the "second one"', phrases: ['first', 'second one'] },
    ],
    ['arrests -Indonesia', { text: 'arrests ', excluded: ['Indonesia'] }],
    ['arrests -al-Qaida, why?', { text: 'arrests , why?', excluded: ['al-Qaida'] }],
    ['arrests -"East Turkestan" -militants?', { text: 'arrests  ?', excluded: ['East Turkestan', 'militants'] }],
    ['source:report Who left?', { text: 'Who left?', source: 'report' }],
    ['Who left? Source:"two words"', { text: 'Who left? ', source: 'two words' }],
    ['Who left source:a/b.txt?', { text: 'Who left ?', source: 'a/b.txt' }],
    ['arrests before:2014', { text: 'arrests ', before: '2014' }],
    ['arrests AFTER:2014-05 before: 2015-02-28?', { text: 'arrests  ?', after: '2014-05', before: '2015-02-28' }],
    [
      'before:2014 Militants "in the hills"',
      { text: 'Militants "in the hills"', before: '2014', phrases: ['in the hills'] },
    ],
  ])('in %j', (question, expected) => {
    expect(read(question)).toEqual({ ...nothing, ...expected })
  })
})

describe('what cannot be read is said, never passed over', () => {
  it.each([
    ['arrests before:yesterday', /“before:” needs a year, month or day, such as before:2014.*“yesterday” is not one/],
    ['arrests after:2014-13', /after:2014-05/],
    ['arrests after:2014-02-30', /2014-02-30/],
    ['arrests before:05/2014', /05\/2014/],
    ['arrests before:14', /needs a year/],
    ['arrests after:2015 before:2014', /No day is both before 2014 and after 2015/],
    ['arrests after:2014 before:2014-06', /No day/],
    ['arrests source:a source:b', /“source:” 2 times/],
    ['arrests before:2014 before:2015', /“before:” 2 times/],
    ['arrests -source:a', /leave out the minus/],
    ['before:2014', /add what you want to know/],
    ['-harbour ?', /add what you want to know/],
    ['who "said" '.repeat(21), /at most 20 phrases/],
    [`who ${'-said '.repeat(21)}`, /at most 20 .* after a minus/],
    ['a'.repeat(6001), /6,000 characters; this has 6,001/],
  ])('%.40j', (question, message) => {
    expect(() => parseQuestion(question)).toThrow(QuothError)
    expect(() => parseQuestion(question)).toThrow(message)
  })
})

const pieces = [
  '"',
  '“',
  '”',
  '„',
  '«',
  '»',
  '-',
  ' ',
  'word',
  '?',
  'source:',
  'before:',
  'after:',
  '2014',
  '-05',
  '5',
  'é',
]
const anyQuestion = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
  hostileText(),
)

describe('whatever is typed', () => {
  it('is in one part each, in order, and all of it is', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const parts = (() => {
          try {
            return partsOf(question)
          } catch (error) {
            expect(error).toBeInstanceOf(QuothError)
            return null
          }
        })()
        if (parts === null) return
        expect(parts.map(({ start, end }) => question.slice(start, end)).join('')).toBe(question)
        for (const { start, end, value } of parts) expect(question.slice(start, end)).toContain(value)
      }),
      { numRuns: 2000 },
    )
  })

  it('is read, or refused in words', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        try {
          const { text, phrases } = parseQuestion(question)
          for (const { start, end } of phrases) expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u)
          // What is left has no operator in it any more.
          expect(parseQuestion(text)).toEqual({ ...nothing, typed: text, text: text.trimStart(), phrases })
        } catch (error) {
          expect(error).toBeInstanceOf(QuothError)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it.each([...pieces, '“a', '"a ', '-"', 'a"', '“.”', '"a"a', '-a?', 'before:2014 '])(
    'of %j over and over takes work that grows with it',
    async (piece) => {
      const readParts = (length: number): void => {
        try {
          partsOf(piece.repeat(length / piece.length))
        } catch (error) {
          expect(error).toBeInstanceOf(QuothError)
        }
      }
      await expectGrowth(readParts, { size: 12_500, factor: 8, below: 30 })
    },
  )
})
