import { paragraphPlace, type Source } from '../domain/source.ts'
import { contains, overlaps, type Span } from '../domain/span.ts'
import { showsType } from './answer-type.ts'
import type { Query } from './query.ts'
import type { Candidate } from './rank.ts'

/** Quotes that are chosen before they are counted off: as many as anyone may ask for. */
const most = 8
/** Characters that a quote of several sentences may have. One sentence is quoted whole, however long. */
const longestJoined = 320
/** What a quote may fall behind the first one, in units of score: further behind, one in fifty answers. */
const farBehind = 5
/** Share of terms that two sentences have in common when the second adds nothing. */
const nearRepeat = 0.7
/** What a sentence may fall behind the best one of its passage and still be quoted with it, in units of score. */
const closeBehind = 2.5

// Opens with a word that points back: the sentence before says to what.
const pointsBack =
  /^["'“‘(\s]*(?:he|she|it|they|this|that|these|those|his|her|its|their|but|and|or|so|however|such|also)\b/i

const join = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })

const isParagraphMate = (source: Source, a: Span, b: Span): boolean => {
  const paragraph = source.paragraphs[paragraphPlace(source, a.start)]
  return paragraph !== undefined && contains(paragraph, join(a, b))
}

/** Terms of a candidate's sentence, without repeats. */
const termsOf = ({ passage, at }: Candidate): ReadonlySet<string> =>
  new Set((passage.sentences[at]?.terms ?? []).map(({ term }) => term))

const repeats = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  let shared = 0
  for (const term of a) if (b.has(term)) shared++
  return shared >= nearRepeat * Math.min(a.size, b.size) && Math.min(a.size, b.size) >= 3
}

/** Words below which a sentence says too little alone: `No.`, `Two years ago.` */
const fewestAlone = 4

/** Whether a quotation that is open at the end of `a`, or closes at its beginning, has its other mark in `b`. */
const isCutFrom = ({ text }: Source, a: Span, b: Span): boolean => {
  const isOpen = ({ start, end }: Span): boolean => (text.slice(start, end).match(/["“”]/g)?.length ?? 0) % 2 === 1
  return isOpen(a) && isOpen(b)
}

/** Whether a sentence shows a thing of the type that is asked for. */
const shows = ({ expects, words }: Query, { text }: Source, { start, end }: Span): boolean =>
  expects !== null && showsType(text.slice(start, end), expects, new Set(words)) === 1

/** A quote to be: where it stands, and the candidate that earned its place. */
export type Chosen = { readonly source: Source; readonly span: Span; readonly best: Candidate }

/**
 * The candidate's sentence with the one beside it that it needs or that answers nearly as well, when both are short:
 * the one before when the sentence points back, the one after when it is a word or two, the one that has the other end of
 * its quotation, or the number, name or reason that is asked for; else the better neighbour.
 */
const withNeighbour = (query: Query, candidate: Candidate, all: ReadonlyMap<string, Candidate>): Span => {
  const { source, passage, at, span } = candidate
  const mate = (beside: number): Span | undefined => {
    const other = passage.sentences[beside]?.span
    return other &&
      isParagraphMate(source, span, other) &&
      join(span, other).end - join(span, other).start <= longestJoined
      ? other
      : undefined
  }
  const before = mate(at - 1)
  if (before && pointsBack.test(source.text.slice(span.start, span.end))) return join(span, before)
  const after = mate(at + 1)
  if (after && (source.text.slice(span.start, span.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < fewestAlone)
    return join(span, after)
  const cutOff = [after, before].find((other) => other && isCutFrom(source, span, other))
  if (cutOff) return join(span, cutOff)
  const told =
    candidate.features['answer-type-missing'] === 1 &&
    [after, before].find((other) => other && shows(query, source, other))
  if (told) return join(span, told)
  const close = [at - 1, at + 1]
    .flatMap((beside) => {
      const other = mate(beside)
      const scored = other && all.get(keyOf(source, other))
      return scored && candidate.score - scored.score <= closeBehind ? [scored] : []
    })
    .sort((a, b) => b.score - a.score)[0]
  return close ? join(span, close.span) : span
}

const keyOf = ({ id }: Source, { start }: Span): string => `${id}\0${start}`

/** The quote that a sentence continues, in the same paragraph and without a sentence between, when both fit in one. */
const continued = (candidate: Candidate, chosen: readonly Chosen[]): number =>
  chosen.findIndex(({ source, span, best }) => {
    const whole = join(span, candidate.span)
    const isNext = [candidate.at - 1, candidate.at + 1].some((beside) => {
      const neighbour = candidate.passage.sentences[beside]?.span
      return neighbour !== undefined && span.start <= neighbour.start && neighbour.end <= span.end
    })
    return (
      source === candidate.source &&
      best.passage.passage.ordinal === candidate.passage.passage.ordinal &&
      isNext &&
      whole.end - whole.start <= longestJoined &&
      isParagraphMate(source, span, candidate.span)
    )
  })

/**
 * At most `count` quotes from candidates in order of rank. What repeats an earlier one gives way; what stands beside an
 * earlier one is quoted with it. The first quotes are the same however many are asked for.
 */
export const chooseQuotes = (query: Query, candidates: readonly Candidate[], count: number): readonly Chosen[] => {
  const all = new Map(candidates.map((candidate) => [keyOf(candidate.source, candidate.span), candidate]))
  const chosen: Chosen[] = []
  const isQuoted = ({ source }: Candidate, span: Span): boolean =>
    chosen.some((other) => other.source === source && overlaps(other.span, span))
  for (const candidate of candidates) {
    if (chosen.length >= most || candidate.score < (candidates[0]?.score ?? 0) - farBehind) break
    const terms = termsOf(candidate)
    if (isQuoted(candidate, candidate.span) || chosen.some(({ best }) => repeats(terms, termsOf(best)))) continue
    const beside = continued(candidate, chosen)
    const earlier = chosen[beside]
    if (earlier) {
      chosen[beside] = { ...earlier, span: join(earlier.span, candidate.span) }
      continue
    }
    const joined = withNeighbour(query, candidate, all)
    chosen.push({
      source: candidate.source,
      span: isQuoted(candidate, joined) ? candidate.span : joined,
      best: candidate,
    })
  }
  return chosen.slice(0, count)
}
