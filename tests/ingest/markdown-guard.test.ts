import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPathological } from '../../src/ingest/markdown-guard.ts'
import { expectGrowth } from '../support/growth.ts'

const marks = ['>', '> ', '>\t', '- ', '* ', '+ ', '1. ', '12) ', '>        ', '-    >  ']

describe('the guard of the Markdown parser', () => {
  it('sees what nests twelve deep, however far apart the marks stand, and nothing less', () => {
    for (const mark of marks) {
      const depth = mark.match(/[>*+-]|\d+/g)?.length ?? 1
      expect(isPathological(`Words.\n${mark.repeat(12)}word\n`)).toBe(true)
      expect(isPathological(`Words.\n${mark.repeat(Math.floor(11 / depth))}word\n`)).toBe(false)
    }
  })

  it('is soon done with marks and blanks that nest almost deep enough', async () => {
    // Eleven quote marks with eight blanks after each once took it minutes, and the time doubled with every mark.
    expect(isPathological(`${`>${' '.repeat(8)}`.repeat(11)}x\n`)).toBe(false)
    const read = (marks: number) => isPathological(`${`>${' '.repeat(8)}`.repeat(marks)}x\n`.repeat(1000))
    await expectGrowth(read, { size: 5, factor: 2, below: 8 })
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
        await expectGrowth(read, { size: 2_000, factor: 8, below: 30 })
      }),
      { numRuns: 60 },
    )
  })
})
