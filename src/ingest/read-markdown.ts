import { OutOfTime, within } from '../concurrency/time-limit.ts'
import type { BibliographicRecord } from '../domain/bibliography.ts'
import { msg } from '../domain/message.ts'
import type { Run } from '../domain/source.ts'
import type { Block } from './block.ts'
import { findFrontMatter, readFrontMatter } from './front-matter.ts'
import { interpret } from './interpret.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { isPathological } from './markdown-guard.ts'
import { emptyRecord, type Reading } from './reading.ts'
import { textBlocks } from './text-blocks.ts'

const unparsed = msg`Its Markdown takes too long to parse or is nested too deeply, so it was read as plain text.`

/**
 * What the parser may take, in milliseconds: many times what people's Markdown takes it, since the machine may be busy. Nobody
 * knows each text that takes it quadratic time.
 */
const longestParse = (text: string): number => 5000 + text.length / 50

const parse = (text: string): readonly Block[] | null => {
  if (isPathological(text)) return null
  try {
    return within(longestParse(text), () => markdownBlocks(text))
  } catch (error) {
    if (error instanceof RangeError || error instanceof OutOfTime) return null
    throw error
  }
}

/** What front matter states stands; what it leaves out is as the text says. The date and its kind go together. */
const merged = (stated: BibliographicRecord, printed: BibliographicRecord): BibliographicRecord => ({
  title: stated.title ?? printed.title,
  author: stated.author.length > 0 ? stated.author : printed.author,
  publisher: stated.publisher ?? printed.publisher,
  issued: stated.issued ?? printed.issued,
  issuedKind: stated.issued === null ? printed.issuedKind : stated.issuedKind,
  URL: stated.URL ?? printed.URL,
})

/**
 * Reads Markdown with its front matter; what the Markdown parser could not bear is read as plain text. Front matter is cut
 * off first, so that it never becomes text, whatever follows it.
 */
export const readMarkdown = (text: string): Reading => {
  const frontMatter = findFrontMatter(text)
  const stated = frontMatter ? readFrontMatter(frontMatter.yaml) : { record: emptyRecord, warnings: [] }
  // Blanks in its place keep every offset.
  const rest = frontMatter ? ' '.repeat(frontMatter.end) + text.slice(frontMatter.end) : text
  const blocks = parse(rest)
  const reading = interpret(blocks ?? textBlocks(rest), stated.record.title)
  const fence: readonly Run[] = frontMatter
    ? [{ start: frontMatter.start, end: frontMatter.end, kind: 'markup', rule: 'front-matter' }]
    : []
  return {
    ...reading,
    runs: [...fence, ...reading.runs],
    record: merged(stated.record, reading.record),
    warnings: blocks ? stated.warnings : [...stated.warnings, unparsed],
  }
}
