import { createTurns } from '../concurrency/turns.ts'
import type { Citation } from '../domain/citation.ts'
import { quoteFrom } from '../domain/quote.ts'
import type { Paragraph, Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { Summary } from '../domain/summary.ts'
import { opensWithReference } from '../language/english/sentence-openings.ts'
import { analyseTokens } from '../language/english/wink.ts'
import { cosine, type SentenceVectors, sentenceVectors } from './sentence-vectors.ts'

/** Fewer words are a label or an exclamation. */
const minWords = 5

const isQuestion = (sentence: string): boolean => /\?["'”’)\]]{0,3}$/.test(sentence)

/** Enough of a sentence to find its words and a verb; the analysis is slow for each character. */
const maxCharactersRead = 600

/** Whether a sentence looks like a statement that can be read on its own; `hasVerb` looks closer. */
const isStatement = (sentence: string): boolean =>
  !isQuestion(sentence) && (sentence.slice(0, maxCharactersRead).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= minWords

/** Whether a sentence is a clause, not a heading or a list of names. */
const hasVerb = (sentence: string): boolean =>
  analyseTokens(sentence.slice(0, maxCharactersRead)).some(({ pos }) => pos === 'VERB' || pos === 'AUX')

/** Set before anything was measured: early sentences first, then central ones, few similar ones. */
const positionWeight = 0.6
const centralityWeight = 0.4
const redundancyWeight = 0.3

/**
 * Only the best by weight are analysed and compared with each other, so that a book costs little more than an article.
 */
const poolSize = (count: number): number => 50 + 5 * count

type Sentence = Span & { readonly role: Paragraph['role'] }

type Candidate = Span & {
  /** Index among all body sentences. */
  readonly at: number
  readonly weight: number
  /** Whether it is a statement in prose; others are chosen only if nothing else is left. */
  readonly isPlain: boolean
}

const sentencesOf = ({ paragraphs }: Source): readonly Sentence[] =>
  paragraphs.flatMap(({ sentences, role }) => sentences.map(({ start, end }) => ({ start, end, role })))

const weightedSentences = async (
  text: string,
  sentences: readonly Sentence[],
  vectors: SentenceVectors,
): Promise<readonly Candidate[]> => {
  const turn = createTurns()
  const candidates: Candidate[] = []
  let position = 0
  for (const [at, { start, end, role }] of sentences.entries()) {
    await turn()
    const isPlain = role !== 'question' && role !== 'code' && isStatement(text.slice(start, end))
    const centrality = cosine(vectors.vectorOf({ start, end }), vectors.centroid)
    const weight = positionWeight / (position + 1) + centralityWeight * centrality
    if (isPlain) position += 1
    candidates.push({ start, end, at, weight, isPlain })
  }
  return candidates
}

const byPlainThenWeight = (a: Candidate, b: Candidate): number =>
  Number(b.isPlain) - Number(a.isPlain) || b.weight - a.weight || a.at - b.at

/**
 * Chooses at most `count` body sentences that summarise `source`, in its order, by position and centrality, with a
 * penalty for similarity to those already chosen (MMR). Questions, fragments and sentences that refer to one not chosen
 * come last. Deterministic, and linear in the length of the source: a book takes seconds, yielding to other work.
 */
export const chooseSentences = async (source: Source, count: number): Promise<readonly Span[]> => {
  const sentences = sentencesOf(source)
  const vectors = await sentenceVectors(source.text, sentences)
  const candidates = await weightedSentences(source.text, sentences, vectors)
  const pool = candidates
    .toSorted(byPlainThenWeight)
    .slice(0, poolSize(count))
    .map((candidate) => {
      const words = source.text.slice(candidate.start, candidate.end)
      return {
        ...candidate,
        vector: vectors.vectorOf(candidate),
        stands: candidate.isPlain && hasVerb(words),
        dangles: opensWithReference.test(words),
        likeness: 0,
      }
    })
  const chosen = new Set<number>()
  /**
   * 2 for a sentence that can be read on its own, 1 for one that needs the one before, 0 for what is hardly a sentence.
   */
  const fitness = ({ stands, dangles, at }: (typeof pool)[number]): number =>
    stands ? (dangles && !chosen.has(at - 1) ? 1 : 2) : 0
  const value = ({ weight, likeness }: (typeof pool)[number]): number => weight - redundancyWeight * likeness
  while (chosen.size < Math.min(count, pool.length)) {
    const best = pool
      .filter(({ at }) => !chosen.has(at))
      .reduce((a, b) => ((fitness(b) - fitness(a) || value(b) - value(a) || a.at - b.at) > 0 ? b : a))
    chosen.add(best.at)
    for (const other of pool) other.likeness = Math.max(other.likeness, cosine(other.vector, best.vector))
  }
  return candidates.filter(({ at }) => chosen.has(at)).map(({ start, end }) => ({ start, end }))
}

/** A summary of `source` in at most `count` of its sentences: verbatim, in its order, each cited. */
export const summarise = async (
  source: Source,
  count: number,
  cite: (source: Source, span: Span) => Citation,
): Promise<Summary> => ({
  source: source.id,
  titleShown: source.titleShown,
  titleIsDerived: source.titleIsDerived,
  sentences: (await chooseSentences(source, count)).map((span) => ({
    quote: quoteFrom(source, span),
    citation: cite(source, span),
  })),
  of: source.paragraphs.reduce((total, { sentences }) => total + sentences.length, 0),
})
