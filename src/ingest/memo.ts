import type { CslName } from '../domain/bibliography.ts'
import { addressedTo } from '../language/english/labels.ts'
import type { Block } from './block.ts'
import type { Part } from './header-part.ts'
import { readMetadata } from './metadata.ts'
import { isOrganisation } from './names.ts'

/** The head of a memorandum: its lines, and which of them says what it is about. */
export type MemoHead = { readonly lines: ReadonlySet<Block>; readonly about: Block | null }

/** It stands in so many blocks at most, and its lines, but for a date, below one another. */
const most = { blocks: 12, step: 2 }

const aboutLabel = /^(?:subject|re):\s+(?=\S)/i
const personLabel = /^(?:from|to|cc|through|via):\s+\S/i

/**
 * Finds the head of a memorandum: what it is about, and beside it whom it is from or for. Its lines may be set as
 * headings are.
 * @param blocks of a document
 * @returns its lines; none where there is no such head
 */
export const memoHead = (blocks: readonly Block[]): MemoHead => {
  const lines = blocks
    .slice(0, most.blocks)
    .map((block, at) => ({ block, at }))
    .filter(({ block: { text } }) => aboutLabel.test(text) || personLabel.test(text) || addressedTo.test(text))
  const at = lines.findIndex(({ block }) => aboutLabel.test(block.text))
  const about = lines[at]
  const beside = [lines[at - 1], lines[at + 1]].some(
    (line) => about !== undefined && line !== undefined && Math.abs(line.at - about.at) <= most.step,
  )
  if (about === undefined || !beside) return { lines: new Set(), about: null }
  return { lines: new Set(lines.map(({ block }) => block)), about: about.block }
}

const isKnown = (name: CslName): boolean => !('literal' in name) || isOrganisation(name.literal)

/**
 * @param block a line of the head of a memorandum
 * @returns what it states; of names only what surely is one, since scans are misread
 */
export const memoPart = ({ text }: Block): Part => {
  const valueStart = aboutLabel.exec(text)?.[0].length ?? 0
  if (valueStart > 0) {
    const record = { title: text.slice(valueStart) }
    return { kind: 'metadata', metadata: { kind: 'title', record, valueStart, valueEnd: text.length } }
  }
  const author = /^from:/i.test(text) ? readMetadata(text)?.record.author?.filter(isKnown) : undefined
  const metadata = { valueStart: 0, valueEnd: text.length }
  return author === undefined
    ? { kind: 'metadata', metadata: { ...metadata, kind: 'other', record: {} } }
    : { kind: 'metadata', metadata: { ...metadata, kind: 'byline', record: { author } } }
}
