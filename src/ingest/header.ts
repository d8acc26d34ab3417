import type { BibliographicRecord } from '../domain/bibliography.ts'
import type { Run } from '../domain/source.ts'
import { contentsHeading } from '../language/contents-words.ts'
import { introducesWriter } from '../language/english/byline-words.ts'
import { type Block, sourceSpan } from './block.ts'
import { isRole } from './byline.ts'
import type { NumberOrder, StatedDate } from './dates.ts'
import { bareByline, repeats, standsAboveDate } from './header-lines.ts'
import { coverDate, orderIn, sameWords, siteOf, withPaperName, withPlaceAndDate } from './header-neighbours.ts'
import { mayBeTitle, minTitleWords, type Part, type Read, readPart } from './header-part.ts'
import { isCapitals } from './headings.ts'
import { isHeadline, isProse, looksLikeMenu, wordCount } from './line-kinds.ts'
import { type MemoHead, memoHead, memoPart } from './memo.ts'
import { isPersonName } from './names.ts'
import { namesBelowTitle } from './names-below-title.ts'
import { emptyRecord } from './reading.ts'
import { firstOfRecords } from './records.ts'
import type { SectionMark } from './section-marks.ts'
import { unlabelledQuestions } from './speech/unlabelled.ts'
import { titleDate } from './title-date.ts'

/** What is above the body. */
export type Header = {
  /** How many blocks it takes. */
  readonly blocks: number
  /** Blocks of it further down: bylines and dates below the summary points of a wire story. */
  readonly below: ReadonlySet<Block>
  readonly runs: readonly Run[]
  readonly record: BibliographicRecord
  readonly dateline: string | null
}

/** The maximum length of a header; more short lines are a list. */
const maxBlocks = 16

/** A line of short entries above the headline is the site's menu, whatever its words. */
const aboveTitle: Part = { kind: 'boilerplate', rule: 'navigation' }

/** A writer's job on its own line below a byline. */
const readRole = (text: string): Part | null => {
  if (!isRole(text)) return null
  const runs: readonly Run[] = [{ start: 0, end: text.length, kind: 'byline', rule: 'role' }]
  return { kind: 'byline', byline: { author: [], publisher: null, place: null, dates: [], runs } }
}

/** A heading is the title if it is the first and the only one of its level, or repeats the known title. */
const isTitleHeading = (blocks: readonly Block[], at: number, knownTitle: string | null): boolean => {
  const heading = blocks[at]
  if (!heading || blocks.slice(0, at).some(({ kind }) => kind === 'heading')) return false
  if (contentsHeading.test(heading.text)) return false
  if (knownTitle !== null) return sameWords(heading.text, knownTitle)
  return (
    heading.depth === 1 || !blocks.slice(at + 1).some(({ kind, depth }) => kind === 'heading' && depth <= heading.depth)
  )
}

/** A first line that is a question is a headline, unless questions like it are answered below. */
const opensInterview = (blocks: readonly Block[]): boolean =>
  blocks[0] !== undefined && unlabelledQuestions(blocks).has(blocks[0])

/** Whether the text mentions `name`, except to introduce its writer at the end: `Jane Doe is a columnist`. */
const isMentioned = (name: string, body: readonly Block[]): boolean => {
  const words = name.split(/\s+/)
  const family = words.at(-1) ?? name
  return body.some(({ text }) => text.includes(family) && !introducesWriter.test(text.split(name)[1] ?? ''))
}

/**
 * A name alone between headline and body is the writer's, unless the text mentions it: then it is a tag or a topic.
 */
const withBareByline = (parts: readonly Read[], body: readonly Block[]): readonly Read[] => {
  const [headline, name] = parts.slice(-2)
  if (!headline || !name || name.part.kind !== 'candidate' || name.block.kind !== 'paragraph') return parts
  const below = headline.part.kind === 'candidate' && mayBeTitle(headline) && name.block.gap === 0
  if (!below || body[0]?.gap === 0 || !isPersonName(name.block.text) || isMentioned(name.block.text, body)) return parts
  return [...parts.slice(0, -1), { block: name.block, part: bareByline(name.block) ?? name.part }]
}

/** A short line between the title and the text is its first heading, if the body has others of its kind. */
const withoutFirstHeading = (blocks: readonly Block[], parts: readonly Read[]): readonly Read[] => {
  const last = parts.at(-1)
  const next = blocks[parts.length]
  const isBelow = parts.slice(0, -1).some(({ part }) => part.kind === 'heading' || part.kind === 'candidate')
  if (last?.part.kind !== 'candidate' || !isBelow || !next || next.gap === 0 || last.block.gap === 0) return parts
  const capitals = isCapitals(last.block.text)
  if (!capitals && wordCount(last.block.text) >= minTitleWords) return parts
  const isAlike = (block: Block, at: number): boolean =>
    block.gap > 0 &&
    block.kind === last.block.kind &&
    isCapitals(block.text) === capitals &&
    isHeadline(block.text) &&
    wordCount(block.text) <= wordCount(last.block.text) + 2 &&
    isProse(blocks[parts.length + at - 1]?.text ?? '') &&
    isProse(blocks[parts.length + at + 1]?.text ?? '')
  return blocks.slice(parts.length).some(isAlike) ? parts.slice(0, -1) : parts
}

/** What a document says as a whole about its lines above the body. */
type Context = {
  readonly knownTitle: string | null
  readonly marks: ReadonlyMap<Block, SectionMark>
  readonly order: NumberOrder | null
  readonly memo: MemoHead
  /** Whether a block belongs to a transcript or chat, which has no header below. */
  readonly isOfSpeech: (block: Block) => boolean
}

const readParts = (
  blocks: readonly Block[],
  { knownTitle, marks, order, memo, isOfSpeech }: Context,
): readonly Read[] => {
  const parts: Read[] = []
  let titled = false
  const end = Math.min(maxBlocks, firstOfRecords(blocks))
  for (const [at, block] of blocks.slice(0, end).entries()) {
    if (memo.lines.has(block)) {
      parts.push({ block, part: memoPart(block) })
      continue
    }
    if (isOfSpeech(block)) break
    const mark = marks.get(block)
    const isBelow = knownTitle !== null || parts.some(mayBeTitle)
    const opensSection =
      mark !== undefined && (isBelow || [...marks].some(([other, { kind }]) => other !== block && kind === mark.kind))
    if (opensSection && block.kind !== 'heading') break
    const afterByline = parts.at(-1)?.part.kind === 'byline'
    const menu = looksLikeMenu(block.text) && !parts.some(mayBeTitle)
    const site = parts.some(mayBeTitle) ? null : siteOf(block, blocks[at + 1])
    const names = titled && parts.at(-1)?.part.kind !== 'byline' ? namesBelowTitle(blocks, at) : null
    const part = menu
      ? aboveTitle
      : (names ?? site ?? ((afterByline && readRole(block.text)) || readPart(block, isBelow, order)))
    // A format need not say that the line which repeats the title is a heading.
    if (part?.kind === 'candidate' && knownTitle !== null && !titled && sameWords(block.text, knownTitle)) {
      parts.push({ block, part: { kind: 'heading' } })
      titled = true
      continue
    }
    const goesOn = titled && part?.kind === 'candidate' && standsAboveDate(blocks, at, order)
    if (!part || (part.kind === 'candidate' && (titled || knownTitle !== null) && !goesOn)) break
    if (part.kind === 'heading' && titled && namesBelowTitle(blocks, at + 1) !== null) {
      parts.push({ block, part: { kind: 'candidate' } })
      continue
    }
    if (part.kind === 'heading') {
      if (!isTitleHeading(blocks, at, knownTitle)) break
      titled = true
    }
    parts.push({ block, part: (goesOn && bareByline(block)) || part })
  }
  if (parts.length === 1 && parts[0]?.part.kind === 'candidate' && opensInterview(blocks)) return []
  const own = withoutFirstHeading(blocks, parts)
  return withPaperName(withPlaceAndDate(withBareByline(own, blocks.slice(own.length)), order))
}

/**
 * Bylines and dates below the summary points of a wire story, which are between its headline and its text. A list
 * without a labelled byline below it is body text.
 */
const readBelowPoints = (
  blocks: readonly Block[],
  above: readonly Read[],
  order: NumberOrder | null,
): readonly Read[] => {
  const points = blocks.slice(above.length, maxBlocks).findIndex(({ kind }) => kind !== 'list-item')
  if (points < 1 || !above.some(mayBeTitle)) return []
  const below: Read[] = []
  for (const block of blocks.slice(above.length + points, maxBlocks)) {
    const part = block.kind === 'paragraph' ? readPart(block, true, order) : null
    if (part?.kind !== 'byline' && part?.kind !== 'date') break
    below.push({ block, part })
  }
  const closes = above.length + points + below.length === blocks.length
  return !closes && below.some(({ part }) => part.kind === 'byline') ? below : []
}

/**
 * The title: what a memorandum is about, else a heading, else a labelled line, else a candidate that repeats the likely title, else the first candidate
 * of three words or more, else the first.
 */
const chooseTitle = (parts: readonly Read[], likelyTitle: string | null, memo: MemoHead): Block | null => {
  const blocksOf = (wanted: (part: Part) => boolean): readonly Block[] =>
    parts.filter(({ part }) => wanted(part)).map(({ block }) => block)
  const candidates = blocksOf(({ kind }) => kind === 'candidate')
  return (
    memo.about ??
    blocksOf(({ kind }) => kind === 'heading')[0] ??
    blocksOf((part) => part.kind === 'metadata' && part.metadata.kind === 'title')[0] ??
    (likelyTitle === null ? undefined : candidates.find(({ text }) => repeats(text, likelyTitle))) ??
    candidates.find((block) => wordCount(block.text) >= minTitleWords) ??
    candidates[0] ??
    null
  )
}

const issuedOf = (dates: readonly StatedDate[]): Pick<BibliographicRecord, 'issued' | 'issuedKind'> => {
  const date = dates.find(({ kind }) => kind === 'published') ?? dates.find(({ kind }) => kind === null) ?? dates[0]
  return { issued: date?.iso ?? null, issuedKind: date?.kind ?? null }
}

const runsOf = ({ block, part }: Read, title: Block | null): readonly Run[] => {
  const whole = (kind: Run['kind'], rule: string): Run => ({ start: block.start, end: block.end, kind, rule })
  switch (part.kind) {
    case 'byline':
      return part.byline.runs.map((run) => ({ ...run, ...sourceSpan(block, run.start, run.end) }))
    case 'masthead':
      return part.masthead.runs.map((run) => ({ ...run, ...sourceSpan(block, run.start, run.end) }))
    case 'date':
      return [whole('date', 'date')]
    case 'boilerplate':
      return [whole('boilerplate', part.rule)]
    case 'heading':
      return [block === title ? whole('title', 'title') : whole('heading', 'deck')]
    case 'metadata': {
      const { kind, valueStart, valueEnd } = part.metadata
      if (kind === 'title' && block === title)
        return [{ ...sourceSpan(block, valueStart, valueEnd), kind: 'title', rule: 'label' }]
      return [kind === 'other' ? whole('boilerplate', 'mail-header') : whole('byline', 'label')]
    }
    case 'candidate':
      if (block === title) return [whole('title', 'title')]
      return [wordCount(block.text) < minTitleWords ? whole('boilerplate', 'section-label') : whole('heading', 'deck')]
  }
}

const recordOf = (parts: readonly Read[], title: Block | null): BibliographicRecord => {
  const bylines = parts.flatMap(({ part }) => (part.kind === 'byline' ? [part.byline] : []))
  const stated = parts.flatMap(({ part }) => (part.kind === 'metadata' ? [part.metadata.record] : []))
  const dates = parts.flatMap(({ part }) => {
    if (part.kind === 'date') return part.dates
    if (part.kind === 'masthead') return part.masthead.dates
    if (part.kind === 'boilerplate') return part.dates ?? []
    return part.kind === 'byline' ? part.byline.dates : []
  })
  const labelled = parts.find(({ block }) => block === title)?.part
  const author = [...stated.flatMap((record) => record.author ?? []), ...bylines.flatMap((byline) => byline.author)]
  return {
    ...emptyRecord,
    ...issuedOf(dates),
    title: (labelled?.kind === 'metadata' ? labelled.metadata.record.title : title?.text) ?? null,
    author: author.filter(
      (name, at) => author.findIndex((other) => JSON.stringify(other) === JSON.stringify(name)) === at,
    ),
    publisher:
      stated.find(({ publisher }) => publisher)?.publisher ??
      bylines.find(({ publisher }) => publisher)?.publisher ??
      parts.flatMap(({ part }) => (part.kind === 'masthead' ? (part.masthead.publisher ?? []) : []))[0] ??
      null,
    URL: stated.find(({ URL }) => URL)?.URL ?? null,
  }
}

/**
 * Reads what is above the first body paragraph: title, byline, dates, boilerplate. A text without a body below, such as
 * a bare list, has no header.
 * @param blocks of the document
 * @param knownTitle the title in front matter, or null
 * @param marks of its sections: a chapter is no header
 * @param isOfSpeech whether a block belongs to a transcript or chat, which has no header below
 * @param likelyTitle what may be the title, if a line says so too; null if nothing is known
 * @returns the header
 */
export const readHeader = (
  blocks: readonly Block[],
  knownTitle: string | null,
  marks: ReadonlyMap<Block, SectionMark>,
  isOfSpeech: (block: Block) => boolean,
  likelyTitle: string | null = null,
): Header => {
  const order = orderIn(blocks)
  const memo = memoHead(blocks)
  const above = readParts(blocks, { knownTitle, marks, order, memo, isOfSpeech })
  if (above.length === blocks.length)
    return { blocks: 0, below: new Set(), runs: [], record: emptyRecord, dateline: null }
  const below = readBelowPoints(blocks, above, order)
  const parts = [...above, ...below]
  const title = chooseTitle(parts, likelyTitle, memo)
  const place = parts.flatMap(({ part }) =>
    part.kind === 'byline' && part.byline.place !== null ? [part.byline.place] : [],
  )
  const stated = recordOf(parts, title)
  const cover = stated.issued === null ? coverDate(blocks, order) : null
  const issued = stated.issued ?? (stated.title === null ? null : titleDate(stated.title, order)) ?? cover?.iso ?? null
  return {
    blocks: above.length,
    below: new Set(below.map(({ block }) => block)),
    runs: parts.flatMap((read) => runsOf(read, title)),
    record: { ...stated, issued, issuedKind: stated.issuedKind ?? cover?.kind ?? null },
    dateline: place[0] ?? null,
  }
}
