import { skeletonHash } from '../../language/english/spelling.ts'
import type { Analyser, IndexedPassage, IndexedSource } from '../port.ts'
import { analysedAcronyms } from './acronym-table.ts'
import { createPostingsDraft } from './lunr-postings.ts'
import { noTerm, type Segment, type SegmentSource } from './segment.ts'

/** A segment with words and terms in numbers of its own, and what the numbers stand for. */
export type BuiltSegment = {
  readonly segment: Segment
  /** Every word, folded, by its number. */
  readonly words: readonly string[]
  /** The number of each word's term; `noTerm` for a stop word. */
  readonly wordTerms: Uint32Array
  readonly wordSkeletons: Uint32Array
  /** In how many passages, or their contexts, each word is; stop words are not counted. */
  readonly wordPassages: Uint32Array
  /** Every term, by its number. */
  readonly terms: readonly string[]
}

/** A segment under construction. */
export type SegmentDraft = {
  /** Adds passages; those of the source added last continue it. Linear in their text. */
  add(part: IndexedSource): void
  /** The finished segment; `turn` is called every few milliseconds. */
  finish(turn: () => Promise<void>): Promise<BuiltSegment>
}

/** The number of a string; new ones are numbered in order. */
const numberIn = (numbers: Map<string, number>, text: string): number => {
  const number = numbers.get(text) ?? numbers.size
  if (number === numbers.size) numbers.set(text, number)
  return number
}

const numbersOf = (values: readonly number[]): Uint32Array => Uint32Array.from(values)

export const createSegmentDraft = (analyser: Analyser): SegmentDraft => {
  const sources: SegmentSource[] = []
  const terms = new Map<string, number>()
  const postings = createPostingsDraft((term) => numberIn(terms, term))
  const words = new Map<string, number>()
  const termOfWord: (string | null)[] = []
  const passagesOfWord: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const lengths: number[] = []
  const contexts: number[] = []
  const firstSentence = [0]
  const sentenceStarts: number[] = []
  const sentenceEnds: number[] = []
  const firstWord = [0]
  const wordsInOrder: number[] = []
  const contextTexts: string[] = []
  const firstContextWord = [0]
  const contextWords: number[] = []
  /** The contexts of the last source, by text. */
  let known = new Map<string, number>()

  /** Reads the words of the last source. */
  let reader = analyser
  /** Set apart, the words of another language than English have terms of their own. */
  let apart = ''

  const wordsOf = (text: string): readonly number[] =>
    reader.tokenise(text).map(({ folded }) => {
      const number = numberIn(words, folded + apart)
      if (number === termOfWord.length) {
        termOfWord.push(reader.termOf(folded))
        passagesOfWord.push(0)
      }
      return number
    })
  const hasTerm = (word: number): boolean => termOfWord[word] !== null
  const termsOf = (some: readonly number[]): readonly string[] => some.map((word) => termOfWord[word] as string)

  const contextOf = (text: string): number => {
    const number = known.get(text)
    if (number !== undefined) return number
    contextTexts.push(text)
    for (const word of wordsOf(text)) if (hasTerm(word)) contextWords.push(word)
    firstContextWord.push(contextWords.length)
    known.set(text, contextTexts.length - 1)
    return contextTexts.length - 1
  }

  const addPassage = ({ passage, sentences }: IndexedPassage): void => {
    const content: number[] = []
    for (const [at, { text, asked }] of sentences.entries()) {
      const span = passage.sentences[at] ?? passage
      sentenceStarts.push(span.start)
      sentenceEnds.push(span.end)
      for (const word of wordsOf(asked)) wordsInOrder.push(word)
      firstWord.push(wordsInOrder.length)
      for (const word of wordsOf(text)) {
        wordsInOrder.push(word)
        if (hasTerm(word)) content.push(word)
      }
      firstWord.push(wordsInOrder.length)
    }
    firstSentence.push(sentenceStarts.length)
    const context = contextOf(passage.context)
    const ofContext = contextWords.slice(firstContextWord[context], firstContextWord[context + 1])
    starts.push(passage.start)
    ends.push(passage.end)
    lengths.push(content.length)
    contexts.push(context)
    for (const word of new Set([...content, ...ofContext])) passagesOfWord[word] = (passagesOfWord[word] ?? 0) + 1
    postings.add(termsOf(content), termsOf(ofContext))
  }

  return {
    add: ({ source: id, version, language, passages, acronyms }) => {
      const last = sources.at(-1)
      if (last?.id === id) sources[sources.length - 1] = { ...last, passages: last.passages + passages.length }
      else {
        known = new Map()
        reader = analyser.in(language)
        apart = reader === analyser ? '' : `\0${language}`
        const analysed = analysedAcronyms(acronyms, reader)
        sources.push({ id, version, language, first: starts.length, passages: passages.length, acronyms: analysed })
      }
      for (const passage of passages) addPassage(passage)
    },
    finish: async (turn) => {
      const texts = [...words.keys()].map((word) => word.split('\0', 1)[0] as string)
      const wordTerms = numbersOf(termOfWord.map((term) => (term === null ? noTerm : numberIn(terms, term))))
      return {
        segment: {
          sources,
          ...(await postings.finish(turn)),
          starts: numbersOf(starts),
          ends: numbersOf(ends),
          lengths: numbersOf(lengths),
          contexts: numbersOf(contexts),
          firstSentence: numbersOf(firstSentence),
          sentenceStarts: numbersOf(sentenceStarts),
          sentenceEnds: numbersOf(sentenceEnds),
          firstWord: numbersOf(firstWord),
          words: numbersOf(wordsInOrder),
          contextTexts,
          firstContextWord: numbersOf(firstContextWord),
          contextWords: numbersOf(contextWords),
        },
        words: texts,
        wordTerms,
        wordSkeletons: Uint32Array.from(texts, skeletonHash),
        wordPassages: numbersOf(passagesOfWord),
        terms: [...terms.keys()],
      }
    },
  }
}
