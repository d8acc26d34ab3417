import { describe, expect, it } from 'vitest'
import { citationOf } from '../../src/citation/citation.ts'
import { formatReference } from '../../src/citation/reference.ts'
import type { BibliographicRecord } from '../../src/domain/bibliography.ts'
import { type ReferenceStyle, referenceStyles } from '../../src/domain/citation.ts'
import { plainSource } from '../support/plain-source.ts'

const reference = (style: ReferenceStyle, record: Partial<BibliographicRecord>): string => {
  const source = plainSource({
    id: 'papers/winter',
    text: 'The harbour froze in March and stayed so. It thawed.',
    record,
  })
  return formatReference(citationOf(source, { start: 0, end: 11 }), source, style)
}

const news = {
  title: 'Cocoa export tax revenues rise',
  author: [{ family: 'Berg', given: 'Anna Maria' }],
  publisher: 'Harbour Post',
  issued: '1987-02-26',
  issuedKind: 'published',
} as const
const unsigned = { ...news, author: [] } as const
const page = {
  title: 'How ice forms: a primer',
  author: [{ literal: 'Coast Guard' }],
  publisher: 'Coast Guard',
  issued: '2014-09-23',
  issuedKind: 'updated',
  URL: 'https://example.org/ice_forms?a=1&b=2',
} as const
const yearOnly = { title: 'Annual Report', author: [{ literal: 'Port Authority, Ltd.' }], issued: '1999' } as const
const names = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ family: `F${at + 1}`, given: 'Jean-Paul' }))

describe('plain', () => {
  it('is the line for a reader, with its paragraph', () => {
    expect(reference('plain', news)).toBe(
      'Anna Maria Berg, “Cocoa export tax revenues rise”, Harbour Post, 26 February 1987, ¶ 1',
    )
  })
})

describe('APA', () => {
  it.each([
    ['a signed article', news, 'Berg, A. M. (1987, February 26). Cocoa export tax revenues rise. Harbour Post.'],
    ['an unsigned article', unsigned, 'Cocoa export tax revenues rise. (1987, February 26). Harbour Post.'],
    [
      'a page of a body that publishes itself',
      page,
      'Coast Guard. (2014, September 23). How ice forms: a primer. https://example.org/ice_forms?a=1&b=2',
    ],
    ['a year only', yearOnly, 'Port Authority, Ltd. (1999). Annual Report.'],
    ['a title only', { title: 'Who froze?' }, 'Who froze? (n.d.).'],
    ['nothing known', {}, '[Untitled document beginning “The harbour froze in March and …”]. (n.d.).'],
    ['two authors', { title: 'T', author: names(2) }, 'F1, J.-P., & F2, J.-P. (n.d.). T.'],
  ])('writes %s', (_, record, expected) => {
    expect(reference('apa', record)).toBe(expected)
  })

  it('gives the first 19 and the last of more than 20 authors', () => {
    expect(reference('apa', { title: 'T', author: names(22) })).toMatch(
      /F19, J\.-P\., \. \. \. F22, J\.-P\. \(n\.d\.\)/,
    )
  })
})

describe('MLA', () => {
  it.each([
    ['a signed article', news, 'Berg, Anna Maria. “Cocoa Export Tax Revenues Rise.” Harbour Post, 26 Feb. 1987.'],
    ['an unsigned article', unsigned, '“Cocoa Export Tax Revenues Rise.” Harbour Post, 26 Feb. 1987.'],
    [
      'a page of a body that publishes itself',
      page,
      '“How Ice Forms: A Primer.” Coast Guard, updated 23 Sept. 2014, https://example.org/ice_forms?a=1&b=2.',
    ],
    ['a year only', yearOnly, 'Port Authority, Ltd. “Annual Report.” 1999.'],
    ['a title only', { title: 'Who froze?' }, '“Who Froze?”'],
    ['nothing known', {}, '[Untitled document beginning “The harbour froze in March and …”].'],
    ['two authors', { title: 'T', author: names(2) }, 'F1, Jean-Paul, and Jean-Paul F2. “T.”'],
    ['three authors', { title: 'T', author: names(3) }, 'F1, Jean-Paul, et al. “T.”'],
  ])('writes %s', (_, record, expected) => {
    expect(reference('mla', record)).toBe(expected)
  })
})

describe('Chicago', () => {
  it.each([
    ['a signed article', news, 'Berg, Anna Maria. 1987. “Cocoa Export Tax Revenues Rise.” Harbour Post, February 26.'],
    ['an unsigned article', unsigned, 'Harbour Post. 1987. “Cocoa Export Tax Revenues Rise.” February 26.'],
    [
      'a page of a body that publishes itself',
      page,
      'Coast Guard. 2014. “How Ice Forms: A Primer.” Updated September 23. https://example.org/ice_forms?a=1&b=2.',
    ],
    ['a year only', yearOnly, 'Port Authority, Ltd. 1999. “Annual Report.”'],
    ['a title only', { title: 'Who froze?' }, '“Who Froze?” n.d.'],
    ['nothing known', {}, '[Untitled document beginning “The harbour froze in March and …”]. n.d.'],
    ['three authors', { title: 'T', author: names(3) }, 'F1, Jean-Paul, Jean-Paul F2, and Jean-Paul F3. n.d. “T.”'],
    ['seven authors', { title: 'T', author: names(7) }, 'F1, Jean-Paul, Jean-Paul F2, Jean-Paul F3, et al. n.d. “T.”'],
  ])('writes %s', (_, record, expected) => {
    expect(reference('chicago', record)).toBe(expected)
  })
})

describe('a headline', () => {
  it('keeps small words inside small and the capitals of the source as they are', () => {
    const title = "the fall of eBay and the ISIS-linked group: a reader's guide to NATO in brief"
    expect(reference('mla', { title })).toBe(
      "“The Fall of eBay and the ISIS-linked Group: A Reader's Guide to NATO in Brief.”",
    )
  })
})

describe('BibTeX', () => {
  it('writes an article with its day', () => {
    expect(reference('bibtex', news)).toBe(
      [
        '@misc{berg1987cocoa,',
        '  author = {Berg, Anna Maria},',
        '  title = {{Cocoa export tax revenues rise}},',
        '  howpublished = {Harbour Post},',
        '  year = 1987,',
        '  month = feb,',
        '  day = 26,',
        '}',
      ].join('\n'),
    )
  })

  it('writes a page with its address untouched and says that its date is an update', () => {
    expect(reference('bibtex', page)).toBe(
      [
        '@online{coastguard2014forms,',
        '  author = {{Coast Guard}},',
        '  title = {{How ice forms: a primer}},',
        '  organization = {Coast Guard},',
        '  year = 2014,',
        '  month = sep,',
        '  day = 23,',
        '  url = {https://example.org/ice_forms?a=1&b=2},',
        '  note = {The date is that of the last update},',
        '}',
      ].join('\n'),
    )
  })

  it('escapes what TeX would run, and stays balanced', () => {
    const title = '50% of R&D_costs $5 #1 {a \\input{x} ~ ^'
    const entry = reference('bibtex', { title, author: [{ family: 'Smith and Sons', given: 'A, B' }] })
    expect(entry).toContain(
      '{{50\\% of R\\&D\\_costs \\$5 \\#1 \\textbraceleft{}a \\textbackslash{}input\\textbraceleft{}x\\textbraceright{} \\textasciitilde{} \\textasciicircum{}}}',
    )
    expect(entry).toContain('author = {{Smith and Sons}, {A, B}}')
    expect(entry.split('{').length).toBe(entry.split('}').length)
  })

  it('names an entry by its source when neither author nor year is known, since titles begin alike', () => {
    expect(reference('bibtex', { title: 'Winter' })).toMatch(/^@misc{paperswinter,/)
    expect(reference('bibtex', { title: 'Winter', issued: '1999' })).toMatch(/^@misc{1999winter,/)
  })

  it('names an entry by its source when nothing is known, and has a note in the place of the title', () => {
    expect(reference('bibtex', {})).toBe(
      '@misc{paperswinter,\n  note = {Untitled document beginning “The harbour froze in March and …”},\n}',
    )
  })
})

describe('RIS', () => {
  it('writes an article with its day in DA', () => {
    expect(reference('ris', news)).toBe(
      [
        'TY  - NEWS',
        'AU  - Berg, Anna Maria',
        'TI  - Cocoa export tax revenues rise',
        'T2  - Harbour Post',
        'PY  - 1987',
        'DA  - 1987/02/26/',
        'ER  - ',
      ].join('\n'),
    )
  })

  it.each([
    [{ issued: '1999' }, 'DA  - 1999///'],
    [{ issued: '1999-04' }, 'DA  - 1999/04//'],
    [page, 'TY  - ELEC'],
    [page, 'PB  - Coast Guard'],
    [page, 'UR  - https://example.org/ice_forms?a=1&b=2'],
    [page, 'N1  - The date is that of the last update'],
    [{}, 'TY  - GEN'],
  ])('says of %o: %s', (record, line) => {
    expect(reference('ris', record).split('\n')).toContain(line)
  })

  it('cannot be given a second record by a document', () => {
    const lines = reference('ris', { title: 'A\nER  - \nTY  - BOOK' }).split('\n')
    expect(lines.filter((line) => /^(?:ER|TY)/.test(line))).toEqual(['TY  - GEN', 'ER  - '])
  })
})

describe('CSL-JSON', () => {
  it.each([
    [
      news,
      {
        id: 'papers/winter',
        type: 'article-newspaper',
        title: 'Cocoa export tax revenues rise',
        author: [{ family: 'Berg', given: 'Anna Maria' }],
        'container-title': 'Harbour Post',
        issued: { 'date-parts': [[1987, 2, 26]] },
      },
    ],
    [
      yearOnly,
      {
        id: 'papers/winter',
        type: 'document',
        title: 'Annual Report',
        author: [{ literal: 'Port Authority, Ltd.' }],
        issued: { 'date-parts': [[1999]] },
      },
    ],
    [
      {},
      {
        id: 'papers/winter',
        type: 'document',
        note: 'Untitled document beginning “The harbour froze in March and …”',
      },
    ],
  ])('is a file of one item, without what is not known', (record, item) => {
    expect(JSON.parse(reference('csl-json', record))).toEqual([item])
  })
})

describe('a date that no calendar has', () => {
  it.each(['0000', '0000-05-03', '-0005', '2014-13', '2014-00', '2014-02-30', '2014-04-31-1', '12014', ''])(
    'is left out where it is none, in every style: “%s”',
    (issued) => {
      const title = 'Tides'
      const expected = /^2014-(?:13|00)$/.test(issued) ? '2014' : issued === '2014-02-30' ? '2014-02' : null
      for (const style of referenceStyles)
        expect(reference(style, { title, issued })).toBe(reference(style, { title, issued: expected }))
    },
  )

  it('is written with four digits where RIS wants them', () => {
    expect(reference('ris', { title: 'Tides', issued: '0987' })).toContain('PY  - 0987\nDA  - 0987///')
  })
})

describe('names that show nothing', () => {
  it('are left out in every style', () => {
    const author = [{ literal: '\u200b' }, { family: '\u2060', given: '\u200b' }, { family: '\u200b', given: 'Jo' }]
    for (const style of referenceStyles)
      expect(reference(style, { title: 'T', author, publisher: '\u200b' })).toBe(
        reference(style, { title: 'T', author: [{ literal: 'Jo' }] }),
      )
  })
})
