import type { QuoteId } from './citation.ts'
import { quotesOf } from './finding.ts'
import { placesOf } from './quote-check.ts'
import type { Reply, ReplyKind, ReplyOf } from './reply.ts'
import type { SourceId } from './source.ts'

/** What can be said of a kind of reply apart from its looks. */
type ReplyFacts<R> = {
  /** The quotes that it gives, by id, in reading order. */
  given(reply: R): readonly QuoteId[]
  /** The quotes that it shows, by id, without giving them as an answer; none if left out. */
  nearest?(reply: R): readonly QuoteId[]
  /** The sources that it uses, with repeats. */
  used(reply: R): readonly SourceId[]
  /** Whether the library does not say what was asked for, or not in the words that were quoted. */
  isSilent(reply: R): boolean
}

const givesNothing = { given: () => [], used: () => [], isSilent: () => false }

/** One row a kind of reply: the compiler reports a missing row. */
const facts: { readonly [K in ReplyKind]: ReplyFacts<ReplyOf<K>> } = {
  answer: {
    given: ({ answer }) => answer.quotes.map(({ citation }) => citation.id),
    nearest: ({ answer }) => answer.nearest.map(({ citation }) => citation.id),
    used: ({ answer }) => answer.quotes.map(({ quote }) => quote.source),
    isSilent: ({ answer }) => answer.kind === 'silent',
  },
  summary: {
    ...givesNothing,
    given: ({ summary }) => summary.sentences.map(({ citation }) => citation.id),
    used: ({ summary }) => [summary.source],
  },
  findings: {
    given: ({ findings }) => quotesOf(findings).map(({ citation }) => citation.id),
    used: ({ findings }) => quotesOf(findings).map(({ quote }) => quote.source),
    isSilent: ({ findings }) => quotesOf(findings).length === 0,
  },
  'quote-check': {
    given: ({ check }) => placesOf(check).map(({ citation }) => citation.id),
    used: ({ check }) => placesOf(check).map(({ quote }) => quote.source),
    isSilent: ({ check }) => check.quotes.some(({ verdict }) => verdict.kind !== 'verbatim'),
  },
  context: { ...givesNothing, given: ({ context }) => [context.citation.id] },
  reference: { ...givesNothing, given: ({ citation }) => [citation.id] },
  'source-card': { ...givesNothing, used: ({ source }) => [source.id] },
  'source-list': givesNothing,
  settings: givesNothing,
  additions: givesNothing,
  catalogue: givesNothing,
  document: givesNothing,
  'document-change': givesNothing,
  audit: givesNothing,
  'library-settings': givesNothing,
  export: givesNothing,
  help: givesNothing,
  'personal-data': givesNothing,
}

// The row for a reply's kind accepts that reply, which the compiler cannot infer.
const factsOf = (reply: Reply): ReplyFacts<Reply> => facts[reply.kind] as ReplyFacts<Reply>

/**
 * @param reply of any kind
 * @returns the ids of the quotes that it gives, in reading order
 */
export const quotesGivenBy = (reply: Reply): readonly QuoteId[] => factsOf(reply).given(reply)

/**
 * @param reply of any kind
 * @returns the ids of the quotes that it shows although they may not answer, best first
 */
export const nearestQuotesOf = (reply: Reply): readonly QuoteId[] => factsOf(reply).nearest?.(reply) ?? []

/**
 * @param reply of any kind
 * @returns the sources that it uses, each once
 */
export const sourcesUsedBy = (reply: Reply): readonly SourceId[] => [...new Set(factsOf(reply).used(reply))]

/**
 * @param reply of any kind
 * @returns whether the library does not say what was asked for, or not in the words that were quoted
 */
export const isSilent = (reply: Reply): boolean => factsOf(reply).isSilent(reply)
