import { ask } from './answer/ask.ts'
import type { Answering } from './answer/consider.ts'
import { knownLanguages } from './answer/question-language.ts'
import { parseQuestion } from './answer/question-syntax.ts'
import { createRecentQuestions, type RecentQuestions } from './answer/recent-questions.ts'
import { weakThreshold } from './answer/silence.ts'
import { checkQuotes } from './check/check-quotes.ts'
import { findSources } from './check/find-sources.ts'
import { contextOf } from './citation/context-of.ts'
import { formatInText } from './citation/in-text.ts'
import { readQuoteId, resolveQuoteId } from './citation/quote-id.ts'
import { formatReference } from './citation/reference.ts'
import { createTurns } from './concurrency/turns.ts'
import { countStories, findRelatives } from './copies/find-relatives.ts'
import { rememberSketches, type Sketches } from './copies/sketch.ts'
import type { Answer, EarlierQuestion } from './domain/answer.ts'
import type { Citation, ReferenceStyle } from './domain/citation.ts'
import type { Context } from './domain/context.ts'
import { QuothError } from './domain/error.ts'
import type { Findings } from './domain/finding.ts'
import { type Message, msg, plural } from './domain/message.ts'
import { type Quote, quoteFrom } from './domain/quote.ts'
import type { QuoteCheck } from './domain/quote-check.ts'
import type { Relative } from './domain/relative.ts'
import type { MeaningProgress, Refusal, SourceList } from './domain/reply.ts'
import type { Source, SourceId } from './domain/source.ts'
import { cardOf, type SourceCard } from './domain/source-card.ts'
import type { Span } from './domain/span.ts'
import { defaultSentences, type Summary } from './domain/summary.ts'
import { yearSuffix } from './domain/works.ts'
import { createSourceFinder } from './library/find-source.ts'
import { summarise } from './summary/summarise.ts'

/** A source suggested while a person types. */
export type SourceSuggestion = {
  readonly id: SourceId
  readonly title: string
  /** From its record; null if unknown. */
  readonly publisher: string | null
  readonly issued: string | null
}

/** Options of a question. */
export type AskOptions = {
  /** Search only this source, named by id or title. */
  readonly source?: string | undefined
  /** Maximum number of quotes; 3 by default. */
  readonly quotes?: number
  /** Who asks, and where, as one key. Without it, the question is not remembered. */
  readonly asker?: string | undefined
  /** Whether only the asker sees the answer. Private questions are never used to read one whose answer others see. */
  readonly isPrivate?: boolean
  /** Read the question with the last one of the same asker, if it is no older than ten minutes. */
  readonly followsUp?: boolean
  /** Questions to read this one with, oldest first, as in an answer's `earlier`; overrides `followsUp`. */
  readonly earlier?: readonly EarlierQuestion[] | undefined
  /** Add an explanation; the answer stays the same. */
  readonly explain?: boolean | undefined
}

/** The facade: everything that a command can ask a library for. Expected failures are `QuothError`s. */
export type Quoth = {
  /**
   * Answers a question of at most 6,000 characters, which may have operators such as `"a phrase"`, `-word`,
   * `source:name` and `before:2014`.
   * @throws QuothError `unknown-source`, `bad-argument`
   */
  ask(question: string, options?: AskOptions): Promise<Answer>
  /** Finds sources for the sentences of `text` that state something, eight at most. */
  findSources(text: string): Promise<Findings>
  /** Checks what `text` puts between quotation marks, twenty quotations at most. */
  checkQuotes(text: string): Promise<QuoteCheck>
  /** Summarises a source in at most `sentences` of its sentences, 4 by default. @throws QuothError `unknown-source` */
  summarise(source: string, options?: { readonly sentences?: number }): Promise<Summary>
  /** The quote of an id, with a formatted reference and the citation for a text. @throws QuothError `unknown-quote` */
  cite(
    id: string,
    style?: ReferenceStyle,
  ): Promise<{
    readonly quote: Quote
    readonly citation: Citation
    readonly style: ReferenceStyle
    readonly reference: string
    readonly inText: string | null
    /** The source that it is an earlier version of, if it is one. */
    readonly newer?: SourceId
  }>
  /** How many sources there are. */
  size(): Promise<number>
  /** How many documents are still to be read. */
  unread(): number
  /** How many passages can be found by meaning so far; null where words alone count. */
  meaning(): Promise<MeaningProgress | null>
  /** The paragraphs around the quote of an id, or around another paragraph. @throws QuothError `unknown-quote` */
  context(id: string, paragraph?: number): Promise<Context>
  /** The cards of all sources, or of a part of them, and the documents that did not become one. */
  sources(part?: { readonly from: number; readonly count: number }): Promise<SourceList>
  /** @throws QuothError `unknown-source`, with what may have been meant */
  source(name: string): Promise<{ readonly card: SourceCard; readonly source: Source }>
  /** The sources that tell the story of one, or have a passage of it, closest first. @throws QuothError `unknown-source` */
  relatives(name: string): Promise<readonly Relative[]>
  /**
   * Suggests sources for what a person has typed so far, best first; all sources if nothing is typed. Of equally good
   * ones, those used most come first, then by title.
   */
  suggestSources(
    typed: string,
    limit: number,
    uses?: ReadonlyMap<SourceId, number>,
  ): Promise<readonly SourceSuggestion[]>
}

/** The note while some documents are not in the library yet. */
const stillReading = (unread: number): Message =>
  plural(
    unread,
    msg`1 document is still being read and is not in this answer.`,
    msg`${unread} documents are still being read and are not in this answer.`,
  )

/** A long document that is being read: so many of its pages. */
export type BeingRead = { readonly path: string; readonly read: number; readonly of: number }

/** What of a library has not been read yet. */
export type Unread = { readonly documents: number; readonly reading: BeingRead | null }

const progressOf = (reading: BeingRead | null): readonly Message[] =>
  reading === null ? [] : [msg`Reading ${reading.path}: ${reading.read} of ${reading.of} pages.`]

/** What is said in the list of sources while some documents are not in the library yet. */
const unreadIn = (unread: number, reading: BeingRead | null): readonly Message[] => [
  plural(unread, msg`1 document is still to be read.`, msg`${unread} documents are still to be read.`),
  ...progressOf(reading),
]

/** The note when there is no earlier question to follow. */
const nothingToFollow = msg`You asked nothing here in the last ten minutes, so this question was read on its own.`

/** A source as it was in an earlier version. */
export type EarlierSource = { readonly source: Source; readonly newer: SourceId | null }

/**
 * A library's facade.
 * @param options
 * - `refusals`: the documents that did not become sources, in the order of their paths
 * - `unread`: how many documents are still to be read, and which long one is being read
 * - `notes`: what an asker should know of the library as it is now, in full sentences
 * - `earlier`: the earlier versions of sources whose `Source.version` starts with a prefix
 * - `recent`: the questions of a moment ago
 * - `sketches`: remembers what sources are compared by
 */
export const createQuoth = (
  answering: Answering,
  {
    refusals = () => [],
    unread = () => ({ documents: 0, reading: null }),
    notes: libraryNotes = () => [],
    earlier: earlierVersions = async () => [],
    recent = createRecentQuestions(() => performance.now()),
    sketches = rememberSketches(),
  }: {
    readonly refusals?: () => readonly Refusal[]
    readonly unread?: () => Unread
    readonly notes?: () => readonly Message[]
    readonly earlier?: (prefix: string) => Promise<readonly EarlierSource[]>
    readonly recent?: RecentQuestions
    readonly sketches?: Sketches
  } = {},
): Quoth => {
  const { library, cite } = answering
  const meaning = async (): Promise<MeaningProgress | null> => {
    const { index, byMeaning } = answering
    if (byMeaning === undefined) return null
    const { passages } = await index.statistics()
    const [encoded, leftOut] = [byMeaning.meaning.encoded(), byMeaning.meaning.leftOut()]
    // While a source is being replaced or removed, the index may be ahead by it.
    return { encoded, passages: Math.max(encoded, passages - leftOut) }
  }
  const { find, suggest } = createSourceFinder(library)
  /** If the source was removed after it was found, finding it again throws that it is unknown. */
  const findWhole = async (name: string): Promise<Source> =>
    (await library.get((await find(name)).id)) ?? findWhole(name)
  /** The quote of an id; of an earlier version of its source, if the one that is there now does not have it. */
  const quoted = async (id: string): Promise<EarlierSource & { readonly span: Span }> => {
    const { version } = readQuoteId(id) ?? {}
    const sources = version === undefined ? [] : await library.getByVersion(version)
    try {
      return { ...resolveQuoteId(id, sources), newer: null }
    } catch (error) {
      const before = version === undefined ? [] : await earlierVersions(version)
      if (before.length === 0) throw error
      const found = resolveQuoteId(
        id,
        before.map(({ source }) => source),
      )
      return { ...found, newer: before.find(({ source }) => source === found.source)?.newer ?? null }
    }
  }
  /** `a`, `b` … for works of one author and year, by their titles; nothing for the only one. */
  const suffixOf = async (source: Source): Promise<string> => {
    const ids = library.sharing(source, 'author-date')
    if (ids.length < 2) return ''
    // An agency or a mailbox may have thousands in a year.
    const turn = createTurns()
    const works: Source[] = []
    for (const id of ids) {
      const work = await library.get(id)
      if (work !== undefined) works.push(work)
      await turn()
    }
    const titled = [...works].sort((a, b) => (a.titleShown < b.titleShown ? -1 : a.titleShown > b.titleShown ? 1 : 0))
    return yearSuffix(titled.findIndex(({ id }) => id === source.id))
  }
  /** How many stories the quoted sources tell; nothing where each tells its own. */
  const originsOf = async (answer: Answer): Promise<{ readonly origins?: number }> => {
    const ids = [...new Set(answer.quotes.map(({ quote }) => quote.source))]
    if (ids.length < 2) return {}
    const sources = (await Promise.all(ids.map((id) => library.get(id)))).filter((each) => each !== undefined)
    const origins = await countStories(sources, sketches)
    return origins < sources.length ? { origins } : {}
  }
  return {
    ask: async (
      question,
      { source, quotes = 3, asker, isPrivate = false, followsUp = false, earlier: given, explain = false } = {},
    ) => {
      const parsed = parseQuestion(question)
      const named = await Promise.all([source ?? [], parsed.source ?? []].flat().map(find))
      if (named.length > 1 && named[0]?.id !== named[1]?.id)
        throw new QuothError(
          'bad-argument',
          msg`The question and the option name different sources; please name only one.`,
        )
      const recalled = followsUp && asker !== undefined ? recent.recall(asker, isPrivate) : []
      const followed = given ?? recalled
      // Earlier questions show in the notes and in the choice of quotes, so private ones stay out of public answers.
      const earlier = isPrivate ? followed : followed.filter((each) => !each.isPrivate)
      const texts = earlier.map((each) => each.text)
      const answer = await ask(parsed, { source: named[0]?.id, quotes, earlier: texts, explain }, answering)
      if (asker !== undefined) recent.remember(asker, isPrivate, parsed.text, earlier)
      const missing = unread()
      const notes = [
        ...(followsUp && followed.length === 0 ? [nothingToFollow] : []),
        ...answer.notes,
        ...(missing.documents > 0 ? [stillReading(missing.documents), ...progressOf(missing.reading)] : []),
        ...libraryNotes(),
      ]
      const origins = await originsOf(answer)
      return { ...answer, notes, ...origins, ...(earlier.length > 0 ? { earlier } : {}) }
    },
    findSources: (text) =>
      findSources(text, {
        analyser: answering.analyser,
        answer: (question, quotes) => ask(parseQuestion(question), { quotes }, answering),
        weakThreshold,
        size: () => library.size(),
      }),
    checkQuotes: (text) => checkQuotes(text, answering),
    summarise: async (source, { sentences = defaultSentences } = {}) =>
      summarise(await findWhole(source), sentences, cite),
    cite: async (id, style = 'plain') => {
      const { source, span, newer } = await quoted(id)
      const citation = cite(source, span)
      const suffix = await suffixOf(source)
      const reference = formatReference(citation, source, style, suffix)
      const inText = formatInText(citation, source, style, suffix)
      const isEarlier = newer === null ? {} : { newer }
      return { quote: quoteFrom(source, span), citation, style, reference, inText, ...isEarlier }
    },
    size: () => library.size(),
    unread: () => unread().documents,
    meaning,
    context: async (id, paragraph) => {
      const { source, span, newer } = await quoted(id)
      return { ...contextOf(source, span, paragraph, cite), ...(newer === null ? {} : { newer }) }
    },
    sources: async ({ from, count } = { from: 0, count: Number.POSITIVE_INFINITY }) => {
      const cards = await library.list({ from, count })
      const languages = knownLanguages(await answering.index.languages())
      const { documents, reading } = unread()
      return {
        cards,
        from,
        of: await library.size(),
        refusals: refusals(),
        languages,
        meaning: (await meaning()) ?? undefined,
        unread: documents === 0 ? undefined : unreadIn(documents, reading),
      }
    },
    source: async (name) => {
      const source = await findWhole(name)
      return { card: cardOf(source), source }
    },
    relatives: async (name) => findRelatives(await findWhole(name), answering, sketches),
    suggestSources: async (typed, limit, uses) => {
      const suggested = await suggest(typed, limit, uses)
      return suggested.map(({ id, titleShown, publisher, issued }) => ({ id, title: titleShown, publisher, issued }))
    },
  }
}
