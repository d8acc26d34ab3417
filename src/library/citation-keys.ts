import { hash } from 'node:crypto'
import { citedAs } from '../domain/works.ts'

/** Hashes of 48 bits of `citedAs`: of all that a citation says of a source, and of author and year. */
export type CitationKeys = readonly [work: number, authorDate: number]

const keyOf = (text: string): number => hash('sha1', text, 'buffer').readUIntBE(0, 6)

/**
 * @param source any source, or its card
 * @returns its keys, which sources share that may be taken for one another
 */
export const citationKeys = (source: Parameters<typeof citedAs>[0]): CitationKeys => {
  const { work, 'author-date': authorDate } = citedAs(source)
  return [keyOf(work), keyOf(authorDate)]
}
