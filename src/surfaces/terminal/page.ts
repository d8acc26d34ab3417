import { styleText } from 'node:util'
import type { Citation } from '../../domain/citation.ts'
import { plural } from '../../domain/message.ts'
import type { Quote } from '../../domain/quote.ts'
import { type Terminal, widthOf } from './program.ts'
import { visible, visibleLine } from './visible.ts'

/** How our own words are highlighted on a screen; the words of a quote never are. */
export type Paint = {
  heading(text: string): string
  faint(text: string): string
  warning(text: string): string
}

const plain: Paint = { heading: (text) => text, faint: (text) => text, warning: (text) => text }

/** `hasColour` decides whether there is colour, so `styleText` must not check the stream again. */
const always = { validateStream: false }

const coloured: Paint = {
  heading: (text) => styleText('bold', text, always),
  faint: (text) => styleText('dim', text, always),
  warning: (text) => styleText('yellow', text, always),
}

/** Colour is used on terminals that have it. `FORCE_COLOR` (except `0` or `false`) forces it, `NO_COLOR` forbids it. */
const hasColour = (screen: Terminal['stdout'], env: Terminal['env']): boolean => {
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env['NO_COLOR']) return false
  return screen.isTTY === true && env['TERM'] !== 'dumb'
}

const paintFor = (screen: Terminal['stdout'], env: Terminal['env']): Paint =>
  hasColour(screen, env) ? coloured : plain

/** Characters that are two columns wide: East Asian scripts and emoji. */
const wide =
  /^(?:\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303F\uFF01-\uFF60])/u
const ascii = /^[\x20-\x7E]*$/

/** Created when a word first needs it: it is costly, and most text is ASCII. */
let segmenter: Intl.Segmenter | undefined
const graphemes = (): Intl.Segmenter => {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter
}

/** The width of a word on the screen in columns, precise enough for wrapping. */
export const columnsOf = (word: string): number => {
  if (ascii.test(word)) return word.length
  let columns = 0
  for (const { segment } of graphemes().segment(word)) columns += wide.test(segment) ? 2 : 1
  return columns
}

/**
 * Wraps text to lines of at most `width` columns. Lines break only at spaces, so words stay unchanged, and a word that
 * is longer than a line gets its own. Existing line breaks are kept.
 */
export const wrap = (text: string, width: number): readonly string[] => {
  if (width === Number.POSITIVE_INFINITY) return text.split('\n')
  const lines: string[] = []
  for (const line of text.split('\n')) {
    let words: string[] = []
    let filled = 0
    for (const word of line.split(' ')) {
      const columns = columnsOf(word)
      if (words.length > 0 && filled + 1 + columns > width) {
        lines.push(words.join(' '))
        words = []
        filled = 0
      }
      filled += columns + (words.length > 0 ? 1 : 0)
      words.push(word)
    }
    lines.push(words.join(' '))
  }
  return lines
}

/** Wraps text, with `first` before the first line and `others`, or as much space, before the other lines. */
export const indented = (text: string, width: number, first: string, others = ' '.repeat(first.length)): string =>
  wrap(text, width - first.length)
    .map((line, index) => (index === 0 ? first : others) + line)
    .join('\n')

/** The screen that text is laid out for. */
export type Page = { readonly width: number; readonly paint: Paint }

export const pageFor = (screen: Terminal['stdout'], env: Terminal['env']): Page => ({
  width: widthOf(screen),
  paint: paintFor(screen, env),
})

/** `1 quote`, `2 quotes` */
export const count = (of: number, noun: string): string => `${of} ${plural(of, noun, `${noun}s`)}`

/** A quote in full, behind a bar, with its citation and its id. Its words are never coloured. */
export const quoteBlock = (
  label: string,
  { quote, citation }: { readonly quote: Quote; readonly citation: Citation },
  { width, paint }: Page,
): string => {
  const margin = ' '.repeat(label.length + 1)
  return [
    indented(visible(quote.shown), width, `${label} │ `, `${margin}│ `),
    indented(visibleLine(citation.text), width, margin),
    paint.faint(`${margin}${visibleLine(citation.id)}`),
  ].join('\n')
}
