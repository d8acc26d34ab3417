import model from 'wink-eng-lite-web-model'
import winkNLP, {
  type ItemSentence,
  type ItsFunction,
  type ItsHelpers,
  type PartOfSpeech,
  type WinkMethods,
} from 'wink-nlp'
import type { Span } from '../../domain/span.ts'

/** A token with its place in the analysed text: `text.slice(start, end)` is the token as written. */
export type Token = Span & {
  /** Lower case, contractions spelt out. */
  readonly normal: string
  /** Dictionary form. */
  readonly lemma: string
  readonly pos: PartOfSpeech
  /** Whether it is one of wink's stop words. */
  readonly stop: boolean
}

/**
 * wink's tokeniser takes quadratic time over characters without white space (50,000 of them: 1.3 s, 200,000: 20 s),
 * so it never sees a longer run than 64; no English word is one.
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
 * A model, loaded with the first text: about 60 ms and 60 MB, which a program that reads none is spared. It is a cache
 * of the package's data and holds nothing of ours, so one serves the whole process.
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

/** How far ahead a token is looked for when wink has changed the text before it. */
const resyncWindow = 256

/** Places of `values` in `text`, left to right; wink gives no offsets. A value that is not there has no place. */
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

/** Ends of the sentences that wink sees in `text`, ascending. They are proposals: `sentences.ts` repairs them. */
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

/** The words and marks of `text` in order, with verified offsets; white space is left out. */
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

/** wink's reading of a word; undefined for what it takes for white space, such as a ligature of marks alone. */
const readWord = (wink: WinkMethods, word: string) => {
  const tokens = wink.readDoc(hidden(word)).tokens()
  return tokens.length() === 0 ? undefined : tokens.itemAt(0)
}

/** Dictionary form of a lower-case word that stands alone: `fled` is a form of `flee`. */
export const lemmaOf = (word: string): string => {
  const { wink } = wordModel()
  // wink types `its.lemma` for collections only; on an item it gives the item's lemma.
  return (readWord(wink, word)?.out(wink.its.lemma as never) as string | undefined) || word
}

/** Whether a lower-case word is in the model's lexicon of about 87,000 English words and names. */
export const isKnownWord = (word: string): boolean => {
  const { wink, firstNew } = wordModel()
  return Number(readWord(wink, word)?.out(wink.its.uniqueId)) < firstNew
}
