import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationOf } from '../../src/citation/citation.ts'
import { formatReference } from '../../src/citation/reference.ts'
import type { BibliographicRecord } from '../../src/domain/bibliography.ts'
import { type ReferenceStyle, referenceStyles } from '../../src/domain/citation.ts'
import { plainSource } from '../support/plain-source.ts'
import { parseBibtex, parseRis } from './support/parse-records.ts'

const reference = (style: ReferenceStyle, record: Partial<BibliographicRecord>): string => {
  const source = plainSource({ id: 'papers/tides', text: 'The tide came in and stayed so. It went.', record })
  return formatReference(citationOf(source, { start: 0, end: 8 }), source, style)
}

const paper = {
  title: 'The tides of Aber',
  author: [
    { family: 'Gogh', 'non-dropping-particle': 'van', given: 'J.R.R.' },
    { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
    { family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von' },
  ],
  publisher: 'Aber Press',
  issued: '2014-03-03',
  publication: {
    type: 'article-journal',
    'container-title': 'Journal of Tides',
    volume: '12',
    issue: '3',
    page: '45-67',
    DOI: '10.1234/tides.5',
    ISSN: '1234-5678',
  },
} as const
const chapter = {
  title: 'The tides of Aber',
  author: [{ family: 'Le Guin', given: 'Ursula K.' }],
  publisher: 'Aber Press',
  issued: '2014',
  publication: {
    type: 'chapter',
    'container-title': 'A Book of Tides',
    editor: [
      { family: 'Roe', given: 'Jane' },
      { family: 'Doe', given: 'Bo' },
    ],
    edition: '2',
    page: '45-67',
    'publisher-place': 'Aber',
    ISBN: '978-0',
  },
} as const
const book = {
  title: 'A book of tides',
  publisher: 'Aber Press',
  issued: '2014',
  author: [{ family: 'De Niro', given: 'Robert' }],
  publication: { type: 'book', edition: '3', translator: [{ family: 'Roe', given: 'Jane' }] },
} as const
const edited = {
  title: 'A book of tides',
  publisher: 'Aber Press',
  issued: '2014',
  publication: { type: 'book', editor: [{ family: 'Roe', given: 'Jane' }] },
} as const

describe('a work of a stated type', () => {
  it.each([
    [
      'apa',
      paper,
      'van Gogh, J. R. R., King, M. L., Jr., & Humboldt, A. von. (2014). The tides of Aber. Journal of Tides, 12(3), 45–67. https://doi.org/10.1234/tides.5',
    ],
    [
      'mla',
      paper,
      'van Gogh, J.R.R., et al. “The Tides of Aber.” Journal of Tides, vol. 12, no. 3, 3 Mar. 2014, pp. 45–67, https://doi.org/10.1234/tides.5.',
    ],
    [
      'chicago',
      paper,
      'van Gogh, J.R.R., Martin Luther King Jr., and Alexander von Humboldt. 2014. “The Tides of Aber.” Journal of Tides 12 (3): 45–67. https://doi.org/10.1234/tides.5.',
    ],
    [
      'apa',
      chapter,
      'Le Guin, U. K. (2014). The tides of Aber. In J. Roe & B. Doe (Eds.), A Book of Tides (2nd ed., pp. 45–67). Aber Press.',
    ],
    [
      'mla',
      chapter,
      'Le Guin, Ursula K. “The Tides of Aber.” A Book of Tides, edited by Jane Roe and Bo Doe, 2nd ed., Aber Press, 2014, pp. 45–67.',
    ],
    [
      'chicago',
      chapter,
      'Le Guin, Ursula K. 2014. “The Tides of Aber.” In A Book of Tides, edited by Jane Roe and Bo Doe, 45–67. 2nd ed. Aber Press.',
    ],
    ['apa', book, 'De Niro, R. (2014). A book of tides (J. Roe, Trans.; 3rd ed.). Aber Press.'],
    ['mla', book, 'De Niro, Robert. A Book of Tides. Translated by Jane Roe, 3rd ed., Aber Press, 2014.'],
    ['chicago', book, 'De Niro, Robert. 2014. A Book of Tides. 3rd ed. Translated by Jane Roe. Aber Press.'],
    ['apa', edited, 'Roe, J. (Ed.). (2014). A book of tides. Aber Press.'],
    ['mla', edited, 'Roe, Jane, editor. A Book of Tides. Aber Press, 2014.'],
    ['chicago', edited, 'Roe, Jane, ed. 2014. A Book of Tides. Aber Press.'],
  ] as const)('is cited in %s as what it is: %#', (style, record, expected) => {
    expect(reference(style, record)).toBe(expected)
  })

  it('is told to a reader by its journal', () => {
    expect(reference('plain', paper)).toContain('“The tides of Aber”, Journal of Tides 12(3), 3 March 2014, ¶ 1')
  })

  it('has every field that BibTeX has', () => {
    expect(reference('bibtex', paper).split('\n')).toEqual([
      '@article{gogh2014tides,',
      '  author = {van Gogh, J.R.R. and King, Jr., Martin Luther and von Humboldt, Alexander},',
      '  title = {{The tides of Aber}},',
      '  journal = {Journal of Tides},',
      '  publisher = {Aber Press},',
      '  volume = {12},',
      '  number = {3},',
      '  pages = {45--67},',
      '  year = 2014,',
      '  month = mar,',
      '  day = 3,',
      '  doi = {10.1234/tides.5},',
      '  issn = {1234-5678},',
      '}',
    ])
  })

  it('has every field that RIS has', () => {
    expect(reference('ris', paper).split('\n')).toEqual([
      'TY  - JOUR',
      'AU  - van Gogh, J.R.R.',
      'AU  - King, Martin Luther, Jr.',
      'AU  - Humboldt, Alexander von',
      'TI  - The tides of Aber',
      'T2  - Journal of Tides',
      'VL  - 12',
      'IS  - 3',
      'SP  - 45',
      'EP  - 67',
      'PB  - Aber Press',
      'PY  - 2014',
      'DA  - 2014/03/03/',
      'DO  - 10.1234/tides.5',
      'SN  - 1234-5678',
      'ER  - ',
    ])
  })

  it('keeps every field in CSL-JSON', () => {
    expect(JSON.parse(reference('csl-json', paper))).toEqual([
      {
        ...paper.publication,
        id: 'papers/tides',
        title: paper.title,
        author: paper.author,
        publisher: paper.publisher,
        issued: { 'date-parts': [[2014, 3, 3]] },
      },
    ])
  })

  it('is a journal’s article where volume and journal say so without a type', () => {
    const { type: _, ...publication } = paper.publication
    expect(reference('ris', { ...paper, publication })).toMatch(/^TY {2}- JOUR/)
  })
})

const name = fc.record({
  family: fc.constantFrom('Roe', 'van Gogh', 'De Niro', 'O’Brien', 'Smith & Sons', 'Böll', 'Ramón y Cajal'),
  given: fc.constantFrom('Jane', 'J. R. R.', 'Anne-Marie', 'José'),
})
const words = fc
  .array(fc.constantFrom('Tides', 'R&D', '50%', '{a}', 'b_c', '$5', '#1', '~', '^', '\\input', '“q”', 'and', 'Ärger'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(' '))
const record = fc.record({
  title: words,
  author: fc.array(
    fc.oneof(name, fc.record({ literal: fc.constantFrom('Aber Press and Sons', 'Ministry of Tides') })),
    {
      maxLength: 3,
    },
  ),
  publisher: words,
  volume: fc.stringMatching(/^[1-9]\d?$/),
  issue: fc.stringMatching(/^[1-9]$/),
  journal: words,
})

describe('a record that is written and read again', () => {
  const written = ({
    title,
    author,
    publisher,
    volume,
    issue,
    journal,
  }: typeof record extends fc.Arbitrary<infer T> ? T : never) => ({
    title,
    author,
    publisher,
    issued: '2014-03-03',
    publication: { type: 'article-journal', 'container-title': journal, volume, issue, page: '4-9' } as const,
  })

  it.each([
    ['bibtex', parseBibtex],
    ['ris', parseRis],
  ] as const)('in %s is the same', (style, parse) => {
    fc.assert(
      fc.property(record, (given) => {
        fc.pre(given.publisher !== given.journal)
        const item = written(given)
        expect(parse(reference(style, item))).toEqual({
          type: 'article-journal',
          title: item.title,
          author: item.author,
          publisher: item.publisher,
          'container-title': given.journal,
          volume: given.volume,
          issue: given.issue,
          page: '4-9',
          date: [2014, 3, 3],
        })
      }),
    )
  })
})

describe('a work that would be cited like another', () => {
  const invoice = { title: 'Invoice', author: [{ family: 'Roe', given: 'Jane' }], issued: '2014' } as const
  const source = plainSource({ id: '2024/invoice', text: 'It is due in May. It was sent.', record: invoice })
  const citation = citationOf(source, { start: 0, end: 17 }, false)

  it.each([
    ['plain', 'Jane Roe, “Invoice” (2024/invoice), 2014, ¶ 1'],
    ['apa', 'Roe, J. (2014b). Invoice.'],
    ['mla', 'Roe, Jane. “Invoice.” 2014. 2024/invoice.'],
    ['chicago', 'Roe, Jane. 2014b. “Invoice.”'],
  ] as const)('is told apart in %s', (style, expected) => {
    expect(formatReference(citation, source, style, 'b')).toBe(expected)
  })

  it('is told apart in records', () => {
    expect(formatReference(citation, source, 'bibtex', 'b')).toMatch(
      /^@misc\{roe2014invoiceb,[^@]*Document 2024\/invoice/,
    )
    expect(formatReference(citation, source, 'ris', 'b')).toContain('N1  - Document 2024/invoice')
  })

  it('has nothing added where it is the only one', () => {
    const alone = citationOf(source, { start: 0, end: 17 })
    for (const style of referenceStyles)
      expect(formatReference(alone, source, style)).not.toMatch(/2024\/invoice.*(?<!"id": "2024\/invoice",?)$/m)
  })
})
