import type { BibliographicRecord } from '../domain/bibliography.ts'
import { editionMark } from '../language/release-words.ts'
import type { Block } from './block.ts'
import { statedDates } from './dates.ts'
import { readMetadata } from './metadata.ts'

/** What a text has around it that the makers of its file wrote, and what that states. */
export type Edition = {
  /** The first block of the text, and the first one behind it. */
  readonly from: number
  readonly to: number
  readonly record: Partial<BibliographicRecord>
}

/**
 * Finds the text between `*** START OF THIS … ***` and `*** END OF THIS … ***`.
 * @param blocks of a document
 * @returns where it stands; null without such marks
 */
export const editionIn = (blocks: readonly Block[]): Edition | null => {
  const isEdge = ({ text }: Block, edge: string): boolean =>
    text.length < 300 && editionMark.exec(text)?.groups?.['edge']?.toLowerCase() === edge
  const start = blocks.findIndex((block) => isEdge(block, 'start'))
  const end = blocks.findIndex((block, at) => at > start && isEdge(block, 'end'))
  const [from, to] = [start + 1, end === -1 ? blocks.length : end]
  if (start === -1 || from >= to) return null
  const lines = blocks.slice(0, start).map(({ text }) => text)
  const stated = lines.flatMap((line) => readMetadata(line)?.record ?? [])
  const released = lines.flatMap((line) => statedDates(line)).find(({ kind }) => kind === 'published')
  const record: Partial<BibliographicRecord> = Object.assign({}, ...stated)
  return {
    from,
    to,
    record: { ...record, ...(released ? { issued: released.iso, issuedKind: released.kind } : {}) },
  }
}
