import { QuothError } from '../../../domain/error.ts'
import { msg, plural } from '../../../domain/message.ts'
import { openArchive } from '../archive.ts'
import type { Extraction, FormattedFile } from '../format.ts'
import { packageNamed } from '../package-named.ts'
import { textWriter } from '../text-writer.ts'
import { bookRecord } from './book-record.ts'
import { writeChapter } from './chapter.ts'
import { furnitureRule, linesOf } from './chapter-kind.ts'
import { chapterTree } from './chapter-tree.ts'
import { readNavigation } from './navigation.ts'
import { readPackage } from './package-file.ts'

const isChapter = /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document|application\/x-dtbook\+xml)$/i

/** In all chapters: more than any book has, and each takes time. */
const maxElements = 300_000

/**
 * Reads a book. Covers, title and copyright pages and tables of contents are no text of it.
 * @param file the file
 * @returns its chapters in reading order, and what the book states of itself
 * @throws QuothError `bad-document`, with the reason
 */
export const extract = async ({ bytes }: FormattedFile): Promise<Extraction> => {
  const archive = await openArchive(bytes)
  const book = await readPackage(archive)
  const { titles, landmarks } = await readNavigation(archive, book)
  const writer = textWriter()
  let missing = 0
  let left = maxElements
  for (const { part, mediaType, properties } of book.spine) {
    if (!isChapter.test(mediaType)) continue
    const chapter = await archive.bytesOf(part)
    if (chapter === null) {
      missing += 1
      continue
    }
    const { body, elements } = chapterTree(chapter, part)
    left -= elements
    if (left < 0)
      throw new QuothError('bad-document', msg`It has more than ${maxElements} elements. Split it into smaller files.`)
    const types = [...(landmarks.get(part) ?? []), ...(properties.includes('nav') ? ['toc'] : [])]
    const guide = book.guide.get(part)
    const rule = furnitureRule(body, { types: guide === undefined ? types : [...types, guide], part })
    if (rule === null) writeChapter(body, titles.get(part), writer)
    else for (const line of linesOf(body)) writer.furniture(line, rule)
  }
  if (missing > 0 && writer.written().blocks.length === 0)
    throw new QuothError('bad-document', msg`It is damaged: none of its chapters are there.`)
  const { record, language } = bookRecord(book.metadata)
  return {
    ...writer.written(),
    stated: record,
    language,
    warnings: missing === 0 ? [] : [plural(missing, msg`A chapter is missing.`, msg`${missing} chapters are missing.`)],
    reader: packageNamed('saxes'),
  }
}
