import { createTurns } from '../concurrency/turns.ts'
import type { Passage } from '../domain/passage.ts'
import { type Paragraph, paragraphPlace, type Source } from '../domain/source.ts'
import { placeBehind, type Span } from '../domain/span.ts'
import type { Analyser, PassageIndex } from '../index/port.ts'
import type { Library } from '../library/port.ts'
import { type Piece, piecesOf } from './pieces.ts'

/** Whether words that are not body, such as a heading or a teaser, stand between two paragraphs: nobody quotes across them unmarked. */
const areApart = ({ text }: Source, before: Paragraph, after: Paragraph): boolean =>
  /[\p{L}\p{N}]/u.test(text.slice(before.end, after.start))

/** The place from `at` on where no word is cut; no word of a language is longer than what is looked at. */
const wholeWordFrom = (text: string, at: number): number => {
  if (at <= 0) return 0
  const white = text.slice(at - 1, at + 100).search(/\s/)
  return white < 0 ? at : at - 1 + white
}

/**
 * The words and marks of the body of `source` around `span`, so many characters before and after it, in runs of paragraphs
 * that follow on one another. Titles, headings and what else is never quoted are not among them.
 */
const bodyAround = (source: Source, span: Span, reach: number): readonly (readonly Piece[])[] => {
  const { paragraphs, text } = source
  const from = wholeWordFrom(text, span.start - reach)
  const to = wholeWordFrom(text, span.end + reach)
  const runs: Piece[][] = []
  let before: Paragraph | undefined
  for (let place = paragraphPlace(source, from); place < paragraphs.length; place++) {
    const paragraph = paragraphs[place] as Paragraph
    if (paragraph.start >= to) break
    const run = before === undefined || areApart(source, before, paragraph) ? [] : (runs.pop() ?? [])
    const { sentences } = paragraph
    for (let at = placeBehind(sentences, from); at < sentences.length; at++) {
      const { start, end } = sentences[at] as Span
      if (start >= to) break
      const own = { start: Math.max(start, from), end: Math.min(end, to) }
      if (own.start < own.end) for (const piece of piecesOf(text, own)) run.push(piece)
    }
    runs.push(run)
    before = paragraph
  }
  return runs
}

/** Passages that are like a quotation, among which the one may be that it changes. */
export const similarLimit = 20
/** Passages that hold the rarest word of a quotation: where they are no more, every place where it stands is among them. */
const rarestLimit = 400
/** Pairs that are compared for one quotation, each way: some 100 ms. Only text that is made to take time has more. */
const maxPairs = 20_000_000
/** What it costs to read a word of the body, in pairs. */
const readingCost = 100
/** Characters of a passage that are read at once: one without full stops may be a book. */
const maxStretch = 20_000
/** So few common words are not told from others by where most of them stand together. */
const fewTerms = 3
/** Words of a quotation that are looked up: as many as tell it from everything else. */
const maxTerms = 64

/** What looking up needs of the rest of the house. */
export type Lookup = { readonly library: Library; readonly index: PassageIndex; readonly analyser: Analyser }

/** Where words may stand: a source with the words of its body there. */
export type Candidate = { readonly source: Source; readonly body: readonly Piece[] }

/** The terms that tell `written` from other texts, each once; none where all its words stand nearly everywhere. */
export const termsOf = (written: string, { analyser }: Lookup): readonly string[] => [
  ...new Set(analyser.analyse(written).map(({ term }) => term)),
]

/** Passages to look through. */
type Proposed = {
  readonly passages: readonly Passage[]
  /** Whether words that stand in many passages more may stand in one of those as well. */
  readonly isCut: boolean
}

/** Passages that may hold words with these terms, each once: those that have most of them, then others with the rarest. */
export const passagesWith = async (terms: readonly string[], { index }: Lookup): Promise<Proposed> => {
  const found = await index.documentFrequencies(terms)
  const known = terms
    .map((term, at) => ({ term, passages: found[at] ?? 0 }))
    .filter(({ passages }) => passages > 0)
    .sort((a, b) => a.passages - b.passages || (a.term < b.term ? -1 : 1))
    .slice(0, maxTerms)
  const [rarest] = known
  if (rarest === undefined) return { passages: [], isCut: false }
  const wanted = known.map(({ term }) => ({ term, weight: 1 }))
  const searches = await Promise.all([
    index.search(wanted, { limit: similarLimit }),
    index.search(wanted, { limit: rarestLimit, all: [rarest.term] }),
  ])
  const distinct = new Map(searches.flat().map(({ passage }) => [`${passage.source}\n${passage.ordinal}`, passage]))
  const isCut = found.every((passages) => passages > rarestLimit) && terms.length <= fewTerms
  return { passages: [...distinct.values()], isCut }
}

function* stretchesOf({ start, end }: Span): Generator<Span> {
  for (let from = start; from < end; from += maxStretch) yield { start: from, end: Math.min(end, from + maxStretch) }
}

/**
 * The body around each passage, a long one in stretches, one after another, with turns for whoever asks meanwhile.
 * - `reach` is how many characters to either side.
 * - `rows` is with how many things each of its words is going to be compared: with many, there are fewer candidates.
 */
export async function* candidatesAt(
  passages: readonly Passage[],
  { reach, rows }: { readonly reach: number; readonly rows: number },
  { library }: Lookup,
): AsyncGenerator<Candidate> {
  const turn = createTurns()
  let pairs = 0
  for (const passage of passages) {
    await turn()
    const source = await library.get(passage.source)
    if (source?.version !== passage.version) continue
    for (const stretch of stretchesOf(passage)) {
      await turn()
      for (const body of bodyAround(source, stretch, reach)) {
        pairs += (rows + readingCost) * body.length
        if (pairs > maxPairs) return
        yield { source, body }
      }
    }
  }
}
