import { row, shareRow } from './rows.ts'
import type { SeedReport } from './seed-report.ts'

/** The report of a question file, for a person. */
export const seedReportText = (name: string, report: SeedReport): string => {
  const { answerable, unanswerable } = report
  return [
    `${name}: ${answerable + unanswerable} questions`,
    ...(answerable > 0
      ? [
          `Quotes, over ${answerable} answerable questions`,
          ...shareRow('First', report.hit1, 'the first quote has the evidence, or three quarters of it'),
          ...shareRow('First three', report.hit3, 'one of the first three has'),
          ...shareRow('MRR', report.mrr, 'mean of one over the rank of the first quote that has'),
          row('False silent', String(report.falseSilent), 'no quote, though the library answers'),
        ]
      : []),
    ...(unanswerable > 0
      ? [
          `Silence, over ${unanswerable} unanswerable questions`,
          row('Silent', String(report.silent), 'no quote, and rightly so'),
          ...shareRow('AUROC', report.auroc, 'of confidence, answerable against unanswerable'),
        ]
      : []),
    'All quotes',
    row('Characters', report.meanQuoteChars.toFixed(0), 'of a quote, on average'),
    row('Not verbatim', String(report.notVerbatim), 'quotes that are not the text at their place'),
  ].join('\n')
}
