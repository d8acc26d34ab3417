import type { BibliographicRecord } from '../domain/bibliography.ts'
import type { Run } from '../domain/source.ts'
import type { Block } from './blocks.ts'
import { boilerplateRule } from './boilerplate.ts'
import { type Byline, readByline } from './byline.ts'
import { isCaption } from './caption.ts'
import { besidesDates, type StatedDate, statedDates } from './dates.ts'
import { isHeadline, isProse, wordCount } from './prose.ts'
import { emptyRecord } from './reading.ts'
import { readSpeaker } from './speakers.ts'

/** What stands above the body, and how many blocks it takes. */
export type Header = {
  readonly blocks: number
  readonly runs: readonly Run[]
  readonly record: BibliographicRecord
  readonly dateline: string | null
}

/** No document has a longer one; beyond it, short lines are a list. */
const mostBlocks = 12

type Part =
  | { readonly kind: 'byline'; readonly byline: Byline }
  | { readonly kind: 'date'; readonly dates: readonly StatedDate[] }
  | { readonly kind: 'boilerplate'; readonly rule: string }
  | { readonly kind: 'candidate' }

const wholeRun = (block: Block, kind: Run['kind'], rule: string): Run => ({
  start: block.start,
  end: block.end,
  kind,
  rule,
})

/** What one block above the body is; null when the body starts with it. */
const readPart = (block: Block): Part | null => {
  const { text } = block
  if (block.markKind === 'quote') return null
  const rule = boilerplateRule(text)
  if (rule) return { kind: 'boilerplate', rule }
  const byline = block.lines.length === 1 ? readByline(text) : null
  if (byline) return { kind: 'byline', byline }
  const dates = statedDates(text)
  if (dates.length > 0 && besidesDates(text, dates) === '') return { kind: 'date', dates }
  if (isCaption(text)) return { kind: 'boilerplate', rule: 'photo-credit' }
  const opensBody = isProse(text) || !isHeadline(text) || block.markKind !== null || readSpeaker(text) !== null
  return opensBody ? null : { kind: 'candidate' }
}

/** Words that a headline has and a section label (`World News`, `Business`) has not. */
const leastTitleWords = 3

/** The title among what is left: the first of three words or more, else the first. A label or tag is shorter. */
const chooseTitle = (candidates: readonly Block[]): Block | null =>
  candidates.find((block) => wordCount(block.text) >= leastTitleWords) ?? candidates[0] ?? null

const issuedOf = (dates: readonly StatedDate[]): Pick<BibliographicRecord, 'issued' | 'issuedKind'> => {
  const date = dates.find(({ kind }) => kind === 'published') ?? dates.find(({ kind }) => kind === null) ?? dates[0]
  return { issued: date?.iso ?? null, issuedKind: date?.kind ?? null }
}

const runsOf = (block: Block, part: Part, title: Block | null): readonly Run[] => {
  switch (part.kind) {
    case 'byline':
      return part.byline.runs.map((run) => ({ ...run, start: run.start + block.start, end: run.end + block.start }))
    case 'date':
      return [wholeRun(block, 'date', 'date')]
    case 'boilerplate':
      return [wholeRun(block, 'boilerplate', part.rule)]
    case 'candidate':
      if (block === title) return [wholeRun(block, 'title', 'title')]
      return wordCount(block.text) < leastTitleWords
        ? [wholeRun(block, 'boilerplate', 'section-label')]
        : [wholeRun(block, 'heading', 'deck')]
  }
}

const noHeader: Header = { blocks: 0, runs: [], record: emptyRecord, dateline: null }

/**
 * Reads what stands above the first paragraph of prose: title, byline, dates, and what is not the document's own. A
 * text whose first blocks lead to no prose, such as a list, has no header.
 */
export const readHeader = (blocks: readonly Block[]): Header => {
  const parts: { readonly block: Block; readonly part: Part }[] = []
  for (const block of blocks.slice(0, mostBlocks)) {
    const part = readPart(block)
    if (!part) break
    parts.push({ block, part })
  }
  const body = blocks[parts.length]
  if (!body) return noHeader
  const candidates = parts.filter(({ part }) => part.kind === 'candidate').map(({ block }) => block)
  const title = chooseTitle(candidates)
  const bylines = parts.flatMap(({ part }) => (part.kind === 'byline' ? [part.byline] : []))
  const dates = parts.flatMap(({ part }) => {
    if (part.kind === 'date') return part.dates
    return part.kind === 'byline' ? part.byline.dates : []
  })
  return {
    blocks: parts.length,
    runs: parts.flatMap(({ block, part }) => runsOf(block, part, title)),
    record: {
      ...emptyRecord,
      ...issuedOf(dates),
      title: title?.text ?? null,
      author: bylines.flatMap(({ author }) => author),
      publisher: bylines.find(({ publisher }) => publisher !== null)?.publisher ?? null,
    },
    dateline: bylines.find(({ place }) => place !== null)?.place ?? null,
  }
}
