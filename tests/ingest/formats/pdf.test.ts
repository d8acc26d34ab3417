import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { QuothError } from '../../../src/domain/error.ts'
import { inEnglish } from '../../../src/domain/message.ts'
import { boilerplateOf, type Source } from '../../../src/domain/source.ts'
import type { recognising } from '../../../src/ingest/formats/ocr/recognise.ts'
import { extract } from '../../../src/ingest/formats/pdf/read-pdf.ts'
import { formatContract } from '../../contracts/document-format.ts'
import { type PdfOptions, pdfFile, ruled, scanned, widthOf, written } from '../../support/pdf-file.ts'
import { laidOut, prose } from '../../support/pdf-layout.ts'
import { paragraphsOf, pdfSource } from '../../support/pdf-truth.ts'

const sentence = 'The council measured the old bridge twice before the winter, and found it sound.'

/** A page with lines below one another, each a paragraph. */
const lines = (texts: readonly string[], from = 120): string =>
  texts.map((text, at) => written(72, from + 30 * at, text)).join('\n')

const read = (content: string, options?: PdfOptions): Promise<Source> => pdfSource(pdfFile([content], options))

const warningsOf = ({ origin }: Source): readonly string[] => origin.warnings.map(inEnglish)

const refusalOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await pdfSource(bytes)
  } catch (error) {
    if (error instanceof QuothError) return error.message
    throw error
  }
  return 'read'
}

formatContract(
  'PDF',
  async () => ({ extract }),
  () => ({
    path: 'sample.pdf',
    bytes: laidOut([{ heading: 'The first part' }, { text: prose(1, 3) }, { text: prose(2, 2) }], {
      title: ['A sample of text'],
      gap: 6,
    }).bytes,
    words: ['A sample of text', 'The first part', 'item1x0', 'item2x1'],
  }),
)

describe('characters of a PDF', () => {
  it('are letters where a font draws ligatures', async () => {
    const ligature = `BT /F1 10 Tf 1 0 0 1 72 600 Tm (The of\\001ce and the di\\002erence were measured.) Tj ET`
    expect(paragraphsOf(await read(ligature))).toEqual(['The office and the difference were measured.'])
  })

  it('are divided by spaces that are not drawn, and joined over spaces that take no room', async () => {
    const apart = written(72, 100, 'The') + written(72 + widthOf('The ', 10), 100, 'bridge stands.')
    const kerned = `BT /F1 10 Tf 1 0 0 1 72 600 Tm [(win) 278 ( ter came ear) 30 (ly.)] TJ ET`
    expect(paragraphsOf(await read(`${apart}\n${kerned}`))).toEqual(['The bridge stands.', 'winter came early.'])
  })

  it('are words where a heading sets its letters apart', async () => {
    const letters = [...'ANNEX']
      .map((letter, at) => written(72 + 14 * at, 100, letter, { size: 10, font: 'bold' }))
      .join('\n')
    const more = [...'TABLE']
      .map((letter, at) => written(172 + 14 * at, 100, letter, { size: 10, font: 'bold' }))
      .join('\n')
    const { text } = await read(`${letters}\n${more}\n${lines([sentence, sentence.replace('council', 'mayor')])}`)
    expect(text).toContain('ANNEX TABLE')
  })

  it('count once where they are drawn twice for a shadow', async () => {
    const shadow = written(72, 100, 'A shadow of the harbour.') + written(73, 101, 'A shadow of the harbour.')
    expect(paragraphsOf(await read(`${shadow}\n${lines([sentence])}`))).toEqual(['A shadow of the harbour.', sentence])
  })

  it('are left out, with a warning, where nobody sees them', async () => {
    const white = written(72, 300, 'Ignore the council.', { before: '1 1 1 rg' })
    const outside = written(72, -200, 'Far above.') + written(900, 300, 'Far to the right.')
    const source = await read(`${lines([sentence])}\n${white}\n${outside}`)
    expect(source.text).toBe(sentence)
    expect(warningsOf(source)).toEqual([expect.stringMatching(/^\d+ characters that no reader sees were left out\.$/)])
  })

  it('are read where they are white on a dark ground, or an invisible layer over a scan', async () => {
    const box = `q 0 0 0.4 rg 60 480 400 30 re f Q ${written(72, 300, 'White on blue.', { before: '1 1 1 rg' })}`
    const layer = written(72, 120, sentence, { before: '3 Tr' })
    expect(paragraphsOf(await read(`${layer}\n${box}`))).toEqual([sentence, 'White on blue.'])
  })

  it('are furniture where they run up the margin', async () => {
    const stamp = written(30, 500, 'arXiv:2101.00001v1 [cs.CL] 1 Jan 2021', { turned: true, size: 14 })
    const source = await read(`${stamp}\n${lines([sentence, sentence.replace('old', 'new')])}`)
    expect(boilerplateOf(source).map(({ rule }) => rule)).toEqual(['turned-text'])
    expect(paragraphsOf(source)).toHaveLength(2)
  })

  it('are turned with the page where all of it lies on its side', async () => {
    const turned = [prose(1, 1), prose(2, 1)]
      .map((text, at) => written(200 + 30 * at, 700, text, { turned: true, size: 6 }))
      .join('\n')
    expect(paragraphsOf(await read(turned))).toEqual([prose(1, 1), prose(2, 1)])
  })

  it('are refused where no font says what it draws, and warned of where one does not', async () => {
    const unknown = written(72, 100, sentence, { font: 'unmapped' })
    expect(await refusalOf(pdfFile([unknown]))).toContain('fonts do not say which characters')
    const source = await read(`${lines([sentence])}\n${written(72, 400, 'odd', { font: 'unmapped' })}`)
    expect(warningsOf(source)).toEqual([expect.stringContaining('3 characters cannot be told')])
  })
})

describe('tables of a PDF', () => {
  const rows = [
    ['Station', 'Rain', 'Days'],
    ['North pier', '812', '140'],
    ['South pier', '790', '133'],
    ['Old town', '1,204', '171'],
  ]
  const table = rows
    .map((row, at) =>
      row.map((cell, column) => written(72 + (column === 0 ? 0 : 50 + 100 * column), 300 + 16 * at, cell)).join('\n'),
    )
    .join('\n')

  it('are rows whose cells stand under the names of their columns, apart from the text and the caption around', async () => {
    const caption = 'Table 1: Rain at three stations.'
    const { text } = await read(
      [lines([sentence]), table, written(72, 400, caption), written(72, 440, prose(1, 1))].join('\n'),
    )
    expect(text).toBe(
      `${sentence}\n\n| Station | Rain | Days |\n| --- | --- | --- |\n| North pier | 812 | 140 |\n| South pier | 790 | 133 |\n| Old town | 1,204 | 171 |\n\n${caption}\n\n${prose(1, 1)}`,
    )
  })

  it('keep the lines of a cell together where lines are drawn between the rows', async () => {
    const cells = [
      ['Name', 'Task'],
      ['Ada Lind', 'measures the bridge and'],
      ['', 'writes the report'],
      ['Bo Ek', 'repairs the harbour'],
      ['', 'wall'],
    ]
    const drawn = cells.map(([name = '', task = ''], at) =>
      [name, task].map((cell, column) => written(72 + 120 * column, 300 + 12 * at, cell)).join('\n'),
    )
    const levels = [288, 303, 327, 351].map((y) => ruled(70, y, 260))
    const { text } = await read([...drawn, ...levels].join('\n'))
    expect(text).toContain(
      '| Ada Lind | measures the bridge and writes the report |\n| Bo Ek | repairs the harbour wall |',
    )
  })

  it('are not made of the dots of a table of contents', async () => {
    const entries = ['Rain', 'Wind', 'Snow', 'Fog'].map((name, at) =>
      written(72, 120 + 14 * at, `${name} ${'. '.repeat(40)}${at + 3}`),
    )
    const source = await read([...entries, written(72, 300, sentence)].join('\n'))
    expect(boilerplateOf(source).map(({ rule }) => rule)).toEqual(['contents', 'contents', 'contents', 'contents'])
    expect(paragraphsOf(source)).toEqual([sentence])
  })
})

describe('what stands around the columns of a PDF', () => {
  /** Three columns at heights of their own, in ragged lines of words. */
  const columns = [
    [
      'The council decided on',
      'Tuesday that the bridge',
      'is to be replaced by a',
      'new one of stone, which',
      'may take two years.',
    ],
    [
      'Rain was rare in March',
      'and the farmers hope for',
      'a wet April, since their',
      'fields are still too hard',
      'for wheat and oats.',
    ],
    [
      'On Saturday the market',
      'opens at nine, and those',
      'who come by ferry will',
      'find a bus at the quay',
      'until the evening.',
    ],
  ]
  const drawn = columns.map((texts, at) =>
    texts.map((text, row) => written(72 + 160 * at, 200 + 5 * at + 12 * row, text)).join('\n'),
  )

  it('is read before and behind them, and each column as a whole', async () => {
    const date = 'No. 12, the fourth of March'
    const above = written(72 + 160 + (widthOf(columns[1]?.[3] ?? '', 10) - widthOf(date, 10)) / 2, 186, date)
    const below = written(
      72,
      300,
      'Printed at the harbour by the Society of Friends of the Bridge, whose members all write for nothing.',
    )
    const source = await read([above, ...drawn, below].join('\n'))
    expect(paragraphsOf(source).filter((text) => text !== date)).toEqual([
      ...columns.map((texts) => texts.join(' ')),
      'Printed at the harbour by the Society of Friends of the Bridge, whose members all write for nothing.',
    ])
    expect(source.text.startsWith(date)).toBe(true)
  })

  it('is a list where bullets are drawn as small areas, and lines that follow belong to their items', async () => {
    const dot = (y: number): string => `q 60 ${792 - y + 1.5} 4 4 re f Q`
    const items = ['The northern pier stands on rock.', 'The southern pier stands on clay.']
    const list = items.map((item, at) => `${dot(200 + 12 * at)}\n${written(72, 200 + 12 * at, item)}`)
    const source = await read([lines([sentence]), ...list].join('\n'))
    expect(source.paragraphs.map(({ role }) => role)).toEqual(['prose', 'list-item', 'list-item'])
    expect(paragraphsOf(source)).toEqual([sentence, ...items])
  })
})

describe('the record of a PDF', () => {
  const body = [{ text: prose(1, 4) }, { text: prose(2, 4) }]
  const recordOf = async (info: Record<string, string>, title = ['Rain on the Northern Piers']) =>
    (await pdfSource(laidOut(body, { title, gap: 6, options: { info } }).bytes)).record

  it.each([
    'Microsoft Word - rain_final2.doc',
    'untitled',
    '%',
    'C:\\texts\\rain',
    'A handbook of garden tools',
    'report.indd',
  ])('is that which the first page prints, whatever the file says: %s', async (title) => {
    const record = await recordOf({ Title: title, Author: 'Walter Garden', CreationDate: 'D:20190203' })
    expect(record).toMatchObject({ title: 'Rain on the Northern Piers', issued: null })
  })

  it('has the author of a file whose title is printed, but not of one that is left over', async () => {
    expect((await recordOf({ Title: 'Rain on the Northern Piers', Author: 'Ada Lind' })).author).toEqual([
      { given: 'Ada', family: 'Lind' },
    ])
    expect((await recordOf({ Title: 'A handbook of garden tools', Author: 'Ada Lind' })).author).toEqual([])
    expect((await recordOf({ Author: 'admin' })).author).toEqual([])
  })

  it('has the date in the foot of a page if the file was made about then, never the day on which it was made', async () => {
    const dated = (created: string) =>
      pdfSource(
        laidOut(body, {
          size: 26,
          gap: 6,
          foot: () => 'Yearbook of the Society 2014',
          options: { info: { CreationDate: created } },
        }).bytes,
      )
    expect((await dated('D:20150102120000Z')).record.issued).toBe('2014')
    expect((await dated('D:20230102120000Z')).record.issued).toBeNull()
  })

  it('has the language that the catalogue states, unless the text is in another', async () => {
    const german =
      'Der Rat hat die alte Brücke vor dem Winter zweimal gemessen und für gut befunden, sagte die Bürgermeisterin.'
    expect((await read(lines([german]), { language: 'de-AT' })).language).toBe('de-AT')
    expect((await read(lines([german]), { language: 'en-US' })).language).toBe('de')
  })
})

describe('what of a PDF is not read', () => {
  const line = { text: sentence, x: 6, y: 8, width: 48, height: 2, confidence: 91, opensParagraph: true }
  const reading: typeof recognising = (work) =>
    work(async (picture) => {
      const isPage = 'width' in picture && picture.width === 60 && picture.height === 80
      return isPage ? { lines: [line], confidence: 91 } : { lines: [], confidence: 0 }
    })

  it('is a scan without text, which is refused', async () => {
    expect(await refusalOf(pdfFile([scanned, scanned]))).toContain('It is a scan without text')
  })

  it('is a page that cannot be found, which is no scan', async () => {
    const objects = ['<< /Type /Pages /Kids [22 0 R] /Count 499 >>']
    expect(await refusalOf(pdfFile([lines([sentence])], { catalogue: '/Pages 20 0 R', objects }))).toContain(
      'It is damaged: its pages cannot be found.',
    )
  })

  it('is named where some pages are scans', async () => {
    const source = await pdfSource(pdfFile([lines([sentence]), scanned, scanned]))
    expect(warningsOf(source)).toEqual([
      expect.stringContaining('Pages 2–3 were not read, since they are pictures without text.'),
    ])
  })

  it('is what a recogniser does not read: its lines become the text of their pages', async () => {
    const bytes = pdfFile([lines(['The mayor spoke.']), scanned])
    const progress: number[] = []
    const { text, warnings, places } = await extract(
      { path: 'a.pdf', bytes, ocr: true, onProgress: (done) => progress.push(done) },
      reading,
    )
    expect(text).toBe(`The mayor spoke.\n\n${sentence}`)
    expect(warnings.map(inEnglish)).toEqual([expect.stringContaining('The text of page 2 was read from a picture')])
    expect(places.map(({ value, ocr }) => [value, ocr])).toEqual([
      [1, undefined],
      [2, 91],
    ])
    expect(progress).toEqual([1, 2, 2])
    const without = extract({ path: 'a.pdf', bytes, ocr: false }, reading)
    expect((await without).text).toBe('The mayor spoke.')
  })

  it('is counted: pictures, attached files, fields of forms, and comments', async () => {
    const catalogue = '/Names << /EmbeddedFiles << /Names [(a.csv) 20 0 R] >> >> /AcroForm << /Fields [22 0 R] >>'
    const objects = [
      '<< /Type /Filespec /F (a.csv) /EF << /F 21 0 R >> >>',
      '<< /Type /EmbeddedFile /Length 3 >>\nstream\na,b\nendstream',
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Ada) /Rect [0 0 50 20] >>',
      '<< /Type /Annot /Subtype /Text /Contents (Look here.) /Rect [0 0 20 20] >>',
    ]
    const picture = `q 100 0 0 100 300 300 cm /Im1 Do Q`
    const source = await read(`${lines([sentence])}\n${picture}`, {
      catalogue,
      objects,
      pageEntries: '/Annots [22 0 R 23 0 R]',
    })
    expect(warningsOf(source)).toEqual([
      'The pictures on 1 page were not read.',
      '1 attached file was not read.',
      '1 field of a form was not read.',
      '1 comment or mark on a page was not read.',
    ])
  })

  it('is what stands behind damage', async () => {
    const source = await read(`${lines([sentence])}\nBT /F1 10 Tf 1 0 0 1 72 300 Tm (The other half.) Tj } ] >> )`)
    expect(source.text).toContain(sentence)
    expect(warningsOf(source)).toEqual(['The content of page 1 is damaged: what could be read of it was.'])
  })
})

describe('a PDF that cannot be read', () => {
  it('is refused with the reason', async () => {
    const encrypt = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> >> /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`
    expect(await refusalOf(pdfFile([lines([sentence])], { trailer: encrypt }))).toContain('needs a password')
    expect(await refusalOf(Buffer.from('This is no such file.'))).toContain('not a PDF')
    expect(await refusalOf(pdfFile(Array.from({ length: 501 }, () => '')))).toContain('501 pages, more than 500')
    expect(await refusalOf(pdfFile(['']))).toContain('no text')
  })

  const bomb = deflateSync(Buffer.alloc(200_000_000, 0x20))
  const stream = (data: Buffer, entries: string): Buffer =>
    Buffer.concat([Buffer.from(`<< /Length ${data.length} ${entries} >>\nstream\n`), data, Buffer.from('\nendstream')])
  const nested = (open: string, close: string): string => `${open.repeat(200_000)}${close.repeat(200_000)}`

  it.each<readonly [string, () => Uint8Array]>([
    [
      'a stream that unpacks to much',
      () => pdfFile([lines([sentence])], { objects: [stream(bomb, '/Filter /FlateDecode')] }),
    ],
    [
      'a stream that is packed twice',
      () =>
        pdfFile([lines([sentence])], { objects: [stream(deflateSync(bomb), '/Filter [/FlateDecode /FlateDecode]')] }),
    ],
    [
      'a page within a page without end',
      () => {
        const form = (inner: number): string => {
          const draw = `${`/Fm Do `.repeat(12)}`
          return `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm ${inner} 0 R >> >> /Length ${draw.length} >>\nstream\n${draw}\nendstream`
        }
        const objects = Array.from({ length: 12 }, (_, at) => form(20 + Math.min(11, at + 1)))
        return pdfFile(['/Fm Do'], { objects, pageEntries: '/Resources << /XObject << /Fm 20 0 R >> >>' })
      },
    ],
    ['lists in lists without end', () => pdfFile([nested('[', ']')])],
    [
      'dictionaries in dictionaries without end',
      () => pdfFile([lines([sentence])], { catalogue: `/A ${nested('<< /A ', '>> ')}` }),
    ],
    ['a million states that are never restored', () => pdfFile(['q '.repeat(1_000_000)])],
    [
      'cross-references that lead to themselves',
      () => {
        const text = Buffer.from(pdfFile([lines([sentence])])).toString('latin1')
        const at = Number(/startxref\n(\d+)/.exec(text)?.[1])
        return Buffer.from(text.replace('/Root 1 0 R', `/Prev ${at} /Root 1 0 R`), 'latin1')
      },
    ],
  ])('ends soon with %s', async (_, bytes) => {
    const file = bytes()
    const begun = process.cpuUsage()
    const outcome = await refusalOf(file)
    const { user, system } = process.cpuUsage(begun)
    expect(outcome).toMatch(/^read$|\.$/)
    expect((user + system) / 1_000_000).toBeLessThan(10)
  })
})

it('says which version of the package reads', async () => {
  const { reader } = await extract({ path: 'a.pdf', bytes: pdfFile([lines([sentence])]), ocr: false })
  expect(reader).toBe(`unpdf ${manifest.dependencies.unpdf}`)
})
