import fc from 'fast-check'
import { loadCommands } from '../../src/app/load-commands.ts'
import { contextOf } from '../../src/citation/context-of.ts'
import { commandsInChat, helpOf } from '../../src/command.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { Addition } from '../../src/domain/curation.ts'
import { type GuildSettings, languages, messageStyles } from '../../src/domain/guild-settings.ts'
import { type Message, msg } from '../../src/domain/message.ts'
import type { CheckedQuote, Difference } from '../../src/domain/quote-check.ts'
import type { Relative } from '../../src/domain/relative.ts'
import type { Reply, ReplyKind, ReplyOf } from '../../src/domain/reply.ts'
import { type Source, sourceId } from '../../src/domain/source.ts'
import { cardOf } from '../../src/domain/source-card.ts'
import { auditActions, documentId } from '../../src/domain/stored-document.ts'
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
    /** How many other places each quote has, and whether these have the same words. */
    others: fc.array(fc.boolean(), { maxLength: 8 }),
    origins: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
  })
  .map(({ of, most, near, question, notes, unknownTerms, searched, others, origins }) => {
    const places = of.quotes.slice(0, others.length).map((place, at) => ({ ...place, isSame: others[at] ?? false }))
    const quotes = of.quotes.slice(0, most).map((quote) => (places.length === 0 ? quote : { ...quote, alsoIn: places }))
    const common = { question, notes, unknownTerms, searched, confidence: 0.5 }
    return near !== null || quotes.length === 0
      ? { ...common, kind: 'silent', quotes: [], nearest: of.quotes.slice(0, near ?? 0) }
      : {
          ...{ ...common, kind: 'quoted', quotes, more: 8 - quotes.length, nearest: [] },
          ...(origins === undefined ? {} : { origins }),
        }
  })

const anyRelative: fc.Arbitrary<Relative> = fc.record({
  source: anyText.map(sourceId),
  title: anyText,
  kind: fc.constantFrom('same-story', 'shared-passage'),
  containment: fc.double({ min: 0, max: 1, noNaN: true }),
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

const anyVisibility = fc.record({
  channels: fc.array(fc.bigInt(1n, 2n ** 63n).map(String), { maxLength: 3 }),
  roles: fc.array(fc.bigInt(1n, 2n ** 63n).map(String), { maxLength: 3 }),
})
const anyTime = fc.integer({ min: 0, max: 4_000_000_000_000 })
const anyBy = fc.constantFrom('host', null, '123456789012345678')

const anyVersion = fc.record({
  number: fc.integer({ min: 1, max: 99 }),
  sha256: fc.constant('0'.repeat(64)),
  bytes: fc.nat(30_000_000),
  by: anyBy,
  at: anyTime,
  title: anyText,
  readAs: fc.array(fc.constant({ source: sourceId('a~b2c3d4'), version: 'v' }), { maxLength: 3 }),
})

const anyEntry = fc.record({
  document: fc.record({
    id: fc.constant(documentId('a~b2c3d4')),
    name: anyText,
    visibility: anyVisibility,
    edits: fc.record({ title: anyText, authors: anyText }, { requiredKeys: [] }),
    version: anyVersion,
    removedAt: fc.option(anyTime),
  }),
  title: anyText,
})

const anyAddition: fc.Arbitrary<Addition> = fc.record({
  name: anyText,
  outcome: fc.oneof(
    fc.record({ kind: fc.constant('refused' as const), reason: anyText.map((text) => msg`It is ${text}.`) }),
    anyEntry.map((entry) => ({ kind: 'same' as const, ...entry })),
    fc
      .tuple(anyEntry, fc.constantFrom('added' as const, 'version' as const), fc.nat(200), fc.option(anyText))
      .map(([entry, kind, sources, copy]) => ({
        ...{ kind, ...entry, sources, warnings: 1, refused: [] },
        copyOf: copy === null ? null : { source: sourceId('x'), title: copy, containment: 0.7 },
      })),
  ),
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
  additions: fc.array(anyAddition, { maxLength: 30 }).map((additions) => ({ kind: 'additions', additions })),
  catalogue: fc
    .record({
      entries: fc.array(anyEntry, { maxLength: 10 }),
      from: fc.constantFrom(0, 10, 990),
      of: fc.nat(1000),
      isRemoved: fc.boolean(),
      usage: fc.option(
        fc.record({
          used: fc.record({ documents: fc.nat(), bytes: fc.nat() }),
          quota: fc.record({ documents: fc.nat(), bytes: fc.nat() }),
        }),
      ),
    })
    .map((catalogue) => ({ kind: 'catalogue', ...catalogue })),
  document: fc
    .tuple(anyEntry, fc.array(anyVersion, { maxLength: 60 }), fc.option(anyTime))
    .map(([entry, versions, erasedAt]) => ({ kind: 'document', ...entry, versions, erasedAt })),
  'document-change': fc
    .tuple(anyEntry, fc.constantFrom('edit', 'visibility', 'remove', 'restore', 'erase'), fc.option(anyTime))
    .map(([entry, action, erasedAt]) => ({ kind: 'document-change', ...entry, action, erasedAt })),
  audit: fc
    .array(
      fc.record({
        action: fc.constantFrom(...auditActions),
        document: fc.constant(documentId('a~b2c3d4')),
        name: anyText,
        by: anyBy,
        at: anyTime,
        detail: anyText,
        visibility: anyVisibility,
      }),
      { maxLength: 10 },
    )
    .map((entries) => ({ kind: 'audit', entries, from: 0, of: entries.length })),
  'library-settings': anySettings.map((settings) => ({ kind: 'library-settings', settings })),
  'personal-data': fc.tuple(fc.array(anyText, { maxLength: 5 }), fc.boolean()).map(([questions, isErased]) => ({
    kind: 'personal-data',
    isErased,
    data: {
      ...{ replies: [], feedback: [], changes: [], documents: [] },
      waiting: questions.map((question) => ({ at: 1, guild: null, channel: '1', question })),
    },
  })),
  export: fc.uint8Array({ maxLength: 10 }).map((archive) => ({ kind: 'export', documents: archive.length, archive })),
  findings: anyFindings,
  'quote-check': anyQuoteCheck,
  context: anyContext,
  'source-card': fc.tuple(anySource, fc.array(anyRelative, { maxLength: 6 })).map(([source, relatives]) => ({
    kind: 'source-card',
    card: cardOf(source),
    source,
    relatives,
  })),
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
