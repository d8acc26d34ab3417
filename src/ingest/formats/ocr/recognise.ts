import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, type Line, OEM, type Page, type Word } from 'tesseract.js'
import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { languageOf } from '../../../language/languages.ts'
import { greyMap, type Picture } from './picture.ts'

/** A line of text in a picture: where it stands there, in pixels, and how sure it is to read so, in percent. */
export type RecognisedLine = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly confidence: number
  /** Whether it is the first of a paragraph. */
  readonly opensParagraph: boolean
}

/** The text of a picture, from the top; `confidence` is the mean of its words. */
export type RecognisedText = { readonly lines: readonly RecognisedLine[]; readonly confidence: number }

/** Reads a picture: as pixels, or as the file that it is. */
export type Recognise = (picture: Picture | Uint8Array) => Promise<RecognisedText>

const require = createRequire(import.meta.url)

/** The packages that bring the trained data of the languages. */
const packages = {
  eng: () => require.resolve('@tesseract.js-data/eng/package.json'),
  deu: () => require.resolve('@tesseract.js-data/deu/package.json'),
}

/** The folder of the trained data of a language. */
const dataOf = (language: keyof typeof packages): string => join(dirname(packages[language]()), '4.0.0_best_int')

const openWorker = (language: keyof typeof packages) =>
  createWorker(language, OEM.LSTM_ONLY, {
    langPath: dataOf(language),
    gzip: true,
    // Nothing is written: the data is in the package.
    cacheMethod: 'none',
    // What goes wrong is thrown by the call that it happens in.
    errorHandler: () => {},
  })

/** In percent. What is less sure is a smudge or a drawing. */
const minConfidence = { line: 35, mark: 70 }

const saysWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** The edge of a page, a fold or the line of a table. */
const upright = /^[|¦]+$/

/** A single letter this many times its line's height away from the others is a smudge at the edge of the page. */
const farAway = 2

/** The words of a line without what the edge of the page or a fold left before and behind them. */
const wordsOf = ({ words, bbox }: Line): readonly Word[] => {
  const height = bbox.y1 - bbox.y0
  const isText = ({ text, confidence }: Word): boolean =>
    saysWords(text) || (confidence >= minConfidence.mark && !upright.test(text))
  const gap = (at: number): number => (words[at + 1]?.bbox.x0 ?? 0) - (words[at]?.bbox.x1 ?? 0)
  const isSmudge = (at: number, gapTo: number): boolean => {
    const word = words[at]
    return word !== undefined && (!isText(word) || (word.text.length === 1 && gapTo > farAway * height))
  }
  let [first, last] = [0, words.length - 1]
  while (first <= last && isSmudge(first, gap(first))) first += 1
  while (last >= first && isSmudge(last, gap(last - 1))) last -= 1
  return words.slice(first, last + 1)
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

const textOf = ({ blocks }: Page, scale: number): RecognisedText => {
  const lines: RecognisedLine[] = []
  const sure: number[] = []
  for (const { paragraphs } of blocks ?? [])
    for (const paragraph of paragraphs) {
      let opensParagraph = true
      for (const line of paragraph.lines) {
        const words = wordsOf(line)
        const text = words.map((word) => word.text).join(' ')
        const confidence = mean(words.map((word) => word.confidence))
        if (confidence < minConfidence.line || !/[\p{L}\p{N}]{2}/u.test(text)) continue
        const { x0, y0, x1, y1 } = line.bbox
        const [x, y, width, height] = [x0 * scale, y0 * scale, (x1 - x0) * scale, (y1 - y0) * scale]
        lines.push({ text, x, y, width, height, confidence: Math.round(confidence), opensParagraph })
        sure.push(...words.map((word) => word.confidence))
        opensParagraph = false
      }
    }
  return { lines, confidence: Math.round(mean(sure)) }
}

/** Words by which a language is told. */
const minWords = 20

const isGerman = ({ lines }: RecognisedText): boolean => {
  const text = lines.map((line) => line.text).join(' ')
  return text.split(' ').length >= minWords && languageOf(text) === 'de'
}

/**
 * Reads text in pictures, with Tesseract, in a thread of its own and offline: takes a second to start and some seconds a
 * page. Begins in English; once a page turns out to be German, it and the following ones are read as German.
 * @param work reads pictures one after another
 * @returns what `work` returns
 * @throws whatever `work` throws; QuothError `bad-document` for a picture that cannot be read
 */
export const recognising = async <T>(work: (recognise: Recognise) => Promise<T>): Promise<T> => {
  let language: keyof typeof packages = 'eng'
  let worker = await openWorker(language)
  const read = async (bytes: Uint8Array, scale: number): Promise<RecognisedText> => {
    try {
      const { data } = await worker.recognize(Buffer.from(bytes), {}, { blocks: true, text: false })
      return textOf(data, scale)
    } catch {
      // Tesseract rejects with a text.
      throw new QuothError('bad-document', msg`The picture is damaged, or in a format that cannot be read.`)
    }
  }
  try {
    return await work(async (picture) => {
      const { bytes, scale } = picture instanceof Uint8Array ? { bytes: picture, scale: 1 } : greyMap(picture)
      const text = await read(bytes, scale)
      if (language === 'deu' || !isGerman(text)) return text
      await worker.terminate()
      language = 'deu'
      worker = await openWorker(language)
      return read(bytes, scale)
    })
  } finally {
    await worker.terminate()
  }
}
