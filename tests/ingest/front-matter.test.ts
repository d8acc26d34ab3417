import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../src/domain/message.ts'
import { readFrontMatter } from '../../src/ingest/front-matter.ts'
import { expectGrowth } from '../support/growth.ts'

const record = (yaml: string) => readFrontMatter(yaml).record

describe('front matter', () => {
  it.each([
    ['date: 2014', '2014'],
    ['date: 2014-09', '2014-09'],
    ['date: 2014-09-23', '2014-09-23'],
    ['date: 2014-09-23T02:34:00+05:30', '2014-09-23'],
    ['date: September 2014', '2014-09'],
    ['date: "23 September 2014"', '2014-09-23'],
    ['date: 23/09/2014', '2014-09-23'],
  ])('states a date as precisely as %s says', (yaml, issued) => {
    expect(record(yaml).issued).toBe(issued)
  })

  it.each([
    'date: 11/03/2015',
    'date: last spring',
    'date: 2014-13',
    'date: 2014-02-31',
    'date: "0000"',
    'date: 0000-01',
  ])('refuses %s with a warning', (yaml) => {
    const { record, warnings } = readFrontMatter(yaml)
    expect(record.issued).toBeNull()
    expect(warnings).toHaveLength(1)
  })

  it('states nothing in a field that shows nothing, and no half of a surrogate pair', () => {
    const blank = '"\\u200b\\ufeff \\u2800"'
    const stated = record(
      `title: ${blank}\nheadline: The Harbour\nauthor: [${blank}, {family: ${blank}}]\npublisher: ${blank}`,
    )
    expect(stated).toMatchObject({ title: 'The Harbour', author: [], publisher: null })
    expect(record('title: "Half \\ud800"\npublisher: "\\udc00 Post"')).toMatchObject({
      title: 'Half \ufffd',
      publisher: '\ufffd Post',
    })
  })

  it('tells published from updated', () => {
    expect(record('published: 2014-09-23\nupdated: 2014-09-25')).toMatchObject({
      issued: '2014-09-23',
      issuedKind: 'published',
    })
    expect(record('updated: 2014-09-25')).toMatchObject({ issued: '2014-09-25', issuedKind: 'updated' })
  })

  it.each([
    ['author: Jane Doe', [{ family: 'Doe', given: 'Jane' }]],
    ['author: Doe, Jane', [{ family: 'Doe', given: 'Jane' }]],
    [
      'author: Jane Doe and Bo Day',
      [
        { family: 'Doe', given: 'Jane' },
        { family: 'Day', given: 'Bo' },
      ],
    ],
    [
      'authors:\n  - Jane Doe\n  - name: Bo Day',
      [
        { family: 'Doe', given: 'Jane' },
        { family: 'Day', given: 'Bo' },
      ],
    ],
    ['authors:\n  - family: Doe\n    given: Jane', [{ family: 'Doe', given: 'Jane' }]],
    ['author: Harbour Board', [{ literal: 'Harbour Board' }]],
    ['author: admin', []],
    ['author: 42', []],
  ])('reads %s', (yaml, author) => {
    expect(record(yaml).author).toEqual(author)
  })

  it('takes a source that is an address as the address, and any other as the publisher', () => {
    expect(record('source: https://example.org/a')).toMatchObject({ URL: 'https://example.org/a', publisher: null })
    expect(record('source: Coastal Courier')).toMatchObject({ URL: null, publisher: 'Coastal Courier' })
    expect(record('url: javascript:alert(1)').URL).toBeNull()
  })

  it('takes what is no mapping as nothing', () => {
    expect(record('just words').title).toBeNull()
    expect(record('- a\n- b').title).toBeNull()
  })

  it.each([
    ['a list that holds itself', 'author: &a [*a]'],
    ['an alias', 'title: &t Tides\nheadline: *t'],
    ['a key that stands twice', 'title: Tides\ntitle: Shores'],
    ['lists that nest without end', `author: ${'['.repeat(8000)}`],
  ])('with %s is left out with a warning', (_, yaml) => {
    const { record, warnings } = readFrontMatter(yaml)
    expect([record.title, record.author]).toEqual([null, []])
    expect(warnings.map(inEnglish)).toEqual(['The front matter is not valid YAML or uses aliases, so it was ignored.'])
  })

  it('looks for names in a list, and in no list inside it', () => {
    expect(record('author: [Jane Doe, [Bo Day, [Ann Lee]]]').author).toEqual([{ family: 'Doe', given: 'Jane' }])
  })

  it('leaves out a title that is as long as a chapter, and says so', () => {
    const { record, warnings } = readFrontMatter(`title: ${'tide '.repeat(300)}\npublisher: Aber Press`)
    expect([record.title, record.publisher]).toEqual([null, 'Aber Press'])
    expect(warnings.map(inEnglish)).toEqual([
      'The title in the front matter is longer than 1,000 characters, so it was ignored.',
    ])
  })

  it('is left out unread, with a warning, when it is as long as a document', () => {
    const { record, warnings } = readFrontMatter(`title: Tides\nnotes: ${'a'.repeat(20_000)}`)
    expect(record.title).toBeNull()
    expect(warnings.map(inEnglish)).toEqual(['The front matter is longer than 16,384 characters, so it was ignored.'])
  })

  it.each([
    ['separators after a name', (size: number) => `author: "${','.repeat(size)}x"`],
    ['blanks after a name', (size: number) => `author: "A${' ;'.repeat(size / 2)}x"`],
  ])('takes work that grows with its %s', async (_, yaml) => {
    await expectGrowth((size) => readFrontMatter(yaml(size)), { size: 2000, factor: 8, below: 30 })
  })
})
