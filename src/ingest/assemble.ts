import { inlineMark } from '../domain/readable.ts'
import type { Paragraph, Run } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { sentencesIn } from '../language/sentences.ts'
import { hyphenRuns } from './broken-words.ts'
import type { ParagraphDraft, Reading } from './reading.ts'

const isWhite = (text: string, at: number): boolean => /\s/.test(text.charAt(at))

/**
 * @param text the canonical text
 * @param whole a part of it
 * @param holes in order, without overlaps
 * @returns what is left of `whole` between the holes, without white space at the edges
 */
export const without = (text: string, whole: Span, holes: readonly Span[]): readonly Span[] => {
  const parts: Span[] = []
  const keep = (from: number, to: number): void => {
    let [start, end] = [from, to]
    while (start < end && isWhite(text, start)) start += 1
    while (end > start && isWhite(text, end - 1)) end -= 1
    if (start < end) parts.push({ start, end })
  }
  let cursor = whole.start
  for (const hole of holes) {
    keep(cursor, hole.start)
    cursor = hole.end
  }
  keep(cursor, whole.end)
  return parts
}

const byStart = (a: Span, b: Span): number => a.start - b.start

/** The paragraph's text with marks replaced by spaces, which keeps offsets. */
const plainText = (text: string, draft: Span, marks: readonly Span[]): string => {
  const parts: string[] = []
  let cursor = draft.start
  for (const mark of marks) {
    parts.push(text.slice(cursor, mark.start), ' '.repeat(mark.end - mark.start))
    cursor = mark.end
  }
  parts.push(text.slice(cursor, draft.end))
  return parts.join('')
}

/** Extends sentences over the inline marks that touch them: `**Bold.**` keeps both pairs of stars. */
const withInlineMarks = (sentences: readonly Span[], inlineMarks: readonly Span[]): readonly Span[] => {
  let next = 0
  return sentences.map((sentence, index) => {
    let { start, end } = sentence
    const limit = sentences[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const ahead: Span[] = []
    for (let mark = inlineMarks[next]; mark && mark.start < limit; mark = inlineMarks[next]) {
      if (mark.end <= start) ahead.push(mark)
      else if (mark.start > end) break
      else end = Math.max(end, mark.end)
      next += 1
    }
    for (const mark of ahead.reverse()) if (mark.end === start) start = mark.start
    return { start, end }
  })
}

const hiddenIn = ({ marks, inlineMarks }: ParagraphDraft): readonly Span[] => [...marks, ...inlineMarks].sort(byStart)

/**
 * The Markdown of a paragraph that a reader does not see. A bar between the cells of a table stays, and what starts at
 * one of `known` is a run already.
 */
const unshown = (text: string, { marks, inlineMarks }: ParagraphDraft, known: ReadonlySet<number>): readonly Run[] =>
  [...inlineMarks, ...marks.filter(({ start }) => text.charAt(start) === '>')]
    .filter(({ start, end }) => !known.has(start) && !/^\|+$/.test(text.slice(start, end)))
    .map((span): Run => ({ ...span, kind: 'markup', rule: inlineMark }))

const sentencesOf = (plain: string, draft: ParagraphDraft, language: string | null): readonly Span[] => {
  const found = sentencesIn(plain.replace(/\s/g, ' '), language).map(({ start, end }) => ({
    start: start + draft.start,
    end: end + draft.start,
  }))
  return withInlineMarks(found, draft.inlineMarks)
}

/**
 * @param text the canonical text
 * @param reading its runs and paragraph drafts
 * @param language its tag, by whose rules sentences end
 * @returns paragraphs with numbers and sentences, and all runs in order; what no reader claimed is markup
 */
export const assemble = (
  text: string,
  reading: Pick<Reading, 'runs' | 'paragraphs'>,
  language: string | null = null,
): { readonly paragraphs: readonly Paragraph[]; readonly runs: readonly Run[] } => {
  const paragraphs: Paragraph[] = []
  const claimed: Run[] = [...reading.runs]
  const known = new Set(reading.runs.map(({ start }) => start))
  const questions = new Map<number, Span>()
  const drafts = reading.paragraphs.map((draft) => ({
    draft,
    start: draft.start,
    plain: plainText(text, draft, hiddenIn(draft)),
  }))
  const hyphens = hyphenRuns(
    text,
    drafts.filter(({ draft }) => draft.role !== 'code'),
    language,
  )
  let nextHyphen = 0
  claimed.push(...hyphens)
  for (const { draft, plain } of drafts) {
    const sentences = sentencesOf(plain, draft, language)
    const [first, last] = [sentences[0], sentences.at(-1)]
    if (!first || !last) continue
    const hidden: Span[] = [...hiddenIn(draft)]
    for (let run = hyphens[nextHyphen]; run && run.start < draft.end; run = hyphens[nextHyphen]) {
      hidden.push(run)
      nextHyphen += 1
    }
    for (const span of without(text, draft, hidden.sort(byStart))) claimed.push({ ...span, kind: 'body' })
    for (const run of unshown(text, draft, known)) claimed.push(run)
    const whole = { start: first.start, end: last.end }
    if (draft.role === 'question') questions.set(draft.start, whole)
    paragraphs.push({
      ...whole,
      number: paragraphs.length + 1,
      section: draft.section,
      role: draft.role,
      speaker: draft.speaker,
      answers: draft.answers && (questions.get(draft.answers.start) ?? draft.answers),
      sentences,
    })
  }
  claimed.sort(byStart)
  const rest = without(text, { start: 0, end: text.length }, claimed).map((span): Run => ({ ...span, kind: 'markup' }))
  return { paragraphs, runs: [...claimed, ...rest].sort(byStart) }
}
