import type { Passage, PassageKey, Ranking } from '../domain/passage.ts'
import type { SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'

/** A content word with its term: folded, in one spelling, lemmatised and stemmed. */
export type Token = Span & {
  readonly term: string
  /** The folded word, to compare spellings and to show. */
  readonly folded: string
}

/** A word of a text, folded for comparison, with its span. */
export type Word = Span & {
  /**
   * Lower case, without accents and possessive; upper case for a name that would read as a common word (`IS`, `US`).
   */
  readonly folded: string
}

/** Turns text into terms; documents and questions go through the same analyser. */
export type Analyser = {
  /** Every word of `text` in order, stop words too. Linear in the length of the text. */
  tokenise(text: string): readonly Word[]
  /** The terms of `text` in order, stop words left out. Linear in the length of the text. */
  analyse(text: string): readonly Token[]
  /** The term of one folded word, or null for a stop word. */
  termOf(folded: string): string | null
  /** The analyser of another language. @param language its tag; English where it has no rules of its own */
  in(language: string | null): Analyser
}

/** What an index is given of a source. */
export type IndexedSource = {
  readonly source: SourceId
  /** `Source.version`, as in each of the passages. */
  readonly version: string
  /** `Source.language`: whose words these are. */
  readonly language: string | null
  readonly passages: readonly IndexedPassage[]
  /** Acronyms that the source spells out, as it writes them. */
  readonly acronyms: readonly Acronym[]
}

/** How much text an index is given: its passages, and their length in UTF-16 units. */
export type IndexedSize = { readonly passages: number; readonly characters: number }

/**
 * The same as bytes, the passages in groups: a document's thread packs them, the index's thread unpacks them, and the
 * event loop between the two only passes them on. For 10 MB, unpacking would take it 100 ms and copying objects 150 ms.
 */
export type PackedSource = Omit<IndexedSource, 'passages'> & {
  readonly packed: readonly Uint8Array[]
  readonly size: IndexedSize
}

export type IndexedPassage = {
  readonly passage: Passage
  /** What is indexed of each sentence of the passage, in order. */
  readonly sentences: readonly IndexedSentence[]
}

export type IndexedSentence = {
  readonly text: string
  /**
   * The question that the sentence starts to answer, or an empty string: its words are read with it, but not indexed.
   */
  readonly asked: string
}

export type Acronym = { readonly short: string; readonly long: string }

/** A term to search for; `weight` scales its score. */
export type WeightedTerm = { readonly term: string; readonly weight: number }

/** What an index knows about a word of a question. */
export type TermKnowledge = {
  /** Document frequency: passages that have the term in themselves or their context. */
  readonly passages: number
  /** Terms of the library that are other spellings of the word. */
  readonly variants: readonly string[]
  /** If the library lacks the term in any spelling: terms of the same family, such as `Russian` for `Russia`. */
  readonly relatives: readonly string[]
  /**
   * If neither the library nor the language has the word: at most three words of the library that are one or two typos
   * away, likeliest first.
   */
  readonly corrections: readonly Correction[]
  /** Terms of the library that are compounds with the word, such as `Haftpflichtversicherung` for `Versicherung`. */
  readonly compounds: readonly string[]
  /** If the library lacks the term: the terms of its parts, each part as the library has it. */
  readonly parts: readonly string[]
}

/** A word of the library that may have been meant. */
export type Correction = {
  /** Folded. */
  readonly form: string
  readonly term: string
  /** Number of typos, 1 or 2: inserted, missing or wrong letters, or swapped neighbours. */
  readonly slips: number
  /** Passages that have the form in themselves or their context. */
  readonly passages: number
}

/** A word of an index with one of its terms; most words have one. */
export type IndexedWord = Pick<Correction, 'form' | 'term' | 'passages'>

/** An acronym, and how many sources spell it out. */
export type CountedAcronym = { readonly acronym: AnalysedAcronym; readonly sources: number }

/**
 * The words and acronyms of an index as they are now, in no particular order. It tells at once, since one look-up asks
 * it many times; several vocabularies together are one: `unionVocabulary`.
 */
export type Vocabulary = {
  /** The document frequency of a term; a passage's context counts. */
  passagesWith(term: string): number
  /** A folded word, with each of its terms. */
  wordsOf(folded: string): readonly IndexedWord[]
  /** At most `limit` of the words that sound alike: those with the same skeleton. */
  alike(folded: string, limit: number): readonly IndexedWord[]
  /** The words that are one or two typos away, as `TermKnowledge.corrections` counts them. */
  near(folded: string): readonly Correction[]
  /** The words that have these letters in them, three or more, in a row. */
  containing(letters: string): readonly IndexedWord[]
  /** The acronyms with this short form or first long word. */
  acronymsOf(term: string): readonly CountedAcronym[]
  /** The acronyms with exactly this long form. */
  acronymsFor(long: readonly string[]): readonly CountedAcronym[]
}

/** The words of an indexed sentence in order, after those of the question that it starts to answer. */
export type SentenceReading = {
  /** Every word, folded. */
  readonly words: readonly string[]
  /** The term of each word, null for a stop word. */
  readonly terms: readonly (string | null)[]
}

/** The words of an indexed passage, so that a question need not analyse it again. */
export type PassageReading = {
  readonly sentences: readonly SentenceReading[]
  /** Terms of title, headings and question. */
  readonly context: readonly string[]
  /** Terms of the passages before and after it in its source. */
  readonly nearby: readonly string[]
}

/** The filters of a search. */
export type SearchOptions = {
  /** The maximum number of passages. */
  readonly limit: number
  /** Only passages of these sources; of all if not given. */
  readonly sources?: ReadonlySet<SourceId> | undefined
  /** Only these passages; those whose source was removed or has changed since are left out. All if not given. */
  readonly among?: readonly PassageKey[] | undefined
  /** Only passages that have all of these terms, in themselves or in their context. */
  readonly all?: readonly string[] | undefined
  /** Only passages that have none of these terms in themselves. */
  readonly none?: readonly string[] | undefined
}

/** Statistics of the whole index, for scoring. */
export type IndexStatistics = {
  readonly passages: number
  /** Mean number of terms per passage. */
  readonly meanLength: number
}

/** Statistics of a collection that an index is a part of, for scores that compare with those of the other parts. */
export type CollectionStatistics = IndexStatistics & {
  /** The document frequency of each term that is searched for. */
  readonly documentFrequencies: ReadonlyMap<string, number>
}

/**
 * Ranks passages for a query; it returns spans, never text to quote. Every adapter passes
 * `tests/contracts/passage-index.ts`. A search sees all of a `replace` or none of it; while one is under way, the
 * statistics may already count some of it.
 */
export type PassageIndex = PassageSearch & {
  /** Replaces the passages of each source. */
  replace(sources: readonly (IndexedSource | PackedSource)[]): Promise<void>
  /** Removes a source; unknown ones are ignored. */
  remove(source: SourceId): Promise<void>
}

/** What of an index answers questions; `unionIndex` makes one of several. */
export type PassageSearch = {
  readonly vocabulary: Vocabulary
  /** Whether it has the source, with or without passages. */
  has(source: SourceId): boolean
  /**
   * The passages that have any of `terms` and meet `options`, best first.
   * @param statistics to score by; the index's own if not given
   */
  search(terms: readonly WeightedTerm[], options: SearchOptions, statistics?: CollectionStatistics): Promise<Ranking>
  /** The passage of each key, in order; undefined for one whose source was removed or has changed since. */
  passages(keys: readonly PassageKey[]): Promise<readonly (Passage | undefined)[]>
  /**
   * The passages in which folded words, stop words too, follow one another within a sentence; by source id, then in
   * order. It reads every word, so it is for what `search` has no terms for.
   */
  findRun(words: readonly string[], options: Pick<SearchOptions, 'limit' | 'sources'>): Promise<readonly Passage[]>
  /** The words of each passage, in order; undefined for one whose source was removed or has changed since. */
  read(passages: readonly Passage[]): Promise<readonly (PassageReading | undefined)[]>
  /**
   * What is known about each token, in order.
   * @param language of the tokens; English if not given
   * @param vocabulary to look them up in; the index's own if not given
   */
  lookUp(tokens: readonly Token[], language?: string | null, vocabulary?: Vocabulary): Promise<readonly TermKnowledge[]>
  /** The document frequency of each term, in order; a passage's context counts. */
  documentFrequencies(terms: readonly string[]): Promise<readonly number[]>
  /**
   * The acronyms whose short form or first long word is among `terms`, with other short forms of the same long ones.
   * Without repeats, and in an order that does not depend on the order of changes.
   * @param vocabulary to look them up in; the index's own if not given
   */
  acronyms(terms: readonly string[], vocabulary?: Vocabulary): Promise<readonly AnalysedAcronym[]>
  statistics(): Promise<IndexStatistics>
  /** How many sources there are in each language, by its tag; null for an unknown one. */
  languages(): Promise<ReadonlyMap<string | null, number>>
}

/** The contents of an index at one moment, to be saved. */
export type IndexSnapshot = {
  /** `Source.version` of every source in it, including those without passages. */
  readonly sources: ReadonlyMap<SourceId, string>
  /** Its bytes in chunks of at most a megabyte, yielding to the event loop. Later changes are not in them. */
  write(): AsyncIterable<Uint8Array>
}

/** An index that can be saved, and opened again by `openIndex`. */
export type SavableIndex = PassageIndex & {
  /** `Source.version` of every source in it now. */
  sources(): ReadonlyMap<SourceId, string>
  /** Its contents now; costs little until it is written. */
  snapshot(): IndexSnapshot
  /** Ends its thread, if there is one; pending changes are rejected. */
  close(): Promise<void>
}

/** An acronym as terms: one short, and two or more long ones. */
export type AnalysedAcronym = { readonly short: string; readonly long: readonly string[] }
