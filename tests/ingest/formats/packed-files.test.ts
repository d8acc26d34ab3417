import { zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { cpuTimeSince } from '../../support/cpu-time.ts'
import { expectGrowth } from '../../support/growth.ts'
import { documentXml, docxFile, para, table } from './support/docx-file.ts'
import { epubFile } from './support/epub-file.ts'
import { odtFile } from './support/odt-file.ts'
import { readFile, refusalOf } from './support/read-file.ts'
import { zipFile } from './support/zip-file.ts'

const rels = (target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`

/** A document of Word with this as its text. */
const withText = (xml: string | Uint8Array): Uint8Array =>
  zipFile({ '_rels/.rels': rels('word/document.xml'), 'word/document.xml': xml })

const sentence = 'The board met on Tuesday and agreed to report on the silt before the summer of that year.'

/** Letters that shrink to a quarter: the same ones come back further away than an archive looks. */
const noise = (length: number): Buffer => {
  const letters = Array.from({ length: 50_000 }, (_, at) => 'abcd'[((at * 2_654_435_761) >>> 13) & 3]).join('')
  return Buffer.alloc(length, letters)
}

/** Milliseconds of computing, and megabytes of memory more, that a refusal took. */
const costOf = async (bytes: Uint8Array): Promise<{ reason: string | null; cpu: number; memory: number }> => {
  const [memory, begun] = [process.memoryUsage().rss, process.cpuUsage()]
  let most = memory
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 5)
  const reason = await refusalOf('a.docx', bytes)
  clearInterval(watch)
  return { reason, cpu: cpuTimeSince(begun), memory: (Math.max(most, process.memoryUsage().rss) - memory) / 1e6 }
}

describe('an archive that was made to fill memory', () => {
  let bombs: readonly Uint8Array[] = []
  beforeAll(() => {
    // Half a million paragraphs, 41.5 MB of XML in 142 kB; a run of 300 MB in 292 kB.
    const paragraphs = `<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t>words</w:t></w:r></w:p>`
    bombs = [withText(documentXml(paragraphs.repeat(500_000))), withText(Buffer.alloc(300_000_000, 'a'))]
  })

  it.each([0, 1])('is refused for how much it grows, before it does (%i)', async (at) => {
    const bytes = bombs[at] as Uint8Array
    expect(bytes.length).toBeLessThan(400_000)
    const { reason, cpu, memory } = await costOf(bytes)
    expect(reason).toBe('It grows more than 100 times when it is unpacked, so it is not read.')
    expect(cpu).toBeLessThan(2000)
    expect(memory).toBeLessThan(150)
  })

  it('is refused for its size where it grows slowly', async () => {
    const { reason, memory } = await costOf(withText(noise(33_000_000)))
    expect(reason).toBe('It is larger than 30 MB when it is unpacked. Split it into smaller files.')
    expect(memory).toBeLessThan(150)
  })

  it('counts all parts that are read together', async () => {
    const styles = `<w:style><w:name w:val="${noise(15_900_000).toString()}"/></w:style>`
    const bytes = docxFile(`${para(sentence)}<!--${noise(15_900_000).toString()}-->`, { styles })
    expect(await refusalOf('a.docx', bytes)).toBe(
      'It is larger than 30 MB when it is unpacked. Split it into smaller files.',
    )
  })

  it('is refused for its many parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`word/media/${at}.png`, '']))
    expect(await refusalOf('a.docx', zipFile({ ...parts, 'word/document.xml': documentXml(para(sentence)) }))).toBe(
      'It has more than 2,000 parts, so it is not read.',
    )
  })

  it('does not open what is packed in it', async () => {
    const inner = zipSync({ a: Buffer.alloc(50_000_000) })
    const source = await readFile(
      'a.docx',
      zipFile({ 'word/document.xml': documentXml(para(sentence)), 'word/a.zip': inner }),
    )
    expect(source.text).toBe(sentence)
  })
})

describe('XML that was made to do harm', () => {
  it.each([
    ['expands without end', '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'],
    ['reads a file', '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['asks a server', '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'],
  ])('is refused where it %s', async (_, type) => {
    const xml = documentXml(para(sentence)).replace(/\n/, `\n${type}`)
    expect(await refusalOf('a.docx', withText(xml))).toBe(
      'Its part word/document.xml declares a document type of its own, so it is not read.',
    )
  })

  it('is refused where it is nested too deeply', async () => {
    const deep = (count: number): string =>
      '<w:sdt><w:sdtContent>'.repeat(count) + para(sentence) + '</w:sdtContent></w:sdt>'.repeat(count)
    expect(await refusalOf('a.docx', docxFile(deep(100)))).toBeNull()
    const { reason, cpu } = await costOf(docxFile(deep(40_000)))
    expect(reason).toBe('Its part word/document.xml is nested too deeply to be read.')
    expect(cpu).toBeLessThan(2000)
  })

  it('is refused where it has more elements than any document', async () => {
    const word = (at: number): string => ((at * 2_654_435_761) >>> 0).toString(36)
    const many = Array.from(
      { length: 80_000 },
      (_, at) => `<w:p><w:r><w:t>${word(at)} ${word(at * 7)}</w:t></w:r></w:p>${'<w:p/>'.repeat(4)}`,
    )
    const { reason, cpu, memory } = await costOf(docxFile(many.join('')))
    expect(reason).toBe('It has more than 500,000 elements. Split it into smaller files.')
    expect(cpu).toBeLessThan(2000)
    expect(memory).toBeLessThan(150)
  })

  it('is refused where the chapters of a book have more elements than any book', async () => {
    const chapter = `<h1>One</h1>${'<p>a</p>'.repeat(1000)}`
    const many = Array.from({ length: 400 }, (_, at) =>
      chapter.replaceAll('>a<', `>${(at * 2_654_435_761).toString(36)}<`),
    )
    expect(await refusalOf('a.epub', epubFile(many))).toBe(
      'It has more than 300,000 elements. Split it into smaller files.',
    )
  })

  it('is refused where it breaks off', async () => {
    expect(await refusalOf('a.docx', withText(documentXml(para(sentence)).slice(0, -30)))).toBe(
      'It is damaged: its part word/document.xml is no whole XML.',
    )
  })

  it.each([
    ['a.docx', (xml: string) => docxFile(table([[xml, 'a']]))],
    [
      'a.odt',
      (xml: string) =>
        odtFile(
          `<table:table><table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="999999999"><text:p>${xml}</text:p></table:table-cell></table:table-row></table:table>`,
        ),
    ],
  ] as const)('takes no more room than it has, whatever it says in %s', async (path, file) => {
    const source = await readFile(path, file(sentence))
    expect(source.text.length).toBeLessThan(20_000)
  })

  it.each([
    ['paragraphs of a document', 'a.docx', (count: number) => docxFile(para(sentence).repeat(count))],
    [
      'bold lines',
      'a.docx',
      (count: number) =>
        docxFile(para('<w:r><w:rPr><w:b/></w:rPr><w:t>Bold words</w:t></w:r>').repeat(count) + para(sentence)),
    ],
    [
      'fields without ends',
      'a.docx',
      (count: number) =>
        docxFile(
          para(
            '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>Words of text</w:t></w:r>',
          ).repeat(count),
        ),
    ],
    [
      'rows of a table',
      'a.docx',
      (count: number) => docxFile(table(Array.from({ length: count }, (_, at) => ['Ada Holt', `${at}`, 'Varde']))),
    ],
    [
      'items of lists',
      'a.odt',
      (count: number) =>
        odtFile(`<text:list><text:list-item><text:p>${sentence}</text:p></text:list-item></text:list>`.repeat(count)),
    ],
    [
      'paragraphs of a chapter',
      'a.epub',
      (count: number) => epubFile([`<h1>One</h1>${`<p>${sentence}</p>`.repeat(count)}`]),
    ],
    [
      'paragraphs without ends',
      'a.epub',
      (count: number) => epubFile([`<h1>One</h1>${`<p>${sentence}`.repeat(count)}`]),
    ],
  ] as const)('takes work that grows with the number of %s', async (_, path, file) => {
    await expectGrowth((count) => readFile(path, file(count)), { size: 100, factor: 8, below: 30 })
  })
})

describe('an archive that is not what it seems', () => {
  const bytes = (): Uint8Array => docxFile(para(sentence))

  it('is refused where a part is there twice', async () => {
    const doubled = Buffer.from(
      zipFile({ 'word/document.xml': documentXml(para(sentence)), 'word/documenz.xml': documentXml(para('Other.')) }),
    )
    const text = doubled.toString('latin1').replaceAll('word/documenz.xml', 'word/document.xml')
    expect(await refusalOf('a.docx', Buffer.from(text, 'latin1'))).toBe(
      'It has two parts named word/document.xml, so it is unclear which one counts.',
    )
  })

  it('is refused where it is encrypted, as a whole or in parts', async () => {
    const whole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4096)])
    expect(await refusalOf('a.docx', whole)).toBe(
      'It is protected with a password, or of an older format. Save it anew, without a password.',
    )
    const part = Buffer.from(zipFile({ 'word/document.xml': documentXml(para(sentence)) }))
    // The first bit of the flags, in the header of the part and in the list of parts.
    part.writeUInt16LE(part.readUInt16LE(6) | 1, 6)
    const listed = part.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
    part.writeUInt16LE(part.readUInt16LE(listed + 8) | 1, listed + 8)
    expect(await refusalOf('a.docx', part)).toBe('It is encrypted. Save it without a password.')
  })

  it('is refused where its list of parts is gone, or a part does not match it', async () => {
    expect(await refusalOf('a.docx', bytes().subarray(0, -60))).toBe(
      'It is damaged: the list of its parts, at its end, cannot be read.',
    )
    const stored = Buffer.from(
      zipSync({ 'word/document.xml': [Buffer.from(documentXml(para(sentence))), { level: 0 }] }),
    )
    const at = stored.indexOf('Tuesday')
    stored.write('Thursda', at)
    expect(await refusalOf('a.docx', stored)).toBe('It is damaged: its part word/document.xml cannot be unpacked.')
  })

  it('is refused where it lies about the size of a part', async () => {
    const file = Buffer.from(zipFile({ 'word/document.xml': documentXml(para(sentence).repeat(500)) }))
    const listed = file.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
    file.writeUInt32LE(100, listed + 24)
    expect(await refusalOf('a.docx', file)).toBe('It is damaged: its part word/document.xml cannot be unpacked.')
  })

  it.each([
    ['a.docx', 'It is a zip archive, but no Word document.'],
    ['a.odt', 'It is a zip archive, but no text document of OpenDocument.'],
    ['a.epub', 'It is a zip archive, but no EPUB book.'],
  ])('is refused where it is another archive than %s', async (path, reason) => {
    expect(await refusalOf(path, zipFile({ 'a.txt': sentence }))).toBe(reason)
  })

  it('is read where its names have other slashes and capitals', async () => {
    const odd = zipFile({
      '_rels\\.rels': rels('/Word/Document.xml'),
      '/word/document.xml': documentXml(para(sentence)),
    })
    expect((await readFile('a.docx', odd)).text).toBe(sentence)
  })
})
