import { contentsHeading, namesPart, pageLabel } from '../language/contents-words.ts'
import { isProse, wordCount } from './line-kinds.ts'
import type { Line } from './lines.ts'

const longest = 300

/** Dots, however they are set, that lead to what ends the line. */
const leader = /(?<![.…·_])(?:\.{4,}|…{2,}|·{4,}|_{6,}|(?:\. ){3,}\.?)[\s.…·]*([^\s.…·]\S{0,11})$/
/** Dots whose page got into the next line. */
const leaderAtEnd = /(?<![.…·_])(?:\.{8,}|…{4,}|(?:\. ){6,}\.?)$/
/** A wide gap that leads to the page. */
const gapBefore = /(?<!\s)(?:\s{3,}|\t\s*)(\S{1,6})$/
/** In a line under the heading of a table of contents, a space does. */
const spaceBefore = /\S\s+(\S{1,6})$/

const pageNumber = /^(?:[A-Za-z][-–.]?)?(\d{1,4})$|^[ivxlc]{1,7}$/
const currency = /[$€£¥]|\b(?:EUR|USD|GBP|CHF)\b/

/** The page to which a line leads; null if it leads to something else, undefined if to nothing. */
const pageOf = ({ text }: Line, pattern: RegExp): number | null | undefined => {
  if (text.length > longest) return undefined
  const written = pattern.exec(text)?.[1]
  if (written === undefined) return undefined
  const match = pageNumber.exec(written)
  return match === null || currency.test(text) ? null : Number(match[1] ?? 0)
}

/** A line of a table of contents; its page is null where that is in the next line. */
type Entry = { readonly at: number; readonly page: number | null }

/** Whether no number is smaller than the one before; Roman ones come first, and count as none. */
const rises = (entries: readonly Entry[]): boolean => {
  const pages = entries.flatMap(({ page }) => page ?? [])
  return pages.length > 0 && pages.every((page, at) => at === 0 || page >= (pages[at - 1] ?? 0))
}

const keyOf = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** Lines of an entry without its page, and labels of parts, between two entries. */
const maxBetween = 3
/** Entries that make a table of contents: with dots or a gap, and without either below its heading. */
const minEntries = { dots: 3, gap: 4, belowHeading: 2 }
/** Entries of a table of contents without a heading have so many words on average; what has a price has fewer. */
const minWords = 5

/** Entries near one another as groups. A line that leads to what is no page makes its group a list of something else. */
const groupsOf = (lines: readonly Line[], pattern: RegExp, maxApart: number): readonly Entry[][] => {
  const groups: Entry[][] = []
  const spoilt = new Set<Entry[]>()
  let last = -1
  for (const [at, line] of lines.entries()) {
    const page = pageOf(line, pattern)
    const isOpen = pattern === leader && page === undefined && leaderAtEnd.test(line.text.slice(-longest))
    if (page === undefined && !isOpen) continue
    const group = groups.at(-1)
    const joins = group !== undefined && at - last <= maxApart + 1
    const own = joins ? group : []
    if (!joins) groups.push(own)
    if (page === null) spoilt.add(own)
    else own.push({ at, page: page ?? null })
    last = at
  }
  return groups.filter((group) => group.length > 0 && !spoilt.has(group) && rises(group))
}

/** The words of an entry without its number and its page. */
const titleOf = ({ text }: Line, pattern: RegExp): string => keyOf(text.replace(pattern, '').replace(/^[\d.]+\s+/, ''))

/** The entries below the heading of a table of contents: lines that end in a page, or stand again as headings. */
const belowHeading = (
  lines: readonly Line[],
  heading: number,
  standing: ReadonlyMap<string, number>,
): readonly Entry[] => {
  const entries: Entry[] = []
  const seen = new Set<string>()
  let page = 0
  for (let at = heading + 1; at - (entries.at(-1)?.at ?? heading) <= maxBetween + 1; at += 1) {
    const line = lines[at]
    if (!line || isProse(line.text)) break
    const own = pageOf(line, spaceBefore) ?? undefined
    const again = (standing.get(keyOf(line.text)) ?? 0) > 1
    // What stands there for the second time opens its part.
    if (own === undefined && again && seen.has(keyOf(line.text))) break
    if (own === undefined ? !again : own < page) continue
    page = own ?? page
    seen.add(keyOf(line.text))
    entries.push({ at, page })
  }
  return entries.length >= minEntries.belowHeading ? entries : []
}

/** Where the heading of the lines from `first` on stands, if one tells that these are a table of contents. */
const headingAbove = (lines: readonly Line[], first: number, headings: ReadonlySet<number>): number | null => {
  let found: number | null = null
  for (let at = first - 1; at >= Math.max(0, first - 1 - maxBetween); at -= 1) {
    const { text } = lines[at] as Line
    if (headings.has(at) || (text.length <= 20 && pageLabel.test(text))) found = at
  }
  return found
}

/**
 * Finds tables of contents: lines that lead to a page, by dots or by a wide gap, each to no earlier one than the last.
 * Since a list of prices or of points may look the same, a heading must say so, or the entries by their words.
 * @param lines of a text
 * @returns their lines, with the heading
 */
export const contentsIn = (lines: readonly Line[]): ReadonlySet<Line> => {
  const found = new Set<Line>()
  const dotted = groupsOf(lines, leader, maxBetween)
  const gapped = groupsOf(lines, gapBefore, 0).filter(({ length }) => length >= minEntries.gap)
  const headings = new Set(
    lines.flatMap(({ text }, at) => (text.length <= 40 && contentsHeading.test(text) ? [at] : [])),
  )
  if (dotted.length === 0 && gapped.length === 0 && headings.size === 0) return found
  const standing = new Map<string, number>()
  for (const { text } of lines) {
    if (text.length > longest) continue
    const key = keyOf(text)
    standing.set(key, (standing.get(key) ?? 0) + 1)
  }
  const take = (entries: readonly Entry[]): void => {
    if (entries.length === 0) return
    const [first = 0, last = 0] = [entries[0]?.at, entries.at(-1)?.at]
    for (let at = headingAbove(lines, first, headings) ?? first; at <= last; at += 1) found.add(lines[at] as Line)
    const next = lines[last + 1]
    if (entries.at(-1)?.page === null && next && next.text.length <= 20 && /\d$/.test(next.text)) found.add(next)
  }
  const isPlain = ({ at }: Entry, i: number, all: readonly Entry[]): boolean =>
    i === 0 || lines.slice((all[i - 1]?.at ?? at) + 1, at).every(({ text }) => !isProse(text))
  /** How many titles stand again, each on a line of its own. */
  const standAgain = (group: readonly Entry[], pattern: RegExp): number =>
    group.filter(({ at }) => standing.has(titleOf(lines[at] as Line, pattern))).length
  const areParts = (group: readonly Entry[]): boolean => {
    const titles = group.map(({ at }) => (lines[at] as Line).text.replace(leader, ''))
    const words = titles.reduce((sum, title) => sum + wordCount(title), 0)
    const isMarked = group.some(({ at, page }) => page === 0 || (lines[at] as Line).markKind === 'number')
    return isMarked || words >= minWords * group.length || titles.some((title) => namesPart.test(title))
  }
  for (const group of dotted) {
    if (!group.every(isPlain)) continue
    const isIntroduced = headingAbove(lines, group[0]?.at ?? 0, headings) !== null
    const isEvident = group.length >= minEntries.dots && (areParts(group) || standAgain(group, leader) > 0)
    if (isIntroduced || isEvident) take(group)
  }
  for (const group of gapped) if (standAgain(group, gapBefore) * 2 >= group.length) take(group)
  for (const at of headings) if (!found.has(lines[at] as Line)) take(belowHeading(lines, at, standing))
  return found
}
