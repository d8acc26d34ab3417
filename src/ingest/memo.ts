import type { CslName } from '../domain/bibliography.ts'
import { addressedTo, headerLabels } from '../language/english/labels.ts'
import type { Block } from './block.ts'
import type { Part } from './header-part.ts'
import { readMetadata } from './metadata.ts'
import { isOrganisation } from './names.ts'

/** The head of a memorandum stands in so many blocks at most, with so many others between its lines. */
const most = { blocks: 12, between: 1 }

const labelOf = ({ text }: Block): string | undefined =>
  addressedTo.test(text) ? 'mail' : headerLabels.get(/^(\p{L}+):\s/u.exec(text)?.[1]?.toLowerCase() ?? '')

/**
 * Finds the head of a memorandum: what it is about, and below or above it whom it is from or for. Its lines may be set
 * as headings are.
 * @param blocks of a document
 * @returns its lines
 */
export const memoLines = (blocks: readonly Block[]): ReadonlySet<Block> => {
  const lines = blocks.slice(0, most.blocks).flatMap((block, at) => {
    const label = labelOf(block)
    return label === 'mail' || label === 'title' || label === 'author' ? [{ block, at, label }] : []
  })
  const about = lines.findIndex(({ block }) => /^(?:subject|re):/i.test(block.text))
  const isNear = (at: number): boolean =>
    Math.abs((lines[at]?.at ?? Number.NaN) - (lines[about]?.at ?? Number.NaN)) <= most.between + 1
  if (about < 0 || ![about - 1, about + 1].some((at) => isNear(at) && lines[at]?.label !== 'title')) return new Set()
  return new Set(lines.map(({ block }) => block))
}

const isKnown = (name: CslName): boolean => !('literal' in name) || isOrganisation(name.literal)

/**
 * @param block a line of the head of a memorandum
 * @returns what it states; names only where they surely are names, since scans are misread
 */
export const memoPart = (block: Block): Part => {
  const metadata = readMetadata(block.text)
  if (metadata === null)
    return {
      kind: 'metadata',
      metadata: { kind: 'other', record: {}, valueStart: 0, valueEnd: block.text.length },
    }
  const { author } = metadata.record
  return {
    kind: 'metadata',
    metadata:
      author === undefined ? metadata : { ...metadata, record: { ...metadata.record, author: author.filter(isKnown) } },
  }
}
