import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPathological } from '../../src/ingest/markdown-guard.ts'
import { growthOf } from '../support/growth.ts'

const marks = ['>', '> ', '>\t', '- ', '* ', '+ ', '1. ', '12) ', '>        ', '-    >  ']

describe('the guard of the Markdown parser', () => {
  it('sees what nests twelve deep, however far apart the marks stand, and nothing less', () => {
    for (const mark of marks) {
      const depth = mark.match(/[>*+-]|\d+/g)?.length ?? 1
      expect(isPathological(`Words.\n${mark.repeat(12)}word\n`)).toBe(true)
      expect(isPathological(`Words.\n${mark.repeat(Math.floor(11 / depth))}word\n`)).toBe(false)
    }
  })

  it('is soon done with marks and blanks that nest almost deep enough', () => {
    // Eleven quote marks with eight blanks after each once took it minutes.
    const line = `${`>${' '.repeat(8)}`.repeat(11)}x\n`
    const begun = performance.now()
    expect(isPathological(line)).toBe(false)
    expect(performance.now() - begun).toBeLessThan(100)
  })

  it('takes work that grows with the length of any mix of marks and blanks', async () => {
    const unit = fc.string({
      unit: fc.constantFrom('>', ' ', '\t', '-', '*', '1', '.', '\n', 'x'),
      minLength: 1,
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(unit, async (mix) => {
        const read = (size: number): boolean => isPathological(mix.repeat(Math.ceil(size / mix.length)))
        expect(await growthOf(read, 2_000, 8)).toBeLessThan(30)
      }),
      { numRuns: 60 },
    )
  })
})
