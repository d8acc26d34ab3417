import type { Answer } from '../domain/answer.ts'
import type { CitedQuote } from '../domain/citation.ts'
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
type SeedFigures = {
  readonly answerable: number
  /** Shares of the answerable questions where the first quote, or one of the first three, has the evidence. */
  readonly hit1: number
  readonly hit3: number
  /** Share of the answerable questions where one of the first three quotes or, when silent, of the closest has it. */
  readonly shown: number
  /** Mean reciprocal rank of the first quote that has the evidence. */
  readonly mrr: number
  /** Answerable questions that got silence. */
  readonly falseSilent: number
  readonly unanswerable: number
  /** Unanswerable questions that got silence. */
  readonly silent: number
  /** Unanswerable questions that got silence or a match that is marked as weak. */
  readonly weak: number
  /** Of the confidence, answerable against unanswerable questions; null unless there are both. */
  readonly auroc: number | null
  /** UTF-16 units per quote. */
  readonly meanQuoteChars: number
  /** Quotes, and those that are closest, that differ from the text at their offsets. */
  readonly notVerbatim: number
}

/** The figures of all questions, and of each kind that the file names, sorted by its name. */
type SeedReport = SeedFigures & { readonly kinds: readonly (SeedFigures & { readonly kind: string })[] }

/** Share of the evidence that a quote must cover to count: quotes may end at a comma before it does. */
const minCovered = 0.75

type TextOf = (source: string) => string | undefined

const hasEvidence = (quote: Quote, { evidence }: EvidencedQuestion, textOf: TextOf): boolean =>
  evidence.some(({ source, contains }) => {
    const start = textOf(source)?.indexOf(contains) ?? -1
    const shared = Math.min(quote.end, start + contains.length) - Math.max(quote.start, start)
    return quote.source === source && start >= 0 && shared >= minCovered * contains.length
  })

/** What a reader sees first of an answer: three quotes or, when it is silent, what is closest. */
const shownIn = ({ quotes, nearest }: Answer): readonly CitedQuote[] => [...quotes.slice(0, 3), ...nearest]

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

type Answered = { readonly question: EvidencedQuestion; readonly answer: Answer }

const figuresOf = (answered: readonly Answered[], textOf: TextOf): SeedFigures => {
  const isAnswerable = ({ question }: Answered): boolean => question.evidence.length > 0
  const answerable = answered.filter(isAnswerable)
  const unanswerable = answered.filter((each) => !isAnswerable(each))
  const rankIn = (of: (answer: Answer) => readonly CitedQuote[]): readonly number[] =>
    answerable.map(({ question, answer }) => {
      const at = of(answer).findIndex(({ quote }) => hasEvidence(quote, question, textOf))
      return at < 0 ? Number.POSITIVE_INFINITY : at + 1
    })
  const inThree = (places: readonly number[]): number => mean(places.map((rank) => (rank <= 3 ? 1 : 0)))
  const ranks = rankIn((answer) => answer.quotes)
  const nearest = answered.flatMap(({ answer }) => answer.nearest.map(({ quote }) => quote))
  const quotes = answered.flatMap(({ answer }) => answer.quotes.map(({ quote }) => quote))
  const silences = (among: readonly Answered[]): number => among.filter(({ answer }) => answer.kind === 'silent').length
  const confidences = (among: readonly Answered[]): readonly number[] => among.map(({ answer }) => answer.confidence)
  return {
    answerable: answerable.length,
    hit1: mean(ranks.map((rank) => (rank === 1 ? 1 : 0))),
    hit3: inThree(ranks),
    shown: inThree(rankIn(shownIn)),
    mrr: mean(ranks.map((rank) => 1 / rank)),
    falseSilent: silences(answerable),
    unanswerable: unanswerable.length,
    silent: silences(unanswerable),
    weak: unanswerable.filter(({ answer }) => answer.kind === 'silent' || answer.isWeak).length,
    auroc: auroc(confidences(answerable), confidences(unanswerable)),
    meanQuoteChars: mean(quotes.map(({ exact }) => exact.length)),
    notVerbatim: [...quotes, ...nearest].filter(
      ({ source, start, end, exact }) => textOf(source)?.slice(start, end) !== exact,
    ).length,
  }
}

/** The figures of at least one answered question. @param textOf the text of a source by its id */
export const seedReportOf = (answered: readonly Answered[], textOf: TextOf): SeedReport => {
  const kinds = [...new Set(answered.flatMap(({ question: { kind } }) => kind ?? []))].sort()
  const ofKind = (kind: string): readonly Answered[] => answered.filter(({ question }) => question.kind === kind)
  return {
    ...figuresOf(answered, textOf),
    kinds: kinds.map((kind) => ({ kind, ...figuresOf(ofKind(kind), textOf) })),
  }
}

const rounded = (value: number): number => Number(value.toFixed(3))

/** Figures as `--json` prints them; shares to three decimal places, since such files are short. */
const figuresJson = ({ hit1, hit3, shown, mrr, auroc, meanQuoteChars, ...counts }: SeedFigures): object => ({
  ...counts,
  hit1: rounded(hit1),
  hit3: rounded(hit3),
  shown: rounded(shown),
  mrr: rounded(mrr),
  ...(auroc === null ? {} : { auroc: rounded(auroc) }),
  meanQuoteChars: Math.round(meanQuoteChars),
})

const seedReportJson = ({ kinds, ...all }: SeedReport): object => ({
  ...figuresJson(all),
  ...(kinds.length === 0 ? {} : { kinds: kinds.map(figuresJson) }),
})

/** A kind in one line. */
const kindRow = (of: SeedReport['kinds'][number]): string => {
  const share = (value: number): string => value.toFixed(3).replace(/^0/, '')
  const parts = [
    ...(of.answerable > 0
      ? [`first ${share(of.hit1)}, in three ${share(of.hit3)}, shown ${share(of.shown)} of ${of.answerable}`]
      : []),
    ...(of.unanswerable > 0 ? [`silent ${of.silent}, or weak ${of.weak} of ${of.unanswerable} unanswerable`] : []),
  ]
  return `  ${visibleLine(of.kind)}: ${parts.join('; ')}`
}

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
          ...shareRow('Shown', report.shown, 'one of these does or, when silent, one of the closest'),
          ...shareRow('MRR', report.mrr, 'mean reciprocal rank of the first quote that does'),
          row('False silent', String(report.falseSilent), 'no quote, although the library has the answer'),
        ]
      : []),
    ...(unanswerable > 0
      ? [
          `Silence, over ${unanswerable} unanswerable questions`,
          row('Silent', String(report.silent), 'no quote, as it should be'),
          row('Silent or weak', String(report.weak), 'or quotes that are marked as a weak match'),
          ...shareRow('AUROC', report.auroc, 'of the confidence, answerable against unanswerable'),
        ]
      : []),
    'All quotes',
    row('Characters', report.meanQuoteChars.toFixed(0), 'per quote, on average'),
    row('Not verbatim', String(report.notVerbatim), 'quotes that differ from the text at their offsets'),
    ...(report.kinds.length > 0 ? ['By kind', ...report.kinds.map(kindRow)] : []),
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
      description: 'Lines of {"id", "question", "kind"?, "answerable", "evidence": [{"source", "contains"}]}',
    },
  },
  run: async (args, { terminal, library, json }) => {
    const file = String(args['file'])
    const progress = startProgress(terminal.stderr, 'Reading the library')
    try {
      const { quoth, close } = await openLibrary({
        library,
        watch: false,
        isFolderAlone: true,
        progress: progress.label,
      })
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
          for (const { quote } of [...answer.quotes, ...answer.nearest]) await textOf(quote.source)
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
