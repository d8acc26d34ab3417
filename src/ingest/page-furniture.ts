import { pageMark, templateOf } from '../language/page-words.ts'
import { isProse, wordCount } from './line-kinds.ts'
import { endsInHyphen, endsStatement, type Line, opensSmall } from './lines.ts'

/** Longer lines are text, whatever is repeated. */
const longest = 160
/** Lines between two heads: fewer have no page in between. */
const minPage = 6
/** Lines of one head or foot, at most. */
const maxHead = 4
/** Characters of a line of running text, at least: the cells of a table are shorter. */
const minProse = 30
/** Lines of a page that has not many pictures. */
const usualPage = 18
/** Occurrences by which a line is told to be repeated on pages. */
const minPages = 3
/** The share of the occurrences that must stand in the middle of a sentence, or at the edge of a page. */
const minEvidence = 1 / 3

type Candidate = {
  readonly at: number
  readonly text: string
  readonly words: string
  readonly numbers: readonly number[]
  readonly mark: ReturnType<typeof pageMark>
}

/** A head has few words, or most of them have a capital. */
const fewWords = 6
const sentenceInside = /\p{Ll}{3}[.!?]\s+["'“‘(]?\p{Lu}/u

/** The share of a line's words that begin with a capital; short words count if they do. */
const capitals = (text: string): number => {
  const words = text.match(/(?<!\p{L})(?:\p{Lu}|\p{L}{4})\p{L}*/gu) ?? []
  return words.length === 0 ? 1 : words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length
}

/** Counts the spaces of a text, up to `most`: faster than its words. */
const spacesIn = (text: string, most: number): number => {
  let count = 0
  for (let at = text.indexOf(' '); at !== -1 && count < most; at = text.indexOf(' ', at + 1)) count += 1
  return count
}

/** A line that could be on every page: short, and no part of a sentence. */
const mayRepeat = ({ text, markKind, end, start }: Line): boolean => {
  if (end - start > longest || markKind === 'bullet' || markKind === 'quote') return false
  if (spacesIn(text, fewWords) < fewWords) return true
  const words = wordCount(text)
  if (words <= fewWords) return true
  return !(/^\p{Ll}/u.test(text) || sentenceInside.test(text) || (endsWithStop(text) && words > 8)) && isTitled(text)
}

/** Whether a line is written as a title is, or its parts stand apart. */
const isTitled = (text: string): boolean => capitals(text) >= 1 / 2 || / {3}|\t|[|·•–—]/.test(text)

const endsWithStop = (text: string): boolean => /[.!?…]["'”’»)\]]*$/.test(text.slice(-8))

const bareNumber = /^\d{1,4}$/
const dashed = /^[-–—]/

const median = (sorted: readonly number[]): number => sorted[sorted.length >> 1] ?? 0

const grouped = <K, T>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

const distances = (group: readonly Candidate[]): readonly number[] =>
  group.slice(1).map(({ at }, i) => at - (group[i] as Candidate).at)

/** Whether one of the numbers rises from each to the next, as pages do: seldom by more than a few. */
const counts = (group: readonly Candidate[]): boolean => {
  const slots = group[0]?.numbers.length ?? 0
  for (let slot = 0; slot < slots; slot += 1) {
    const steps = group.slice(1).map(({ numbers }, i) => (numbers[slot] ?? 0) - (group[i]?.numbers[slot] ?? 0))
    if (steps.every((step) => step > 0) && median([...steps].sort((a, b) => a - b)) <= 3) return true
  }
  return false
}

/** Whether they come one after the other at like distances, as pages do and chapters do not. */
const isRegular = (group: readonly Candidate[]): boolean => {
  const apart = [...distances(group)].sort((a, b) => a - b)
  const middle = median(apart)
  const alike = apart.filter((distance) => Math.abs(distance - middle) <= middle * 0.5).length
  return middle >= usualPage && alike >= apart.length * 0.6
}

const areAlike = (group: readonly Candidate[]): boolean =>
  group.every(({ numbers }) => numbers.every((value, slot) => value === group[0]?.numbers[slot]))

/**
 * Finds the heads and feet of pages and their numbers, wherever they stand.
 * @param lines of a text
 * @returns them, with the rule that found each
 */
export const pageFurniture = (lines: readonly Line[]): ReadonlyMap<Line, string> => {
  const found = new Set<number>()
  const candidates = lines.flatMap((line, at): readonly Candidate[] =>
    mayRepeat(line) ? [{ at, text: line.text, ...templateOf(line.text), mark: pageMark(line.text) }] : [],
  )
  const repeated = grouped(candidates, ({ words }) => words)
  /** Whether a line may be furniture: it is repeated, or names its page. */
  const isSuspect = (at: number): boolean => found.has(at) || suspects.has(at)
  const suspects = new Set(
    candidates.flatMap(({ at, words, mark }) => (mark || (repeated.get(words)?.length ?? 0) > 1 ? [at] : [])),
  )
  const pages = lines.filter(({ opensPage }) => opensPage).length
  const besides = (at: number, step: 1 | -1): Line | undefined => {
    for (let i = at + step, n = 0; n < maxHead; i += step, n += 1) if (!isSuspect(i)) return lines[i]
    return undefined
  }
  /** Whether the line stands in the middle of a sentence. */
  const interrupts = (at: number, least = 0): boolean => {
    const [before, after] = [besides(at, -1), besides(at, 1)]
    if (!before || !after || before.text.length < least || after.text.length < least) return false
    if (after.markKind !== null || !opensSmall(after)) return false
    return endsInHyphen(before) || !endsStatement(before)
  }
  /** Whether the line before is the beginning of a sentence; what follows may be the notes of the page. */
  const breaksOff = (at: number): boolean => {
    const before = besides(at, -1)
    return before !== undefined && before.markKind === null && before.text.length >= minProse && !endsStatement(before)
  }
  /** Whether a page ends or begins here. */
  const isAtEdge = (at: number): boolean => [at - 1, at, at + 1, at + 2].some((i) => lines[i]?.opensPage === true)
  const standsApart = (at: number): boolean => {
    const [line, next] = [lines[at], lines[at + 1]]
    return line !== undefined && at > 0 && line.gap > 0 && (next === undefined || next.gap > 0)
  }
  const accept = (group: readonly Candidate[]): void => {
    for (const { at } of group) found.add(at)
  }

  for (const { at, text, mark } of candidates) {
    const isNumbered = bareNumber.test(text) || (wordCount(text) > 2 && edgeNumber(text) !== null && isTitled(text))
    if (isNumbered && standsApart(at) && interrupts(at, minProse)) found.add(at)
    if (!mark) continue
    if (mark.isApart && mark.isNamed) found.add(at)
    // `- 4 -` between two blank lines
    else if (mark.isWhole && dashed.test(text) && standsApart(at)) found.add(at)
    else if ((mark.isApart || (mark.of !== null && isTitled(text))) && interrupts(at)) found.add(at)
  }
  for (const group of repeated.values()) {
    const marked = group.filter(({ mark }) => mark?.isApart)
    const apart = median([...distances(group)].sort((a, b) => a - b)) >= minPage
    if (marked.length === group.length && group.length > 1 && apart && counts(group)) accept(group)
    if (group.length < minPages || !apart || !counts(group)) continue
    // Chapters begin on pages of their own, but not on every page.
    const onPages = group.length >= pages * minEvidence
    const evident = group.filter(({ at }) => interrupts(at) || (onPages && isAtEdge(at)))
    const isPaged = isRegular(group) && group.filter(({ at }) => breaksOff(at)).length >= group.length * minEvidence
    if (isPaged || evident.length >= group.length * minEvidence) accept(group)
  }
  // What stands alone between pages that are known, or counts on from them: heads that change with the chapter.
  const numbered = candidates.filter(({ numbers }) => numbers.length > 0)
  for (let i = 0; i < numbered.length; i += 1) {
    const each = numbered[i] as Candidate
    if (found.has(each.at) || !isHead(lines[each.at] as Line) || !interrupts(each.at)) continue
    const near = [...numbered.slice(Math.max(0, i - 30), i), ...numbered.slice(i + 1, i + 31)]
    const goesOn = near.some(
      (other) =>
        isHead(lines[other.at] as Line) &&
        (found.has(other.at) || interrupts(other.at)) &&
        Math.abs(other.at - each.at) >= minPage &&
        countsOn(each, other),
    )
    if (goesOn) found.add(each.at)
  }
  // Last the lines without a number, which may stand beside one.
  const known = new Set(found)
  const isBeside = (at: number): boolean => known.has(at - 1) || known.has(at + 1)
  const firstProse = lines.findIndex(({ text }) => isProse(text) || (text.length >= minProse && capitals(text) < 1 / 2))
  for (const group of repeated.values()) {
    if (group.length < minPages && !group.some(({ at }) => isBeside(at))) continue
    if (group.length < 2 || !areAlike(group)) continue
    if (median([...distances(group)].sort((a, b) => a - b)) < minPage) continue
    const evident = group.filter(
      ({ at }) => interrupts(at, minProse) || isBeside(at) || (lines[at]?.opensPage ?? false),
    )
    // A sentence is text, as `See footnotes at end of table.` below each one, unless it stands inside others.
    const least = group.some(({ text }) => endsWithStop(text)) ? 1 : minEvidence
    // The first is the title of the text, if it stands above it.
    if (evident.length >= group.length * least) accept(group.filter(({ at }) => at > firstProse))
  }
  // Numbers at the edge of lines beside those count pages, if they rise from each to the next.
  const edges = numbered.flatMap(({ at, text }) => {
    const edge = [at - 1, at, at + 1].some((near) => found.has(near)) ? edgeNumber(text) : null
    return edge === null ? [] : [{ at, edge }]
  })
  for (const [i, { at, edge }] of edges.entries()) {
    const near = [edges[i - 1], edges[i + 1]]
    if (near.some((other) => other && (other.edge - edge) * (other.at - at) > 0 && Math.abs(other.edge - edge) <= 2))
      found.add(at)
  }
  for (const group of repeated.values()) {
    const first = group.find(({ at }) => found.has(at))
    const edge = first && edgeNumber(first.text)
    if (!first || typeof edge !== 'number') continue
    for (const { at, text } of group) {
      const step = (edgeNumber(text) ?? edge) - edge
      if (step * (at - first.at) > 0 && Math.abs(step) <= group.length) found.add(at)
    }
  }
  return new Map([...found].sort((a, b) => a - b).map((at) => [lines[at] as Line, ruleOf(lines[at] as Line)]))
}

/** `12  The Title`, `The Title  13`, `13`: a number at either end, and not much else. */
const isHead = ({ text }: Line): boolean =>
  !/[.,;:?!]/.test(text) &&
  /^(?:\d{1,4}|[ivxlc]{1,7})(?:$|\s)|(?:^|\s)(?:\d{1,4}|[ivxlc]{1,7})$/.test(text) &&
  wordCount(text) <= 10

/** Whether a number of one head follows a number of another, as the lines between them go. */
const countsOn = (a: Candidate, b: Candidate): boolean => {
  const step = Math.sign(b.at - a.at)
  return a.numbers.some((x) => b.numbers.some((y) => (y - x) * step > 0 && (y - x) * step <= 3))
}

/** A number at the start of a line, or at its end apart from the rest. */
const edgeNumber = (text: string): number | null => {
  const match = /^(\d{1,4})\s{2,}\S|\s{2,}(\d{1,4})$/.exec(text.length > longest ? '' : text)
  return match ? Number(match[1] ?? match[2]) : null
}

const ruleOf = ({ text }: Line): string =>
  pageMark(text)?.isWhole || /^(?:[\p{P}\s\d|]|[ivxlc])+$/iu.test(text) ? 'page-number' : 'page-head'
