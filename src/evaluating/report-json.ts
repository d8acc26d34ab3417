import type { Report } from './report.ts'

/** Shares are given to four places: more is noise. */
const rounded = (value: number): number => Number(value.toFixed(4))

const roundedAll = (figures: { readonly [name: string]: number | null }): object =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) => (value === null ? [] : [[name, rounded(value)] as const])),
  )

/** The report as `--json` prints it; what the collection does not measure is left out. */
export const reportJson = (set: string, split: string, report: Report): object => {
  const { documents, questions, ranking, answering, silence, calibration, milliseconds } = report
  return {
    set,
    split,
    documents,
    questions,
    ...roundedAll({ ...ranking }),
    ...roundedAll({ ...answering }),
    ...(answering ? { meanQuoteChars: Math.round(answering.meanQuoteChars) } : {}),
    notVerbatim: report.notVerbatim,
    ...roundedAll({ ...silence }),
    ...(calibration ? { calibrationError: rounded(calibration.error) } : {}),
    ...(calibration ? { reliability: calibration.bins.map((bin) => roundedAll({ ...bin })) } : {}),
    p50Ms: Number(milliseconds.p50.toFixed(2)),
    p95Ms: Number(milliseconds.p95.toFixed(2)),
  }
}
