import type { Citation } from '../../../domain/citation.ts'
import type { Context, ContextParagraph } from '../../../domain/context.ts'
import type { Quote } from '../../../domain/quote.ts'
import type { Translator } from '../../../i18n/say.ts'
import { limits } from '../message/budget.ts'
import { accents, type Button, type Control, smallPrint, type View } from '../message/view.ts'
import type { Frame } from './buttons.ts'
import { buttonRow, type Offer } from './buttons.ts'
import { quoteItem, titleOf } from './quote-item.ts'
import { newerLine } from './reference-view.ts'

/** Words at each end of a quote, enough to find it on its page. */
const wordsAtEnds = 6

/** `words` as a part of a text directive, where `-`, `,` and `&` have a meaning. */
const encoded = (words: readonly string[]): string =>
  encodeURIComponent(words.join(' ').replace(/\p{Cs}/gu, '')).replaceAll('-', '%2D')

/** The text directive (WICG Scroll to Text Fragment) that makes a browser show the quote on its page. */
const textDirective = ({ shown }: Quote): string => {
  const words = shown.slice(0, 2000).trim().split(/\s+/)
  const last = shown.slice(-2000).trim().split(/\s+/).slice(-wordsAtEnds)
  return words.length <= 2 * wordsAtEnds && shown.length <= 2000
    ? encoded(words)
    : `${encoded(words.slice(0, wordsAtEnds))},${encoded(last)}`
}

/** What leads to the quote: its words in a page of the web, its page in a PDF (RFC 8118). */
const fragmentFor = ({ pathname, hash }: URL, { locator: { place } }: Citation, quote: Quote): string => {
  const separator = hash === '' ? '#' : ''
  if (place?.label !== 'page' || !/\.pdf$/i.test(pathname)) return `${separator}:~:text=${textDirective(quote)}`
  return hash === '' ? `#page=${place.value.split('-')[0]}` : ''
}

/** A button to the source's page, at the quote if the address is not too long for that; null without an address. */
export const sourceLink = (citation: Citation, quote: Quote, t: Translator): Button | null => {
  const { URL: address } = citation
  if (address === null || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  const whole = url.href
  const atQuote = `${whole}${fragmentFor(url, citation, quote)}`
  const fitting = [atQuote, whole].find((each) => each.length <= limits.button.url)
  return fitting === undefined ? null : { url: fitting, label: t`Open the source` }
}

/** Where a paragraph is in relation to the quote. */
const positionShown = ({ quote, holdsQuote }: ContextParagraph, of: Context['quote'], t: Translator): string => {
  if (holdsQuote) return t`The paragraph with the quote`
  return quote.end <= of.start ? t`Before` : t`After`
}

/** Buttons through the source, a paragraph at a time, and to its page. */
const controlsOf = ({ quote, citation, paragraphs, of }: Context, frame: Frame): readonly Control[] => {
  const { t } = frame
  const first = paragraphs[0]?.number ?? 1
  const last = paragraphs.at(-1)?.number ?? of
  const ways: readonly Offer[] = [
    ...(first > 1 ? [{ action: 'go', label: t`← Previous`, n: first } as const] : []),
    ...(last < of ? [{ action: 'go', label: t`Next →`, n: last } as const] : []),
  ]
  const link = sourceLink(citation, quote, t)
  const [row = []] = buttonRow(frame, ways)
  const buttons = [...('id' in row ? [] : row), ...(link === null ? [] : [link])]
  return buttons.length === 0 ? [] : [buttons]
}

/** A quote's paragraph, with those before and after. */
export const contextView = (context: Context, frame: Frame): View => {
  const { t } = frame
  const { quote, citation, paragraphs, of } = context
  const first = paragraphs[0]?.number ?? 0
  const last = paragraphs.at(-1)?.number ?? 0
  const span = first === last ? t`Paragraph ${first} of ${of}` : t`Paragraphs ${first} to ${last} of ${of}`
  return {
    accent: accents.plain,
    heading: t`Context: ${titleOf(citation, t)}`,
    intro: [smallPrint(span, frame), ...newerLine(context.newer, frame)],
    items: paragraphs.map((paragraph) => {
      const label = `**${positionShown(paragraph, quote, t)}**`
      return quoteItem(paragraph.quote, paragraph.citation, { number: null, label, cites: 'location' }, frame)
    }),
    // If the three do not fit, the neighbours give way.
    main: Math.max(
      0,
      paragraphs.findIndex(({ holdsQuote }) => holdsQuote),
    ),
    noun: 'paragraph',
    layout: 'paragraphs',
    closing: [],
    controls: controlsOf(context, frame),
  }
}
