import { describe, expect, it } from 'vitest'
import { citationOf } from '../../src/citation/citation.ts'
import type { Answer } from '../../src/domain/answer.ts'
import { quoteFrom } from '../../src/domain/quote.ts'
import { seedReportOf, seedReportText } from '../../src/tools/eval-seeds.ts'
import { plainSource, spanOf } from '../support/plain-source.ts'

const ships = plainSource({ id: 'ships', text: 'Forty ships waited outside. The harbour froze in March.' })
const textOf = (id: string): string | undefined => (id === 'ships' ? ships.text : undefined)

const quoted = (...words: readonly string[]) =>
  words.map((each, at) => {
    const span = spanOf(ships, each)
    return { rank: at + 1, score: 1, quote: quoteFrom(ships, span), citation: citationOf(ships, span) }
  })
const answer = (confidence: number, ...words: readonly string[]): Answer => {
  const common = { question: '?', confidence, nearest: [], unknownTerms: [], notes: [], searched: 1 }
  if (words.length === 0) return { kind: 'silent', quotes: [], ...common }
  return { kind: 'quoted', quotes: quoted(...words), more: 0, ...common }
}
const asking = (...contains: readonly string[]) => ({
  id: '1',
  question: '?',
  evidence: contains.map((words) => ({ source: 'ships', contains: words })),
})

describe('a report on a question file', () => {
  it('counts as one counts by hand', () => {
    const report = seedReportOf(
      [
        { question: asking('froze in March'), answer: answer(0.9, 'The harbour froze in March.') },
        { question: asking('froze in March', 'Forty'), answer: answer(0.8, 'outside', 'Forty ships') },
        { question: asking('froze in March'), answer: answer(0.3) },
        { question: asking(), answer: answer(0.3) },
        { question: asking(), answer: answer(0.85, 'Forty ships') },
      ],
      textOf,
    )
    expect(report).toMatchObject({
      answerable: 3,
      hit1: 1 / 3,
      hit3: 2 / 3,
      mrr: 0.5,
      falseSilent: 1,
      unanswerable: 2,
      silent: 1,
      auroc: (2 + 1 + 0.5) / 6,
      meanQuoteChars: (27 + 7 + 11 + 11) / 4,
      notVerbatim: 0,
    })
    expect(seedReportText('questions.jsonl', report)).toMatch(/^ {2}First three +\.6667/m)
  })

  it('counts a quote that has three quarters of the evidence at its place, and none that has less', () => {
    const hit = (quoted: string): number =>
      seedReportOf([{ question: asking('waited outside. The'), answer: answer(0.9, quoted) }], textOf).hit1
    expect([hit('Forty ships waited outside.'), hit('ships waited')]).toEqual([1, 0])
  })

  it('counts as shown what is in the first three quotes or, when silent, among the closest', () => {
    const near = (...words: readonly string[]): Answer => ({ ...answer(0.1), nearest: quoted(...words) })
    const late = answer(0.9, 'Forty', 'ships', 'outside', 'froze in March')
    const weak: Answer = { ...answer(0.3, 'Forty'), isWeak: true }
    const of = (kind: string, question: ReturnType<typeof asking>) => ({ ...question, kind })
    const report = seedReportOf(
      [
        { question: of('plain', asking('froze in March')), answer: near('outside', 'The harbour froze in March.') },
        { question: of('plain', asking('froze in March')), answer: late },
        { question: of('hard', asking('froze in March')), answer: near('outside') },
        { question: of('hard', asking('Forty')), answer: answer(0.9, 'Forty') },
        { question: of('other', asking()), answer: near('outside') },
        { question: of('other', asking()), answer: weak },
        { question: of('other', asking()), answer: answer(0.9, 'Forty') },
      ],
      textOf,
    )
    expect(report).toMatchObject({ hit1: 1 / 4, hit3: 1 / 4, shown: 2 / 4, silent: 1, weak: 2, notVerbatim: 0 })
    expect(report.kinds).toMatchObject([
      { kind: 'hard', answerable: 2, hit1: 1 / 2, shown: 1 / 2 },
      { kind: 'other', answerable: 0, unanswerable: 3, silent: 1, weak: 2 },
      { kind: 'plain', answerable: 2, hit1: 0, shown: 1 / 2, falseSilent: 1 },
    ])
    expect(seedReportText('x', report)).toContain('  hard: first .500, in three .500, shown .500 of 2\n')
    expect(seedReportText('x', report)).toContain('  other: silent 1, or weak 2 of 3 unanswerable\n')
  })

  it('has no area under a curve without both kinds of question', () => {
    const report = seedReportOf([{ question: asking(), answer: answer(0.3) }], textOf)
    expect(report.auroc).toBe(null)
    expect(seedReportText('x', report)).not.toMatch(/AUROC|First/)
  })
})
