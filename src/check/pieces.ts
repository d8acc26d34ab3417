import type { Span } from '../domain/span.ts'
import { invisible } from '../language/letters.ts'

/** A word or punctuation mark of a text, with its span. */
export type Piece = Span & {
  /** What it is compared by: pieces with the same key are the same, however they are written. */
  readonly key: string
  readonly isWord: boolean
}

/** Scripts written without spaces: each character is a word, so that a quotation may start and end anywhere. */
const unspaced = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}'

const letter = `(?![${unspaced}])[\\p{L}\\p{M}${invisible}]`
const noLetter = '(?![\\p{L}\\p{M}])'
const negation = `[nN]['’][tT]${noLetter}`

/**
 * In order: a number with its suffix (`1,000`, `20th`); a character of an unspaced script; `n’t` and `’s`, which some
 * texts detach; the word before them; any other word; an ellipsis; a dash; any other single mark. Quotation marks,
 * apostrophes within a word, Markdown and invisible characters are not compared. Every alternative reads a run once, so
 * the scan is linear.
 */
const pattern = new RegExp(
  [
    '\\p{N}+(?:[.,]\\p{N}+)*[\\p{L}\\p{M}]*',
    `[${unspaced}]\\p{M}*`,
    negation,
    `['’](?:[sdmtSDMT]|re|ve|ll|RE|VE|LL)${noLetter}`,
    `(?:${letter})+?(?=${negation})`,
    `(?:${letter}|\\p{N})+`,
    '\\.(?:[ \\u00a0]?\\.)+|…+',
    '[\\p{Pd}−]+',
    `(?!["'’‘‚‛“”„‟«»‹›「」『』\`´*_~|>#^\\\\])[\\p{P}\\p{S}]`,
  ].join('|'),
  'gu',
)

/** `[T]he`: the letter belongs to its word, which starts at the bracket. */
const changedLetter = /\[(\p{L})\](?=\p{L})/gu
/** Replaces its brackets: as long as they are, and invisible. */
const noWidth = '\u2060'

const plain = /^[A-Za-z]+$/
const invisibleRun = new RegExp(`[${invisible}]+`, 'gu')

const keyOf = (written: string): string => {
  if (plain.test(written)) return written
  if (/^(?:…|\.[. \u00a0])/.test(written)) return '…'
  if (/^[\p{Pd}−]/u.test(written)) return '-'
  return written.replace(invisibleRun, '').normalize('NFKC').replaceAll('’', "'")
}

/**
 * The words and marks of a part of `text` in order, with their spans in it. Linear.
 * @param read the part as it is read, in its own length, if not as it stands
 */
export const piecesOf = (
  text: string,
  { start, end }: Span = { start: 0, end: text.length },
  read = text.slice(start, end),
): readonly Piece[] => {
  const pieces: Piece[] = []
  const part = read.replace(changedLetter, `${noWidth}$1${noWidth}`)
  for (const { 0: written, index } of part.matchAll(pattern)) {
    const key = keyOf(written)
    if (key === '') continue
    pieces.push({ key, isWord: /[\p{L}\p{N}]/u.test(key), start: start + index, end: start + index + written.length })
  }
  return pieces
}

/** The same word with its first letter in the other case. */
export const otherCase = (key: string): string => {
  const [first = ''] = key
  const upper = first.toUpperCase()
  return (first === upper ? first.toLowerCase() : upper) + key.slice(first.length)
}
