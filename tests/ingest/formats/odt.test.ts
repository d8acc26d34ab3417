import { describe, expect, it } from 'vitest'
import { formatContract } from '../../contracts/document-format.ts'
import { load } from './support/formats.ts'
import { odtFile, odtHeading, odtList, odtPara } from './support/odt-file.ts'
import { paragraphsOf, readFile, refusalOf, runsOf, warningsOf } from './support/read-file.ts'

const prose = (topic: string): string =>
  `The harbour board met on Tuesday to talk about ${topic}, and it agreed to report on that again before the summer.`

const note = (mark: string, text: string): string =>
  `<text:note text:note-class="footnote"><text:note-citation>${mark}</text:note-citation><text:note-body>${odtPara(text)}</text:note-body></text:note>`

const cell = (text: string): string => `<table:table-cell>${odtPara(text)}</table:table-cell>`
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`

const read = (...args: Parameters<typeof odtFile>) => readFile('a.odt', odtFile(...args))

formatContract('OpenDocument texts', load('odt'), () => ({
  path: 'harbour.odt',
  bytes: odtFile(
    [
      odtPara('Harbour Report', 'Title'),
      odtHeading('Dredging', 1),
      odtPara(
        `The channel is <text:span>four</text:span><text:s/>metres deep.${note('1', 'At low water in March.')} The silt is new.`,
      ),
      odtList('L1', [odtPara(prose('silt')), odtPara(prose('sand'))]),
      odtHeading('Costs', 2),
      `<table:table>${row('Year', 'Cost')}${row('2019', '12,000')}${row('2020', '14,500')}</table:table>`,
      odtPara(prose('fees')),
    ].join(''),
  ),
  words: [
    'Harbour Report',
    'Dredging',
    'The channel is four metres deep.',
    'The silt is new.',
    prose('silt'),
    'At low water in March.',
    'Costs',
    '14,500',
    prose('fees'),
  ],
}))

describe('an OpenDocument text', () => {
  it('has headings by their level, or by that of their style', async () => {
    const source = await read(
      odtHeading('Ports', 1) +
        odtPara(prose('a')) +
        odtPara('Piers', 'P2') +
        odtPara(prose('b')) +
        odtHeading('Ropes', 1) +
        odtPara(prose('c')),
    )
    expect(source.paragraphs.map(({ section }) => section)).toEqual([['Ports'], ['Ports', 'Piers'], ['Ropes']])
  })

  it('numbers headings as its outline says', async () => {
    const outline = [1, 2]
      .map(
        (level) =>
          `<text:outline-level-style text:level="${level}" style:num-format="1" text:display-levels="${level}"/>`,
      )
      .join('')
    const source = await read(
      odtHeading('Ports', 1) +
        odtPara(prose('a')) +
        odtHeading('Piers', 2) +
        odtPara(prose('b')) +
        odtHeading('Ropes', 1) +
        odtPara(prose('c')),
      { outline },
    )
    expect(runsOf(source, 'heading')).toEqual(['1 Ports', '1.1 Piers', '2 Ropes'])
  })

  it('has the marks of lists as printed, which go on or begin anew', async () => {
    const { text } = await read(
      [
        odtPara(prose('a')),
        odtList('L1', [
          odtPara('Ropes are short.') + odtPara('They are of hemp.'),
          odtPara('Sails are long.') +
            odtList('L1', [odtPara('Jibs are not.') + odtList('L1', [odtPara('Storm jibs are small.')])]),
        ]),
        odtPara(prose('b')),
        odtList('L1', [odtPara('Masts are tall.')], 'text:continue-numbering="true"'),
        odtList('L1', [odtPara('Keels are deep.')]),
        odtList('L2', [odtPara('Nails are few.')]),
      ].join(''),
    )
    expect(text.split('\n\n')).toEqual([
      prose('a'),
      '1. Ropes are short.',
      'They are of hemp.',
      '2. Sails are long.',
      'a) Jibs are not.',
      '2.a.1. Storm jibs are small.',
      prose('b'),
      '3. Masts are tall.',
      '1. Keels are deep.',
      '• Nails are few.',
    ])
  })

  it('has spaces, tabs, line breaks, links, frames and fields, but no page numbers, hidden words or headers', async () => {
    const source = await read(
      odtPara(
        `Line<text:s text:c="3"/>one<text:tab/>here<text:line-break/>and <text:a xlink:href="x">two</text:a> of <text:date>3 May</text:date><text:page-number>7</text:page-number><text:span text:style-name="T1">Hidden.</text:span>.`,
      ) + odtPara(`<draw:frame><draw:text-box>${odtPara(prose('boxes'))}</draw:text-box></draw:frame>`),
      { header: 'CONFIDENTIAL' },
    )
    expect(source.text).toBe(`Line one here\nand two of 3 May.\n\n${prose('boxes')}`)
  })

  it('has notes at the end of their section, with marks in the text', async () => {
    const source = await read(
      odtHeading('Pilots', 1) +
        odtPara(`The pilot came late.${note('1', 'See his log.')} The ship was old.`) +
        odtHeading('Fees', 1) +
        odtPara(prose('b')),
    )
    expect(paragraphsOf(source)).toEqual(['The pilot came late.¹ The ship was old.', 'See his log.', prose('b')])
  })

  it('keeps rows of tables together, and names columns where header rows do', async () => {
    const { text } = await read(
      `${odtPara(prose('a'))}<table:table><table:table-header-rows>${row('Ship', 'Master')}</table:table-header-rows>${row('Ada', 'Ann Holt')}<table:table-row><table:table-cell table:number-columns-spanned="2">${odtPara('Sold')}</table:table-cell><table:covered-table-cell/></table:table-row>${row('Bee', 'Bo Lind')}${row('Cod', 'Ida Ek')}</table:table>`,
    )
    expect(text).toContain('| Ship | Master |\n| --- | --- |\n| Ada | Ann Holt |\n| Sold |  |\n| Bee | Bo Lind |')
  })

  it('is read with its changes accepted, which are counted with comments and pictures', async () => {
    const info =
      '<office:change-info><dc:creator>Ann Holt</dc:creator><dc:date>2020-01-01T00:00:00</dc:date></office:change-info>'
    const source = await read(
      `<text:tracked-changes><text:changed-region><text:insertion>${info}</text:insertion></text:changed-region><text:changed-region><text:deletion>${info}${odtPara('Ten crowns.')}</text:deletion></text:changed-region></text:tracked-changes>` +
        odtPara(
          `The fee is <text:change-start/>twelve crowns<text:change-end/> a day.<office:annotation><dc:creator>Bo</dc:creator>${odtPara('Really?')}</office:annotation>`,
        ) +
        odtPara('<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>A ship</svg:title></draw:frame>'),
    )
    expect(source.text).toBe('The fee is twelve crowns a day.')
    expect(warningsOf(source)).toEqual([
      'It has tracked changes by Ann Holt (1 insertion, 1 deletion); they were read as accepted.',
      'A comment was left out.',
      'A picture or chart was not read.',
    ])
  })

  it('leaves its table of contents out', async () => {
    const source = await read(
      `<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>${odtPara('Contents')}</text:index-title>${odtPara('Ropes<text:tab/>3')}</text:index-body></text:table-of-content>${odtHeading('Ropes', 1)}${odtPara(prose('a'))}${odtHeading('Sails', 1)}${odtPara(prose('b'))}`,
    )
    expect(runsOf(source, 'boilerplate')).toEqual(['Contents', 'Ropes 3'])
    expect(paragraphsOf(source)).toEqual([prose('a'), prose('b')])
  })

  it('states its author and day where the text prints none', async () => {
    const { record } = await read(odtPara(prose('a')), {
      meta: '<meta:initial-creator>Ann Holt</meta:initial-creator><dc:creator>Bo Lind</dc:creator><meta:creation-date>2018-10-05T08:49:00</meta:creation-date><dc:date>2018-11-30T10:21:46.4</dc:date>',
    })
    expect(record).toMatchObject({ author: [{ family: 'Holt', given: 'Ann' }], issued: '2018-10-05', issuedKind: null })
  })

  it('is refused where it is encrypted', async () => {
    const manifest =
      '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    expect(await refusalOf('a.odt', odtFile(odtPara(prose('a')), { manifest }))).toBe(
      'It is encrypted. Save it without a password.',
    )
  })
})
