import { describe, expect, it } from 'vitest'
import { citationOf } from '../../src/citation/citation.ts'
import { formatInText } from '../../src/citation/in-text.ts'
import { quoteIdFor, resolveQuoteId } from '../../src/citation/quote-id.ts'
import type { BibliographicRecord } from '../../src/domain/bibliography.ts'
import { locatorShown, type ReferenceStyle } from '../../src/domain/citation.ts'
import type { Place, Source } from '../../src/domain/source.ts'
import { translatorFor } from '../../src/i18n/say.ts'
import { plainSource, spanOf } from '../support/plain-source.ts'

const text = 'One begins. It goes on.\n\nTwo stands here.\n\nThree follows. It is\nlong.\n\nFour ends.'

/** A source in which a place begins at each of some words. */
const placed = (label: Place['label'], begins: { readonly [words: string]: number }, ocr?: number): Source => {
  const source = plainSource({ text })
  const places = Object.entries(begins).map(([words, value]) => ({
    start: spanOf(source, words).start,
    label,
    value,
    ...(ocr === undefined ? {} : { ocr }),
  }))
  return { ...source, places }
}

const lineFor = (source: Source, words: string): string =>
  citationOf(source, spanOf(source, words)).text.split(', ').slice(1).join(', ')

describe('a citation of a source with pages', () => {
  const source = placed('page', { One: 1, Two: 2, 'It is': 3 })

  it.each([
    ['One begins.', 'p. 1, ¶ 1'],
    ['Two stands here.', 'p. 2, ¶ 1'],
    ['Three follows.', 'p. 2, ¶ 2'],
    ['Three follows. It is\nlong.', 'pp. 2–3, ¶ 2'],
    ['It is\nlong.', 'p. 3'],
    ['Four ends.', 'p. 3, ¶ 1'],
  ])('names the page of “%s” and the paragraph on it', (words, expected) => {
    expect(lineFor(source, words)).toBe(expected)
  })

  it('keeps the paragraph of the whole source as its locator', () => {
    const { locator } = citationOf(source, spanOf(source, 'Four ends.'))
    expect(locator).toMatchObject({ value: '4', place: { label: 'page', value: '3', paragraph: '1' } })
  })

  it('is said in the reader’s language', () => {
    const { locator } = citationOf(source, spanOf(source, 'Two stands here.'))
    expect(translatorFor('de').of(locatorShown(locator))).toBe('S. 2, ¶ 1')
  })

  it('says how sure the least sure page is that was read from a picture', () => {
    const scan = placed('page', { One: 1, Two: 2 }, 91)
    const mixed = { ...scan, places: scan.places.map((place, at) => (at === 0 ? place : { ...place, ocr: 78 })) }
    expect(lineFor(scan, 'Two stands here.')).toBe('p. 2, ¶ 1 (read by OCR, 91 % sure)')
    expect(lineFor(mixed, 'It goes on.\n\nTwo stands here.')).toBe('pp. 1–2, ¶ 1 (read by OCR, 78 % sure)')
  })
})

describe('a citation of a source with times or rows', () => {
  it.each([
    [0, '0:00'],
    [65_900, '1:05'],
    [3_723_000, '1:02:03'],
  ])('names %s ms as %s', (milliseconds, expected) => {
    expect(lineFor(placed('timestamp', { One: milliseconds }), 'Two stands here.')).toBe(expected)
  })

  it('names the rows', () => {
    const source = placed('row', { One: 2, Two: 3, Three: 4 })
    expect(lineFor(source, 'Two stands here.')).toBe('row 3')
    expect(lineFor(source, 'One begins. It goes on.\n\nTwo stands here.')).toBe('rows 2–3')
  })
})

const berg = { author: [{ family: 'Berg', given: 'Anna' }], issued: '1987-02-26' } as const
const inText = (
  style: ReferenceStyle,
  record: Partial<BibliographicRecord>,
  places: readonly Place[] = [],
): string | null => {
  const source = {
    ...plainSource({ id: 'winter', text, record: { title: 'how ice forms in the old harbour', ...record } }),
    places,
  }
  return formatInText(citationOf(source, spanOf(source, 'Two stands here.')), source, style)
}
const onPage: readonly Place[] = [{ start: 0, label: 'page', value: 3 }]
const atTime: readonly Place[] = [{ start: 0, label: 'timestamp', value: 65_000 }]

describe('the citation for a text', () => {
  it.each([
    ['apa', onPage, '(Berg, 1987, p. 3)'],
    ['apa', [], '(Berg, 1987, para. 2)'],
    ['apa', atTime, '(Berg, 1987, 1:05)'],
    ['mla', onPage, '(Berg 3)'],
    ['mla', [], '(Berg, par. 2)'],
    ['chicago', onPage, '(Berg 1987, 3)'],
    ['chicago', [], '(Berg 1987, para. 2)'],
    ['bibtex', onPage, '\\parencite[p.~3]{berg1987forms}'],
    ['csl-json', onPage, '{"id":"winter","locator":"3","label":"page"}'],
    ['ris', onPage, null],
    ['plain', onPage, null],
  ] as const)('in %s', (style, places, expected) => {
    expect(inText(style, berg, places)).toBe(expected)
  })

  it.each([
    ['apa', '(“How Ice Forms in the,” n.d., p. 3)'],
    ['mla', '(“How Ice Forms in the” 3)'],
    ['chicago', '(“How Ice Forms in the,” n.d., 3)'],
  ] as const)('in %s begins with the title where no author is known', (style, expected) => {
    expect(inText(style, {}, onPage)).toBe(expected)
  })

  it.each([
    [2, '(A & B, 1987, p. 3)'],
    [3, '(A et al., 1987, p. 3)'],
  ])('names %s authors', (count, expected) => {
    const author = ['A', 'B', 'C'].slice(0, count).map((family) => ({ family }))
    expect(inText('apa', { author, issued: '1987' }, onPage)).toBe(expected)
  })
})

describe('the id of a quote from a file that a reader of formats read', () => {
  const read = (before: string): Source => {
    const source = plainSource({ text: `${before}${text}` })
    // The version is that of the file, which does not change with what is read of it.
    return { ...source, version: 'fyke00000000', origin: { ...source.origin, reader: 'reader 1.0.0' } }
  }
  const quoted = read('')
  const id = quoteIdFor(quoted, spanOf(quoted, 'Two stands here.'))

  it('still names its words when a later version of the reader finds more text before them', () => {
    const later = read('A caption that was missed. Two stand.\n\n')
    const { span } = resolveQuoteId(id, [later])
    expect(later.text.slice(span.start, span.end)).toBe('Two stands here.')
  })

  it('fails when the words are gone', () => {
    const changed = { ...quoted, text: quoted.text.replace('Two stands', 'Two stood.') }
    expect(() => resolveQuoteId(id, [changed])).toThrow(/No source has this quote/)
  })

  it('means the nearest place where the words stand twice', () => {
    const twice = read(`${text}\n\n`)
    const { span } = resolveQuoteId(id, [twice])
    expect(span.start).toBe(spanOf(quoted, 'Two stands here.').start)
  })
})
