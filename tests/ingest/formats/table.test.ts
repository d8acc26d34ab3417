import { describe, expect, it } from 'vitest'
import packages from '../../../package.json' with { type: 'json' }
import * as tableReader from '../../../src/ingest/formats/table/read-table.ts'
import { passagesOf } from '../../../src/language/passages.ts'
import { formatContract } from '../../contracts/document-format.ts'
import { expectGrowth } from '../../support/growth.ts'
import { paragraphsOf, placesOf, readFormat, warningsOf } from './read-format.ts'

const mills = `mill,height_m,built
Hove,12.50,1787
Eling,,1418
"Woodbridge, Suffolk",9,1170
`

formatContract(
  'tables',
  async () => tableReader,
  () => ({
    path: 'mills.csv',
    bytes: Buffer.from(mills),
    words: ['mill: Hove | height_m: 12.50', 'built: 1418', '1170'],
  }),
)

describe('a table', () => {
  it('becomes a paragraph a row, with the names of its columns and without empty cells', async () => {
    const source = await readFormat('mills.csv', mills)
    expect(paragraphsOf(source)).toEqual([
      'mill: Hove | height_m: 12.50 | built: 1787',
      'mill: Eling | built: 1418',
      'mill: Woodbridge, Suffolk | height_m: 9 | built: 1170',
    ])
    expect(placesOf(source)).toEqual([2, 3, 4])
    expect(source.record.title).toBeNull()
    expect(source.titleShown).toBe('mills.csv')
    expect(source.language).toBeNull()
    expect(source.origin.reader).toBe(`papaparse ${packages.dependencies.papaparse}`)
  })

  it.each([
    ['semicolons and decimal commas', 'name;length\nHove;1,5\nEling;2,5\n'],
    ['tabs', 'name\tlength\nHove\t1,5\nEling\t2,5\n'],
    ['bars', 'name|length\nHove|1,5\nEling|2,5\n'],
    ['a line for Excel', 'sep=;\nname;length\nHove;1,5\nEling;2,5\n'],
    ['a byte order mark and CR', '\ufeffname;length\r\nHove;1,5\r\nEling;2,5\r\n'],
  ])('is divided by what its content says: %s', async (_, content) => {
    const source = await readFormat('a.csv', content)
    expect(paragraphsOf(source)).toEqual(['name: Hove | length: 1,5', 'name: Eling | length: 2,5'])
    expect(placesOf(source)).toEqual([2, 3])
  })

  it('is decoded as a text is', async () => {
    const latin = Buffer.from('Stadt;Höhe\nKöln;157,4\nMünster;161,5\n', 'latin1')
    expect(paragraphsOf(await readFormat('a.csv', latin))[0]).toBe('Stadt: Köln | Höhe: 157,4')
    const wide = Buffer.from('\ufeffCity,Height\nŁódź,157\n', 'utf16le')
    expect(paragraphsOf(await readFormat('a.csv', wide))[0]).toBe('City: Łódź | Height: 157')
  })

  it('has its title and source above the names, and its notes below', async () => {
    const source = await readFormat(
      'a.csv',
      'Table 3: Spending by region,,\nSource: Statistics office,,\n,,\nRegion,2019,2020\nNorth,12.3,13\nSouth,9.8,11\n,,\nNote: figures are provisional.,,\n',
    )
    expect(source.record.title).toBe('Table 3: Spending by region')
    expect(paragraphsOf(source)).toEqual([
      'Table 3: Spending by region',
      'Source: Statistics office',
      'Region: North | 2019: 12.3 | 2020: 13',
      'Region: South | 2019: 9.8 | 2020: 11',
      'Note: figures are provisional.',
    ])
    expect(placesOf(source)).toEqual([1, 2, 5, 6, 8])
  })

  it.each([
    ['values below values', 'Anna Brandt,Oslo,1978\nTom Lind,Bergen,1981\n', 'Anna Brandt | Oslo | 1978'],
    ['names of people', 'Anna Brandt,Harbour master\nTom Lind,Crane operator\n', 'Anna Brandt | Harbour master'],
    ['only figures', '1,2,3\n4,5,6\n', '1 | 2 | 3'],
    ['truth values', 'fence,TRUE\nroof,FALSE\n', 'fence | TRUE'],
  ])('gets no names where it has none: %s', async (_, content, first) => {
    expect(paragraphsOf(await readFormat('a.csv', content))[0]).toBe(first)
  })

  it.each([
    ['words above words', 'Country,Capital\nFrance,Paris\nSpain,Madrid\n', 'Country: France | Capital: Paris'],
    ['a column without a name', ',town,temp\n0,Oslo,3.1\n1,Bergen,5\n', '0 | town: Oslo | temp: 3.1'],
    ['a number', 'No,Name\n1,Hove\n2,Eling\n', 'No: 1 | Name: Hove'],
    ['quarters', 'Region,Q1,Q2\nNorth,5,7\nSouth,6,8\n', 'Region: North | Q1: 5 | Q2: 7'],
    ['ranges', 'Region,18-24,25-34\nNorth,5.5%,7%\nSouth,6%,8.1%\n', 'Region: North | 18-24: 5.5% | 25-34: 7%'],
    ['questions', 'Who are you?,How old?\nAnna,7\nTom,8\n', 'Who are you?: Anna | How old?: 7'],
  ])('gets names where it has them: %s', async (_, content, first) => {
    expect(paragraphsOf(await readFormat('a.csv', content))[0]).toBe(first)
  })

  it('keeps a long answer apart, in sentences that can be quoted', async () => {
    const source = await readFormat(
      'survey.tsv',
      'when\tage\tWhat would you change?\n1 May\t33\tThe heating is far too loud. I cannot hear my colleagues on calls.\n2 May\t41\tNothing.\n',
    )
    expect(paragraphsOf(source)).toEqual([
      'when: 1 May | age: 33',
      'What would you change?: The heating is far too loud. I cannot hear my colleagues on calls.',
      'when: 2 May | age: 41 | What would you change?: Nothing.',
    ])
    expect(placesOf(source)).toEqual([2, 2, 3])
    expect(source.language).toBe('en')
  })

  it('may be ragged, with lines within cells and quotation marks that nothing closes', async () => {
    const source = await readFormat(
      'a.csv',
      'name,size,note\nRope,10\nCloth,3,"two\nlines"\nBoard,"8 foot\nNet,4,x,more\n',
    )
    expect(paragraphsOf(source)).toEqual([
      'name: Rope | size: 10',
      'name: Cloth | size: 3 | note: two lines',
      'name: Board | size: "8 foot',
      'name: Net | size: 4 | note: x | more',
    ])
    expect(warningsOf(source)).toEqual([
      'A quotation mark in the table is not closed, so some cells may be divided wrongly.',
    ])
  })

  it('is refused with more rows or cells than can be answered from', async () => {
    await expect(readFormat('a.csv', 'a,b\n'.repeat(200_002))).rejects.toMatchObject({ code: 'bad-document' })
    await expect(readFormat('a.csv', 'a,'.repeat(2_000_002))).rejects.toMatchObject({ code: 'bad-document' })
  })

  it('takes time in proportion to its rows, also with open quotation marks', async () => {
    const read = (size: number) =>
      tableReader.extract({ path: 'a.csv', bytes: Buffer.from(`a,b\n${'x,"y\n'.repeat(size)}`), ocr: false })
    await expectGrowth(read, { size: 4000, factor: 8, below: 24 })
  })
})

it('divides a table into passages by its rows, since they have nothing to do with each other', async () => {
  const source = await readFormat('mills.csv', mills)
  const passages = passagesOf(source).map(({ start, end }) => source.text.slice(start, end))
  expect(passages).toEqual(paragraphsOf(source))
})
