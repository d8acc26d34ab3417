import { describe, expect, it } from 'vitest'
import { answerTypeOf, showsType } from '../../src/answer/answer-type.ts'
import { tokenise } from '../../src/index/analyser.ts'

describe('what a question asks for', () => {
  it.each([
    ['Who opened the lido?', 'person'],
    ['To whom did the keeper write?', 'person'],
    ['When did the ferry sink?', 'time'],
    ['In what year did the ferry sink?', 'year'],
    ['On which day did it open?', 'time'],
    ['Where did the families flee to?', 'place'],
    ['In which city is the mint?', 'place'],
    ['How many pickers were hired?', 'number'],
    ['What is the population of Sorvik?', 'number'],
    ['How much did the repairs cost?', 'money'],
    ['How much rain fell?', 'number'],
    ['What percentage of voters stayed at home?', 'percentage'],
    ['Why was the press repaired?', 'reason'],
    ['What was the cause of the fire?', 'reason'],
    ['How did you learn to repair clocks?', null],
    ['What did the mayor say when the bridge opened?', null],
    ['What is the name of the city?', null],
    ['harbour bridge', null],
  ])('“%s” asks for %s', (question, type) => {
    expect(answerTypeOf(question)).toBe(type)
  })
})

const shows = (sentence: string, type: Parameters<typeof showsType>[2], question = ''): number => {
  const wordsOf = (text: string): readonly string[] => tokenise(text).map(({ folded }) => folded)
  return showsType(sentence, wordsOf(sentence), type, new Set(wordsOf(question)))
}

describe('what a sentence shows', () => {
  it.each([
    ['person', 'Hilda James opened it.', 1],
    ['person', 'It opened late.', 0],
    ['place', 'They fled to Ouwerkerk.', 1],
    ['year', 'It sank in 1931.', 1],
    ['year', 'It sank in May.', 0],
    ['time', 'It sank in May.', 1],
    ['number', 'A thirteen-member court sat.', 1],
    ['money', 'It cost 2.4 million pounds.', 1],
    ['money', 'It took 24 days.', 0],
    ['percentage', 'Some 12% stayed.', 1],
    ['reason', 'It broke because its bearings wore out.', 1],
  ] as const)('a %s: “%s” %d', (type, sentence, expected) => {
    expect(shows(sentence, type)).toBe(expected)
  })

  it('is never what the question names itself', () => {
    expect(shows('Hilda James opened it.', 'person', 'Who was Hilda James?')).toBe(0)
    expect(shows('It sank in 1931.', 'year', 'In what year after 1931 did it sink?')).toBe(0)
  })

  it('cannot be told of names in a text without capitals', () => {
    expect(shows('hilda james opened it', 'person')).toBe(0.5)
  })
})
