import { describe, expect, it } from 'vitest'
import { citationOf } from '../../src/citation/citation.ts'
import { resolveQuoteId } from '../../src/citation/quote-id.ts'
import { plainSource, spanOf } from '../support/plain-source.ts'

const text = 'The harbour froze in March.\n\nShips waited outside.\n\nIt thawed in May.'
const full = plainSource({
  text,
  record: {
    title: 'A Hard Winter',
    author: [{ family: 'Berg', given: 'Anna' }, { literal: 'Coast Guard' }],
    publisher: 'The Harbour Post',
    issued: '1987-02-26',
    issuedKind: 'published',
    URL: 'https://example.org/winter',
  },
})
const lineOf = (source: typeof full, words = 'Ships waited') => citationOf(source, spanOf(source, words)).text

describe('citationOf', () => {
  it('carries the record, and the paragraph that holds the span', () => {
    const span = spanOf(full, 'Ships waited')
    const citation = citationOf(full, span)
    const { issuedKind: _, ...stated } = full.record
    expect(citation).toMatchObject({ ...stated, source: 'plain', titleShown: 'A Hard Winter' })
    expect(citation.locator).toEqual({ label: 'paragraph', value: '2', section: [] })
    expect(resolveQuoteId(citation.id, [full]).span).toEqual(span)
  })

  it('writes a line for a reader', () => {
    expect(lineOf(full)).toBe('Anna Berg and Coast Guard, “A Hard Winter”, The Harbour Post, 26 February 1987, ¶ 2')
  })

  it('says that a date is an update', () => {
    const updated = plainSource({ text, record: { ...full.record, issuedKind: 'updated' } })
    expect(lineOf(updated)).toContain(', updated 26 February 1987, ')
  })

  it.each([
    ['1987-02', 'February 1987'],
    ['1987', '1987'],
  ])('writes %s as precise as it is', (issued, shown) => {
    expect(lineOf(plainSource({ text, record: { publisher: 'Post', issued } }))).toContain(`, Post, ${shown}, ¶`)
  })

  it('skips what is not known and puts opening words in brackets', () => {
    expect(lineOf(plainSource({ text }))).toBe('[The harbour froze in March. Ships …], ¶ 2')
  })

  it('names the first of many authors', () => {
    const author = ['Ash', 'Berg', 'Cole', 'Dunn'].map((family) => ({ family }))
    expect(lineOf(plainSource({ text, record: { title: 'T', author } }))).toBe('Ash et al., “T”, ¶ 2')
    expect(lineOf(plainSource({ text, record: { title: 'T', author: author.slice(1) } }))).toMatch(
      /^Berg, Cole and Dunn,/,
    )
  })

  it('names headings and the speaker', () => {
    const talk = plainSource({
      text,
      record: { title: 'Talk' },
      paragraph: () => ({ section: ['Winter', 'Ships'], speaker: 'Anna Berg' }),
    })
    expect(lineOf(talk)).toBe('“Talk”, § Winter › Ships, ¶ 2 (Anna Berg speaking)')
    expect(citationOf(talk, spanOf(talk, 'Ships')).speaker).toBe('Anna Berg')
  })

  it('has one sign before a section that is numbered with it', () => {
    const rules = plainSource({ text, record: { title: 'Rules' }, paragraph: () => ({ section: ['§ 2 Fees'] }) })
    expect(lineOf(rules)).toBe('“Rules”, § 2 Fees, ¶ 2')
  })

  it('gives a range for a quote over two paragraphs', () => {
    const citation = citationOf(full, { start: 5, end: spanOf(full, 'outside').end })
    expect(citation.locator.value).toBe('1-2')
    expect(citation.text).toMatch(/, ¶¶ 1–2$/)
  })

  it('stays one line that nothing reverses, and shortens an endless title in the line alone', () => {
    const title = `Ice\u202E\u0007\u001b[31m\n${'word '.repeat(2000)}`
    const hostile = plainSource({ text, record: { title, publisher: 'Po\u2028st\u200B' } })
    const line = lineOf(hostile)
    expect(line).not.toMatch(/[\p{Cc}\u2028\u202E\u200B]/u)
    expect(line.length).toBeLessThan(250)
    expect(line).toContain('Po st')
    expect(citationOf(hostile, spanOf(hostile, 'Ships')).title).toBe(title)
  })

  it('refuses a span outside every paragraph, which is a bug', () => {
    expect(() => citationOf(full, { start: 27, end: 29 })).toThrow(RangeError)
  })
})
