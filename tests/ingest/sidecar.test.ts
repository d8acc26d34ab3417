import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../src/domain/message.ts'
import { sourceId } from '../../src/domain/source.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
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
    ['a wrong type', '{"title":5}'],
    ['an address that is none', '{"URL":"javascript:alert(1)"}'],
    ['an unclear date', '{"issued":{"raw":"11/03/2015"}}'],
    ['a title as long as a chapter', JSON.stringify({ title: 'Tide '.repeat(300) })],
    ['a whole data base', JSON.stringify({ title: 'Tides', note: 'a'.repeat(70_000) })],
  ])('of %s is a warning and changes nothing', (_, sidecar) => {
    const source = withSidecar(sidecar)
    expect(source.record.title).toBe('A Headline of Its Own')
    expect(source.origin.warnings).toHaveLength(1)
    expect(source.origin.warnings.map(inEnglish)[0]).toMatch(/^The sidecar was ignored: /)
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
