import { describe, expect, it } from 'vitest'
import { prose, read, readMarkdown, textOf } from './support/read.ts'

/** A document with each line above a paragraph of its own. */
const sections = (lines: readonly string[]): string =>
  `The book of wells\n\n${lines.map((line, at) => `${line}\n\n${prose[at % 2]}`).join('\n\n')}\n`

const sectionsOf = (lines: readonly string[]): readonly (readonly string[])[] =>
  read(sections(lines)).paragraphs.map(({ section }) => section)

describe('a heading', () => {
  it.each([
    [['CHAPTER III. The Road', 'CHAPTER IV. The Well', 'Chapter the Fifth']],
    [['Kapitel 3', 'Kapitel 4: Das Seil', 'Fünftes Kapitel']],
    [['Chapitre premier', 'Chapitre II']],
    [['Capítulo 1. El pozo', 'Capítulo 2. La cuerda']],
    [['§ 1 Name', '§ 4 Fristen', '§ 5 Auflösung']],
    [['Article 5', 'Article 6', 'Annex A']],
    [['5 Detection', '6 Response', '7 Review']],
    [['I. Beginnings', 'II. The Garden']],
    [['KITCHEN', 'GARDEN', 'PETS']],
  ])('marked by its words ends where the next of its rank begins: %j', (lines) => {
    expect(sectionsOf(lines)).toEqual(lines.map((line) => [line]))
  })

  it.each([
    [
      ['10.4 Client errors', '10.4.5 404 Not Found', '10.5 Server errors'],
      [['10.4 Client errors'], ['10.4 Client errors', '10.4.5 404 Not Found'], ['10.5 Server errors']],
    ],
    [
      ['6 Response', '6.1 Calls', '7 Review'],
      [['6 Response'], ['6 Response', '6.1 Calls'], ['7 Review']],
    ],
    [
      ['GARDEN', 'Tools', 'PETS'],
      [['GARDEN'], ['GARDEN', 'Tools'], ['PETS']],
    ],
    [
      ['PART I', 'Article 1', 'Article 2', 'PART II'],
      [['PART I'], ['PART I', 'Article 1'], ['PART I', 'Article 2'], ['PART II']],
    ],
  ])('holds those of lower rank: %j', (lines, expected) => {
    expect(sectionsOf(lines)).toEqual(expected)
  })

  it('may have its words in a line of its own below its number', () => {
    const source = read(
      `Treaty\n\nPART I\nGENERAL RULES\n\nArticle 1\nScope\n\n${prose[0]}\n\nPART II\nTHE END\n\n${prose[1]}\n`,
    )
    expect(source.paragraphs.map(({ section }) => section)).toEqual([
      ['PART I', 'GENERAL RULES', 'Article 1', 'Scope'],
      ['PART II', 'THE END'],
    ])
  })

  it.each(['Credit: ESO View full size image', '67-722 WASHINGTON : 2011', '$24.95', 'By Jane Roe', 'March 3, 2011'])(
    'is not %s',
    (line) => {
      const source = read(`The book of wells\n\n${prose[0]}\n\n${line}\n\n${prose[1]}\n`)
      expect(source.paragraphs.at(-1)?.section).toEqual([])
    },
  )

  it('is none in a row of them, which is a table of contents', () => {
    const rows = ['Chapter 1 The Road', 'Chapter 2 The Well', 'Chapter 3 The Rope', 'Chapter 4 The End']
    const source = read(
      `The book of wells\n\n${prose[0]}\n\n${rows.join('\n\n')}\n\nNothing else stands in this book at all.\n`,
    )
    expect(source.paragraphs[0]?.section).toEqual([])
    expect(source.runs.filter(({ kind }) => kind === 'heading').length).toBeLessThanOrEqual(1)
  })

  it('with a number is none of a page’s comments, whose number agrees with the word', () => {
    const source = readMarkdown(`# Manual\n\n## 6 Response\n\n${prose[0]}\n`)
    expect(source.paragraphs[0]?.section).toEqual(['6 Response'])
    expect(readMarkdown(`# Manual\n\n${prose[0]}\n\n6 Responses\n`).paragraphs).toHaveLength(1)
  })
})

describe('Markdown of other programs', () => {
  it.each([
    ['{.page_break_before}'],
    ['{{< figure src="a.png" title="The pier" >}}'],
    ['{% include menu.html %}'],
    ['<SECTION>'],
    ['<!-- a remark -->'],
  ])('is markup, alone: %s', (code) => {
    const source = readMarkdown(`# Guide\n\n${code}\n\n${prose[0]}\n`)
    expect(source.paragraphs.map((paragraph) => textOf(source, paragraph))).toEqual([prose[0]])
  })

  it('is no part of a heading', () => {
    expect(readMarkdown(`# Guide\n\n## Hours {#hours .big}\n\n${prose[0]}\n`).paragraphs[0]?.section).toEqual(['Hours'])
  })
})
