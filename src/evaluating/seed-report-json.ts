import type { SeedReport } from './seed-report.ts'

const rounded = (value: number): number => Number(value.toFixed(3))

/** The report of a question file as `--json` prints it; shares to three places, since such files are short. */
export const seedReportJson = ({ hit1, hit3, mrr, auroc, meanQuoteChars, ...counts }: SeedReport): object => ({
  ...counts,
  hit1: rounded(hit1),
  hit3: rounded(hit3),
  mrr: rounded(mrr),
  ...(auroc === null ? {} : { auroc: rounded(auroc) }),
  meanQuoteChars: Math.round(meanQuoteChars),
})
