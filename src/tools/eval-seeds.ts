import type { Answer } from '../domain/answer.ts'
import { QuothError } from '../domain/error.ts'
import type { Quote } from '../domain/quote.ts'
import type { Source } from '../domain/source.ts'
import type { Quoth } from '../quoth.ts'
import type { OpenLibrary, Tool } from '../surfaces/terminal/program.ts'
import { startProgress } from '../surfaces/terminal/progress.ts'
import { visibleJson, visibleLine } from '../surfaces/terminal/visible.ts'
import { auroc } from './judgement.ts'
import { type EvidencedQuestion, readQuestionFile } from './question-file.ts'
import { row, shareRow } from './report-text.ts'

/** How well questions about a library are answered; counts are of questions. */
type SeedReport = {
  readonly answerable: number
  /** Shares of the answerable questions where the first quote, or one of the first three, has the evidence. */
  readonly hit1: number
  readonly hit3: number
  /** Mean reciprocal rank of the first quote that has the evidence. */
  readonly mrr: number
  /** Answerable questions that got silence. */
  readonly falseSilent: number
  readonly unanswerable: number
  /** Unanswerable questions that got silence. */
  readonly silent: number
  /** Of the confidence, answerable against unanswerable questions; null unless there are both. */
  readonly auroc: number | null
  /** UTF-16 units per quote. */
  readonly meanQuoteChars: number
  /** Quotes that differ from the text at their offsets. */
  readonly notVerbatim: number
}

/** Share of the evidence that a quote must cover to count: quotes may end at a comma before it does. */
const minCovered = 0.75

type TextOf = (source: string) => string | undefined

const hasEvidence = (quote: Quote, { evidence }: EvidencedQuestion, textOf: TextOf): boolean =>
  evidence.some(({ source, contains }) => {
    const start = textOf(source)?.indexOf(contains) ?? -1
    const shared = Math.min(quote.end, start + contains.length) - Math.max(quote.start, start)
    return quote.source === source && start >= 0 && shared >= minCovered * contains.length
  })

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** The figures of at least one answered question. @param textOf the text of a source by its id */
export const seedReportOf = (
  answered: readonly { readonly question: EvidencedQuestion; readonly answer: Answer }[],
  textOf: TextOf,
): SeedReport => {
  const isAnswerable = ({ question }: (typeof answered)[number]): boolean => question.evidence.length > 0
  const answerable = answered.filter(isAnswerable)
  const unanswerable = answered.filter((each) => !isAnswerable(each))
  const ranks = answerable.map(({ question, answer }) => {
    const at = answer.quotes.findIndex(({ quote }) => hasEvidence(quote, question, textOf))
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1
  })
  const quotes = answered.flatMap(({ answer }) => answer.quotes.map(({ quote }) => quote))
  const silences = (among: typeof answered): number => among.filter(({ answer }) => answer.kind === 'silent').length
  const confidences = (among: typeof answered): readonly number[] => among.map(({ answer }) => answer.confidence)
  return {
    answerable: answerable.length,
    hit1: mean(ranks.map((rank) => (rank === 1 ? 1 : 0))),
    hit3: mean(ranks.map((rank) => (rank <= 3 ? 1 : 0))),
    mrr: mean(ranks.map((rank) => 1 / rank)),
    falseSilent: silences(answerable),
    unanswerable: unanswerable.length,
    silent: silences(unanswerable),
    auroc: auroc(confidences(answerable), confidences(unanswerable)),
    meanQuoteChars: mean(quotes.map(({ exact }) => exact.length)),
    notVerbatim: quotes.filter(({ source, start, end, exact }) => textOf(source)?.slice(start, end) !== exact).length,
  }
}

const rounded = (value: number): number => Number(value.toFixed(3))

/** The report as `--json` prints it; shares to three decimal places, since such files are short. */
const seedReportJson = ({ hit1, hit3, mrr, auroc, meanQuoteChars, ...counts }: SeedReport): object => ({
  ...counts,
  hit1: rounded(hit1),
  hit3: rounded(hit3),
  mrr: rounded(mrr),
  ...(auroc === null ? {} : { auroc: rounded(auroc) }),
  meanQuoteChars: Math.round(meanQuoteChars),
})

/** The report for a person. */
export const seedReportText = (name: string, report: SeedReport): string => {
  const { answerable, unanswerable } = report
  return [
    `${name}: ${answerable + unanswerable} questions`,
    ...(answerable > 0
      ? [
          `Quotes, over ${answerable} answerable questions`,
          ...shareRow('First', report.hit1, 'the first quote has at least three quarters of the evidence'),
          ...shareRow('First three', report.hit3, 'one of the first three does'),
          ...shareRow('MRR', report.mrr, 'mean reciprocal rank of the first quote that does'),
          row('False silent', String(report.falseSilent), 'no quote, although the library has the answer'),
        ]
      : []),
    ...(unanswerable > 0
      ? [
          `Silence, over ${unanswerable} unanswerable questions`,
          row('Silent', String(report.silent), 'no quote, as it should be'),
          ...shareRow('AUROC', report.auroc, 'of the confidence, answerable against unanswerable'),
        ]
      : []),
    'All quotes',
    row('Characters', report.meanQuoteChars.toFixed(0), 'per quote, on average'),
    row('Not verbatim', String(report.notVerbatim), 'quotes that differ from the text at their offsets'),
  ].join('\n')
}

/** The source with that id or title, or null. */
const sourceOf = async (name: string, quoth: Quoth): Promise<Source | null> => {
  try {
    return (await quoth.source(name)).source
  } catch (error) {
    if (error instanceof QuothError && error.code === 'unknown-source') return null
    throw error
  }
}

/** `quoth eval seeds FILE`: how well the library answers questions whose evidence is known. */
export const evalSeedsTool = (openLibrary: OpenLibrary): Tool => ({
  name: 'eval seeds',
  description: 'Measure how well the library answers a file of questions with evidence',
  options: {
    file: {
      type: 'string',
      required: true,
      description: 'Lines of {"id", "question", "answerable", "evidence": [{"source", "contains"}]}',
    },
  },
  run: async (args, { terminal, library, json }) => {
    const file = String(args['file'])
    const progress = startProgress(terminal.stderr, 'Reading the library')
    try {
      const { quoth, close } = await openLibrary({ library, watch: false, progress: progress.label })
      try {
        const texts = new Map<string, string>()
        const textOf = async (id: string): Promise<string | undefined> => {
          const source = texts.has(id) ? null : await sourceOf(id, quoth)
          if (source?.id === id) texts.set(id, source.text)
          return texts.get(id)
        }
        const answered = []
        for (const question of await readQuestionFile(file, textOf)) {
          progress.label(`Asking question ${question.id}`)
          const answer = await quoth.ask(question.question)
          for (const { quote } of answer.quotes) await textOf(quote.source)
          answered.push({ question, answer })
        }
        progress.done()
        const report = seedReportOf(answered, (id) => texts.get(id))
        const printed = json ? visibleJson(seedReportJson(report)) : seedReportText(visibleLine(file), report)
        terminal.stdout.write(`${printed}\n`)
        return 0
      } finally {
        await close()
      }
    } finally {
      progress.done()
    }
  },
})
