import { describe, expect, it, vi } from 'vitest'
import packages from '../../../package.json' with { type: 'json' }
import { inEnglish } from '../../../src/domain/message.ts'
import { sourceId } from '../../../src/domain/source.ts'
import { partsOf } from '../../../src/ingest/document-parts.ts'
import * as bibliographyReader from '../../../src/ingest/formats/bibliography/read-bibliography.ts'
import { readAnyDocument } from '../../../src/ingest/read-document.ts'
import { formatContract } from '../../contracts/document-format.ts'
import { expectGrowth } from '../../support/growth.ts'
import { paragraphsOf, warningsOf } from './read-format.ts'

const bib = String.raw`%% Created by BibDesk
@comment{jabref-meta: databaseType:bibtex;}
@string{jt = "Journal of " # {Tides}}

@article{roe2019mills,
  author    = {Roe, Jane and L{\o}nn, T{\'o}m and others},
  title     = {{T}ide Mills of the {W}est \& the Coast},
  journal   = jt, year = 2019, month = mar, pages = "77--82",
  doi = {10.1234/tides.77},
  file = {Full Text:files/3/roe.pdf:application/pdf}, date-added = {2020-01-01},
  abstract  = {Mills ground corn twice a day. They used the ebb, which cost 5\% less.},
}
@inproceedings{part, crossref = {whole}, title = {A Part of It}, author = "Ann Bo"}
@proceedings{whole, title = {Proceedings of the Whole}, year = {2001}, publisher = {Dock Press}}
@book{open, title = {Never {closed}, author = {Ann Bo}
@book(last, title = {The Last One}, author = {{Harbour Board}}, year = {c. 1999})
`

formatContract(
  'bibliographies',
  async () => bibliographyReader,
  () => ({
    path: 'refs.bib',
    bytes: Buffer.from(bib),
    words: [
      'Tide Mills of the West & the Coast',
      'They used the ebb, which cost 5% less.',
      'title: A Part of It',
      'The Last One',
    ],
  }),
)

/** The entries of a bibliography as sources, by their keys; `null` for one that is refused. */
const entriesOf = async (path: string, content: string) => {
  const parts = [...(partsOf({ id: sourceId(path), path, bytes: Buffer.from(content) }) ?? [])]
  const read = parts.map(async (part) => {
    const source = await readAnyDocument({ ...part, path }).catch(() => null)
    return [part.id.slice(path.length + 1), source] as const
  })
  return new Map(await Promise.all(read))
}

describe('a bibliography', () => {
  it('becomes a source an entry: its fields as written, its abstract, and the record', async () => {
    const entries = await entriesOf('refs.bib', bib)
    expect([...entries.keys()]).toEqual(['roe2019mills', 'part', 'whole', 'open', 'last'])
    const source = entries.get('roe2019mills')
    if (!source) throw new Error('no source')
    expect(paragraphsOf(source)).toEqual([
      'author: Roe, Jane and Lønn, Tóm and others | title: Tide Mills of the West & the Coast | journal: Journal of Tides | year: 2019 | month: March | pages: 77–82 | doi: 10.1234/tides.77',
      'Mills ground corn twice a day. They used the ebb, which cost 5% less.',
    ])
    expect(source.record).toMatchObject({
      title: 'Tide Mills of the West & the Coast',
      author: [
        { family: 'Roe', given: 'Jane' },
        { family: 'Lønn', given: 'Tóm' },
      ],
      publisher: 'Journal of Tides',
      issued: '2019-03',
      publication: { type: 'article-journal', DOI: '10.1234/tides.77', page: '77-82' },
    })
    expect(source.language).toBe('en')
    expect(warningsOf(source)).toEqual([])
    expect(source.origin.reader).toBe(`@citation-js/core ${packages.dependencies['@citation-js/core']}`)
  })

  it('takes from an entry that another refers to what that one leaves out', async () => {
    const part = (await entriesOf('refs.bib', bib)).get('part')
    expect(part?.record).toMatchObject({ title: 'A Part of It', issued: '2001' })
    expect(part?.record.publication?.['container-title']).toBe('Proceedings of the Whole')
  })

  it('loses no more than what cannot be read, and says so', async () => {
    const entries = await entriesOf('refs.bib', bib)
    expect(entries.get('open')).toBeNull()
    const last = entries.get('last')
    expect(last?.record).toMatchObject({ title: 'The Last One', author: [{ literal: 'Harbour Board' }] })
    const damaged = await entriesOf('a.bib', '@book{a, title = {A Whole Title}, author = {Ann Bo}, note = {open\n')
    expect(damaged.get('a')?.record.title).toBe('A Whole Title')
    const odd = await entriesOf(
      'a.bib',
      String.raw`@misc{a, title = {On $x^2$ \unknown{things} }, author = {Bo, Ann}, year = {soon}}`,
    )
    expect(odd.get('a')?.record.author).toEqual([{ family: 'Bo', given: 'Ann' }])
  })

  it('prints nothing and asks no network, whatever an entry says', async () => {
    const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) => vi.spyOn(console, level))
    const fetched = vi.spyOn(globalThis, 'fetch')
    await entriesOf(
      'a.bib',
      '@strange{a, title = {10.1234/x}, url = {https://example.org}, weird = {Q42}}\n@misc{b, title={',
    )
    await entriesOf('a.ris', 'TY  - NONSENSE\nTI  - x y z\nDO  - 10.1234/x\nER  - \n')
    for (const spy of [...printed, fetched]) expect(spy).not.toHaveBeenCalled()
  })

  it('may be RIS', async () => {
    const ris =
      'TY  - JOUR\r\nAU  - Roe, Jane\r\nAU  - Lind, Tom\r\nTI  - Tide Mills of the West\r\nT2  - Journal of Tides\r\nPY  - 2019\r\nSP  - 77\r\nEP  - 82\r\nAB  - Mills ground corn\r\ntwice a day.\r\nER  - \r\n\r\nTY  - BOOK\r\nID  - bo2001\r\nTI  - Harbour Cranes\r\nER  - \r\n'
    const entries = await entriesOf('refs.ris', ris)
    expect([...entries.keys()][1]).toBe('bo2001')
    const [first] = [...entries.values()]
    if (!first) throw new Error('no source')
    expect(paragraphsOf(first)).toEqual([
      'author: Roe, Jane; Lind, Tom | title: Tide Mills of the West | journal: Journal of Tides | year: 2019 | pages: 77-82',
      'Mills ground corn twice a day.',
    ])
    expect(first.record).toMatchObject({
      title: 'Tide Mills of the West',
      issued: '2019',
      publisher: 'Journal of Tides',
    })
  })

  it('may be CSL-JSON, as Zotero exports it; other JSON is no document', async () => {
    const item = {
      id: 'http://zotero.org/users/1/items/AB12',
      type: 'article-journal',
      title: 'On <i>buoys</i>',
      author: [{ family: 'Sund', given: 'Mira' }],
      issued: { 'date-parts': [['2020', 5, 1]] },
      'container-title': 'Sea Marks',
      abstract: 'Buoys mark the channel.',
    }
    const entries = await entriesOf('items.json', JSON.stringify([item, { type: 'book' }], null, 2))
    const source = entries.get('AB12')
    if (!source) throw new Error('no source')
    expect(paragraphsOf(source)).toEqual([
      'title: On buoys | author: Mira Sund | issued: 2020-05-01 | container-title: Sea Marks',
      'Buoys mark the channel.',
    ])
    expect(source.record).toMatchObject({ title: 'On buoys', issued: '2020-05-01', publisher: 'Sea Marks' })
    for (const other of ['{"name": "x", "version": "1"}', '[{"type": "button", "id": 1}]', '[1, 2]', '{', 'true'])
      expect(await entriesOf('package.json', other)).toEqual(new Map())
  })

  it('names each entry by its key, also where two share one or it has none', async () => {
    const entries = await entriesOf('a.bib', '@book{k, title={A B}}\n@book{k, title={C D}}\n@book{, title={E F}}')
    const [first, second, third] = [...entries.keys()]
    expect([first, second]).toEqual(['k', 'k-2'])
    expect(third).toMatch(/^[0-9a-z]{10}$/)
  })

  it('is refused with more entries than people collect, and bounded in what macros make', async () => {
    expect(() => [
      ...(partsOf({ id: sourceId('a'), path: 'a.bib', bytes: Buffer.from('@a{b,\n'.repeat(50_001)) }) ?? []),
    ]).toThrow()
    const bomb = Array.from({ length: 60 }, (_, at) => `@string{m${at + 1} = m${at} # m${at}}\n`).join('')
    const entries = await entriesOf('a.bib', `@string{m0 = "x"}\n${bomb}@book{a, title = {A B}, note = m60}`)
    expect(entries.has('a')).toBe(true)
  })

  it.each([
    ['braces', 'a.bib', '{}'],
    ['open braces', 'a.bib', '{'],
    ['backslashes', 'a.bib', '\\'],
    ['fields', 'a.bib', '}, f = {'],
    ['records', 'a.ris', '\nER  - \nTY  - BOOK\nTI  - x y'],
    ['items', 'a.json', ',{}'],
  ])('is divided in time in proportion to its length: %s', async (_, path, unit) => {
    const openings = {
      'a.bib': '@book{a, title = {x',
      'a.ris': 'TY  - BOOK\nTI  - a b',
      'a.json': '[{"type":"book","id":1,"title":"x"}',
    }
    const read = (size: number) => {
      const bytes = Buffer.from(openings[path as keyof typeof openings] + unit.repeat(size))
      return [...(partsOf({ id: sourceId('a'), path, bytes }) ?? [])].length
    }
    await expectGrowth(read, { size: 10_000, factor: 8, below: 24 })
  })

  it('says the English message of what it leaves out', async () => {
    const { warnings } = await bibliographyReader.extract({
      path: 'a.bib',
      bytes: Buffer.from('@book{a, title = {A Whole Title}, note = {open\n'),
      ocr: false,
    })
    expect(warnings.map(inEnglish)).toEqual(['Something of the entry cannot be read, so it was left out.'])
  })
})
