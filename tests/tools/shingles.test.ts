import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactShare, f1Error, shingleShares, textFigures } from '../../src/tools/shingles.ts'

describe('the shares of four words in a row', () => {
  // Worked out by hand from evaluate.py of article-extraction-benchmark.
  it.each([
    // abcd bcde | abcd bcde
    ['equal texts', 'a b c d e', 'a b c d e', { both: 1, added: 0, missed: 0 }],
    // abcd bcde | abcd bcdf
    ['another last word', 'a b c d e', 'a b c d f', { both: 1 / 3, added: 1 / 3, missed: 1 / 3 }],
    // abcd bcde cdef | bcde
    ['too much', 'a b c d e f', 'b c d e', { both: 1 / 3, added: 2 / 3, missed: 0 }],
    // xxxx three times | xxxx once
    ['the same words again', 'x x x x x x', 'x x x x', { both: 1 / 3, added: 2 / 3, missed: 0 }],
    ['fewer than four words', 'a b', 'a b', { both: 1, added: 0, missed: 0 }],
    ['fewer than four words, of which one is missing', 'a b', 'a b c', { both: 0, added: 1 / 2, missed: 1 / 2 }],
    ['nothing found', '', 'a b c d', { both: 0, added: 0, missed: 1 }],
    ['nothing at all', '', ' – ', { both: 0, added: 0, missed: 0 }],
    // It’s, naïve_one: letters of any language, figures and the low line
    ['marks and letters beyond English', 'It’s naïve_one 10€', 'It s naïve_one 10', { both: 1, added: 0, missed: 0 }],
    ['capitals', 'A b c d', 'a b c d', { both: 0, added: 1 / 2, missed: 1 / 2 }],
  ])('are those of %s', (_, found, truth, shares) => {
    expect(shingleShares(found, truth)).toEqual(shares)
  })

  it('add up to one, and change sides with the texts', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 30 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [there, back] = [shingleShares(one, other), shingleShares(other, one)]
        expect(there.both + there.added + there.missed).toBeCloseTo(1)
        expect([back.both, back.added, back.missed]).toEqual([there.both, there.missed, there.added])
      }),
    )
  })
})

describe('the figures of several pages', () => {
  const pages = [
    { both: 1, added: 0, missed: 0 },
    { both: 0.5, added: 0.5, missed: 0 },
    { both: 0.25, added: 0, missed: 0.75 },
  ]

  it('are means over pages, and F1 of the means', () => {
    // Precision (1 + .5 + 1) / 3, recall (1 + 1 + .25) / 3.
    const [precision, recall] = [2.5 / 3, 2.25 / 3]
    expect(textFigures(pages)).toEqual({ precision, recall, f1: (2 * precision * recall) / (precision + recall) })
    expect(exactShare(pages)).toBeCloseTo(1 / 3)
  })

  it('leave out pages where a mean has no meaning', () => {
    const nothing = { both: 0, added: 0, missed: 1 }
    expect(textFigures([pages[0] as (typeof pages)[0], nothing])).toMatchObject({ precision: 1, recall: 0.5 })
    expect(textFigures([nothing])).toEqual({ precision: 0, recall: 0, f1: 0 })
  })

  it('have an error that is the same every time, and none for pages that are alike', () => {
    expect(f1Error(pages)).toBe(f1Error(pages))
    expect(f1Error(pages)).toBeGreaterThan(0.05)
    expect(f1Error(pages)).toBeLessThan(0.3)
    expect(f1Error(Array.from({ length: 9 }, () => pages[1] as (typeof pages)[0]))).toBeCloseTo(0)
  })
})
