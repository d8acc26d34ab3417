import type { BibliographicRecord } from '../domain/bibliography.ts'
import type { Run } from '../domain/source.ts'
import { readFrontMatter } from './front-matter.ts'
import { interpret } from './interpret.ts'
import { type Markdown, markdownBlocks } from './markdown-blocks.ts'
import { isPathological } from './markdown-guard.ts'
import { readText } from './read-text.ts'
import { emptyRecord, type Reading } from './reading.ts'

const parse = (text: string): Markdown | null => {
  if (isPathological(text)) return null
  try {
    return markdownBlocks(text)
  } catch (error) {
    if (error instanceof RangeError) return null
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

/** Reads Markdown with its front matter; what the Markdown parser could not bear is read as plain text. */
export const readMarkdown = (text: string): Reading => {
  const markdown = parse(text)
  if (!markdown) {
    const warning = 'Its Markdown is too large or too deeply nested to be parsed, so it was read as plain text.'
    return { ...readText(text), warnings: [warning] }
  }
  const { blocks, frontMatter } = markdown
  const { record, warnings } = frontMatter ? readFrontMatter(frontMatter.yaml) : { record: emptyRecord, warnings: [] }
  const reading = interpret(blocks, record.title)
  const fence: readonly Run[] = frontMatter
    ? [{ start: frontMatter.start, end: frontMatter.end, kind: 'markup', rule: 'front-matter' }]
    : []
  return { ...reading, runs: [...fence, ...reading.runs], record: merged(record, reading.record), warnings }
}
