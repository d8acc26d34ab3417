import { inMarks, type Message, msg, orList } from '../domain/message.ts'
import type { Analyser } from '../index/port.ts'
import { asksPrice, costsNothing, moneyAmount } from '../language/english/answer-type-words.ts'
import type { WordVectors } from '../language/word-vectors.ts'
import { countedIn, mayCount } from './counted-things.ts'
import { type Labelling, labellingOf, type Wording } from './labels.ts'
import type { Query } from './query.ts'
import type { Candidate, RankedPassage } from './rank.ts'

/** What speaks against the best candidate although it has the words of the question. */
export type Objection = {
  /** Taken from the log-odds that it answers; set by hand. */
  readonly penalty: number
  /** Tells the asker what is missing. */
  readonly note: Message
}

/** The text is about another thing of the kind, or counts other things. */
const otherPenalty = 6
/** The text does not say which thing of the kind it is about. */
const unlabelledPenalty = 1

/** What a passage says of each label of a question. */
const labellingsIn = ({ labels }: Query, analyser: Analyser): ((passage: RankedPassage) => readonly Labelling[]) => {
  const known = new Map<RankedPassage, readonly Labelling[]>()
  const wordingOf = (text: string): Wording => {
    const words = analyser.tokenise(text).map(({ folded }) => folded)
    return { words, terms: words.map((word) => analyser.termOf(word)) }
  }
  return (passage) => {
    const before = known.get(passage)
    if (before) return before
    const texts = [wordingOf(passage.passage.context), ...passage.match.sentences.map(({ reading }) => reading)]
    const found = labels.map((label) => labellingOf(label, texts))
    known.set(passage, found)
    return found
  }
}

type Means = { readonly analyser: Analyser; readonly vectors: WordVectors }

type Weighed = { readonly candidates: readonly Candidate[]; readonly objection: Objection | null }

/** Those about another thing of the kind last. */
const byLabels = (query: Query, candidates: readonly Candidate[], analyser: Analyser): Weighed => {
  if (query.labels.length === 0) return { candidates, objection: null }
  const labellingsOf = labellingsIn(query, analyser)
  const isOther = ({ passage }: Candidate): boolean => labellingsOf(passage).includes('other')
  const ordered = [...candidates.filter((each) => !isOther(each)), ...candidates.filter(isOther)]
  const [first] = ordered
  const found = first === undefined ? [] : labellingsOf(first.passage)
  const lacking = query.labels.filter((_, at) => (found[at] ?? 'same') !== 'same')
  if (lacking.length === 0) return { candidates: ordered, objection: null }
  const penalty = found.includes('other') ? otherPenalty : unlabelledPenalty
  const note = msg`What was found does not mention ${orList(inMarks(lacking.map(({ surface }) => surface)))}.`
  return { candidates: ordered, objection: { penalty, note } }
}

/** Whether no number in a text may tell how many there are of what is asked for. */
const objectionToCount = (query: Query, around: string, means: Means): Objection | null => {
  const counted = countedIn(query.question)
  return counted === null || mayCount(around, counted, query, means)
    ? null
    : { penalty: otherPenalty, note: msg`What was found does not say how many ${counted.surface} there are.` }
}

/** Whether a text has no price, where one is asked for. */
const objectionToPrice = ({ question }: Query, around: string): Objection | null =>
  asksPrice.test(question) && !moneyAmount.test(around) && !costsNothing.test(around)
    ? { penalty: otherPenalty, note: msg`What was found names no price.` }
    : null

/** Candidates in order, those about another thing of the kind last, and what speaks against the first. */
export const withObjections = (query: Query, ranked: readonly Candidate[], means: Means): Weighed => {
  const { candidates, objection } = byLabels(query, ranked, means.analyser)
  const [first] = candidates
  if (first === undefined || objection !== null) return { candidates, objection }
  const { passage, at } = first
  const around = passage.sentences.slice(Math.max(0, at - 1), at + 2).map(({ text }) => text)
  const read = around.join('\n')
  return { candidates, objection: objectionToCount(query, read, means) ?? objectionToPrice(query, read) }
}
