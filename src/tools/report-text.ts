import { plural } from '../domain/message.ts'
import type { Calibration, CalibrationBin, Report } from './report.ts'

/** `.8421`, `1.0000`: the usual form for shares. */
const figure = (value: number): string => value.toFixed(4).replace(/^0/, '')

/** One figure of a report with its meaning. */
export const row = (name: string, value: string, meaning = ''): string =>
  `  ${name.padEnd(14)}${value.padStart(7)}  ${meaning}`.trimEnd()

/** A row for a figure, or none if it was not measured. */
export const shareRow = (name: string, value: number | null, meaning = ''): readonly string[] =>
  value === null ? [] : [row(name, figure(value), meaning)]

/** Characters of a bar from 0 to 1. */
const barWidth = 40

/** The share right as a bar, with `|` at the confidence: at its end if the two agree. */
const barOf = (right: number, confidence: number): string => {
  const filled = Math.round(right * barWidth)
  const mark = Math.min(barWidth - 1, Math.max(0, Math.round(confidence * barWidth) - 1))
  return Array.from({ length: barWidth }, (_, at) => (at === mark ? '|' : at < filled ? '█' : '·')).join('')
}

const binLine = ({ from, to, count, meanConfidence, shareRight }: CalibrationBin): string => {
  const place = `  ${from.toFixed(1)} to ${to.toFixed(1)}`
  if (meanConfidence === null || shareRight === null) return `${place}  ${' '.repeat(barWidth)}  no question`
  const told = `${figure(meanConfidence)} sure, ${figure(shareRight)} right`
  return `${place}  ${barOf(shareRight, meanConfidence)}  ${told}, ${count} ${plural(count, 'question', 'questions')}`
}

const calibrationLines = ({ bins, error }: Calibration): readonly string[] => [
  'Confidence: the bar is the share right, | the confidence; they agree if the bar ends at |',
  '  Right: the first quote, shown or withheld, covers the gold span in a gold document.',
  '  For an unanswerable question, no quote is right.',
  ...bins.map(binLine),
  row('ECE', figure(error), 'expected calibration error: the mean distance between the two'),
]

/** The report of a collection for a person. */
export const reportText = (name: string, report: Report): string => {
  const { ranking, answering, silence, calibration, milliseconds } = report
  const counted = (count: number): string => count.toLocaleString('en')
  return [
    `${name}: ${counted(report.questions)} questions of ${counted(report.documents)} documents`,
    ...(ranking
      ? [
          `Ranked documents, over ${counted(ranking.queries)} questions`,
          ...shareRow('nDCG@10', ranking.ndcg10),
          ...shareRow('Recall@100', ranking.recall100),
          ...shareRow('Hit@1', ranking.hit1),
          ...shareRow('Hit@5', ranking.hit5),
          ...shareRow('MRR@10', ranking.mrr10),
        ]
      : []),
    ...(answering
      ? [
          `Quotes, over ${counted(answering.answers)} answerable questions`,
          ...shareRow('Sentence', answering.sentence, 'the first quote covers the gold span in a gold document'),
          ...shareRow('Sentence, of 3', answering.sentence3, 'one of the first three does'),
          ...shareRow('Contains', answering.contains, 'the first quote contains a gold answer, whatever its document'),
          row('Characters', answering.meanQuoteChars.toFixed(0), 'per first quote, on average'),
          ...shareRow('False silent', answering.falseSilent, 'no quote, although a document has the answer'),
        ]
      : []),
    row('Not verbatim', String(report.notVerbatim), 'quotes that differ from the text at their offsets'),
    ...(silence
      ? [
          `Silence, over ${counted(silence.unanswerable)} unanswerable questions`,
          ...shareRow('Silent', silence.silent, 'no quote, as it should be'),
          ...shareRow('Decision', silence.decisionAccuracy, 'of all questions: answered if and only if answerable'),
          ...shareRow('AUROC', silence.auroc, 'of the confidence, answerable against unanswerable'),
        ]
      : []),
    ...(calibration ? calibrationLines(calibration) : []),
    'Time of a question',
    row('p50', milliseconds.p50.toFixed(1), 'ms'),
    row('p95', milliseconds.p95.toFixed(1), 'ms'),
  ].join('\n')
}
