import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evenSample } from '../../src/tools/eval.ts'
import { auroc } from '../../src/tools/judgement.ts'
import { calibrationOf, percentile } from '../../src/tools/report.ts'

const confidence = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10)
const confidences = fc.array(confidence, { minLength: 1, maxLength: 40 })

describe('the area under the ROC curve', () => {
  it('is the share of pairs in the right order, ties counting half', () => {
    // Of the six pairs: .9 wins two, ties none; .5 wins one and ties one; .1 loses to .5 and ties .1.
    expect(auroc([0.9, 0.5, 0.1], [0.5, 0.1])).toBe((2 + 1.5 + 0.5) / 6)
    expect(auroc([0.8], [0.2])).toBe(1)
    expect(auroc([0.2], [0.8])).toBe(0)
    expect(auroc([0.5, 0.5], [0.5])).toBe(0.5)
  })

  it('is that of comparing every pair', () => {
    fc.assert(
      fc.property(confidences, confidences, (yes, no) => {
        const wins = yes.flatMap((a) => no.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
        expect(auroc(yes, no)).toBeCloseTo(wins.reduce<number>((sum, win) => sum + win, 0) / wins.length, 12)
      }),
    )
  })

  it('is turned round with the two sides', () => {
    fc.assert(
      fc.property(confidences, confidences, (yes, no) => {
        expect((auroc(yes, no) ?? 0) + (auroc(no, yes) ?? 0)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('is unknown without both sides', () => {
    expect([auroc([], [0.5]), auroc([0.5], [])]).toEqual([null, null])
  })
})

describe('calibration', () => {
  const predicted = (confidence: number, right: number, wrong: number) =>
    Array.from({ length: right + wrong }, (_, i) => ({ confidence, isRight: i < right }))

  it('has no error when confidences are shares', () => {
    const { error, bins } = calibrationOf([...predicted(0.75, 3, 1), ...predicted(0.25, 1, 3), ...predicted(1, 5, 0)])
    expect(error).toBeCloseTo(0, 12)
    expect(bins[7]).toMatchObject({ count: 4, meanConfidence: 0.75, shareRight: 0.75 })
  })

  it('weighs the distance in each bin by its predictions', () => {
    // Three of four predictions are .9 sure and right once: .5667 off; one is .2 sure and right: .8 off.
    expect(calibrationOf([...predicted(0.9, 1, 2), ...predicted(0.2, 1, 0)]).error).toBeCloseTo(
      (3 / 4) * (0.9 - 1 / 3) + (1 / 4) * 0.8,
      12,
    )
  })

  it('counts every prediction in one bin, the edges of 0 to 1 too', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (values) => {
        const { bins, error } = calibrationOf(values.map((value) => ({ confidence: value, isRight: value > 0.5 })))
        expect(bins.map(({ count }) => count).reduce((a, b) => a + b)).toBe(values.length)
        for (const { from, to, meanConfidence } of bins)
          if (meanConfidence !== null) {
            expect(meanConfidence).toBeGreaterThanOrEqual(from - 1e-9)
            expect(meanConfidence).toBeLessThanOrEqual(to + 1e-9)
          }
        expect(error).toBeLessThanOrEqual(1)
      }),
    )
    const { bins } = calibrationOf([{ confidence: 1, isRight: true }])
    expect(bins.at(-1)?.count).toBe(1)
    expect(bins[0]).toEqual({ from: 0, to: 0.1, count: 0, meanConfidence: null, shareRight: null })
  })
})

describe('a percentile', () => {
  it('is the value that so many do not exceed', () => {
    const values = [5, 1, 4, 2, 3, 10, 9, 8, 7, 6]
    expect([0.1, 0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([1, 5, 10, 10])
    expect(percentile([7], 0.5)).toBe(7)
  })
})

describe('a sample', () => {
  it('is evenly spaced and in order', () => {
    expect(evenSample([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7])
    expect(evenSample([1, 2, 3], 3)).toEqual([1, 2, 3])
    expect(evenSample([1, 2, 3], Number.POSITIVE_INFINITY)).toEqual([1, 2, 3])
  })

  it('has as many different items as asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (size, count) => {
        const items = Array.from({ length: size }, (_, i) => i)
        expect(new Set(evenSample(items, count)).size).toBe(Math.min(size, count))
      }),
    )
  })
})
