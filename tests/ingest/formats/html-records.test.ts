import { describe, expect, it } from 'vitest'
import { nameShown } from '../../../src/domain/bibliography.ts'
import { sourceId } from '../../../src/domain/source.ts'
import { readAnyDocument } from '../../../src/ingest/read-document.ts'
import { webPages } from './support/web-pages.ts'

const read = (html: string) => readAnyDocument({ id: sourceId('page'), path: 'page.html', bytes: Buffer.from(html) })

describe('the record of a web page', () => {
  it.each(webPages)('is that of $name', async ({ html, title, author, issued, publisher }) => {
    const { record, text } = await read(html)
    expect({ title: record.title, author: record.author.map(nameShown), issued: record.issued }).toEqual({
      title,
      author,
      issued,
    })
    if (publisher !== undefined) expect(record.publisher).toBe(publisher)
    expect(text).toMatch(/harbour board decided on Monday|Gemeinderat hat am Montag beschlossen/)
  })
})
