/** One person’s verdict on an answer. */
export type Verdict = {
  readonly question: string
  /** The earlier questions that it followed. */
  readonly earlier?: readonly string[]
  /** The one source that was searched; null for all. */
  readonly source: string | null
  readonly quotes: readonly { readonly source: string; readonly exact: string }[]
  readonly isHelpful: boolean
}

/** A question with the sum of the verdicts on its answers. */
export type JudgedQuestion = {
  /** As it was first asked. */
  readonly text: string
  /** 1 for a source whose quotes helped, 0 for one whose quotes did not. Never empty. */
  readonly relevance: ReadonlyMap<string, 0 | 1>
  /** The quotes that helped. */
  readonly answers: readonly string[]
}

/** Counts of verdicts that say nothing about a question on its own, and of questions with contradictory verdicts. */
export type LeftOut = {
  /** Verdicts on an answer from one named source: the question alone asks something else. */
  readonly ofOneSource: number
  /** Verdicts on an answer to a follow-up question. */
  readonly followUps: number
  /** Verdicts on quotes none of which is in the library any more. */
  readonly gone: number
  /** Questions where every source has as many votes for as against. */
  readonly undecided: number
}

/** Votes for minus votes against, by name. */
type Votes = Map<string, number>

const vote = (votes: Votes, names: Iterable<string>, isHelpful: boolean): void => {
  for (const name of new Set(names)) votes.set(name, (votes.get(name) ?? 0) + (isHelpful ? 1 : -1))
}

/** A question without differences of spacing, capitals and final punctuation. */
const normalForm = (question: string): string =>
  question
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ')
    .replace(/[?!.]{1,9}$/, '')

/**
 * Sums up verdicts by question, in the order in which the questions were first asked. A verdict on an answer counts for
 * each source quoted in it. The majority decides; a source with as many votes for as against is not judged.
 * @param textOf the text of a source, undefined for one that the library does not have; quotes no longer in it do not
 * count
 */
export const judgedQuestions = (
  verdicts: Iterable<Verdict>,
  textOf: (source: string) => string | undefined,
): { readonly questions: readonly JudgedQuestion[]; readonly leftOut: LeftOut } => {
  const leftOut = { ofOneSource: 0, followUps: 0, gone: 0, undecided: 0 }
  const asked = new Map<string, { readonly text: string; readonly sources: Votes; readonly quotes: Votes }>()
  for (const { question, earlier = [], source, quotes, isHelpful } of verdicts) {
    const found = quotes.filter((quote) => textOf(quote.source)?.includes(quote.exact))
    if (source !== null) leftOut.ofOneSource += 1
    else if (earlier.length > 0) leftOut.followUps += 1
    else if (found.length === 0) leftOut.gone += 1
    else {
      const key = normalForm(question)
      const votes = asked.get(key) ?? { text: question, sources: new Map(), quotes: new Map() }
      asked.set(key, votes)
      vote(
        votes.sources,
        found.map((quote) => quote.source),
        isHelpful,
      )
      vote(
        votes.quotes,
        found.map(({ exact }) => exact),
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
