import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../src/domain/message.ts'
import { sourceId } from '../../src/domain/source.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { readSidecar } from '../../src/ingest/sidecar.ts'
import { prose } from './support/read.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const withSidecar = (sidecar: string) =>
  readDocument({
    id: sourceId('a'),
    path: 'a.txt',
    bytes: bytes(`A Headline of Its Own\n\n${prose[0]}\n`),
    sidecar: bytes(sidecar),
  })

describe('a sidecar', () => {
  it('overrides the fields that it states and leaves the others', () => {
    const source = withSidecar(
      JSON.stringify({
        author: [{ family: 'Doe', given: 'Jane' }, { literal: 'Harbour Board' }],
        'container-title': 'Coastal Courier',
        issued: { 'date-parts': [[2015, 3]] },
        URL: 'https://example.org/a',
        type: 'article-newspaper',
      }),
    )
    expect(source.record).toEqual({
      title: 'A Headline of Its Own',
      author: [{ family: 'Doe', given: 'Jane' }, { literal: 'Harbour Board' }],
      publisher: 'Coastal Courier',
      issued: '2015-03',
      issuedKind: null,
      URL: 'https://example.org/a',
      publication: { type: 'article-newspaper', 'container-title': 'Coastal Courier' },
    })
    expect(source.origin.warnings).toEqual([])
  })

  it('may be a list of one item, and may title what states no title', () => {
    const source = withSidecar(JSON.stringify([{ title: 'The Harbour' }]))
    expect([source.record.title, source.titleShown, source.titleIsDerived]).toEqual([
      'The Harbour',
      'The Harbour',
      false,
    ])
  })

  it.each([
    ['half a surrogate pair', 'Half \\ud800', 'Half \ufffd'],
    ['zero-width characters alone', '\\u200b\\u2060\\u3164', 'A Headline of Its Own'],
  ])('of a title of %s never titles a source so', (_, written, shown) => {
    const source = withSidecar(
      `{"title":"${written}","publisher":"${written}","author":[{"literal":"${written}"},{"family":"${written}","given":"Jo"}]}`,
    )
    expect(source.titleShown).toBe(shown)
    const isStated = shown.startsWith('Half')
    expect(source.record.publisher).toBe(isStated ? shown : null)
    expect(source.record.author).toEqual(
      isStated ? [{ literal: shown }, { family: shown, given: 'Jo' }] : [{ literal: 'Jo' }],
    )
  })

  it('of the year 0 or less states no date', () => {
    for (const issued of [{ 'date-parts': [[0]] }, { 'date-parts': [[-5, 1]] }, { raw: '0000' }, '0000'])
      expect(withSidecar(JSON.stringify({ issued })).record.issued).toBeNull()
  })

  it.each([
    ['no JSON', '{'],
    ['two items', '[{"title":"a"},{"title":"b"}]'],
    ['a text', '"Tides"'],
    ['a whole data base', JSON.stringify({ title: 'Tides', note: 'a'.repeat(70_000) })],
  ])('of %s is a warning and changes nothing', (_, sidecar) => {
    const source = withSidecar(sidecar)
    expect(source.record.title).toBe('A Headline of Its Own')
    expect(source.origin.warnings).toHaveLength(1)
    expect(source.origin.warnings.map(inEnglish)[0]).toMatch(/^The sidecar was ignored: /)
  })
})

describe('a field of a sidecar that cannot be read', () => {
  const whole = { title: 'The Tides', author: [{ family: 'Doe', given: 'Jane' }], publisher: 'Aber Press' }
  it.each([
    ['issued', { issued: { literal: 'forthcoming' } }],
    ['issued', { issued: { raw: '11/03/2015' } }],
    ['issued', { issued: { 'date-parts': [] } }],
    ['issued', { issued: true }],
    ['author.0.given', { author: [{ family: 'Doe', given: '' }] }],
    ['author.1', { author: [{ family: 'Doe' }, 5] }],
    ['author.1.family', { author: [{ family: 'Doe' }, { family: ['x'] }] }],
    ['URL', { URL: 'www.example.org/tides' }],
    ['URL', { URL: 'javascript:alert(1)' }],
    ['publisher', { publisher: 5 }],
    ['title', { title: 'Tide '.repeat(300) }],
    ['type', { type: 'paper' }],
    ['DOI', { DOI: 'soon' }],
    ['volume', { volume: ['12'] }],
    ['editor.0', { editor: [null] }],
    ['accessed', { accessed: { raw: 'yesterday' } }],
  ])('costs %s alone, and a warning names it: %j', (field, fault) => {
    const source = withSidecar(JSON.stringify({ ...whole, ...fault }))
    const { title, author, publisher } = source.record
    expect(title).toBe('title' in fault ? 'A Headline of Its Own' : whole.title)
    expect(author[0]).toMatchObject({ family: 'Doe' })
    expect(publisher).toBe('publisher' in fault ? null : whole.publisher)
    expect(source.origin.warnings.map(inEnglish)).toEqual([
      `${field} of the sidecar is not valid CSL-JSON, or too long, so it was ignored.`,
    ])
  })

  it('may be one that CSL-JSON does not have, but for those that programs keep for themselves', () => {
    const source = withSidecar(JSON.stringify({ ...whole, id: 'a', 'citation-key': 'b', titel: 'x', colour: 'red' }))
    expect(source.record.title).toBe(whole.title)
    expect(source.origin.warnings.map(inEnglish)).toEqual([
      'CSL-JSON has no such field, so it was ignored in the sidecar: titel, colour',
    ])
  })
})

describe('a sidecar with all that CSL-JSON has', () => {
  it('keeps it', () => {
    const publication = {
      type: 'article-journal',
      'container-title': 'Journal of Tides',
      volume: '12',
      issue: '3',
      page: '45–67',
      DOI: '10.1234/tides.5',
      ISSN: '1234-5678',
      'publisher-place': 'Aber',
      editor: [{ family: 'Gogh', 'non-dropping-particle': 'van', given: 'Vincent' }],
      accessed: '2015-01-02',
    }
    const source = withSidecar(
      JSON.stringify({
        ...publication,
        volume: 12,
        DOI: 'https://doi.org/10.1234/tides.5',
        accessed: { 'date-parts': [['2015', 1, 2]] },
        author: [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }, { literal: 'Smith, Jones and Sons' }],
        publisher: 'Aber Press',
      }),
    )
    expect(source.record).toMatchObject({
      author: [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }, { literal: 'Smith, Jones and Sons' }],
      publisher: 'Aber Press',
    })
    expect(source.record.publication).toEqual(publication)
    expect(source.origin.warnings).toEqual([])
  })
})

describe('the language of a source', () => {
  const read = (text: string, sidecar?: string) =>
    readDocument({
      id: sourceId('a'),
      path: 'a.md',
      bytes: bytes(text),
      sidecar: sidecar === undefined ? undefined : bytes(sidecar),
    }).language
  const german = 'Der Verein hat im Juni beschlossen, dass die Halle auch am Sonntag für alle geöffnet ist.'

  it('is told by its words', () => {
    expect(read(german)).toBe('de')
    expect(read(prose.join('\n\n'))).toBe('en')
  })

  it('is what front matter states instead, and what a sidecar states instead of both', () => {
    expect(read(`---\nlang: nl-BE\n---\n\n${german}`)).toBe('nl')
    expect(read(`---\nlang: nl\n---\n\n${german}`, '{"language": "es"}')).toBe('es')
    expect(read(`---\nlang: German\n---\n\n${german}`)).toBe('de')
  })
})

describe('a sidecar as Crossref writes it', () => {
  it('has lists for the title of a journal, and addresses in capitals', () => {
    const { record, warnings } = readSidecar(
      new TextEncoder().encode('{"container-title":["Tides"],"ISSN":["1234-5678","2"],"URL":"HTTPS://x.example/a"}'),
    )
    expect(record).toMatchObject({
      URL: 'HTTPS://x.example/a',
      publication: { 'container-title': 'Tides', ISSN: '1234-5678' },
    })
    expect(warnings).toEqual([])
  })
})
