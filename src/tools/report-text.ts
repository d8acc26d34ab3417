import { plural } from '../domain/message.ts'
import type { Calibration, CalibrationBin, Report } from './report.ts'

/** `.8421`, `1.0000`: as the field prints shares. */
const figure = (value: number): string => value.toFixed(4).replace(/^0/, '')

/** One figure of a report, with what it means. */
export const row = (name: string, value: string, meaning = ''): string =>
  `  ${name.padEnd(14)}${value.padStart(7)}  ${meaning}`.trimEnd()

/** A row for what is measured, none for what is not. */
export const shareRow = (name: string, value: number | null, meaning = ''): readonly string[] =>
  value === null ? [] : [row(name, figure(value), meaning)]

/** Cells of a bar from 0 to 1. */
const barWidth = 40

/** The share right as a bar, with `|` where the confidence stands: on its end when the two agree. */
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
  'Confidence: the bar is the share right, | the confidence; they agree where the bar ends at |',
  '  Right: the first quote, shown or held back by silence, covers the gold span in a gold document.',
  '  Nothing is right on a question that the collection does not answer.',
  ...bins.map(binLine),
  row('ECE', figure(error), 'expected calibration error: the mean distance of the two'),
]

/** The report of a collection, for a person. */
export const reportText = (name: string, report: Report): string => {
  const { ranking, answering, silence, calibration, milliseconds } = report
  const counted = (count: number): string => count.toLocaleString('en')
  return [
    `${name}: ${counted(report.questions)} questions of ${counted(report.documents)} documents`,
    ...(ranking
      ? [
          `Documents as ranked, over ${counted(ranking.queries)} questions`,
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
          ...shareRow('Contains', answering.contains, 'the first quote holds a gold answer, wherever it is from'),
          row('Characters', answering.meanQuoteChars.toFixed(0), 'of a first quote, on average'),
          ...shareRow('False silent', answering.falseSilent, 'no quote, though a document answers'),
        ]
      : []),
    row('Not verbatim', String(report.notVerbatim), 'quotes that are not the text at their place'),
    ...(silence
      ? [
          `Silence, over ${counted(silence.unanswerable)} unanswerable questions`,
          ...shareRow('Silent', silence.silent, 'no quote, and rightly so'),
          ...shareRow('Decision', silence.decisionAccuracy, 'of all questions: answered and answerable, or neither'),
          ...shareRow('AUROC', silence.auroc, 'of confidence, answerable against unanswerable'),
        ]
      : []),
    ...(calibration ? calibrationLines(calibration) : []),
    'Time of a question',
    row('p50', milliseconds.p50.toFixed(1), 'ms'),
    row('p95', milliseconds.p95.toFixed(1), 'ms'),
  ].join('\n')
}
