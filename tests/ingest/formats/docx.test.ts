import { describe, expect, it } from 'vitest'
import { formatContract } from '../../contracts/document-format.ts'
import { docxFile, inList, namespaces, para, run, table, usualStyles } from './support/docx-file.ts'
import { load } from './support/formats.ts'
import { paragraphsOf, readFile, runsOf, warningsOf } from './support/read-file.ts'

const prose = (topic: string): string =>
  `The harbour board met on Tuesday to talk about ${topic}, and it agreed to report on that again before the summer.`

const note = (id: number, text: string): string =>
  `<w:footnote w:id="${id}">${para(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`, 'FootnoteText')}</w:footnote>`

const noted = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`

const whole = (): Uint8Array =>
  docxFile(
    [
      para('Harbour Report', 'Title'),
      para('Dredging', 'Heading1'),
      para(run('The channel is four met') + run('res deep.') + noted(2) + run(' The silt comes from the river.')),
      para(prose('silt'), 'Normal', inList(2)),
      para('The costs', 'berschrift2'),
      table([
        ['Year', 'Cost'],
        ['2019', '12,000'],
        ['2020', '14,500'],
      ]),
      para(prose('fees')),
    ].join(''),
    { footnotes: note(2, 'Measured at low water in March.') },
  )

formatContract('Word documents', load('docx'), () => ({
  path: 'harbour.docx',
  bytes: whole(),
  words: [
    'Harbour Report',
    'Dredging',
    'The channel is four metres deep.',
    'The silt comes from the river.',
    prose('silt'),
    'Measured at low water in March.',
    'The costs',
    '14,500',
    prose('fees'),
  ],
}))

const read = (...args: Parameters<typeof docxFile>) => readFile('a.docx', docxFile(...args))

describe('the headings of a Word document', () => {
  it('are known by the outline of their style, whatever the style is called', async () => {
    const source = await read(
      para('Opening', 'Heading1') +
        para(prose('a')) +
        para('Wages', 'berschrift2') +
        para(prose('b')) +
        para('Ships', 'Kapitel') +
        para(prose('c')),
    )
    expect(source.paragraphs.map(({ section }) => section)).toEqual([['Opening'], ['Opening', 'Wages'], ['Ships']])
  })

  it.each([
    ['Überschrift 2', 'Titre 1'],
    ['Heading 2', 'heading 1'],
    ['Título 2', 'Überschrift1'],
  ])('are known by the names %s and %s where no outline is stated', async (second, first) => {
    const named = [first, second].map(
      (name, at) => `<w:style w:type="paragraph" w:styleId="S${at}"><w:name w:val="${name}"/></w:style>`,
    )
    const source = await read(
      para('Ports', 'S0') +
        para(prose('a')) +
        para('Piers', 'S1') +
        para(prose('b')) +
        para('Ropes', 'S0') +
        para(prose('c')),
      {
        styles: named.join(''),
      },
    )
    expect(source.paragraphs.map(({ section }) => section)).toEqual([['Ports'], ['Ports', 'Piers'], ['Ropes']])
  })

  it('are the title where the style says so, also in two paragraphs', async () => {
    const { record, paragraphs } = await read(
      para('Harbour', 'Title') +
        para('Report 2020', 'Title') +
        para('Dredging', 'Heading1') +
        para(prose('a')) +
        para('Fees', 'Heading1') +
        para(prose('b')),
    )
    expect(record.title).toBe('Harbour Report 2020')
    expect(paragraphs.map(({ section }) => section)).toEqual([['Dredging'], ['Fees']])
  })

  it('are no title where a style is only based on that of the title', async () => {
    const based = ['Subtitle', 'Author', 'Abstract Title'].map(
      (name) =>
        `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/><w:basedOn w:val="Title"/></w:style>`,
    )
    const source = await read(
      para('Harbour Report¹', 'Title').replace('¹</w:t></w:r>', `</w:t></w:r>${noted(2)}`) +
        para('On dredging', 'Subtitle') +
        para('Ann Holt', 'Author') +
        para('3 May 2018') +
        para(prose('a')),
      { styles: usualStyles + based.join(''), footnotes: note(2, 'Paid for by the board.') },
    )
    expect(source.record).toMatchObject({
      title: 'Harbour Report',
      author: [{ family: 'Holt', given: 'Ann' }],
      issued: '2018-05-03',
    })
    expect(paragraphsOf(source)).toEqual([prose('a'), 'Paid for by the board.'])
    expect(runsOf(source, 'title')).toEqual(['Harbour Report'])
  })

  it('are not the title where several are outermost', async () => {
    const { record } = await read(
      para('Dredging', 'Heading1') + para(prose('a')) + para('Fees', 'Heading1') + para(prose('b')),
    )
    expect(record.title).toBeNull()
  })

  it('are bold lines above text, but not the bold lines of a list or a form', async () => {
    const bold = (text: string): string => para(run(text, '<w:b/>'))
    const source = await read(
      [
        para(prose('a')),
        bold('Who pays'),
        para(prose('b')),
        bold('Name'),
        bold('Street'),
        bold('Town'),
        bold('Country'),
        para(prose('c')),
        bold('A whole sentence that is set in bold ends with a full stop.'),
        para(prose('d')),
      ].join(''),
    )
    expect(runsOf(source, 'heading')).toContain('Who pays')
    expect(paragraphsOf(source)).toContain('A whole sentence that is set in bold ends with a full stop.')
    expect(runsOf(source, 'heading')).not.toContain('Street')
  })
})

describe('the lists of a Word document', () => {
  const marks = async (body: string) => {
    const source = await read(para(prose('a')) + body)
    return source.text.split('\n\n').slice(1)
  }

  it('have their numbers and bullets as printed', async () => {
    const items = [
      para('Ropes are short.', '', inList(2)),
      para('Hemp is dear.', '', inList(2, 1)),
      para('Jute is cheap.', '', inList(2, 1)),
      para('Old jute rots.', '', inList(2, 2)),
      para('Sails are long.', '', inList(2)),
      para('Nails are few.', '', inList(1)),
      para('Buckets leak.', '', inList(1, 1)),
    ]
    expect(await marks(items.join(''))).toEqual([
      '1. Ropes are short.',
      'a) Hemp is dear.',
      'b) Jute is cheap.',
      'i. Old jute rots.',
      '2. Sails are long.',
      '• Nails are few.',
      '• Buckets leak.',
    ])
  })

  it('begin anew where the numbering does, and go on where it does not', async () => {
    const items = [
      para('Ropes are short.', '', inList(2)),
      para('Sails are long.', '', inList(2)),
      para('Masts are tall.', '', inList(3)),
      para('Keels are deep.', '', inList(3)),
    ]
    expect(await marks(items.join(''))).toEqual([
      '1. Ropes are short.',
      '2. Sails are long.',
      '1. Masts are tall.',
      '2. Keels are deep.',
    ])
  })

  it('number headings, whose numbers are read with them', async () => {
    const source = await read(
      para('Duties', 'Heading1', inList(4)) +
        para(prose('a')) +
        para('Of the master', 'berschrift2', inList(4, 1)) +
        para(prose('b')) +
        para('Rights', 'Heading1', inList(4)) +
        para(prose('c')),
    )
    expect(runsOf(source, 'heading')).toEqual(['Article I. Duties', '1.1 Of the master', 'Article II. Rights'])
  })
})

describe('the tables of a Word document', () => {
  it('keep rows together, and name the columns', async () => {
    const { text } = await read(
      para(prose('a')) +
        table([
          ['Ship', 'Master', 'Tons'],
          ['Ada', 'Holt', '120'],
          ['Bee', 'Lind', '80'],
        ]),
    )
    expect(text).toContain('| Ship | Master | Tons |\n| --- | --- | --- |\n| Ada | Holt | 120 |\n| Bee | Lind | 80 |')
  })

  it('name no columns where the first row is a value like the others', async () => {
    const { text } = await read(
      para(prose('a')) +
        table([
          ['Ship:', 'Ada'],
          ['Master:', 'Holt'],
          ['Port:', 'Varde'],
        ]),
    )
    expect(text).toContain('|  |  |\n| --- | --- |\n| Ship: | Ada |')
  })

  it('put merged cells where they begin, and a title across the table above it', async () => {
    const cell = (text: string, properties: string): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${para(text)}</w:tc>`
    const rows = [
      `<w:tr>${cell('Ships and their masters', '<w:gridSpan w:val="3"/>')}</w:tr>`,
      `<w:tr>${cell('Year', '')}${cell('Ship', '')}${cell('Tons', '')}</w:tr>`,
      `<w:tr>${cell('1901', '<w:vMerge w:val="restart"/>')}${cell('Ada', '')}${cell('120', '')}</w:tr>`,
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('Bee', '')}${cell('80', '')}</w:tr>`,
    ]
    const { text } = await read(`${para(prose('a'))}<w:tbl>${rows.join('')}</w:tbl>`)
    expect(text).toContain('Ships and their masters\n\n| Year | Ship | Tons |')
    expect(text).toContain('| 1901 | Ada | 120 |\n|  | Bee | 80 |')
  })

  it('are paragraphs where they have one cell, or lay out the page', async () => {
    const source = await read(
      table([[para(prose('boxes')) + para(prose('frames'))]]) +
        table([[para('Left', 'Heading1') + para(prose('left')), para('Right', 'Heading1') + para(prose('right'))]]) +
        table([[table([[prose('nested')]]), para(prose('beside'))]]),
    )
    expect(source.text).not.toContain('|')
    expect(paragraphsOf(source)).toEqual(['boxes', 'frames', 'left', 'right', 'nested', 'beside'].map(prose))
  })
})

describe('the notes of a Word document', () => {
  const footnotes = note(2, 'See the log of the pilot.') + note(3, 'It was sold in 1903.')

  it('stand at the end of their section, with marks in the text', async () => {
    const source = await read(
      [
        para('Pilots', 'Heading1'),
        para(run('The pilot came late.') + noted(2) + run(' The ship was old.') + noted(3)),
        para(prose('a')),
        para('Fees', 'Heading1'),
        para(prose('b')),
      ].join(''),
      { footnotes },
    )
    expect(paragraphsOf(source)).toEqual([
      'The pilot came late.¹ The ship was old.²',
      prose('a'),
      'See the log of the pilot.',
      'It was sold in 1903.',
      prose('b'),
    ])
    expect(source.paragraphs[3]?.section).toEqual(['Pilots'])
    expect(source.paragraphs[0]?.sentences.map(({ start, end }) => source.text.slice(start, end))).toEqual([
      'The pilot came late.¹',
      'The ship was old.²',
    ])
  })

  it('may hold tables, and lead to themselves without end', async () => {
    const own = `<w:footnote w:id="2">${para(run('See the table') + noted(2))}${table([
      ['Tide', 'Hour'],
      ['High', '4'],
      ['Low', '10'],
    ])}</w:footnote>`
    const { text } = await read(para(run(prose('a')) + noted(2)), { footnotes: own })
    expect(text).toContain('See the table')
    expect(text).toContain('| High | 4 |')
  })
})

describe('the text of a Word document', () => {
  it('is what is shown, whatever stands around it', async () => {
    const inside = [
      `<w:smartTag w:uri="u" w:element="place">${run('Nevada')}</w:smartTag>`,
      `<w:sdt><w:sdtPr/><w:sdtContent>${run(' and Utah')}</w:sdtContent></w:sdt>`,
      `<w:hyperlink r:id="rId9">${run(' are dry')}</w:hyperlink>`,
      `<w:customXml>${run(' and')}</w:customXml>`,
      run(' w\u00adide'),
      '<w:r><w:tab/><w:t>with</w:t><w:br/><w:t>salt</w:t><w:noBreakHyphen/><w:t>lakes.</w:t></w:r>',
      run('Hidden words.', '<w:vanish/>'),
      '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here.</w:t></w:r></w:sdtContent></w:sdt>',
      '<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>',
    ]
    const { text } = await read(para(inside.join('')), { header: 'CONFIDENTIAL' })
    expect(text).toBe('Nevada and Utah are dry and wide with\nsalt-lakes.a=b')
  })

  it('has the results of fields, but neither what they ask for nor page numbers', async () => {
    const field = (instruction: string, result: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const { text } = await read(
      para(
        run('See ') + field(' REF _Ref1 \\h ', 'Table 2') + run(' of the report') + field(' PAGE ', '7') + run('.'),
      ) +
        para(`${run('Signed on ')}<w:fldSimple w:instr=" DATE "> ${run('3 May')}</w:fldSimple>${run('.')}`) +
        para(`${run('It goes on.')}<w:r><w:fldChar w:fldCharType="begin"/></w:r>`) +
        para('The end was lost.'),
    )
    expect(text).toBe('See Table 2 of the report.\n\nSigned on 3 May.\n\nIt goes on.\n\nThe end was lost.')
  })

  it('has text boxes once, where two branches draw them', async () => {
    const box = `<w:txbxContent>${para(prose('boxes'))}</w:txbxContent>`
    const drawn = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(paragraphsOf(await read(para(run(prose('text')) + drawn)))).toEqual([prose('text'), prose('boxes')])
  })

  it('leaves the table of contents out, made by a field, in a control or in styles', async () => {
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${para('Contents', 'Heading1')}${para('Ropes 3')}</w:sdtContent></w:sdt>`
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`
    const source = await read(
      control +
        para(field + run('Sails 4')) +
        para(`${run('Masts 5')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`) +
        para('Keels 6', 'TOC1') +
        para('Ropes', 'Heading1') +
        para(prose('a')),
    )
    expect(runsOf(source, 'boilerplate')).toEqual(['Contents', 'Ropes 3', 'Sails 4', 'Masts 5', 'Keels 6'])
    expect(paragraphsOf(source)).toEqual([prose('a')])
  })

  it('leaves a typed table of contents out, and keeps the text below it', async () => {
    const entry = (text: string): string => para(`<w:r><w:t>${text}</w:t><w:tab/><w:t>4</w:t></w:r>`)
    const source = await read(
      para('Table of Contents', 'Heading1') +
        entry('Ropes') +
        para('With notes') +
        entry('Sails') +
        entry('Masts') +
        para('Ropes', 'Heading1') +
        para(prose('a')),
    )
    expect(runsOf(source, 'boilerplate')).toHaveLength(5)
    expect(paragraphsOf(source)).toEqual([prose('a')])
  })

  it('is read in the strict form of the format, and with other prefixes', async () => {
    const strict = docxFile(para(prose('a')))
    const { unzipSync, zipSync } = await import('fflate')
    const parts = unzipSync(strict)
    const renamed = Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [
        name,
        Buffer.from(
          Buffer.from(bytes)
            .toString()
            .replaceAll(
              'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
              'http://purl.oclc.org/ooxml/wordprocessingml/main',
            )
            .replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
              'http://purl.oclc.org/ooxml/officeDocument/relationships',
            )
            .replaceAll('xmlns:w=', 'xmlns:ns0=')
            .replaceAll(/(<\/?|\s)w:/g, '$1ns0:'),
        ),
      ]),
    )
    expect(namespaces).toContain('xmlns:w=')
    expect(paragraphsOf(await readFile('a.docx', zipSync(renamed)))).toEqual([prose('a')])
  })
})

describe('what a Word document says besides its text', () => {
  it('are tracked changes, read as accepted, with their number and authors', async () => {
    const by = 'w:id="1" w:author="Ann Holt" w:date="2020-01-01T00:00:00Z"'
    const source = await read(
      para(
        run('The fee is ') +
          `<w:del ${by}><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins ${by}>${run('twelve')}</w:ins><w:ins ${by}>${run(' crowns')}</w:ins>` +
          run(' a day.'),
      ) +
        para('Two lines that', '', `<w:rPr><w:del ${by}/></w:rPr>`) +
        para(' were joined.') +
        `<w:tbl><w:tr><w:trPr><w:del ${by}/></w:trPr><w:tc>${para('Gone.')}</w:tc></w:tr></w:tbl>`,
    )
    expect(paragraphsOf(source)).toEqual(['The fee is twelve crowns a day.', 'Two lines that were joined.'])
    expect(warningsOf(source)).toEqual([
      'It has tracked changes by Ann Holt (1 insertion, 2 deletions); they were read as accepted.',
    ])
  })

  it('are comments and pictures, which are counted', async () => {
    const picture = '<w:r><w:drawing><wp:inline><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r>'
    const source = await read(para(`${run(prose('a'))}<w:r><w:commentReference w:id="0"/></w:r>${picture}${picture}`))
    expect(warningsOf(source)).toEqual(['A comment was left out.', '2 pictures and charts were not read.'])
  })

  const core = (title: string, creator: string, created = '', modified = created): string =>
    `<dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator>${created && `<dcterms:created>${created}</dcterms:created><dcterms:modified>${modified}</dcterms:modified>`}`

  it('are its properties, where the text prints nothing else', async () => {
    const { record } = await read(para(prose('a')), { core: core('Harbour fees', 'Ann Holt', '2019-10-02T17:27:00Z') })
    expect(record).toMatchObject({
      title: 'Harbour fees',
      author: [{ family: 'Holt', given: 'Ann' }],
      issued: '2019-10-02',
      issuedKind: null,
    })
    const printed = await read(
      para('Fees of the harbour', 'Title') + para('By Bo Lind') + para('3 May 2018') + para(prose('a')),
      {
        core: core('Harbour fees', 'Ann Holt', '2019-10-02T17:27:00Z'),
      },
    )
    expect(printed.record).toMatchObject({
      title: 'Fees of the harbour',
      author: [{ family: 'Lind', given: 'Bo' }],
      issued: '2018-05-03',
    })
  })

  it.each([
    ['Microsoft Word - letter.doc', 'admin', '1980-01-01T00:00:00Z'],
    ['Untitled', 'Microsoft Office User', '2013-12-23T23:15:00Z'],
    ['[Document title]', 'python-docx', '0001-01-01T00:00:00Z'],
    ['minutes_final_v2', 'USER', ''],
    ['Document1', 'jdoe', ''],
  ])('are not believed where a program wrote them: %s, %s, %s', async (title, creator, created) => {
    const { record } = await read(para(prose('a')), { core: core(title, creator, created) })
    expect(record).toMatchObject({ title: null, author: [], issued: null })
  })

  it('are no date where the document was worked on for years', async () => {
    const { record } = await read(para(prose('a')), {
      core: core('', '', '2009-01-02T00:00:00Z', '2020-01-02T00:00:00Z'),
    })
    expect(record.issued).toBeNull()
  })

  it('choose the title among the lines of a cover', async () => {
    const lines = ['Harbour Department', 'Port of Varde East', 'Harbour Fees and Dues for Ships', 'Report to the Board']
    const { record } = await read(
      lines.map((line) => para(line)).join('') + para('May 2019') + para(prose('a')) + para(prose('b')),
      {
        core: core('Harbour Fees for Ships', ''),
      },
    )
    expect(record.title).toBe('Harbour Fees and Dues for Ships')
  })
})
