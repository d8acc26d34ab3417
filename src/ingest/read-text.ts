import type { Run } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { type Block, blocksOf } from './blocks.ts'
import { boilerplateRule } from './boilerplate.ts'
import { isCaption } from './caption.ts'
import { readDateline } from './dateline.ts'
import { readHeader } from './header.ts'
import { isHeading } from './headings.ts'
import { readTurns, type Turn } from './interview.ts'
import { linesOf } from './lines.ts'
import { findLinkLists } from './link-lists.ts'
import { isProse } from './prose.ts'
import type { ParagraphDraft, Reading } from './reading.ts'
import { strayMarks } from './stray-marks.ts'

const roleOf = (block: Block, turn: Turn | undefined): ParagraphDraft['role'] => {
  if (turn?.isQuestion) return 'question'
  if (block.markKind === 'quote') return 'block-quote'
  return block.markKind === null ? 'prose' : 'list-item'
}

const lineMarks = (block: Block): readonly Span[] =>
  block.lines.flatMap((line) => (line.mark ? [{ start: line.mark.start, end: line.mark.end }] : []))

const run = (kind: Run['kind'], { start, end }: Span, rule?: string): Run => ({
  kind,
  start,
  end,
  ...(rule ? { rule } : {}),
})

/** Marks the blocks below the header that are not the document's own, by block. */
const boilerplateOf = (blocks: readonly Block[], first: number): ReadonlyMap<Block, string> => {
  const rules = new Map<Block, string>()
  if (!blocks.some((block) => isProse(block.text))) return rules
  for (const block of blocks.slice(first)) {
    const rule = boilerplateRule(block.text) ?? (isCaption(block.text) ? 'photo-credit' : null)
    if (rule) rules.set(block, rule)
  }
  for (const { from, to, rule } of findLinkLists(blocks, first))
    for (const block of blocks.slice(from, to)) rules.set(block, rules.get(block) ?? rule)
  return rules
}

/** Reads plain text: header, paragraphs in their roles, and what is not the document's own. */
export const readText = (text: string): Reading => {
  const { lines, separators } = linesOf(text)
  const blocks = blocksOf(lines)
  const header = readHeader(blocks)
  const boilerplate = boilerplateOf(blocks, header.blocks)
  const own = blocks.slice(header.blocks).filter((block) => !boilerplate.has(block))
  const headings = new Set(own.filter((_, index) => isHeading(own, index)))
  const body = own.filter((block) => !headings.has(block))
  const turns = readTurns(body)

  const runs: Run[] = [...header.runs, ...separators.map((span) => run('markup', span, 'separator'))]
  for (const block of blocks.slice(0, header.blocks)) runs.push(...lineMarks(block).map((span) => run('markup', span)))
  for (const [block, rule] of boilerplate)
    runs.push(run('boilerplate', block, rule), ...lineMarks(block).map((span) => run('markup', span)))

  const paragraphs: ParagraphDraft[] = []
  let section: readonly string[] = []
  let question: Span | null = null
  let dateline = header.dateline
  for (const block of own) {
    if (headings.has(block)) {
      runs.push(run('heading', block), ...lineMarks(block).map((span) => run('markup', span)))
      section = [block.text]
      question = null
      continue
    }
    const turn = turns?.[body.indexOf(block)]
    let { start } = block
    const opening = block === body[0] ? readDateline(block.text) : null
    if (opening) {
      runs.push(run('dateline', { start, end: start + opening.length }))
      dateline = opening.place ?? dateline
      start += opening.length
    }
    const marks: Span[] = [...lineMarks(block)]
    if (turn && turn.labelLength > 0) marks.push({ start, end: start + turn.labelLength })
    for (const line of block.lines)
      marks.push(
        ...strayMarks(line.text).map((mark) => ({ start: mark.start + line.start, end: mark.end + line.start })),
      )
    const role = roleOf(block, turn)
    paragraphs.push({
      start: Math.min(start, marks[0]?.start ?? start),
      end: block.end,
      section,
      role,
      speaker: turn?.speaker ?? null,
      answers: role === 'question' ? null : question,
      marks: marks.sort((a, b) => a.start - b.start),
      inlineMarks: [],
    })
    if (role === 'question') question = { start, end: block.end }
  }
  return { runs, paragraphs, record: header.record, dateline, warnings: [] }
}
