import { describe, expect, it } from 'vitest'
import { boilerplateOf, placesAt } from '../../../src/domain/source.ts'
import { type Layout, laidOut, type Piece, prose } from '../../support/pdf-layout.ts'
import { expectRead, paragraphsOf, pdfSource } from '../../support/pdf-truth.ts'

const head = (page: number): string => (page % 2 === 0 ? 'Tidewater Annual Review' : 'Notes from the harbour')
const foot = (page: number): string => `– ${page} –`

/** Paragraphs of many lengths with headings between. */
const report: readonly Piece[] = [
  { heading: '1 Introduction' },
  ...[1, 2, 3, 4].map((seed) => ({ text: prose(seed, 2 + (seed % 4)) })),
  { heading: '2 Methods' },
  ...[5, 6, 7, 8, 9, 10].map((seed) => ({ text: prose(seed, 1 + (seed % 5)) })),
  { heading: '3 Results' },
  ...[11, 12, 13, 14, 15, 16, 17, 18].map((seed) => ({ text: prose(seed, 2 + (seed % 6)) })),
]

const textsOf = (pieces: readonly Piece[]): readonly string[] =>
  pieces.flatMap((piece) => ('text' in piece ? [piece.text] : []))

const layouts: readonly (readonly [name: string, layout: Layout])[] = [
  ['one column with indented paragraphs', { size: 11 }],
  ['one column with space between paragraphs', { size: 11, gap: 6 }],
  ['one column with running heads and page numbers', { size: 12, head, foot }],
  ['one column with words broken at line ends', { size: 12, hyphens: true }],
  ['two columns', { columns: 2, foot }],
  ['two columns with broken words, heads and numbers', { columns: 2, hyphens: true, head, foot }],
  ['two columns that are drawn row by row', { columns: 2, rowByRow: true, hyphens: true, foot }],
  ['two columns with space between paragraphs, drawn row by row', { columns: 2, rowByRow: true, gap: 5, head }],
  ['three columns', { columns: 3, size: 9, hyphens: true, foot }],
  ['three columns that are drawn row by row', { columns: 3, size: 9, rowByRow: true, hyphens: true, foot }],
]

describe('the text of a PDF', () => {
  it.each(layouts)('is read in order, paragraph by paragraph, in %s', async (_, layout) => {
    const { bytes, pages } = laidOut(report, layout)
    const source = await pdfSource(bytes)
    expectRead(source, textsOf(report))
    expect(source.places.map(({ value }) => value)).toEqual(Array.from({ length: pages }, (_, at) => at + 1))
    expect(source.paragraphs.at(-1)?.section).toEqual(['3 Results'])
  })

  it('is one paragraph where a sentence goes on over a page, with what belongs to pages inside', async () => {
    const long = [1, 2].map((seed) => ({ text: prose(seed, 60) }))
    const { bytes } = laidOut(long, { size: 12, head, foot })
    const source = await pdfSource(bytes)
    expectRead(source, textsOf(long))
    const [first] = source.paragraphs
    expect(first && placesAt(source, first).map(({ value }) => value)).toEqual([1, 2])
    const rules = boilerplateOf(source).map(({ rule }) => rule)
    expect(new Set(rules)).toEqual(new Set(['page-head', 'page-number']))
  })

  it('has its title, abstract and columns one after the other', async () => {
    const abstract = prose(40, 5)
    const { bytes } = laidOut(report, {
      columns: 2,
      title: ['A Survey of Harbours and', 'Their Winter Gardens'],
      abstract,
      foot,
    })
    const source = await pdfSource(bytes)
    expect(source.record.title).toBe('A Survey of Harbours and Their Winter Gardens')
    expectRead(source, [abstract, ...textsOf(report)])
  })

  it('keeps notes apart from the paragraph that they interrupt, behind it and on their page', async () => {
    const [long, other] = [prose(21, 42), prose(22, 4)]
    const notes = ['1 See the second yearbook of the society, page 12.', '2 Measured by hand.']
    const { bytes } = laidOut([...notes.map((note) => ({ note })), { text: long }, { text: other }], { size: 12, foot })
    const source = await pdfSource(bytes)
    expectRead(source, [long, ...notes, other])
    const pages = source.paragraphs.map((paragraph) => placesAt(source, paragraph).map(({ value }) => value))
    expect(pages).toEqual([[1, 2], [1], [1], [2]])
  })

  it('has items of a list as items, with their lines', async () => {
    const items = [prose(31, 2), prose(32, 1), prose(33, 3)]
    const { bytes } = laidOut([{ text: prose(30, 2) }, ...items.map((item) => ({ item })), { text: prose(34, 2) }], {
      gap: 6,
    })
    const source = await pdfSource(bytes)
    expect(paragraphsOf(source)).toEqual([prose(30, 2), ...items, prose(34, 2)])
    expect(source.paragraphs.map(({ role }) => role)).toEqual(['prose', 'list-item', 'list-item', 'list-item', 'prose'])
  })
})

describe('what a browser prints around a page', () => {
  const text = [{ text: prose(1, 3) }, { text: prose(2, 4) }]
  it.each([
    ['11/30/26, 11:12 PM Harbour notes', 'https://example.org/notes 1/1'],
    ['30.11.26, 23:12 Harbour notes', 'file:///home/notes.html 1/1'],
    ['Harbour notes https://example.org/notes', '1 of 1 30/11/2026, 23:12'],
  ])('belongs to the page, though there is one page alone: `%s`, `%s`', async (above, below) => {
    const { bytes, pages } = laidOut([{ heading: 'Winter' }, ...text], { head: () => above, foot: () => below })
    expect(pages).toBe(1)
    const source = await pdfSource(bytes)
    expectRead(source, textsOf(text))
    expect(boilerplateOf(source).map(({ rule }) => rule)).toEqual(['page-head', 'page-head'])
  })

  it.each([
    ['Harbour notes of 30.11.26, 23:12', 'Written by the council'],
    ['Harbour notes', 'https://example.org/notes'],
  ])('is not seen where a line says only a part of it: `%s`, `%s`', async (above, below) => {
    const { bytes } = laidOut([{ heading: 'Winter' }, ...text], { head: () => above, foot: () => below })
    expect(boilerplateOf(await pdfSource(bytes)).filter(({ rule }) => rule === 'page-head')).toEqual([])
  })
})
