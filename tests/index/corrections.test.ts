import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNearWords, editDistance, likeliest } from '../../src/index/memory/corrections.ts'
import { createDictionary } from '../../src/index/memory/dictionary.ts'
import { createDocumentFrequencies } from '../../src/index/memory/document-frequencies.ts'

/**
 * Finds words near a given one, of words that stand in a passage each. `onLook` is called for each that it looks at
 * closely.
 */
const nearWordsOf = (words: readonly string[], onLook: () => void = () => {}) => {
  const dictionary = createDictionary()
  for (const word of words) dictionary.addWord(word, dictionary.addTerm(word), 0)
  const figures = {
    passages: words.length,
    length: words.length,
    termPassages: new Uint32Array(words.length).fill(1),
    wordPassages: new Uint32Array(words.length).fill(1),
  }
  const frequencies = createDocumentFrequencies(dictionary, figures)
  const ofWord = (word: number): number => {
    onLook()
    return frequencies.ofWord(word)
  }
  return createNearWords(dictionary, { ...frequencies, ofWord })
}

describe('finding what was meant', () => {
  it('overlooks no word that is near enough', () => {
    const letters = fc.constantFrom('a', 'b', 'e', 'n', 'r')
    const word = fc.string({ unit: letters, minLength: 3, maxLength: 10 })
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, typed) => {
        const most = typed.length >= 8 ? 2 : 1
        const slips = words
          .filter((each) => each.length >= 4 && each !== typed && typed.length >= 4)
          .map((each) => editDistance(typed, each, most))
          .filter((distance) => distance <= most)
        const near = nearWordsOf(words)(typed)
        expect(near.map((correction) => correction.slips).toSorted()).toEqual(slips.toSorted())
        expect(likeliest(near, typed).map((correction) => correction.slips)).toEqual(slips.toSorted().slice(0, 3))
      }),
      { numRuns: 500 },
    )
  })

  it('looks closely at few of 200,000 words', () => {
    const syllables = ['ka', 'ro', 'mi', 'ten', 'sho', 'var', 'lu', 'be', 'din', 'gor', 'wes', 'tul']
    const words = Array.from({ length: 200_000 }, (_, i) => {
      let rest = i
      return Array.from({ length: 5 }, () => {
        const syllable = syllables[rest % syllables.length] ?? ''
        rest = Math.floor(rest / syllables.length)
        return syllable
      }).join('')
    })
    let looked = 0
    const near = nearWordsOf(words, () => {
      looked += 1
    })
    expect(near('washingtno')).toEqual([])
    expect(looked).toBeLessThan(1000)
  })
})
