import { createTurns } from '../concurrency/turns.ts'
import type { Passage, Ranking } from '../domain/passage.ts'
import { type BrokenWord, maskedText, pageRules } from '../domain/readable.ts'
import { type Paragraph, paragraphPlace, type Run, type Source } from '../domain/source.ts'
import { placeBehind, type Span } from '../domain/span.ts'
import type { Analyser, PassageSearch } from '../index/port.ts'
import { readAs } from '../language/languages.ts'
import type { ReadableLibrary } from '../library/port.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { type Fragment, withWordsWhole } from './written.ts'

/**
 * Whether words outside the body, such as a heading, separate two paragraphs: nobody quotes across them unmarked. What
 * belongs to a page separates nothing.
 */
const areApart = ({ text, runs }: Source, { end }: Paragraph, { start }: Paragraph): boolean => {
  for (let at = placeBehind(runs, end); at < runs.length; at += 1) {
    const run = runs[at] as Run
    if (run.start >= start) return false
    if (!pageRules.has(run.rule) && /[\p{L}\p{N}]/u.test(text.slice(run.start, run.end))) return true
  }
  return false
}

/** The first offset from `at` on that does not cut a word; no word is longer than the text that is searched. */
const wholeWordFrom = (text: string, at: number): number => {
  if (at <= 0) return 0
  const white = text.slice(at - 1, at + 100).search(/\s/)
  return white < 0 ? at : at - 1 + white
}

/**
 * The words and marks of the body around `span`, in runs of adjoining paragraphs, without titles, headings and anything
 * else that is never quoted.
 * @param reach how many characters before and after it
 * @param joins how a word is read that a line break divides
 */
const bodyAround = (
  source: Source,
  span: Span,
  reach: number,
  joins: (word: BrokenWord) => boolean,
): readonly (readonly Piece[])[] => {
  const { paragraphs, text } = source
  const from = wholeWordFrom(text, span.start - reach)
  const to = wholeWordFrom(text, span.end + reach)
  const runs: Piece[][] = []
  let before: Paragraph | undefined
  for (let i = paragraphPlace(source, from); i < paragraphs.length; i++) {
    const paragraph = paragraphs[i] as Paragraph
    if (paragraph.start >= to) break
    const run = before === undefined || areApart(source, before, paragraph) ? [] : (runs.pop() ?? [])
    const { sentences } = paragraph
    for (let at = placeBehind(sentences, from); at < sentences.length; at++) {
      const { start, end } = sentences[at] as Span
      if (start >= to) break
      const part = { start: Math.max(start, from), end: Math.min(end, to) }
      if (part.start >= part.end) continue
      for (const piece of piecesOf(text, part, maskedText(source, part, joins))) run.push(piece)
    }
    runs.push(run)
    before = paragraph
  }
  return runs
}

/** Passages similar to a quotation, one of which may be its altered source. */
const similarLimit = 20
/** Passages with the rarest word of a quotation; unless there are more, no occurrence is missed. */
const rarestLimit = 400
/** Pairs that are compared per quotation and method: about 100 ms. Only hostile text has more. */
const maxPairs = 20_000_000
/** The cost of reading a word of the body, in pairs. */
const readingCost = 100
/** Characters of a passage that are read at once: a text without full stops may be a book. */
const maxStretch = 20_000
/** So few common words cannot be located by the passages that have most of them. */
const fewTerms = 3
/** Words of a quotation that are looked up: enough to tell it from everything else. */
const maxTerms = 64

/** What looking up quotations depends on. */
export type Lookup = { readonly library: ReadableLibrary; readonly index: PassageSearch; readonly analyser: Analyser }

/** A part of a source where a quotation may be, with its words. */
export type Candidate = { readonly source: Source; readonly body: readonly Piece[] }

/**
 * The distinct terms of a quotation in each language of the library that gives it some; none if all its words are stop
 * words.
 */
export const termsOf = async (
  written: string,
  { analyser, index }: Lookup,
): Promise<readonly (readonly string[])[]> => {
  const whole = withWordsWhole(written)
  const languages = new Set([...(await index.languages()).keys()].map(readAs))
  const inEach = [...(languages.size === 0 ? (['en'] as const) : languages)].map((language) => [
    ...new Set(
      analyser
        .in(language)
        .analyse(whole)
        .map(({ term }) => term),
    ),
  ])
  return [...new Map(inEach.map((terms) => [terms.join(' '), terms])).values()].filter(({ length }) => length > 0)
}

/** Reads a word that a line break divides as the quotation has it, with its hyphen or without. */
const asQuoted = (fragments: readonly Fragment[]): ((word: BrokenWord) => boolean) => {
  const words = new Set(fragments.flatMap(({ pieces }) => pieces.map(({ key }) => key.toLowerCase())))
  const has = (word: string): boolean => words.has(word.toLowerCase())
  return ({ first, second, isJoined }) => has(first + second) || (isJoined && !(has(first) && has(second)))
}

/** Passages to search. */
type Proposed = {
  /** Those that have most of the words. */
  readonly similar: readonly Passage[]
  /** Those, and all others that have the rarest of them. */
  readonly passages: readonly Passage[]
  /** Whether the words are so common that they may be in passages beyond these. */
  readonly isCut: boolean
}

const distinct = (passages: readonly Passage[]): readonly Passage[] => [
  ...new Map(passages.map((passage) => [`${passage.source}\n${passage.ordinal}`, passage])).values(),
]

/** The passages that may have a quotation with these terms of one language. */
const passagesWithTerms = async (terms: readonly string[], { index }: Lookup): Promise<Proposed> => {
  const found = await index.documentFrequencies(terms)
  const known = terms
    .map((term, at) => ({ term, passages: found[at] ?? 0 }))
    .filter(({ passages }) => passages > 0)
    .sort((a, b) => a.passages - b.passages || (a.term < b.term ? -1 : 1))
    .slice(0, maxTerms)
  const [rarest] = known
  if (rarest === undefined) return { similar: [], passages: [], isCut: false }
  const wanted = known.map(({ term }) => ({ term, weight: 1 }))
  const [similar, others] = await Promise.all([
    index.search(wanted, { limit: similarLimit }),
    index.search(wanted, { limit: rarestLimit, all: [rarest.term] }),
  ])
  const isCut = found.every((passages) => passages > rarestLimit) && terms.length <= fewTerms
  const passagesOf = (hits: Ranking): readonly Passage[] => hits.map(({ passage }) => passage)
  return { similar: passagesOf(similar), passages: passagesOf([...similar, ...others]), isCut }
}

/** Distinct passages that may have a quotation. @param termsInEach its terms in each language of the library */
export const passagesWith = async (termsInEach: readonly (readonly string[])[], lookup: Lookup): Promise<Proposed> => {
  const inEach = await Promise.all(termsInEach.map((terms) => passagesWithTerms(terms, lookup)))
  const similar = distinct(inEach.flatMap((proposed) => proposed.similar))
  return {
    similar,
    passages: distinct([...similar, ...inEach.flatMap(({ passages }) => passages)]),
    isCut: inEach.some(({ isCut }) => isCut),
  }
}

function* stretchesOf({ start, end }: Span): Generator<Span> {
  for (let from = start; from < end; from += maxStretch) yield { start: from, end: Math.min(end, from + maxStretch) }
}

/**
 * The body around each passage, a long one in stretches, yielding to other work in between.
 * @param reach characters to include on either side
 * @param fragments the words of the quotation
 * @param rows with how many items each word will be compared; the more, the fewer candidates
 */
export async function* candidatesAt(
  passages: readonly Passage[],
  {
    reach,
    rows,
    fragments,
  }: { readonly reach: number; readonly rows: number; readonly fragments: readonly Fragment[] },
  { library }: Lookup,
): AsyncGenerator<Candidate> {
  const turn = createTurns()
  const joins = asQuoted(fragments)
  let pairs = 0
  for (const passage of passages) {
    await turn()
    const source = await library.get(passage.source)
    if (source?.version !== passage.version) continue
    for (const stretch of stretchesOf(passage)) {
      await turn()
      for (const body of bodyAround(source, stretch, reach, joins)) {
        pairs += (rows + readingCost) * body.length
        if (pairs > maxPairs) return
        yield { source, body }
      }
    }
  }
}
