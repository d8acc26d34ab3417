import { describe, expect, it } from 'vitest'
import { prose, readMarkdown, runsOf } from './support/read.ts'

const body = `${prose[0]}\n\n${prose[1]}\n`
const roe = { family: 'Roe', given: 'Jane' }

describe('the head of a memorandum', () => {
  it.each([
    [
      'lines',
      'MEMORANDUM\n\nTO: All staff\n\nFROM: Jane Roe\n\nDATE: May 2, 2020\n\nSUBJECT: Parking behind the depot',
    ],
    [
      'headings',
      '# THE MAYOR\n\n## MEMORANDUM FOR THE COUNCIL\n\n## FROM: JANE ROE\n\n## SUBJECT: Parking behind the depot',
    ],
    [
      'headings with another label',
      '# Town Office\n\n### To: All staff\n\n### From: Jane Roe\n\n### Re: Parking behind the depot',
    ],
  ])('says its title and writer where it is set as %s', (_, head) => {
    const { record } = readMarkdown(`${head}\n\n${body}`)
    expect([record.title, record.author]).toEqual(['Parking behind the depot', [roe]])
  })

  it('leaves out a name that may be misread', () => {
    const { record } = readMarkdown(`# THE MAYOR\n\n## FROM: JANE rozrrse of\n\n## SUBJECT: Parking\n\n${body}`)
    expect([record.title, record.author]).toEqual(['Parking', []])
  })

  it('is no part of its sections', () => {
    const source = readMarkdown(`# THE MAYOR\n\n## FROM: JANE ROE\n\n## SUBJECT: Parking\n\n${body}`)
    expect(source.paragraphs.map(({ section }) => section)).toEqual([[], []])
  })

  it.each([
    '# Return to the Sea\n\n## From: the river to the coast',
    '# Notes on the Harbour\n\n## Subject: what we know',
    '# Notes on the Harbour\n\nRe: the bus that never came',
  ])('is not seen where only one of its labels stands: `%s`', (head) => {
    const { record } = readMarkdown(`${head}\n\n${body}`)
    expect([record.title, record.author]).toEqual([head.slice(2, head.indexOf('\n')), []])
  })
})

describe('names below a title', () => {
  const valdivia = { family: 'Valdivia', given: 'Ines' }
  it.each([
    'Ines Valdivia1, Henrik Sørby2 and Latoya M. Greene1\n\n1University of Norland 2Urban Institute, Bergen',
    'Ines Valdivia¹, Henrik Sørby² & Latoya M. Greene¹',
    'Ines Valdivia*, Henrik Sørby†, Latoya M. Greene*',
    'Ines Valdivia1,2, Henrik Sørby2, and Latoya M. Greene1,3',
    'Ines Valdivia, Henrik Sørby and Latoya M. Greene\n\nMarch 2024',
    'Ines Valdivia, Henrik Sørby und Latoya M. Greene\n\nUniversity of Norland',
  ])('are its writers: `%s`', (lines) => {
    const source = readMarkdown(`# Opening Hours\n\n${lines}\n\n## Findings\n\n${body}`)
    expect(source.record.author).toEqual([
      valdivia,
      { family: 'Sørby', given: 'Henrik' },
      { family: 'Greene', given: 'Latoya M.' },
    ])
    expect(runsOf(source, 'byline')[0]).toBe(lines.split('\n')[0])
  })

  it('are its writers where a second line of the title, set as a heading, stands between', () => {
    const source = readMarkdown(
      `# Opening Hours\n\n## Who came and who left\n\nInes Valdivia and Henrik Sørby\n\nMarch 2024\n\n## Findings\n\n${body}`,
    )
    expect(source.record.author).toEqual([valdivia, { family: 'Sørby', given: 'Henrik' }])
    expect(source.record.issued).toBe('2024-03')
    expect(source.paragraphs[0]?.section).toEqual(['Findings'])
  })

  it.each([
    'Climate Change and Human Rights\n\nMarch 2024',
    'Paris, London and New York\n\nMarch 2024',
    'Executive Summary1',
    'World War2',
    'Ines Valdivia met Henrik Sørby1.',
    'Ines Valdivia and Henrik Sørby',
  ])('are no writers where they may be something else: `%s`', (lines) => {
    expect(readMarkdown(`# Opening Hours\n\n${lines}\n\n${body}`).record.author).toEqual([])
  })
})
