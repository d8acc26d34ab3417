import { describe, expect, it } from 'vitest'
import * as rtfReader from '../../../src/ingest/formats/rtf/read-rtf.ts'
import { formatContract } from '../../contracts/document-format.ts'
import { expectGrowth } from '../../support/growth.ts'
import { paragraphsOf, readFormat, warningsOf } from './read-format.ts'

const word = String.raw`{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset2 Symbol;}{\f2\froman\fcharset204{\*\falt Times}Times New Roman Cyr;}}
{\colortbl;\red0\green0\blue0;}{\stylesheet{\ql Normal;}{\s1\outlinelevel0 heading 1;}{\s2\ql \sbasedon0 heading 2;}{\*\cs10 Default;}}
{\info{\title [Add a title here]}{\author jroe17}{\creatim\yr2005\mo3\dy1}{\*\company Harbour}}
{\header \pard Harbour review {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}
\pard\plain\s1 {Tide mills of the west}\par
\pard\plain The mill was built in 1787 by {\b Tom} Lind{\super\chftn{\footnote\pard\plain\chftn  See the parish register, volume 3.}}; it{\rquote}s still standing.\~It cost 3\'80. {\deleted It burned down.}{\mvf It moved.}{\v hidden words}\u1055?\u1088\u1080? ok.\par
\pard\plain\s2 Where they stand\par
\pard\plain They stand all along the coast, from Hove to Eling and beyond.\par
{\listtext\pard\plain\f1\'b7\tab}\pard\plain\ls1\ilvl0 First mill at Hove\par
{\listtext\pard\plain\f1\'b7\tab}\pard\plain\ls1\ilvl0 Second mill {\f2\'cc\'ee\'f1\'ea\'e2\'e0} in the east\par
\trowd\cellx100\cellx200\pard\intbl Name\cell Height in m\cell\row
\trowd\pard\intbl Hove\cell 12,5\cell\row
\trowd\pard\intbl Eling\par second line\cell 9\cell\row
\pard See {\field{\*\fldinst{HYPERLINK "http://example.org"}}{\fldrslt{\ul the list}}} for more; co\-operation and line\line break.
{\*\shppict{\pict\pngblip 89504e470d0a\bin4 }}{}}}{\nonshppict{\pict 0000}}\par
{\upr{Stra?e}{\*\ud{Stra\u223\'dfe}}} is the last paragraph, which nothing ends.}
garbage`

formatContract(
  'RTF',
  async () => rtfReader,
  () => ({
    path: 'a.rtf',
    bytes: Buffer.from(word, 'latin1'),
    words: [
      'Tide mills of the west',
      'The mill was built in 1787 by Tom Lind; it’s still standing.',
      'Where they stand',
      'First mill at Hove',
      '| Hove | 12,5 |',
      'See the list for more; cooperation',
      'Straße is the last',
      'parish register',
    ],
  }),
)

const rtf = (body: string): Promise<readonly string[]> =>
  readFormat('a.rtf', Buffer.from(`{\\rtf1\\ansi ${body}}`, 'latin1')).then(paragraphsOf)

describe('RTF', () => {
  it('is read as it is seen: headings, lists, tables, notes, without what is deleted, hidden or of the page', async () => {
    const source = await readFormat('a.rtf', Buffer.from(word, 'latin1'))
    expect(paragraphsOf(source)).toEqual([
      'The mill was built in 1787 by Tom Lind; it’s still standing. It cost 3€. При ok.',
      'They stand all along the coast, from Hove to Eling and beyond.',
      'First mill at Hove',
      'Second mill Москва in the east',
      'Name | Height in m',
      'Hove | 12,5',
      'Eling second line | 9',
      'See the list for more; cooperation and line break.',
      'Straße is the last paragraph, which nothing ends.',
      'See the parish register, volume 3.',
    ])
    expect(source.paragraphs.map(({ role }) => role).filter((role) => role === 'list-item')).toHaveLength(2)
    expect(source.paragraphs[1]?.section).toEqual(['Where they stand'])
    expect(source.runs.filter(({ rule }) => rule === 'page-head')).toHaveLength(1)
    expect(warningsOf(source)).toEqual(['1 picture is left out.'])
  })

  it('does not believe the properties that a template left, and takes others where the text prints none', async () => {
    const source = await readFormat('a.rtf', Buffer.from(word, 'latin1'))
    expect(source.record).toMatchObject({ title: 'Tide mills of the west', author: [], issued: null })
    const properties = String.raw`{\rtf1{\info{\title On tides}{\author Jane Roe}{\creatim\yr2005}}The tide came in, and the mill turned all day long.\par}`
    expect((await readFormat('a.rtf', properties)).record).toMatchObject({
      title: 'On tides',
      author: [{ family: 'Roe', given: 'Jane' }],
      issued: null,
    })
  })

  it.each([
    [
      'TextEdit',
      String.raw`\cocoartf2709{\fonttbl\f0\fswiss\fcharset0 Helvetica;}\f0 Caf\'e9 \uc0\u55357 \u56832  was closed.\
\
And open.\
`,
      ['Café 😀 was closed.', 'And open.'],
    ],
    [
      'WordPad',
      String.raw`\ansicpg1251\deff0{\fonttbl{\f0\fnil\fcharset204 Calibri;}}\uc1\pard{\pntext\f0 1.\tab}{\*\pn\pnlvlbody{\pntxta.}}\'cf\'f0\'e8\'e2\'e5\'f2\par`,
      ['Привет'],
    ],
    [
      'LibreOffice',
      String.raw`{\fonttbl{\f3\froman\fcharset0 Liberation Serif;}}\pard\plain \s0{\rtlch \ltrch\loch
Stra\u223\'dfe \u8222\'84zu\u8220\'93.}
\par`,
      ['Straße „zu“.'],
    ],
    [
      'Japanese',
      String.raw`\ansicpg932\deff0{\fonttbl{\f0\fcharset128 MS;}{\f1\fcharset0 Arial;}}\uc2 \f0\'93\'fa\'96\'7b {\f1\'e9} \u26085\'93\'fa end.\par`,
      ['日本 é 日 end.'],
    ],
  ])('is read as programs write it: %s', async (_, body, expected) => {
    expect(await rtf(body)).toEqual(expected)
  })

  it('keeps text boxes, and a table that only lays out a page as paragraphs', async () => {
    const box = String.raw`Before.\par {\shp{\*\shpinst{\sp{\sn fBehind}{\sv 0}}{\shptxt\pard A box of words.\par}}{\shprslt{\*\do A box of words.}}}After it.\par`
    expect(await rtf(box)).toEqual(['Before.', 'After it.', 'A box of words.'])
    const layout = String.raw`\pard\intbl One cell that holds a paragraph.\par And another one.\cell\row\pard Below.\par`
    expect(await rtf(layout)).toEqual(['One cell that holds a paragraph.', 'And another one.', 'Below.'])
  })

  it('is read as far as it goes where it is cut off, and refused where it is something else', async () => {
    expect(await rtf(String.raw`{\b Hello there, {\i world.`)).toEqual(['Hello there, world.'])
    await expect(readFormat('a.rtf', 'Plain text.')).rejects.toMatchObject({ code: 'bad-document' })
    await expect(rtf('{'.repeat(5000))).rejects.toMatchObject({ code: 'bad-document' })
    await expect(rtf('x\\par '.repeat(150_001))).rejects.toMatchObject({ code: 'bad-document' })
  })

  it.each([
    ['groups', '{}'],
    ['paragraphs', '\\par '],
    ['cells', '\\intbl a\\cell '],
    ['rows', '\\intbl a\\cell b\\cell\\row '],
    ['bytes', "\\'e9"],
    ['characters', '\\u233? '],
    ['stars', '{\\*\\x a}'],
    ['notes', '{\\footnote x}'],
  ])('takes time in proportion to its length: %s', async (_, unit) => {
    const bytes = (size: number) => Buffer.from(`{\\rtf1 word ${unit.repeat(size)}}`)
    await expectGrowth((size) => rtfReader.extract({ path: 'a.rtf', bytes: bytes(size), ocr: false }), {
      size: 4000,
      factor: 8,
      below: 24,
    })
  })
})
