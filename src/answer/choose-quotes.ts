import { paragraphPlace, type Source } from '../domain/source.ts'
import { contains, overlaps, type Span } from '../domain/span.ts'
import { pointsBack, takesBack } from '../language/english/sentence-openings.ts'
import { withWhatFollows } from './opening.ts'
import { type Candidate, holdsAny } from './rank.ts'

/** Words below which a sentence says too little alone: `No.`, `Two years ago.` */
const fewestAlone = 4

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** Whether a quotation is left open, or closes without having been opened. */
const hasHalfAQuotation = (text: string): boolean => (text.match(/["“”]/g)?.length ?? 0) % 2 === 1

/** From the beginning of the earlier one to the end of the later one. */
const joined = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })

/** Whether two sentences of a source stand in one paragraph. */
const isParagraphMate = (source: Source, a: Span, b: Span): boolean => {
  const paragraph = source.paragraphs[paragraphPlace(source, a.start)]
  return paragraph !== undefined && contains(paragraph, joined(a, b))
}

/** Whether a sentence is but a word or two, such as `No.` or a heading within its paragraph. */
export const saysTooLittle = (sentence: string): boolean => countWords(sentence) < fewestAlone

/** On which side the other end of a quotation is that `span` has one end of; null when it has both, or no paragraph. */
const missingEndOf = (source: Source, span: Span): 'before' | 'after' | null => {
  const paragraph = source.paragraphs[paragraphPlace(source, span.start)]
  if (paragraph === undefined || !hasHalfAQuotation(source.text.slice(span.start, span.end))) return null
  return hasHalfAQuotation(source.text.slice(paragraph.start, span.start)) ? 'before' : 'after'
}

/** Which neighbours a sentence needs to be understood as it was meant. */
type Needs = { readonly before: boolean; readonly after: boolean }

/**
 * What `sentence` needs of the sentences beside it: the one before when it points back to it, the one after when that takes
 * it back or when it is but a word or two, and either when it has the other end of a quotation.
 */
export const needsOf = (
  sentence: string,
  { before, after }: { readonly before: string | undefined; readonly after: string | undefined },
): Needs => {
  const isHalf = hasHalfAQuotation(sentence)
  const closesBehind = isHalf && after !== undefined && hasHalfAQuotation(after)
  return {
    before:
      before !== undefined && (pointsBack.test(sentence) || (isHalf && !closesBehind && hasHalfAQuotation(before))),
    after: after !== undefined && (takesBack.test(after) || closesBehind || saysTooLittle(sentence)),
  }
}

/** As many quotes as anyone may ask for. */
const most = 8
/** Characters that a quote of several sentences may have. One sentence is quoted whole, however long. */
const longestJoined = 500
/** What a quote may fall behind the first one, in units of score: further behind, one in a thousand is the one that answers. */
const farBehind = 6
/** Share of terms that two sentences have in common when the second adds nothing. */
const nearRepeat = 0.7
/** Fewest terms that tell a repeat from two short sentences that are alike. */
const fewestRepeated = 3
/**
 * The chance of answering that a character has to bring, for a neighbour to be quoted with a sentence: the price of
 * a longer quote. Chosen so that first quotes have 250 characters at the mean.
 */
export const chanceACharacter = 0.0004
/** The same for the quotes behind the first: who reads on wants more of each. */
const chanceACharacterBehind = 0.0001

/** How much more a neighbour is worth that shows the number, the name or the reason asked for, where the sentence does not. */
const chanceWithType = 4

/** Terms of a candidate's sentence, without repeats. */
const termsOf = ({ passage, at }: Candidate): ReadonlySet<string> =>
  new Set((passage.sentences[at]?.facts.match.reading.terms ?? []).filter((term) => term !== null))

const repeats = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const fewer = Math.min(a.size, b.size)
  let shared = 0
  for (const term of a) if (b.has(term)) shared++
  return fewer >= fewestRepeated && shared >= nearRepeat * fewer
}

/** A quote to be: where it stands, and the candidate that earned its place. */
export type Chosen = { readonly source: Source; readonly span: Span; readonly best: Candidate }

type Run = { readonly first: number; readonly last: number }

/**
 * The candidate's sentence with those beside it that it needs to stand alone, then with those that are likely enough to
 * answer as well, then with the rest of a quotation that it would break off; all of one paragraph, and together no longer
 * than a few lines.
 */
const runOf = (candidate: Candidate, chanceOf: (at: number) => number, least: number): Run => {
  const { source, passage, at, span } = candidate
  const spanAt = (place: number): Span | undefined => passage.sentences[place]?.span
  const spanOf = ({ first, last }: Run): Span => joined(spanAt(first) ?? span, spanAt(last) ?? span)
  const fits = (run: Run): boolean => {
    const whole = spanOf(run)
    const ends = [spanAt(run.first), spanAt(run.last)]
    return (
      ends.every((end) => end !== undefined && isParagraphMate(source, span, end)) &&
      whole.end - whole.start <= longestJoined
    )
  }
  const textAt = (place: number): string | undefined => {
    const own = spanAt(place)
    return own && isParagraphMate(source, span, own) ? passage.sentences[place]?.text : undefined
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
    const price = (place: number): number => {
      const own = spanAt(place)
      if (own === undefined) return 0
      const worth = isUntyped && passage.sentences[place]?.facts.type === 1 ? chanceWithType : 1
      return (worth * chanceOf(place)) / (own.end - own.start + 1)
    }
    const [next] = [
      { wider: { ...run, first: run.first - 1 }, gain: price(run.first - 1) },
      { wider: { ...run, last: run.last + 1 }, gain: price(run.last + 1) },
    ]
      .filter(({ wider: each, gain }) => gain > least && fits(each))
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
 * At most eight quotes from candidates in order of rank. What repeats an earlier one gives way, and so does what only opens
 * what is said elsewhere.
 */
export const chooseQuotes = (candidates: readonly Candidate[]): readonly Chosen[] => {
  const chances = new Map<Candidate['passage'], Map<number, number>>()
  for (const { passage, at, chance } of candidates)
    chances.set(passage, (chances.get(passage) ?? new Map<number, number>()).set(at, chance))
  const chosen: Chosen[] = []
  const anyHolds = candidates.some(holdsAny)
  const isQuoted = ({ source }: Candidate, span: Span): boolean =>
    chosen.some((other) => other.source === source && overlaps(other.span, span))
  for (const candidate of candidates) {
    if (chosen.length >= most || candidate.score < (candidates[0]?.score ?? 0) - farBehind) break
    if (anyHolds && !holdsAny(candidate)) break
    const terms = termsOf(candidate)
    if (isQuoted(candidate, candidate.span) || chosen.some(({ best }) => repeats(terms, termsOf(best)))) continue
    const { source, passage } = candidate
    const least = chosen.length === 0 ? chanceACharacter : chanceACharacterBehind
    const { first, last } = runOf(candidate, (at) => chances.get(passage)?.get(at) ?? 0, least)
    const { sentences } = passage
    const own = sentences[candidate.at]
    const run = joined(sentences[first]?.span ?? candidate.span, sentences[last]?.span ?? candidate.span)
    const isOpen = own && sentences.slice(candidate.at, last + 1).every(({ opening }) => opening !== null)
    const opened = isOpen ? withWhatFollows(source, run, longestJoined) : null
    if (opened ? isQuoted(candidate, opened) : isOpen && own.opening === 'says-nothing') continue
    const span = opened ?? run
    const isTaken = isQuoted(candidate, span)
    // What would have made sense of a word or two is quoted already.
    if (isTaken && saysTooLittle(own?.text ?? '')) continue
    chosen.push({ source, span: isTaken ? candidate.span : span, best: candidate })
  }
  return chosen
}
