import { statedDates, statedMonth } from '../../dates.ts'
import type { Paragraph } from './paragraphs.ts'

/** Headings have at most so many lines and words. */
const most = { lines: 3, words: 22 }

/** In sizes of the text: larger letters are a heading’s. */
const larger = 1.12

const wordsOf = ({ lines }: Paragraph): readonly string[] => lines.flatMap(({ text }) => text.split(' '))

const numbered = /^(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[IVX]{1,5}\.|[A-Z]\.)$/

/** The number that a heading begins with: `3.2`. */
const numberOf = (paragraph: Paragraph): string | null => {
  const first = paragraph.mark ?? paragraph.lines[0]?.text.split(' ')[0] ?? ''
  return numbered.test(first) ? first.replace(/\.$/, '') : null
}

const isCapitals = (text: string): boolean => /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}{2}/u.test(text)

/** How a heading looks: those that look alike are of one rank. */
const styleOf = (paragraph: Paragraph): string => {
  const text = paragraph.lines.map((line) => line.text).join(' ')
  return `${Math.round(paragraph.size * 2) / 2} ${paragraph.isBold ? 1 : 0} ${isCapitals(text) ? 1 : 0}`
}

/** A date on a line of its own is no heading. */
const isDate = (text: string): boolean => {
  const date = text.length > 60 ? undefined : (statedDates(text)[0] ?? statedMonth(text))
  return date !== undefined && date !== null && date.end - date.start >= text.length - 2
}

const mayBeHeading = (paragraph: Paragraph, bodySize: number, isBodyBold: boolean): boolean => {
  const { lines, mark, size, isBold, isApart } = paragraph
  const words = wordsOf(paragraph)
  const text = lines.map((line) => line.text).join(' ')
  if (lines.length > most.lines || words.length > most.words || !/\p{L}{2}/u.test(text) || isDate(text)) return false
  const isLarge = size >= larger * bodySize
  if (mark !== null && numberOf(paragraph) === null) return false
  if (/[,;]$/.test(text) || (/[.]$/.test(text) && !isLarge) || (/[:]$/.test(text) && !isBold && !isLarge)) return false
  if (isLarge) return true
  if (size < 0.95 * bodySize || lines.length > 2) return false
  if (isBold && !isBodyBold) return words.length <= 16
  if (isCapitals(text) && isApart && words.length <= 14 && /\p{L}{4}/u.test(text)) return true
  return false
}

/** In sizes of the title: letters of its last lines may be a little smaller. */
const subtitle = 0.8

/** Whether two headings have one middle. */
const isInMiddle = (a: Paragraph, b: Paragraph): boolean => {
  const middles = [a, b].map(({ lines }) => (lines[0] === undefined ? 0 : lines[0].left + lines[0].right))
  return Math.abs((middles[0] ?? 0) - (middles[1] ?? 0)) < b.size
}

/** A heading has at most so many paragraphs: lines that are broken on purpose. */
const mostParts = 3

/** In sizes of the letters: how far below one another the lines of a title, and of other headings, stand. */
const mostApart = { title: 1.7, other: 1.4 }

const textOf = ({ lines }: Paragraph): string => lines.map(({ text }) => text).join(' ')

/** Whether a paragraph is another line of the heading above it. */
const goesOn = (heading: Paragraph, above: Paragraph, part: Paragraph, isTitle: boolean): boolean => {
  const [first, last] = [part.lines[0], above.lines.at(-1)]
  if (first === undefined || last === undefined || part.mark !== null || numberOf(part) !== null) return false
  const step = first.base - last.base
  if (step <= 0 || step > (isTitle ? mostApart.title : mostApart.other) * heading.size) return false
  const isAlike = styleOf(part) === styleOf(heading)
  if (isTitle)
    return (
      numberOf(heading) === null && (isAlike || (part.size >= subtitle * heading.size && isInMiddle(part, heading)))
    )
  if (!isAlike) return false
  const isOpen = /[:,–—-]$/.test(last.text) || /^[\p{Ll}\d]/u.test(textOf(part))
  return isOpen || above.isFull || first.left - last.left > 0.7 * heading.size
}

/**
 * @param paragraphs of a document in reading order
 * @param depths of its headings
 * @returns for each paragraph that is another line of the heading above it, that heading
 */
export const headingLines = (
  paragraphs: readonly Paragraph[],
  depths: ReadonlyMap<Paragraph, number>,
): ReadonlyMap<Paragraph, Paragraph> => {
  const headings = new Map<Paragraph, Paragraph>()
  let parts: Paragraph[] = []
  for (const paragraph of paragraphs) {
    const [heading, above] = [parts[0], parts.at(-1)]
    const isHeading = depths.has(paragraph)
    if (isHeading && heading !== undefined && above !== undefined && parts.length < mostParts) {
      if (goesOn(heading, above, paragraph, depths.get(heading) === 1)) {
        headings.set(paragraph, heading)
        parts.push(paragraph)
        continue
      }
    }
    parts = isHeading ? [paragraph] : []
  }
  return headings
}

/** What ranks styles: size, then weight, then capitals. */
const weight = (style: string): number => {
  const [size = 0, bold = 0, capitals = 0] = style.split(' ').map(Number)
  return size * 100 + bold * 10 + capitals
}

/**
 * @param paragraphs of a document in reading order, with those of its first page first
 * @param bodySize the size of most letters
 * @param firstPage how many paragraphs stand on the first page
 * @returns the depth of each that is a heading: 1 for the title
 */
export const headingDepths = (
  paragraphs: readonly Paragraph[],
  bodySize: number,
  firstPage: number,
): ReadonlyMap<Paragraph, number> => {
  const letters = (bold: boolean): number =>
    paragraphs.filter(({ isBold }) => isBold === bold).reduce((sum, paragraph) => sum + wordsOf(paragraph).length, 0)
  const isBodyBold = letters(true) > letters(false)
  const like = paragraphs.filter((paragraph) => mayBeHeading(paragraph, bodySize, isBodyBold))
  const title = titleOf(like, paragraphs.slice(0, firstPage))
  // What stands above the title is no heading of a section.
  const headings = title === null ? like : like.slice(like.indexOf(title))
  const depths = new Map<Paragraph, number>()
  const styles = [...new Set(headings.filter((heading) => heading !== title).map(styleOf))].sort(
    (a, b) => weight(b) - weight(a),
  )
  const byNumber = new Map<string, number>()
  for (const heading of headings) {
    const number = numberOf(heading)
    if (heading === title || number === null || !/^\d/.test(number)) continue
    const depth = 1 + number.split('.').length
    const style = styleOf(heading)
    byNumber.set(style, Math.min(byNumber.get(style) ?? depth, depth))
  }
  for (const heading of headings) {
    const style = styleOf(heading)
    const number = numberOf(heading)
    const rank = 2 + styles.indexOf(style)
    if (heading === title) depths.set(heading, 1)
    else if (number !== null && /^\d/.test(number)) depths.set(heading, 1 + number.split('.').length)
    else depths.set(heading, Math.min(6, byNumber.get(style) ?? rank))
  }
  return depths
}

/**
 * The title: the first of the largest letters of the first page, if it stands above the text, or nothing else is as
 * large. A word or two above a line that looks alike say what kind of text it is.
 */
const titleOf = (headings: readonly Paragraph[], first: readonly Paragraph[]): Paragraph | null => {
  const own = headings.filter((heading) => first.includes(heading))
  const largest = own.reduce((size, heading) => Math.max(size, heading.size), 0)
  const [top, second] = own.filter(({ size }) => size > 0.97 * largest)
  if (top === undefined) return null
  const isKicker =
    second !== undefined &&
    first.indexOf(second) === first.indexOf(top) + 1 &&
    styleOf(second) === styleOf(top) &&
    wordsOf(top).length <= 2 &&
    wordsOf(second).length > 2 * wordsOf(top).length
  const title = isKicker ? second : top
  const place = first.indexOf(title)
  const alike = headings.filter((heading) => styleOf(heading) === styleOf(title))
  const isLarger = headings.every((heading) => heading === title || heading.size < 0.97 * title.size)
  return place <= 6 && (isLarger || alike.length === 1 || place <= 1) ? title : null
}
