import { OutOfTime, within } from '../concurrency/time-limit.ts'
import type { BibliographicRecord } from '../domain/bibliography.ts'
import { msg } from '../domain/message.ts'
import type { Run } from '../domain/source.ts'
import type { Block } from './block.ts'
import { findFrontMatter, readFrontMatter } from './front-matter.ts'
import { withHost } from './host.ts'
import { interpret } from './interpret.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { isPathological } from './markdown-guard.ts'
import { readText } from './read-text.ts'
import { emptyRecord, type Reading } from './reading.ts'
import { titleDate } from './title-date.ts'

const unparsed = msg`Its Markdown takes too long to parse or is nested too deeply, so it was read as plain text.`

/**
 * The parser's time limit, in milliseconds: many times what real Markdown takes, since the machine may be busy. The
 * guard cannot know every text that takes quadratic time.
 */
const parseLimit = (text: string): number => 5000 + text.length / 50

const parse = (text: string): readonly Block[] | null => {
  if (isPathological(text)) return null
  try {
    return within(parseLimit(text), () => markdownBlocks(text))
  } catch (error) {
    if (error instanceof RangeError || error instanceof OutOfTime) return null
    throw error
  }
}

/** Front matter overrides what the text says. The date and its kind go together. */
const merged = (stated: BibliographicRecord, printed: BibliographicRecord): BibliographicRecord => ({
  title: stated.title ?? printed.title,
  author: stated.author.length > 0 ? stated.author : printed.author,
  publisher: stated.publisher ?? printed.publisher,
  issued: stated.issued ?? printed.issued,
  issuedKind: stated.issued === null ? printed.issuedKind : stated.issuedKind,
  URL: stated.URL ?? printed.URL,
  ...(stated.publication === undefined ? {} : { publication: stated.publication }),
})

/** The date in the title of front matter, where nothing else states one. */
const withTitleDate = (record: BibliographicRecord): BibliographicRecord =>
  record.issued === null && record.title !== null ? { ...record, issued: titleDate(record.title) } : record

/**
 * Reads Markdown with front matter; as plain text if it would stall the Markdown parser. Front matter is removed first,
 * so that it never becomes text.
 * @param text the canonical text
 * @returns its runs, paragraphs and record
 */
export const readMarkdown = (text: string): Reading => {
  const frontMatter = findFrontMatter(text)
  const stated = frontMatter
    ? readFrontMatter(frontMatter.matter, frontMatter.format)
    : { record: emptyRecord, language: null, warnings: [] }
  // Blanks in its place keep every offset.
  const rest = frontMatter ? ' '.repeat(frontMatter.end) + text.slice(frontMatter.end) : text
  const blocks = parse(rest)
  const { title } = stated.record
  const reading = blocks ? { ...interpret(rest, blocks, title), warnings: [] } : readText(rest, title)
  const fence: readonly Run[] = frontMatter
    ? [{ start: frontMatter.start, end: frontMatter.end, kind: 'markup', rule: 'front-matter' }]
    : []
  return {
    ...reading,
    runs: [...fence, ...reading.runs],
    record: withHost(withTitleDate(merged(stated.record, reading.record))),
    language: stated.language,
    warnings: [...stated.warnings, ...(blocks ? [] : [unparsed]), ...reading.warnings],
  }
}
