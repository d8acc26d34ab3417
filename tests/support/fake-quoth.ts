import { contextOf } from '../../src/citation/context-of.ts'
import type { Answer, RankedQuote } from '../../src/domain/answer.ts'
import type { Citation, QuoteId } from '../../src/domain/citation.ts'
import { QuothError } from '../../src/domain/error.ts'
import { msg } from '../../src/domain/message.ts'
import { quoteFrom } from '../../src/domain/quote.ts'
import type { Source } from '../../src/domain/source.ts'
import { cardOf } from '../../src/domain/source-card.ts'
import type { Span } from '../../src/domain/span.ts'
import type { Quoth } from '../../src/quoth.ts'
import { fakeChecking } from './fake-checking.ts'
import { plainSource } from './plain-source.ts'

/** A citation of the paragraph that a span is in, with an id that names the place. */
export const fakeCitation = (source: Source, { start }: Span): Citation => {
  const paragraph = source.paragraphs.findLast((candidate) => candidate.start <= start) ?? source.paragraphs[0]
  const number = paragraph?.number ?? 1
  return {
    id: `q${source.version.slice(0, 5)}-${start}` as QuoteId,
    source: source.id,
    title: source.record.title,
    titleShown: source.titleShown,
    titleIsDerived: source.titleIsDerived,
    author: source.record.author,
    publisher: source.record.publisher,
    issued: source.record.issued,
    issuedKind: source.record.issuedKind,
    URL: source.record.URL,
    locator: { label: 'paragraph', value: String(number), section: paragraph?.section ?? [] },
    speaker: paragraph?.speaker ?? null,
    text: `${source.titleShown}, ¶ ${number}`,
  }
}

/** Quotes of these spans, in their order. */
export const rankedQuotes = (source: Source, spans: readonly Span[]): readonly RankedQuote[] =>
  spans.map((span, index) => ({
    rank: index + 1,
    quote: quoteFrom(source, span),
    score: 1 / (index + 1),
    citation: fakeCitation(source, span),
  }))

const fakeSources: readonly Source[] = [
  plainSource({
    id: 'reports/tide',
    text: 'The tide rises twice a day. Fishermen know it well.\n\nRead also: ten beaches\n\nAt spring tide the water stands two metres higher.',
    record: {
      title: 'On tides',
      author: [{ given: 'Ada', family: 'Marsh' }],
      publisher: 'Harbour Post',
      issued: '1987-02-26',
    },
    boilerplate: [{ text: 'Read also: ten beaches', rule: 'teaser' }],
  }),
  plainSource({ id: 'minutes', text: 'The board met on Monday. It chose a new chair. Nobody objected.' }),
]

/**
 * A Quoth over `sources` that quotes every sentence with a word of the question in it, and is silent when there is
 * none.
 * `ask` can be replaced, to fail or to take its time.
 */
export const fakeQuoth = ({
  sources = fakeSources,
  ask,
}: {
  readonly sources?: readonly Source[]
  readonly ask?: Quoth['ask']
} = {}): Quoth => {
  const named = (name: string): Source => {
    const found = sources.find(({ id, titleShown }) => name === id || name === titleShown)
    if (found === undefined)
      throw new QuothError('unknown-source', `There is no source “${name}”.`, sources.map(({ id }) => id).slice(0, 3))
    return found
  }
  const spansOf = (source: Source): readonly Span[] => source.paragraphs.flatMap(({ sentences }) => sentences)
  const answer = (
    question: string,
    { source, quotes = 3 }: { source?: string | undefined; quotes?: number } = {},
  ): Answer => {
    const words = question.toLowerCase().match(/[a-z]{4,}/g) ?? []
    const searched = source === undefined ? sources : [named(source)]
    const found = searched
      .flatMap((of) => spansOf(of).map((span) => ({ of, span })))
      .filter(({ of, span }) => words.some((word) => of.text.slice(span.start, span.end).toLowerCase().includes(word)))
      .slice(0, 8)
      .flatMap(({ of, span }) => rankedQuotes(of, [span]))
      .map((quote, index) => ({ ...quote, rank: index + 1 }))
    const given = found.slice(0, quotes)
    const common = { question, notes: [], searched: searched.length }
    return found.length > 0
      ? {
          ...common,
          kind: 'quoted',
          nearest: [],
          confidence: 0.9,
          unknownTerms: [],
          quotes: given,
          more: found.length - given.length,
        }
      : {
          ...common,
          kind: 'silent',
          nearest: searched.flatMap((of) => rankedQuotes(of, spansOf(of).slice(0, 1))).slice(0, 3),
          confidence: 0.1,
          unknownTerms: words,
          quotes: [],
        }
  }
  return {
    ask: ask ?? (async (question, options) => answer(question, options)),
    ...fakeChecking(sources, async (statement) => answer(statement), fakeCitation),
    relatives: async () => [],
    async summarise(name, { sentences = 4 } = {}) {
      const source = named(name)
      const spans = spansOf(source)
      return {
        source: source.id,
        titleShown: source.titleShown,
        titleIsDerived: source.titleIsDerived,
        sentences: spans
          .slice(0, sentences)
          .map((span) => ({ quote: quoteFrom(source, span), citation: fakeCitation(source, span) })),
        of: spans.length,
      }
    },
    async cite(id, style = 'plain') {
      for (const source of sources)
        for (const span of spansOf(source)) {
          const citation = fakeCitation(source, span)
          if (citation.id === id)
            return { quote: quoteFrom(source, span), citation, style, reference: citation.text, inText: null }
        }
      throw new QuothError('unknown-quote', `No quote of this library has the id “${id}”.`)
    },
    async context(id, paragraph) {
      for (const source of sources)
        for (const span of spansOf(source))
          if (fakeCitation(source, span).id === id) return contextOf(source, span, paragraph, fakeCitation)
      throw new QuothError('unknown-quote', `No quote of this library has the id “${id}”.`)
    },
    unread: () => 0,
    meaning: async () => null,
    async size() {
      return sources.length
    },
    async sources({ from, count } = { from: 0, count: sources.length }) {
      return {
        cards: sources.slice(from, from + count).map(cardOf),
        from,
        of: sources.length,
        refusals: [{ path: 'broken.pdf', reason: msg`Only .txt and .md files are read.` }],
      }
    },
    async source(name) {
      const source = named(name)
      return { card: cardOf(source), source }
    },
    async suggestSources(typed, limit) {
      return sources
        .map(({ id, titleShown, record: { publisher, issued } }) => ({ id, title: titleShown, publisher, issued }))
        .filter(({ id, title }) => `${id} ${title}`.toLowerCase().includes(typed.toLowerCase()))
        .slice(0, limit)
    },
  }
}
