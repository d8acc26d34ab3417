import type { Passage, Ranking } from '../domain/passage.ts'
import type { SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'

/** A word that carries meaning, as the index knows it: folded, spelling levelled, lemmatised and stemmed. */
export type Token = Span & {
  readonly term: string
  /** The word before stemming, to compare spellings and to show. */
  readonly folded: string
}

/** A word of a text, folded for comparison, and where it stands. */
export type Word = Span & {
  /** Lower case, without accents and possessive; upper case when it is a name that would read as a common word (`IS`, `US`). */
  readonly folded: string
}

/** Text to terms; documents and questions go through the same one. */
export type Analyser = {
  /** Every word of `text` in order, stop words too. Linear in the length of the text. */
  tokenise(text: string): readonly Word[]
  /** The terms of `text` in order, stop words left out. Linear in the length of the text. */
  analyse(text: string): readonly Token[]
  /** The term of one folded word, or null for a stop word. */
  termOf(folded: string): string | null
}

/** What an index holds of one source. */
export type IndexedSource = {
  readonly source: SourceId
  /** `Source.version`, and that of each of the passages. */
  readonly version: string
  readonly passages: readonly IndexedPassage[]
  /** Short names that the source itself spells out, both as it writes them. */
  readonly acronyms: readonly Acronym[]
}

/** How much text an index is given: its passages, and their length in UTF-16 units. */
export type IndexedSize = { readonly passages: number; readonly characters: number }

/**
 * The same as bytes, the passages in groups: a document's thread packs them, the index's thread unpacks them, and the event
 * loop between the two only passes them on. For 10 MB, unpacking would take it 100 ms and copying objects 150 ms.
 */
export type PackedSource = Omit<IndexedSource, 'passages'> & {
  readonly packed: readonly Uint8Array[]
  readonly size: IndexedSize
}

export type IndexedPassage = {
  readonly passage: Passage
  /** What is indexed of each of the passage's sentences, in order. */
  readonly sentences: readonly IndexedSentence[]
}

export type IndexedSentence = {
  readonly text: string
  /** The question that the sentence begins to answer, or nothing: its words are read as said there, but not indexed. */
  readonly asked: string
}

export type Acronym = { readonly short: string; readonly long: string }

/** A term to look for; `weight` scales what a match counts. */
export type WeightedTerm = { readonly term: string; readonly weight: number }

/** What an index knows of a word of a question. */
export type TermKnowledge = {
  /** In how many passages the term stands, or in their context. */
  readonly passages: number
  /** Terms of the library that are the same word in another spelling. */
  readonly variants: readonly string[]
  /** For a term that the library lacks in any spelling: terms of the same family, such as `Russian` for `Russia`. */
  readonly relatives: readonly string[]
  /**
   * For a term that the library lacks, of a word that the language lacks as well: words of the library that a slip or two
   * of the hand make of it, likeliest first, three at most.
   */
  readonly corrections: readonly Correction[]
}

/** A word of the library that may have been meant. */
export type Correction = {
  /** Folded. */
  readonly form: string
  readonly term: string
  /** Letters more, less or other, and neighbours in each other's place: 1 or 2. */
  readonly slips: number
  /** In how many passages the form stands, or in their context. */
  readonly passages: number
}

/** A sentence as it was read when it was indexed: its words in order, those of the question that it begins to answer before them. */
export type SentenceReading = {
  /** Every word, folded. */
  readonly words: readonly string[]
  /** The term of each word, null for a stop word. */
  readonly terms: readonly (string | null)[]
}

/** A passage as it was read when it was indexed, so that a question need not read it again. */
export type PassageReading = {
  readonly sentences: readonly SentenceReading[]
  /** Terms of title, headings and question. */
  readonly context: readonly string[]
  /** Terms of the passages before and after it in its source. */
  readonly nearby: readonly string[]
}

/** What a search is asked for. */
export type SearchOptions = {
  /** How many passages at most. */
  readonly limit: number
  /** Only passages of these sources; of all when it is not given. */
  readonly sources?: ReadonlySet<SourceId> | undefined
  /** Only passages that hold every one of these terms, in themselves or in their context. */
  readonly all?: readonly string[] | undefined
  /** Only passages that hold none of these terms in themselves. */
  readonly none?: readonly string[] | undefined
}

/** Figures about everything that is indexed, for scoring. */
export type IndexStatistics = {
  readonly passages: number
  /** Mean number of terms a passage. */
  readonly meanLength: number
}

/**
 * Here is a query, give me a ranking of candidates: spans, never words. Every adapter passes `tests/contracts/passage-index.ts`.
 * A search sees the passages of all of a `replace` or of nothing of it; while one is under way, the figures may already
 * count some of it.
 */
export type PassageIndex = {
  /** Puts each source's passages in the place of those that it had. */
  replace(sources: readonly (IndexedSource | PackedSource)[]): Promise<void>
  /** Forgets a source; one that is not there is no error. */
  remove(source: SourceId): Promise<void>
  /** The passages that hold any of `terms`, best first, as `options` ask for them. */
  search(terms: readonly WeightedTerm[], options: SearchOptions): Promise<Ranking>
  /** How each passage was read, in order; undefined for one whose source is gone or has changed since. */
  read(passages: readonly Passage[]): Promise<readonly (PassageReading | undefined)[]>
  /** What the index knows of each token's term, in order. */
  lookUp(tokens: readonly Token[]): Promise<readonly TermKnowledge[]>
  /** In how many passages each term stands, or in their context, in order. */
  documentFrequencies(terms: readonly string[]): Promise<readonly number[]>
  /**
   * The acronyms that sources spell out and of which the short name or the first word of the long one is among `terms`,
   * with the other short names of the same long ones. In one order whatever the order of changes, without repeats.
   */
  acronyms(terms: readonly string[]): Promise<readonly AnalysedAcronym[]>
  statistics(): Promise<IndexStatistics>
}

/** What an index holds at one moment, to be written down. */
export type IndexSnapshot = {
  /** `Source.version` of every source that it holds, those without passages too. */
  readonly sources: ReadonlyMap<SourceId, string>
  /** Its bytes in order, in blocks of at most a megabyte, with turns for the event loop. What changes meanwhile is not in them. */
  write(): AsyncIterable<Uint8Array>
}

/** An index that can be written down, and opened again by `openIndex`. */
export type SavableIndex = PassageIndex & {
  /** `Source.version` of every source that it holds now. */
  sources(): ReadonlyMap<SourceId, string>
  /** What it holds now; costs little until it is written. */
  snapshot(): IndexSnapshot
  /** Ends its thread, if there is one; changes under way are rejected. */
  close(): Promise<void>
}

/** An acronym as terms: `short` is one, `long` two or more. */
export type AnalysedAcronym = { readonly short: string; readonly long: readonly string[] }
