import fc from 'fast-check'
import { loadCommands } from '../../src/app/load-commands.ts'
import { contextOf } from '../../src/citation/context-of.ts'
import { commandsInChat, helpOf } from '../../src/command.ts'
import type { Answer } from '../../src/domain/answer.ts'
import { type GuildSettings, languages, messageStyles } from '../../src/domain/guild-settings.ts'
import { type Message, msg } from '../../src/domain/message.ts'
import type { CheckedQuote, Difference } from '../../src/domain/quote-check.ts'
import type { Reply, ReplyKind, ReplyOf } from '../../src/domain/reply.ts'
import type { Source } from '../../src/domain/source.ts'
import { cardOf } from '../../src/domain/source-card.ts'
import { fakeCitation, rankedQuotes } from './fake-quoth.ts'
import { hostileText } from './hostile-text.ts'
import { plainSource } from './plain-source.ts'

const helpOfAll = commandsInChat(await loadCommands()).flatMap(helpOf)

/** Text from empty to far longer than a message, of one byte a character or of three. */
const anyText = fc.oneof(
  { weight: 6, arbitrary: hostileText() },
  {
    weight: 2,
    arbitrary: fc.tuple(hostileText(8), fc.integer({ min: 1, max: 300 })).map(([text, n]) => text.repeat(n)),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 6000 }).map((n) => '漢'.repeat(n)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9000 }).map((n) => '_'.repeat(n)) },
)
const maybeText = fc.option(anyText, { nil: null })
const anyMessage: fc.Arbitrary<Message> = anyText.map((text) => msg`Note “${text}”.`)
const anyAddress = fc.oneof(
  fc.constantFrom(
    null,
    'https://example.org/a?b=c#d',
    'http://x/',
    'javascript:alert(1)',
    `https://x/${'y'.repeat(600)}`,
  ),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
)

const anySource: fc.Arbitrary<Source> = fc
  .record({
    id: fc.oneof(
      hostileText(4).map((id) => `s${id}`),
      fc.integer({ min: 90, max: 110 }).map((length) => 'long/'.padEnd(length, '-')),
    ),
    // A marker at the start of each paragraph keeps it from being empty.
    paragraphs: fc.array(
      anyText.map((text) => `x${text.replace(/\s*\n\s*/g, ' ')}`),
      { minLength: 1, maxLength: 22 },
    ),
    leftOut: fc.array(
      anyText.map((text) => `y${text.replace(/\s*\n\s*/g, ' ').trimEnd()}`),
      { maxLength: 5 },
    ),
    title: maybeText,
    authors: fc.array(anyText, { maxLength: 5 }),
    publisher: maybeText,
    issued: fc.constantFrom(null, '1987', '1987-02', '1987-02-26', 'about 1900'),
    URL: anyAddress,
    section: fc.array(anyText, { maxLength: 3 }),
    speaker: maybeText,
    warnings: fc.array(anyMessage, { maxLength: 5 }),
  })
  .map(({ id, paragraphs, leftOut, title, authors, publisher, issued, URL, section, speaker, warnings }) =>
    plainSource({
      id,
      text: [...leftOut, ...paragraphs].join('\n\n'),
      record: { title, author: authors.map((literal) => ({ literal })), publisher, issued, URL },
      paragraph: () => ({ section, speaker }),
      boilerplate: leftOut.map((text) => ({ text, rule: 'teaser' })),
      warnings,
    }),
  )

/** A source and what is quoted of it: whole paragraphs, or nothing. */
const anyQuotes = anySource.map((source) => ({
  source,
  quotes: rankedQuotes(
    source,
    source.paragraphs.map(({ start, end }) => ({ start, end })),
  ),
}))

const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    of: anyQuotes,
    most: fc.integer({ min: 1, max: 8 }),
    /** How many quotes a silence has as the closest; null for an answer. */
    near: fc.option(fc.nat(3), { freq: 2 }),
    question: anyText,
    notes: fc.array(anyMessage, { maxLength: 6 }),
    unknownTerms: fc.array(anyText, { maxLength: 12 }),
    searched: fc.integer({ min: 0, max: 2_000_000 }),
  })
  .map(({ of, most, near, question, notes, unknownTerms, searched }) => {
    const quotes = of.quotes.slice(0, most)
    const common = { question, notes, unknownTerms, searched, confidence: 0.5 }
    return near !== null || quotes.length === 0
      ? { ...common, kind: 'silent', quotes: [], nearest: of.quotes.slice(0, near ?? 0) }
      : { ...common, kind: 'quoted', quotes, more: 8 - quotes.length, nearest: [] }
  })

const anySettings: fc.Arbitrary<GuildSettings> = fc.record({
  answers: fc.constantFrom('public', 'private'),
  channels: fc.array(fc.bigInt(1n, 2n ** 63n).map(String), { maxLength: 25 }),
  quotes: fc.integer({ min: 1, max: 8 }),
  style: fc.constantFrom(...messageStyles),
  language: fc.constantFrom(...languages, 'auto'),
  readsShared: fc.boolean(),
  curators: fc.option(fc.bigInt(1n, 2n ** 63n).map(String)),
})

const anyList = fc
  .record({
    sources: fc.array(anySource, { maxLength: 10 }),
    from: fc.integer({ min: 0, max: 30 }).map((page) => page * 10),
    behind: fc.integer({ min: 0, max: 100_000 }),
    refusals: fc.array(fc.record({ path: anyText, reason: anyMessage }), { maxLength: 4 }),
  })
  .map(({ sources, from, behind, refusals }) => {
    const of = sources.length === 0 ? from : from + sources.length + behind
    return { kind: 'source-list', cards: sources.map(cardOf), from, of, refusals } as const
  })

const anyContext = fc.tuple(anySource, fc.nat(30), fc.nat(30)).map(([source, own, around]) => {
  const span = source.paragraphs[own % source.paragraphs.length] ?? { start: 0, end: 1 }
  return { kind: 'context', context: contextOf(source, span, around + 1, fakeCitation) } as const
})

/** A text, looked up statement by statement: of each paragraph of a source its quote, or none. */
const anyFindings = fc
  .record({
    of: anyQuotes,
    asked: fc.array(fc.tuple(anyText, fc.boolean(), fc.boolean()), { maxLength: 8 }),
    left: fc.nat(100),
  })
  .map(({ of: { quotes }, asked, left }) => {
    const statements = asked.map(([statement, isFound, isWeak], at) => ({
      statement,
      isWeak: isFound && isWeak,
      quotes: isFound ? quotes.slice(at, at + 2) : [],
    }))
    return { kind: 'findings', findings: { statements, left, searched: left } } as const
  })

const anyDifference: fc.Arbitrary<Difference> = fc.record({
  kind: fc.constantFrom('same', 'added', 'missing', 'left-out'),
  text: anyText,
})

const anyQuoteCheck = fc
  .record({
    of: anyQuotes,
    written: fc.array(fc.tuple(anyText, fc.constantFrom('verbatim', 'nearly', 'altered', 'not-found', 'too-common')), {
      maxLength: 20,
    }),
    differences: fc.array(anyDifference, { maxLength: 30 }),
    left: fc.nat(100),
  })
  .map(({ of, written, differences, left }) => {
    const quotes = written.map(([text, kind], at): CheckedQuote => {
      const places = of.quotes.slice(at, at + 3)
      if (kind === 'verbatim' && places.length > 0) return { written: text, verdict: { kind, places } }
      if (kind === 'nearly' && places.length > 0) return { written: text, verdict: { kind, places, differences } }
      if (kind === 'altered' && places.length > 0)
        return { written: text, verdict: { kind, places, differences, hidden: ['not'] } }
      return { written: text, verdict: { kind: kind === 'too-common' ? kind : 'not-found' } }
    })
    return { kind: 'quote-check', check: { quotes, left, searched: left } } as const
  })

/** One row a kind of reply: the compiler names what a new kind leaves out. */
const anyOfKind: { readonly [K in ReplyKind]: fc.Arbitrary<ReplyOf<K>> } = {
  answer: anyAnswer.map((answer) => ({ kind: 'answer', answer })),
  summary: anyQuotes.map(({ source, quotes }) => ({
    kind: 'summary',
    summary: {
      source: source.id,
      titleShown: source.titleShown,
      titleIsDerived: source.titleIsDerived,
      sentences: quotes.slice(0, 20),
      of: quotes.length,
    },
  })),
  'source-list': anyList,
  findings: anyFindings,
  'quote-check': anyQuoteCheck,
  context: anyContext,
  'source-card': anySource.map((source) => ({ kind: 'source-card', card: cardOf(source), source })),
  reference: fc
    .tuple(
      anyQuotes.filter(({ quotes }) => quotes.length > 0),
      anyText,
      fc.option(anyText, { nil: null }),
    )
    .map(([{ quotes }, reference, inText]) => {
      const [first] = quotes
      if (first === undefined) throw new Error('filtered')
      return { kind: 'reference', quote: first.quote, citation: first.citation, style: 'plain', reference, inText }
    }),
  settings: anySettings.map((settings) => ({ kind: 'settings', settings })),
  // What help says is made from the declarations of the commands, which are the program's own.
  help: fc.subarray([...helpOfAll]).map((commands) => ({ kind: 'help', commands })),
}

/** Any reply that the domain can hold, of every kind. */
export const anyReply: fc.Arbitrary<Reply> = fc.oneof(...Object.values<fc.Arbitrary<Reply>>(anyOfKind))
