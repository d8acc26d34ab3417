import { describe, expect, it } from 'vitest'
import type { Difference } from '../../../src/domain/quote-check.ts'
import { fakeQuoth, runQuoth, winter } from '../../support/terminal-quoth.ts'

describe('find-sources', () => {
  it('prints each statement with its quotes, numbered through', async () => {
    const { stdout, code } = await runQuoth(['find-sources', 'A harbour. No zebra at all.'])
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^2 statements looked up in 2 sources\.\n\nA harbour\.\n1 │ The harbour froze in March\.\n.*\n2 │ Forty ships.*\n\nNo zebra at all\.\nNothing in the library is close enough to quote\.\n$/s,
    )
  })

  it('says what to do without a statement, and that the library does not say', async () => {
    const nothing = await runQuoth(['find-sources', 'Hello'])
    expect([nothing.code, nothing.stdout]).toEqual([2, expect.stringContaining('quoth ask QUESTION')])
    expect((await runQuoth(['find-sources', 'Zebra stripes.'])).code).toBe(2)
  })

  it('prints JSON as the contract has it', async () => {
    const { stdout } = await runQuoth(['find-sources', 'A harbour.', '--json'])
    const given = JSON.parse(stdout)
    expect(given).toMatchObject({ left: 0, searched: 2, elapsedMs: expect.any(Number) })
    expect(given.statements[0].statement).toBe('A harbour.')
    const [{ exact, start, end, rank, citation }] = given.statements[0].quotes
    expect([rank, exact, citation.source]).toEqual([1, winter.text.slice(start, end), 'papers/winter'])
  })
})

describe('check-quotes', () => {
  const differences: readonly Difference[] = [
    { kind: 'same', text: 'The harbour ' },
    { kind: 'missing', text: 'froze ' },
    { kind: 'added', text: 'thawed ' },
    { kind: 'same', text: 'in' },
    { kind: 'left-out', text: ' March.' },
  ]

  it('prints each quotation with its verdict and its places', async () => {
    const { stdout, code } = await runQuoth(['check-quotes', '“froze in March” and “zebra”'])
    expect(code).toBe(2)
    expect(stdout).toMatch(
      /^2 quotations checked against 2 sources\.\n\n“froze in March”\nWord for word\.\n1 │ froze in March\n.*\n\n“zebra”\nNot found: no source has these words or anything close to them\.\n$/s,
    )
    expect((await runQuoth(['check-quotes', '“froze in March”'])).code).toBe(0)
  })

  it('prints the words that differ as wdiff marks them', async () => {
    const fake = fakeQuoth()
    const { quotes } = await fake.ask('harbour', { quotes: 1 })
    const quoth = {
      ...fake,
      checkQuotes: async () => ({
        quotes: [
          { written: 'The harbour thawed in …', verdict: { kind: 'nearly', places: quotes, differences } as const },
          { written: 'it was', verdict: { kind: 'too-common' } as const },
        ],
        left: 3,
        searched: 2,
      }),
    }
    const { stdout } = await runQuoth(['check-quotes', 'any'], { quoth })
    expect(stdout).toContain('3 more quotations not checked.')
    expect(stdout).toContain('  The harbour [-froze-] {+thawed+} in […]\n')
    expect(stdout).toContain('“it was”\nNot checked')
    const json = JSON.parse((await runQuoth(['check-quotes', 'any', '--json'], { quoth })).stdout)
    expect(json).toMatchObject({
      quotes: [
        {
          written: 'The harbour thawed in …',
          verdict: 'nearly',
          places: [{ citation: { source: 'papers/winter' } }],
          differences,
        },
        { written: 'it was', verdict: 'too-common', places: [] },
      ],
      left: 3,
      searched: 2,
    })
  })

  it('names what a mark hides', async () => {
    const fake = fakeQuoth()
    const { quotes } = await fake.ask('harbour', { quotes: 1 })
    const verdict = { kind: 'altered', places: quotes, differences, hidden: ['not', 'never'] } as const
    const quoth = {
      ...fake,
      checkQuotes: async () => ({ quotes: [{ written: 'x', verdict }], left: 0, searched: 2 }),
    }
    const { stdout, code } = await runQuoth(['check-quotes', 'any'], { quoth })
    expect(code).toBe(2)
    expect(stdout).toContain(
      'Altered: an omission or a bracket hides “not”, “never”.\n  The harbour [-froze-] {+thawed+} in […]\n',
    )
    const json = JSON.parse((await runQuoth(['check-quotes', 'any', '--json'], { quoth })).stdout)
    expect(json.quotes).toMatchObject([{ verdict: 'altered', differences, hidden: ['not', 'never'] }])
  })

  it('says what to do without quotation marks', async () => {
    expect((await runQuoth(['check-quotes', 'nothing'])).stdout).toContain('between “ and ”')
  })
})
