import type { Span } from '../domain/span.ts'
import { monthNumber } from '../language/date-words.ts'

/** A line that is not blank; its span excludes the white space around it. */
export type Line = Span & {
  readonly text: string
  /** Columns of indentation; a tab counts as four. */
  readonly indent: number
  /** Blank lines right before it. */
  readonly gap: number
  /** Whether a page begins at it: a form feed stands before it. */
  readonly opensPage: boolean
  /** The list mark (`•`, `-`, `3.`) or quote mark (`>`) before the span. */
  readonly mark: Span | null
  readonly markKind: 'bullet' | 'number' | 'quote' | null
  /** The character of an underline right below, as under a heading. */
  readonly underline: '=' | '-' | '~' | null
  /** HTML tags at either end, outside the span. */
  readonly tags: readonly Span[]
}

const bullet = /^[•‣▪▫◦●○·∙⁃*–-][ \t\u00a0]+(?=\S)/
const number = /^(?:\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)/
const quote = /^(?:> ?)+(?=\S|$)/

const underline = /^(?:={3,}|-{3,}|~{3,})$/

const columns = (white: string): number => [...white].reduce((sum, char) => sum + (char === '\t' ? 4 : 1), 0)

/** `- 3 -` is the number of a page. */
const dashedNumber = /^[-–—] ?\d{1,4} ?[-–—]$/

/** `4. März 2021`: the number is a day. */
const isDay = (text: string): boolean => {
  const [, word = ''] = /^\d{1,2}\.[ \t]+(\p{L}{3,10})\.?[ \t]+\d{4}(?!\d)/u.exec(text) ?? []
  return monthNumber(word) !== null
}

const markOf = (text: string): { readonly kind: Line['markKind']; readonly length: number } => {
  if (dashedNumber.test(text)) return { kind: null, length: 0 }
  const quoted = quote.exec(text)?.[0].length ?? 0
  if (quoted > 0) return { kind: 'quote', length: quoted }
  const bulleted = bullet.exec(text)?.[0].length ?? 0
  if (bulleted > 0) return { kind: 'bullet', length: bulleted }
  const numbered = isDay(text) ? 0 : (number.exec(text)?.[0].length ?? 0)
  return numbered > 0 ? { kind: 'number', length: numbered } : { kind: null, length: 0 }
}

const element =
  'a|abbr|article|aside|b|big|blockquote|body|br|center|cite|code|dd|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|img|li|main|nav|ol|p|pre|q|s|section|small|span|strong|sub|sup|table|tbody|td|th|thead|title|tr|tt|u|ul'
const openingTags = new RegExp(`^(?:</?(?:${element})(?:\\s[^<>]{0,300})?/?>\\s*)+`, 'i')
const closingTags = new RegExp(`(?:(?<!\\s)\\s*</?(?:${element})(?:\\s[^<>]{0,300})?/?>){1,20}$`, 'i')

/** Tags are looked for in so much of either end of a line. */
const maxTags = 1000

/** Where the words of a line begin and end between its tags. */
const betweenTags = (content: string): Span => {
  const whole = { start: 0, end: content.length }
  if (!content.includes('<')) return whole
  const start = content.startsWith('<') ? (openingTags.exec(content.slice(0, maxTags))?.[0].length ?? 0) : 0
  if (!content.endsWith('>') || start === content.length) return { start, end: content.length }
  const from = Math.max(start, content.length - maxTags)
  const tags = closingTags.exec(content.slice(from))?.[0].length ?? 0
  return { start, end: content.length - tags }
}

const hasWord = /[\p{L}\p{N}]/u

/**
 * @param text plain text
 * @returns its lines that have words, in order; others (a rule, a row of stars, a lone `>`, tags) count as blank
 */
export const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = []
  let gap = 0
  let from = 0
  let opensPage = false
  while (from <= text.length) {
    const newline = text.indexOf('\n', from)
    const to = newline === -1 ? text.length : newline
    const raw = text.slice(from, to)
    const content = raw.trim()
    const before = raw.length - raw.trimStart().length
    const start = from + before
    from = to + 1
    opensPage ||= raw.includes('\f')
    const words = betweenTags(content)
    const inner = words.end - words.start === content.length ? content : content.slice(words.start, words.end)
    if (!hasWord.test(inner)) {
      const previous = lines.at(-1)
      const rule = underline.test(content) ? (content.charAt(0) as '=' | '-' | '~') : null
      if (previous && gap === 0 && rule) lines[lines.length - 1] = { ...previous, underline: rule }
      gap += 1
      continue
    }
    const { kind, length } = markOf(inner)
    const first = start + words.start
    const last = start + words.end
    lines.push({
      start: first + length,
      end: last,
      text: inner.slice(length),
      indent: columns(raw.slice(0, before)),
      gap,
      opensPage,
      mark: length > 0 ? { start: first, end: first + inner.slice(0, length).trimEnd().length } : null,
      markKind: kind,
      underline: null,
      tags: [
        ...(words.start > 0 ? [{ start, end: start + content.slice(0, words.start).trimEnd().length }] : []),
        ...(last < start + content.length
          ? [{ start: last + content.slice(words.end).search(/\S/), end: start + content.length }]
          : []),
      ],
    })
    gap = 0
    opensPage = false
  }
  return lines
}

/** Whether a line ends a statement, or introduces the next. */
export const endsStatement = (line: Line): boolean => /[.!?…:]["'”’»)\]]*$/.test(line.text.slice(-8))

/** Whether a line can only go on with what stands before it: it begins with a small letter, or with a closing mark. */
export const opensSmall = ({ text }: Line): boolean => /^["'“‘(]?\p{Ll}/u.test(text) || opensWithStop(text)

/** `. “If a parent …` and `, said the mayor`: no line begins so by itself, though `...` and `.NET` may. */
export const opensWithStop = (text: string): boolean => /^(?:[.,;!?](?=\s|["'”’“‘»)]|$)|[”’»)][\s,.;])/.test(text)

/** Whether a range of numbers is divided: `1990-` / `2010`. */
export const dividesRange = (line: Line, next: Line): boolean =>
  /\d[-–]$/.test(line.text.slice(-2)) && /^\d/.test(next.text)

/** Whether a word is divided at the end of a line. */
export const endsInHyphen = ({ text }: Line): boolean => /\p{L}[-\u2010\u00ad]$/u.test(text.slice(-3))
