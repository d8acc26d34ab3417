import { describe, expect, it } from 'vitest'
import { formatContract } from '../../contracts/document-format.ts'
import { epubFile } from './support/epub-file.ts'
import { load } from './support/formats.ts'
import { paragraphsOf, readFile, refusalOf, runsOf, warningsOf } from './support/read-file.ts'

const prose = (topic: string): string =>
  `The old pilot talked about ${topic} all night, and nobody on board believed a single word of what he told them.`

const read = (...args: Parameters<typeof epubFile>) => readFile('a.epub', epubFile(...args))

formatContract('EPUB books', load('epub'), () => ({
  path: 'pilot.epub',
  bytes: epubFile(
    [
      '<body epub:type="cover"><img src="a.jpg" alt="Cover"/></body>',
      `<h1>The Storm</h1><p>${prose('storms')}</p><p>The wind rose.<a epub:type="noteref" href="#n1">1</a> The sea fell.</p><aside epub:type="footnote" id="n1"><p>1. At four in the morning.</p></aside>`,
      `<h1>The Calm</h1><p>${prose('calms')}</p><p>Still the sea,<br/>and still the sail.</p>`,
    ],
    { metadata: '<dc:title>The Pilot</dc:title><dc:creator>Ann Holt</dc:creator><dc:language>en</dc:language>' },
  ),
  words: [
    'The Storm',
    prose('storms'),
    'The wind rose.',
    'The sea fell.',
    'At four in the morning.',
    'The Calm',
    prose('calms'),
    'Still the sea,',
    'and still the sail.',
  ],
}))

describe('the chapters of a book', () => {
  it('stand in the order of its spine, under their headings', async () => {
    const source = await read([`<h2>One</h2><p>${prose('a')}</p>`, `<h2>Two</h2><p>${prose('b')}</p>`])
    expect(source.paragraphs.map(({ section }) => section)).toEqual([['One'], ['Two']])
    expect(paragraphsOf(source)).toEqual([prose('a'), prose('b')])
  })

  it.each([false, true])(
    'have their titles from the table of contents where they have none (EPUB 2: %s)',
    async (isOld) => {
      const source = await read(
        [
          `<p>${prose('a')}</p>`,
          `<p class="number">CHAPTER II</p><p class="name">The Calm</p><p>${prose('b')}</p>`,
          `<p>${prose('c')}</p>`,
          `<h1>Own heading</h1><p>${prose('d')}</p>`,
        ],
        {
          isOld,
          contents: [
            [0, 'The Storm'],
            [1, 'Chapter II: The Calm'],
            [3, 'Another title'],
          ],
        },
      )
      expect(runsOf(source, 'heading')).toEqual(['The Storm', 'CHAPTER II\nThe Calm', 'Own heading'])
      expect(source.paragraphs.map(({ section }) => section[0])).toEqual([
        'The Storm',
        'CHAPTER II The Calm',
        'CHAPTER II The Calm',
        'Own heading',
      ])
    },
  )

  it('keep the lines of verse', async () => {
    const source = await read([
      `<h1>Poems</h1><p><span>The cold storms of winter</span><br/><span>shall chill him no more,</span></p><div class="stanza"><p>His woes and his sorrows,</p><p>his pains are all past.</p></div>`,
    ])
    expect(source.text).toContain('The cold storms of winter\nshall chill him no more,')
  })

  it('have raised marks of notes, and neither links back nor the numbers of printed pages', async () => {
    const source = await read([
      `<h1>One</h1><p>It rained.<sup><a epub:type="noteref" href="#a">2</a></sup> It <span epub:type="pagebreak" role="doc-pagebreak" id="p9">9</span>snowed.<a role="doc-noteref" href="#b">3</a> It froze<a href="x.xhtml#n4">4</a> twice, see <a href="x.xhtml#p5">5</a> (<a href="#p6">6</a>).</p><aside role="doc-footnote"><p>In May. <a role="doc-backlink" href="#c">Back</a></p></aside>`,
    ])
    expect(source.text).toBe('One\n\nIt rained.² It snowed.³ It froze⁴ twice, see 5 (6).\n\nIn May.')
  })

  it('are read with the signs that HTML names, and where they are no whole XML', async () => {
    const source = await read([
      `<h1>One</h1><p>Caf&eacute;&nbsp;&mdash; it rained<br>and <b>snowed</i>.<p>Then it froze &unknown; again.</body>`,
    ])
    expect(source.text).toBe('One\n\nCafé — it rained\nand snowed.\n\nThen it froze &unknown; again.')
  })

  it('are read as far as they are there', async () => {
    const { unzipSync, zipSync } = await import('fflate')
    const parts = unzipSync(epubFile([`<h1>One</h1><p>${prose('a')}</p>`, `<h1>Two</h1><p>${prose('b')}</p>`]))
    const { 'OEBPS/text/part 2.xhtml': _, ...rest } = parts
    const source = await readFile('a.epub', zipSync(rest))
    expect(paragraphsOf(source)).toEqual([prose('a')])
    expect(warningsOf(source)).toEqual(['A chapter is missing.'])
  })
})

describe('what is no text of a book', () => {
  const chapter = `<h1>One</h1><p>${prose('a')}</p>`
  const links = ['One', 'Two', 'Three', 'Four'].map((title) => `<p><a href="a.xhtml">${title}</a></p>`).join('')

  it.each([
    [
      'by its type',
      {
        body: '<body epub:type="frontmatter"><section epub:type="titlepage"><h1>The Pilot</h1><p>Ann Holt</p></section></body>',
      },
    ],
    ['by its role', { body: '<section role="doc-toc"><p>One</p><p>Two</p></section>' }],
    [
      'by the guide',
      {
        body: '<p>Copyright 2019 by Ann Holt</p>',
        guide: '<reference type="copyright-page" href="text/part%201.xhtml"/>',
      },
    ],
    ['by its name', { body: '<p>The Pilot</p><p>Ann Holt</p>', name: 'title_page01.xhtml' }],
    ['by its links', { body: `<h1>Inside</h1>${links}` }],
  ])('is known %s', async (_, { body, guide = '', name }: { body: string; guide?: string; name?: string }) => {
    const source = await read([body, chapter], { guide, isOld: true, names: name === undefined ? [] : [name] })
    expect(paragraphsOf(source)).toEqual([prose('a')])
    expect(source.runs[0]?.kind).toBe('boilerplate')
    expect(runsOf(source, 'heading')).toEqual(['One'])
  })

  it.each([
    ['a chapter about covers', `<h1>Covers</h1><p>${prose('covers')}</p>`.repeat(20), 'cover.xhtml'],
    [
      'a preface',
      `<section epub:type="preface"><h1>Preface</h1><p>${prose('prefaces')}</p></section>`,
      'preface.xhtml',
    ],
    [
      'a colophon',
      `<section epub:type="colophon"><h1>Colophon</h1><p>${prose('printing')}</p></section>`,
      'colophon.xhtml',
    ],
    [
      'a title page with an abstract',
      `<section epub:type="titlepage"><h1>The Pilot</h1><p>${prose('pilots')}</p></section>`,
      'a.xhtml',
    ],
    ['a text with links', `<h1>Sources</h1><p>${prose('sources')}</p>${links}`, 'a.xhtml'],
  ])('is not %s', async (_, body, name) => {
    const source = await read([body], { names: [name] })
    expect(runsOf(source, 'boilerplate')).toEqual([])
    expect(source.paragraphs.length).toBeGreaterThan(0)
  })
})

describe('what a book states of itself', () => {
  const chapter = `<h1>One</h1><p>${prose('a')}</p>`
  const recordOf = async (metadata: string) => (await read([chapter], { metadata })).record

  it('are title, authors, publisher, date, ISBN and language, in EPUB 3', async () => {
    const source = await read([chapter], {
      metadata: `<dc:title id="t1">A Novel</dc:title><meta refines="#t1" property="title-type">subtitle</meta><dc:title id="t2">The Pilot</dc:title><meta refines="#t2" property="title-type">main</meta><dc:creator id="c1">Ann van der Holt</dc:creator><meta refines="#c1" property="file-as">Holt, Ann van der</meta><meta refines="#c1" property="role" scheme="marc:relators">aut</meta><dc:creator id="c2">Bo Lind</dc:creator><meta refines="#c2" property="role">ill</meta><dc:contributor id="c3">Ida Ek</dc:contributor><meta refines="#c3" property="role">trl</meta><dc:contributor>calibre (5.0)</dc:contributor><dc:publisher>Harbour Press</dc:publisher><dc:date>2019-05-03T12:00:00Z</dc:date><meta property="dcterms:modified">2024-01-01T00:00:00Z</meta><dc:identifier>urn:isbn:978-3-16-148410-0</dc:identifier><dc:identifier>https://example.org/pilot</dc:identifier><dc:language>fr-CA</dc:language>`,
    })
    expect(source.record).toEqual({
      title: 'The Pilot',
      author: [{ family: 'Holt', given: 'Ann', 'dropping-particle': 'van der' }],
      publisher: 'Harbour Press',
      issued: '2019-05-03',
      issuedKind: 'published',
      URL: 'https://example.org/pilot',
      publication: {
        illustrator: [{ family: 'Lind', given: 'Bo' }],
        translator: [{ family: 'Ek', given: 'Ida' }],
        ISBN: '9783161484100',
      },
    })
    expect(source.language).toBe('fr-CA')
  })

  it('are these in EPUB 2', async () => {
    const record = await recordOf(
      `<dc:title>The Pilot</dc:title><dc:creator opf:role="aut" opf:file-as="Holt, Ann">Ann Holt</dc:creator><dc:creator opf:role="aut">Bo Lind</dc:creator><dc:date opf:event="modification">2021-01-01</dc:date><dc:date opf:event="publication">1998</dc:date><dc:identifier opf:scheme="ISBN">3-16-148410-X</dc:identifier>`,
    )
    expect(record).toMatchObject({
      author: [
        { family: 'Holt', given: 'Ann' },
        { family: 'Lind', given: 'Bo' },
      ],
      issued: '1998',
      publication: { ISBN: '316148410X' },
    })
  })

  it('are not what programs put in where nothing is known', async () => {
    const record = await recordOf(
      '<dc:title>Unknown</dc:title><dc:creator opf:role="aut">Unknown</dc:creator><dc:publisher>calibre</dc:publisher><dc:date>0101-01-01T00:00:00+00:00</dc:date><dc:identifier opf:scheme="uuid">1234567890123</dc:identifier><dc:language>UND</dc:language>',
    )
    expect(record).toMatchObject({ author: [], publisher: null, issued: null })
    expect(record.publication).toBeUndefined()
  })

  it('is a pen name as printed, whatever it is filed under', async () => {
    const record = await recordOf('<dc:creator opf:file-as="Clemens, Samuel">Mark Twain</dc:creator>')
    expect(record.author).toEqual([{ family: 'Twain', given: 'Mark' }])
  })
})

describe('a book that is protected', () => {
  const encryption = (algorithm: string, part: string): string =>
    `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><enc:EncryptedData xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${part}"/></enc:CipherData></enc:EncryptedData></encryption>`
  const book = (algorithm: string, part: string): Uint8Array =>
    epubFile([`<h1>One</h1><p>${prose('a')}</p>`], {
      parts: { 'META-INF/encryption.xml': encryption(algorithm, part) },
    })

  it('is refused, but not where only its fonts are disguised', async () => {
    const chapter = 'OEBPS/text/part%201.xhtml'
    expect(await refusalOf('a.epub', book('http://www.w3.org/2001/04/xmlenc#aes256-cbc', chapter))).toBe(
      'It is protected against copying (DRM), so its text cannot be read.',
    )
    expect(await refusalOf('a.epub', book('http://www.idpf.org/2008/embedding', 'OEBPS/font.otf'))).toBeNull()
    expect(await refusalOf('a.epub', book('http://www.w3.org/2001/04/xmlenc#aes256-cbc', 'OEBPS/film.mp4'))).toBeNull()
  })
})
