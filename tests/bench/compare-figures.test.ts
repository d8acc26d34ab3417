import { describe, expect, it } from 'vitest'
import { compareFigures } from '../../bench/compare-figures.ts'

const dropped = (expected: object, measured: object, tolerance = 0.005): readonly string[] =>
  compareFigures({ ...expected }, { ...measured }, tolerance)
    .filter(({ isDrop }) => isDrop)
    .map(({ name }) => name)

describe('expected figures', () => {
  it('hold as long as none is worse by more than the tolerance', () => {
    expect(dropped({ hit1: 0.84, hit5: 0.955 }, { hit1: 0.835, hit5: 0.99 })).toEqual([])
    expect(dropped({ hit1: 0.84, hit5: 0.955 }, { hit1: 0.834, hit5: 0.99 })).toEqual(['hit1'])
  })

  it('are better when less where that is their nature', () => {
    expect(dropped({ calibrationError: 0.03 }, { calibrationError: 0.01 })).toEqual([])
    expect(dropped({ calibrationError: 0.03 }, { calibrationError: 0.04 })).toEqual(['calibrationError'])
    expect(dropped({ notVerbatim: 0 }, { notVerbatim: 1 })).toEqual(['notVerbatim'])
  })

  it('of more than 1 may be worse by a share of themselves', () => {
    expect(dropped({ meanQuoteChars: 200 }, { meanQuoteChars: 201 })).toEqual([])
    expect(dropped({ meanQuoteChars: 200 }, { meanQuoteChars: 202 })).toEqual(['meanQuoteChars'])
  })

  it('that are no longer measured have dropped', () => {
    expect(dropped({ auroc: 0.9 }, { hit1: 1 })).toEqual(['auroc'])
  })
})
