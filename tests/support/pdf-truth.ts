import { expect } from 'vitest'
import { readable } from '../../src/domain/readable.ts'
import type { Source } from '../../src/domain/source.ts'
import { sourceId } from '../../src/domain/source.ts'
import { readAnyDocument } from '../../src/ingest/read-document.ts'

/**
 * @param bytes of a PDF
 * @returns its source, without recognising pictures
 */
export const pdfSource = (bytes: Uint8Array): Promise<Source> =>
  readAnyDocument({ id: sourceId('sample'), path: 'sample.pdf', bytes, ocr: false })

const level = (text: string): string => text.replace(/\s+/g, ' ').trim()

/**
 * @param source any
 * @returns its paragraphs as they are read: words that a line breaks are whole, and white space is levelled
 */
export const paragraphsOf = (source: Source): readonly string[] =>
  source.paragraphs.map(({ start, end }) => level(readable(source, { start, end })))

const tokensOf = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const token of texts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}

/** The harmonic mean of precision and recall of words. */
const tokenF1 = (found: readonly string[], truth: readonly string[]): number => {
  const [a, b] = [tokensOf(found), tokensOf(truth)]
  const sum = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((all, count) => all + count, 0)
  let shared = 0
  for (const [token, count] of a) shared += Math.min(count, b.get(token) ?? 0)
  return (2 * shared) / (sum(a) + sum(b))
}

/**
 * Expects that a file was read as it was meant: nearly all words, in the order of reading, and no paragraph that joins
 * or divides what was not.
 * @param source of the file
 * @param truth its paragraphs in the order of reading
 */
export const expectRead = (source: Source, truth: readonly string[]): void => {
  const found = paragraphsOf(source)
  expect(found).toEqual(truth.map(level))
  expect(tokenF1(found, truth)).toBeGreaterThanOrEqual(0.98)
}
