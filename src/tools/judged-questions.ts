/** What somebody said of one answer. */
export type Verdict = {
  readonly question: string
  /** The earlier questions that it was read with. */
  readonly earlier?: readonly string[]
  /** The one source that was asked; null for all. */
  readonly source: string | null
  readonly quotes: readonly { readonly source: string; readonly exact: string }[]
  readonly isHelpful: boolean
}

/** A question with what the verdicts on its answers say. */
export type JudgedQuestion = {
  /** As it was first asked. */
  readonly text: string
  /** 1 for a source whose quotes helped, 0 for one whose quotes did not. Never empty. */
  readonly relevance: ReadonlyMap<string, 0 | 1>
  /** The quotes that helped. */
  readonly answers: readonly string[]
}

/** Verdicts that say nothing about a question by itself, and questions on which the verdicts contradict each other. */
export type LeftOut = {
  /** Verdicts on an answer from the one source that was asked: the question alone asks another thing. */
  readonly ofOneSource: number
  /** Verdicts on an answer to a question that was read with an earlier one. */
  readonly followUps: number
  /** Verdicts on quotes of which the library has none any more. */
  readonly gone: number
  /** Questions for which no source was found helpful more often than not helpful, or the other way round. */
  readonly undecided: number
}

/** For and against, counted. */
type Votes = Map<string, number>

const vote = (votes: Votes, names: Iterable<string>, isHelpful: boolean): void => {
  for (const name of new Set(names)) votes.set(name, (votes.get(name) ?? 0) + (isHelpful ? 1 : -1))
}

/** What is the same for two ways of writing a question: spacing, capitals and the mark at its end aside. */
const normalForm = (question: string): string =>
  question
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ')
    .replace(/[?!.]{1,9}$/, '')

/**
 * What verdicts say of questions, in the order in which these were first asked. A verdict is on the whole answer, so it counts for
 * each source quoted there. Of several verdicts the majority decides; where there is none, nothing is said of that source. `textOf`
 * gives the text of a source, undefined for one that the library does not have; a quote that is not in it counts no more.
 */
export const judgedQuestions = (
  verdicts: Iterable<Verdict>,
  textOf: (source: string) => string | undefined,
): { readonly questions: readonly JudgedQuestion[]; readonly leftOut: LeftOut } => {
  const leftOut = { ofOneSource: 0, followUps: 0, gone: 0, undecided: 0 }
  const asked = new Map<string, { readonly text: string; readonly sources: Votes; readonly quotes: Votes }>()
  for (const { question, earlier = [], source, quotes, isHelpful } of verdicts) {
    const there = quotes.filter((quote) => textOf(quote.source)?.includes(quote.exact))
    if (source !== null) leftOut.ofOneSource += 1
    else if (earlier.length > 0) leftOut.followUps += 1
    else if (there.length === 0) leftOut.gone += 1
    else {
      const key = normalForm(question)
      const of = asked.get(key) ?? { text: question, sources: new Map(), quotes: new Map() }
      asked.set(key, of)
      vote(
        of.sources,
        there.map((quote) => quote.source),
        isHelpful,
      )
      vote(
        of.quotes,
        there.map(({ exact }) => exact),
        isHelpful,
      )
    }
  }
  const questions = [...asked.values()].flatMap(({ text, sources, quotes }): readonly JudgedQuestion[] => {
    const relevance = new Map<string, 0 | 1>()
    for (const [source, votes] of sources) if (votes !== 0) relevance.set(source, votes > 0 ? 1 : 0)
    if (relevance.size > 0)
      return [{ text, relevance, answers: [...quotes].flatMap(([exact, votes]) => (votes > 0 ? [exact] : [])) }]
    leftOut.undecided += 1
    return []
  })
  return { questions, leftOut }
}
