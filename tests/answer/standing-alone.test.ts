import { describe, expect, it } from 'vitest'
import { needsOf } from '../../src/answer/choose-quotes.ts'

const plain = 'The ferry sank off the point in a storm.'

describe('a sentence needs the one before it', () => {
  it.each([
    'He sold the honey to sailors.',
    'But nobody was told.',
    '“They knew,” the mayor said.',
    'Both were closed by the council.',
  ])('when it points back: “%s”', (sentence) => {
    expect(needsOf(sentence, { before: plain, after: plain })).toEqual({ before: true, after: false })
  })

  it('when that opened the quotation that it closes', () => {
    expect(needsOf('The bridge will open.”', { before: 'The mayor said: “We are glad.', after: plain })).toEqual({
      before: true,
      after: false,
    })
  })
})

describe('a sentence needs the one after it', () => {
  it.each([
    'But that was never proved.',
    'However, the court found otherwise.',
    'Unless the levy is paid, it closes again.',
    'That is not what the survey found.',
    'It did not happen.',
  ])('when that takes it back or sets a condition: “%s”', (after) => {
    expect(needsOf(plain, { before: plain, after })).toEqual({ before: false, after: true })
  })

  it('when it is a word or two, or leaves a quotation open', () => {
    expect(needsOf('Two years ago.', { before: undefined, after: plain }).after).toBe(true)
    expect(needsOf('The mayor said: “We are glad.', { before: plain, after: 'The bridge will open.”' })).toEqual({
      before: false,
      after: true,
    })
  })
})

it('a sentence that says all needs neither, and one without neighbours gets none', () => {
  expect(needsOf(plain, { before: plain, after: plain })).toEqual({ before: false, after: false })
  expect(needsOf('He left.', { before: undefined, after: undefined })).toEqual({ before: false, after: false })
})
