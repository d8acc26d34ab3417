import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseTokens, isKnownWord, lemmaOf } from '../../src/language/english/wink.ts'

describe('analyseTokens', () => {
  it('gives words and marks with their places, base forms and kinds', () => {
    const text = 'The ships sailed, slowly.'
    const tokens = analyseTokens(text)
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The',
      'ships',
      'sailed',
      ',',
      'slowly',
      '.',
    ])
    expect(tokens.map(({ lemma }) => lemma)).toEqual(['the', 'ship', 'sail', ',', 'slowly', '.'])
    expect(tokens.map(({ stop }) => stop)).toEqual([true, false, false, false, false, false])
    expect(tokens[1]?.pos).toBe('NOUN')
  })

  it('keeps places true across tabs, line breaks, no-break spaces and emoji', () => {
    const text = 'One\u00a0two\t\tthree\n\n  four 😀 five'
    expect(analyseTokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'One',
      'two',
      'three',
      'four',
      '😀',
      'five',
    ])
  })

  it('gives a run of characters without white space, however long, as one token', () => {
    const run = 'x'.repeat(5000)
    const tokens = analyseTokens(`before ${run} after`)
    expect(tokens.map(({ start, end }) => end - start)).toEqual([6, 5000, 5])
  })

  it('never overlaps or leaves the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        let cursor = 0
        for (const { start, end } of analyseTokens(text)) {
          expect(start).toBeGreaterThanOrEqual(cursor)
          expect(end).toBeGreaterThan(start)
          cursor = end
        }
        expect(cursor).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a word that stands alone', () => {
  it('is in the lexicon, or not, and has a base form', () => {
    expect([isKnownWord('palace'), isKnownWord('qzarvenko')]).toEqual([true, false])
    expect([lemmaOf('fled'), lemmaOf('qzarvenko')]).toEqual(['flee', 'qzarvenko'])
  })

  it('may be anything, also what wink takes for white space', () => {
    for (const word of ['', ' ', 'ﱞ', 'a'.repeat(200)])
      expect([isKnownWord(word), lemmaOf(word)]).toEqual([false, word])
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 8 }), (word) => {
        expect(typeof isKnownWord(word)).toBe('boolean')
        expect(typeof lemmaOf(word)).toBe('string')
      }),
      { numRuns: 1000 },
    )
  })
})
