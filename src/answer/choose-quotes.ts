import { paragraphPlace, type Source } from '../domain/source.ts'
import { contains, overlaps, type Span } from '../domain/span.ts'
import { pointsBack, takesBack } from '../language/english/sentence-openings.ts'
import { columnsOf, namesColumns, withRows, withWhatEncloses } from './enclosing.ts'
import { asks, remarks, withWhatFollows } from './opening.ts'
import { type Candidate, holdsAny } from './rank.ts'

/** With fewer words, a sentence says too little on its own: `No.`, `Two years ago.` */
const minWordsAlone = 4

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** Whether a text has only one end of a quotation. */
const hasHalfAQuotation = (text: string): boolean => (text.match(/["“”]/g)?.length ?? 0) % 2 === 1

/** From the start of the earlier span to the end of the later one. */
const joined = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })

/** Whether two sentences of a source are in the same paragraph. */
const isParagraphMate = (source: Source, a: Span, b: Span): boolean => {
  const paragraph = source.paragraphs[paragraphPlace(source, a.start)]
  return paragraph !== undefined && contains(paragraph, joined(a, b))
}

/** Whether a sentence is only a word or two, such as `No.` or a heading within its paragraph. */
export const saysTooLittle = (sentence: string): boolean => countWords(sentence) < minWordsAlone

/** On which side the missing end of a quotation in `span` is; null if none is missing. */
const missingEndOf = (source: Source, span: Span): 'before' | 'after' | null => {
  const paragraph = source.paragraphs[paragraphPlace(source, span.start)]
  if (paragraph === undefined || !hasHalfAQuotation(source.text.slice(span.start, span.end))) return null
  return hasHalfAQuotation(source.text.slice(paragraph.start, span.start)) ? 'before' : 'after'
}

/** Which neighbours a sentence needs in order not to mislead. */
type Needs = { readonly before: boolean; readonly after: boolean }

/**
 * Which of its neighbours a sentence needs: the one before if it points back to it; the one after if that takes it
 * back, or if it is only a word or two; and either if it has the other end of a quotation.
 */
export const needsOf = (
  sentence: string,
  { before, after }: { readonly before: string | undefined; readonly after: string | undefined },
): Needs => {
  const isHalf = hasHalfAQuotation(sentence)
  const closesAfter = isHalf && after !== undefined && hasHalfAQuotation(after)
  return {
    before:
      before !== undefined && (pointsBack.test(sentence) || (isHalf && !closesAfter && hasHalfAQuotation(before))),
    after: after !== undefined && (takesBack.test(after) || closesAfter || saysTooLittle(sentence)),
  }
}

/** The most quotes that anyone may ask for. */
const maxQuotes = 8
/** Maximum characters of a quote of several sentences. A single sentence is quoted whole, however long. */
const maxJoinedLength = 500
/** Maximum score difference to the first quote: further behind, one in a thousand answers. */
const maxScoreGap = 6
/** Characters between the column names of a table and its last row that is compared. */
const maxTableReach = 5000
/** Two sentences that share this many of their terms say the same. */
const repeatShare = 0.7
/** With fewer shared terms, two short sentences may be alike without repeating each other. */
const minSharedTerms = 3
/**
 * The chance of answering that each character of a neighbouring sentence must add for it to be quoted as well: the
 * price of a longer quote. Chosen so that first quotes have 250 characters on average.
 */
export const chancePerCharacter = 0.0004
/** The same for later quotes: whoever reads on wants more of each. */
const laterChancePerCharacter = 0.0001

/** Factor for a neighbour that shows the number, name or reason asked for when the sentence does not. */
const typeBonus = 4

/** The distinct terms of a candidate's sentence. */
const termsOf = ({ passage, at }: Candidate): ReadonlySet<string> =>
  new Set((passage.sentences[at]?.facts.match.reading.terms ?? []).filter((term) => term !== null))

const repeats = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const fewer = Math.min(a.size, b.size)
  let shared = 0
  for (const term of a) if (b.has(term)) shared++
  return fewer >= minSharedTerms && shared >= repeatShare * fewer
}

/** The span of a future quote, and the candidate that it was chosen for. */
export type Chosen = { readonly source: Source; readonly span: Span; readonly best: Candidate }

/** Whether a candidate is in a row below the column names that another one is. */
const isRowBelow = ({ source, span }: Candidate, columns: Candidate): boolean =>
  source === columns.source && columnsOf(source, span, maxTableReach) === enclosingParagraph(columns)

const enclosingParagraph = ({ source, span }: Candidate) =>
  source.paragraphs[paragraphPlace(source, span.start)] ?? null

/**
 * Chosen quotes, of which one that overlaps `span` is extended by it: another item of its list, or row of its table.
 * They stay as they are if that would be too long.
 */
const withExtended = (chosen: readonly Chosen[], source: Source, span: Span): readonly Chosen[] => {
  const overlapping = chosen.filter((other) => other.source === source && overlaps(other.span, span))
  const [only] = overlapping
  const whole = joined(only?.span ?? span, span)
  if (only === undefined || overlapping.length > 1 || whole.end - whole.start > maxJoinedLength) return chosen
  if (chosen.some((other) => other !== only && other.source === source && overlaps(other.span, whole))) return chosen
  return chosen.map((each) => (each === only ? { ...each, span: whole } : each))
}

type Run = { readonly first: number; readonly last: number }

/**
 * The candidate's sentence, extended by the neighbours that it needs, then by those likely enough to answer as well,
 * then by the rest of a quotation that would be broken off; all within one paragraph and `maxJoinedLength`.
 * @param chanceOf the chance of the sentence at a position of the passage
 * @param minGain the chance per character that an optional neighbour must add
 */
const runOf = (candidate: Candidate, chanceOf: (at: number) => number, minGain: number): Run => {
  const { source, passage, at, span } = candidate
  const spanAt = (position: number): Span | undefined => passage.sentences[position]?.span
  const spanOf = ({ first, last }: Run): Span => joined(spanAt(first) ?? span, spanAt(last) ?? span)
  const fits = (run: Run): boolean => {
    const whole = spanOf(run)
    const ends = [spanAt(run.first), spanAt(run.last)]
    return (
      ends.every((end) => end !== undefined && isParagraphMate(source, span, end)) &&
      whole.end - whole.start <= maxJoinedLength
    )
  }
  const textAt = (position: number): string | undefined => {
    const other = spanAt(position)
    return other && isParagraphMate(source, span, other) ? passage.sentences[position]?.text : undefined
  }
  const isUntyped = candidate.features['answer-type-missing'] === 1
  const needs = needsOf(textAt(at) ?? '', { before: textAt(at - 1), after: textAt(at + 1) })
  let run: Run = { first: at, last: at }
  const wider = [
    ...(needs.before ? [{ ...run, first: at - 1 }] : []),
    ...(needs.after ? [{ ...run, last: at + 1 }] : []),
  ]
  for (const { first, last } of wider) {
    const both = { first: Math.min(run.first, first), last: Math.max(run.last, last) }
    if (fits(both)) run = both
  }
  for (;;) {
    const gainOf = (position: number): number => {
      const other = spanAt(position)
      if (other === undefined) return 0
      const bonus = isUntyped && passage.sentences[position]?.facts.type === 1 ? typeBonus : 1
      return (bonus * chanceOf(position)) / (other.end - other.start + 1)
    }
    const [next] = [
      { wider: { ...run, first: run.first - 1 }, gain: gainOf(run.first - 1) },
      { wider: { ...run, last: run.last + 1 }, gain: gainOf(run.last + 1) },
    ]
      .filter(({ wider: each, gain }) => gain > minGain && fits(each))
      .sort((a, b) => b.gain - a.gain)
    if (next === undefined) break
    run = next.wider
  }
  for (let whole = run; fits(whole); ) {
    const missing = missingEndOf(source, spanOf(whole))
    if (missing === null) return whole
    whole = missing === 'before' ? { ...whole, first: whole.first - 1 } : { ...whole, last: whole.last + 1 }
  }
  return run
}

/**
 * Chooses at most eight quotes from candidates in order of rank, without repeats and without sentences that only
 * introduce what is said elsewhere.
 */
export const chooseQuotes = (candidates: readonly Candidate[]): readonly Chosen[] => {
  const chances = new Map<Candidate['passage'], Map<number, number>>()
  for (const { passage, at, chance } of candidates)
    chances.set(passage, (chances.get(passage) ?? new Map<number, number>()).set(at, chance))
  let chosen: readonly Chosen[] = []
  const anyHolds = candidates.some(holdsAny)
  const isQuoted = ({ source }: Candidate, span: Span): boolean =>
    chosen.some((other) => other.source === source && overlaps(other.span, span))
  for (const candidate of candidates) {
    if (chosen.length >= maxQuotes || candidate.score < (candidates[0]?.score ?? 0) - maxScoreGap) break
    if (anyHolds && !holdsAny(candidate)) break
    const terms = termsOf(candidate)
    if (isQuoted(candidate, candidate.span) || chosen.some(({ best }) => repeats(terms, termsOf(best)))) continue
    const { source, passage } = candidate
    const minGain = chosen.length === 0 ? chancePerCharacter : laterChancePerCharacter
    const { first, last } = runOf(candidate, (at) => chances.get(passage)?.get(at) ?? 0, minGain)
    const { sentences } = passage
    const sentence = sentences[candidate.at]
    const run = joined(sentences[first]?.span ?? candidate.span, sentences[last]?.span ?? candidate.span)
    const read = sentences.slice(candidate.at, last + 1)
    const isRemarkedOn =
      read.length > 1 && asks(sentence?.text ?? '') && read.slice(1).every(({ text }) => remarks(text))
    const isOpen = sentence && (isRemarkedOn || read.every(({ opening }) => opening !== null))
    const opened = isOpen ? withWhatFollows(source, isRemarkedOn ? candidate.span : run, maxJoinedLength) : null
    if (opened ? isQuoted(candidate, opened) : isOpen && sentence.opening === 'says-nothing') continue
    const isColumns = namesColumns(source, run)
    if (isColumns && candidates.some((other) => isRowBelow(other, candidate))) continue
    const alone = opened ?? (isColumns ? withRows(source, run, maxJoinedLength) : run)
    const span = opened || isColumns ? alone : withWhatEncloses(source, alone, maxJoinedLength)
    const isTaken = isQuoted(candidate, span)
    if (isTaken && span !== alone && !isQuoted(candidate, alone)) {
      chosen = withExtended(chosen, source, span)
      continue
    }
    // The neighbours that would make sense of a word or two are quoted already.
    if (isTaken && saysTooLittle(sentence?.text ?? '')) continue
    chosen = [...chosen, { source, span: isTaken ? candidate.span : span, best: candidate }]
  }
  return chosen
}
