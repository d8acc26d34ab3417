import { describe, expect, it } from 'vitest'
import { leftOut, paragraphsOf, prose, read, readMarkdown } from './support/read.ts'

const body = `\n\n${prose[0]}\n\n${prose[1]}\n`
const title = 'Harbour Trust opens new pier'

describe('what stands above a title', () => {
  it.each([
    ['FOR IMMEDIATE RELEASE', 'release'],
    ['Pressemitteilung Nr. 12/2021', 'release'],
    ['COMMUNIQUÉ DE PRESSE', 'release'],
    ['NOTA DE PRENSA', 'release'],
    ['Contact: Dana Pruitt, 555-0101', 'contact'],
    ['dana@example.org', 'contact'],
    ['March 3, 2021 Contact: Dana Pruitt', 'contact'],
    ['Home / News / Europe', 'navigation'],
    ['You are here: Home > News', 'navigation'],
  ])('is no title: %s', (line, rule) => {
    const source = read(`${line}\n\n${title}${body}`)
    expect(source.record.title).toBe(title)
    expect(leftOut(source)).toEqual([`${rule}: ${line}`])
    expect(paragraphsOf(source)).toEqual(prose)
  })

  it.each([
    ['THE ABER GAZETTE\nTuesday, March 2, 2021', 'THE ABER GAZETTE'],
    [`The Aber Gazette${' '.repeat(20)}Tuesday, March 2, 2021`, 'The Aber Gazette'],
    ['https://www.abernews.example.org/2021/bridge', 'abernews.example.org'],
  ])('names the publisher: %s', (lines, publisher) => {
    expect(read(`${lines}\n${title}${body}`).record).toMatchObject({ title, publisher })
  })

  it('is a headline where no other follows, though it ends as papers are called', () => {
    expect(read(`Why the Harbour Has No News\nHow a paper was lost${body}`).record.title).toBe(
      'Why the Harbour Has No News',
    )
  })

  it('is no host that leads to the pages of others', () => {
    expect(readMarkdown(`---\ntitle: A\nurl: https://doi.org/10.1/x\n---\n${body}`).record.publisher).toBeNull()
  })
})

describe('a title', () => {
  it.each([
    ['<title> - KEEP ROADS OPEN, part 2</title>\n<body><pre>', 'KEEP ROADS OPEN, part 2'],
    ['<html><head><title>The new pier</title></head>', 'The new pier'],
  ])('stands in the tag of a page: %s', (line, expected) => {
    expect(read(`${line}${body}`).record.title).toBe(expected)
  })

  it('of a page that names its site is the one below', () => {
    const source = read(`<title>${title} | The Aber Gazette</title>\n<h1>${title}</h1>${body}`)
    expect(source.record).toMatchObject({ title, publisher: 'The Aber Gazette' })
  })

  it.each([
    ['The Project Gutenberg EBook of Tales of a Well, by A. Roe', 'Tales of a Well', 'Roe'],
    ['Project Gutenberg’s The Well at Night, by Anna Stone', 'The Well at Night', 'Stone'],
  ])('stands between the words of a typed book: %s', (line, expected, family) => {
    const { record } = read(`${line}${body}`)
    expect(record).toMatchObject({ title: expected, publisher: 'Project Gutenberg' })
    expect(record.author).toMatchObject([{ family }])
  })

  it('is stated above the mark at which a typed book starts, and what is around the marks is no text', () => {
    const book = 'EBOOK TALES OF A WELL ***'
    const source = read(
      `A notice on the use of this file.\n\nTitle: Tales of a Well\n\nAuthor: A. Roe\n\nRelease Date: March 3, 2004\n\n*** START OF THIS PROJECT GUTENBERG ${book}${body}\n*** END OF THIS PROJECT GUTENBERG ${book}\n\nMore on the use of this file, which is long.\n`,
    )
    expect(source.record).toMatchObject({ title: 'Tales of a Well', issued: '2004-03-03' })
    expect(paragraphsOf(source)).toEqual(prose)
  })
})

describe('what stands around the text of an edition', () => {
  it('is left out before and behind it, and nothing in between', () => {
    const book = 'EBOOK THE SALT ROAD ***\n\n'
    const source = read(
      `The Project Gutenberg EBook of The Salt Road, by Edith Marlow\n\n*** START OF THE PROJECT GUTENBERG ${book}${prose[0]}\n\n${prose[1]}\n\n*** END OF THE PROJECT GUTENBERG ${book}Updated editions will follow.\n`,
    )
    expect(paragraphsOf(source)).toEqual(prose)
    expect(leftOut(source)).toHaveLength(2)
    for (const [at, run] of source.runs.entries())
      expect(run.start).toBeGreaterThanOrEqual(source.runs[at - 1]?.end ?? 0)
  })
})

describe('a field below the title', () => {
  it.each([['Anwesend: Anna Groß, Bert Lund'], ['Present: Anna Lind, Bo Day']])('is text: %s', (field) => {
    const source = read(`Minutes of the Harbour Trust\n\n${field}\n\n${prose[0]}\n\n${prose[1]}\n`)
    expect(source.record.title).toBe('Minutes of the Harbour Trust')
    expect(paragraphsOf(source)).toEqual([field, ...prose])
  })
})

describe('a list of reviews', () => {
  it.each([
    ['lines', (name: string, price: string) => `${name}\nBy Jane Roe\nHarbour Press, ${price}`],
    ['one line', (name: string, price: string) => `${name} by Jane Roe. 312 pages. Harbour Press. ${price}`],
  ])('begins with no header: each book in %s', (_, book) => {
    const text = `${book('Water and Stone', '$24.95')}\n\n${prose[0]}\n\n${book('Second Winter', '$19.95')}\n\n${prose[1]}\n`
    expect(read(text).record).toMatchObject({ title: null, author: [] })
    expect(read(text).text.slice(0, 15)).toBe(paragraphsOf(read(text))[0]?.slice(0, 15))
    expect(read(`New books this spring\n4 March 2021\n\n${text}`).record).toMatchObject({
      title: 'New books this spring',
      author: [],
      issued: '2021-03-04',
    })
  })
})
