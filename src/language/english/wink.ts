import model from 'wink-eng-lite-web-model'
import winkNLP, {
  type ItemSentence,
  type ItsFunction,
  type ItsHelpers,
  type PartOfSpeech,
  type WinkMethods,
} from 'wink-nlp'
import type { Span } from '../../domain/span.ts'

/** A token and its span in the analysed text: `text.slice(start, end)` is the token as written. */
export type Token = Span & {
  /** Lower case, contractions expanded. */
  readonly normal: string
  /** Dictionary form. */
  readonly lemma: string
  readonly pos: PartOfSpeech
  /** Whether it is one of wink's stop words. */
  readonly stop: boolean
}

/**
 * wink's tokeniser takes quadratic time for characters without white space (50,000: 1.3 s, 200,000: 20 s), so longer
 * runs than 64 are hidden from it; no English word is that long.
 */
const longRun = /\S{65,}/g

const hidden = (text: string): string => text.replace(longRun, (run) => ' '.repeat(run.length))

/** A word that no lexicon has. */
const noWord = 'qxzvkjqxz'

type Loaded = {
  readonly wink: WinkMethods
  /** The number that wink gave the first word beyond its lexicon; later ones get higher ones. */
  readonly firstNew: number
}

const load = (pipe: string[]): Loaded => {
  const wink = winkNLP(model, pipe)
  return { wink, firstNew: Number(wink.readDoc(noWord).tokens().itemAt(0)?.out(wink.its.uniqueId)) }
}

/**
 * A model, loaded with the first text: that takes about 60 ms and 60 MB, which a program that analyses nothing saves.
 * It only caches the package's data, so the whole process shares one.
 */
const lazily = (pipe: string[]): (() => Loaded) => {
  let loaded: Loaded | undefined
  return () => {
    loaded ??= load(pipe)
    return loaded
  }
}
const sentenceModel = lazily(['sbd'])
const wordModel = lazily(['sbd', 'pos'])

const isWhite = (text: string, at: number): boolean => /\s/.test(text.charAt(at))

/** How many characters ahead a token is searched for when wink has changed the text before it. */
const resyncWindow = 256

/** The spans of `values` in `text`, left to right, since wink gives no offsets; null for a value that is not there. */
const align = (text: string, values: readonly string[]): readonly (Span | null)[] => {
  let cursor = 0
  return values.map((value) => {
    while (cursor < text.length && isWhite(text, cursor)) cursor += 1
    if (value.trim() === '') return null
    const found = text.startsWith(value, cursor)
      ? cursor
      : text.slice(cursor, cursor + resyncWindow + value.length).indexOf(value) + cursor
    if (!text.startsWith(value, found)) return null
    cursor = found + value.length
    return { start: found, end: cursor }
  })
}

/**
 * @param text any text
 * @returns the ends of the sentences that wink finds, ascending; `sentences.ts` corrects them
 */
export const proposedSentenceEnds = (text: string): readonly number[] => {
  const { wink } = sentenceModel()
  const doc = wink.readDoc(hidden(text))
  const places = align(text, doc.tokens().out())
  const ends: number[] = []
  doc.sentences().each((sentence: ItemSentence) => {
    const [, last = -1] = sentence.out(wink.its.span as ItsFunction<number[]>) as number[]
    const place = places[last]
    if (place) ends.push(place.end)
  })
  return ends
}

/**
 * @param text any text
 * @returns its words and punctuation in order, without white space
 */
export const analyseTokens = (text: string): readonly Token[] => {
  const { wink } = wordModel()
  const shown = hidden(text)
  const tokens = wink.readDoc(shown).tokens()
  const each = <T>(its: keyof ItsHelpers): readonly T[] => tokens.out(wink.its[its] as unknown as ItsFunction<T>) as T[]
  const places = align(shown, each<string>('value'))
  const normals = each<string>('normal')
  const lemmas = each<string>('lemma')
  const poses = each<PartOfSpeech>('pos')
  const stops = each<boolean>('stopWordFlag')
  const words = places.flatMap((place, index): Token[] => {
    if (!place) return []
    const normal = normals[index] ?? ''
    return [{ ...place, normal, lemma: lemmas[index] ?? normal, pos: poses[index] ?? 'X', stop: stops[index] ?? false }]
  })
  const longWords = [...text.matchAll(longRun)].map(({ 0: run, index }): Token => {
    const normal = run.toLowerCase()
    return { start: index, end: index + run.length, normal, lemma: normal, pos: 'X', stop: false }
  })
  return longWords.length === 0 ? words : [...words, ...longWords].sort((a, b) => a.start - b.start)
}

/** wink's token for a word; undefined if wink takes it for white space, such as combining marks alone. */
const readWord = (wink: WinkMethods, word: string) => {
  const tokens = wink.readDoc(hidden(word)).tokens()
  return tokens.length() === 0 ? undefined : tokens.itemAt(0)
}

/**
 * @param word a lower-case word
 * @returns its dictionary form: `flee` for `fled`
 */
export const lemmaOf = (word: string): string => {
  const { wink } = wordModel()
  // wink types `its.lemma` for collections only; on an item it gives the item's lemma.
  return (readWord(wink, word)?.out(wink.its.lemma as never) as string | undefined) || word
}

/**
 * @param word a lower-case word
 * @returns whether it is in the model's lexicon of about 87,000 English words and names
 */
export const isKnownWord = (word: string): boolean => {
  const { wink, firstNew } = wordModel()
  return Number(readWord(wink, word)?.out(wink.its.uniqueId)) < firstNew
}
