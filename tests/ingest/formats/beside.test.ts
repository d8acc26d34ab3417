import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Source } from '../../../src/domain/source.ts'
import type { DocumentState } from '../../../src/ingest/folder/document-state.ts'
import { openFolder } from '../../../src/ingest/folder/folder.ts'
import { type LibraryFolder, libraryFolder } from '../../support/library-folder.ts'
import { prose } from '../support/read.ts'
import { sourceReader } from '../support/source-reader.ts'
import { warningsOf } from './read-format.ts'

const bib = `
@article{mills, title={Tide {M}ills of the {W}est Coast}, author={Roe, Jane}, year=2019, file={Full Text:files/3/Roe - mills.txt:text/plain}}
@book{lind2001, title={A History}, author={Lind, Tom}, year={2001}}
@article{byDoi, title={Some Result}, author={Bo, Ann}, doi={10.5555/XYZ.1}, year={2010}}
@article{byTitle, title={On Buoys and the Marks of the {C}hannel}, author={Sund, Mira}, year={2015}}
@article{shareOne, title={A Title That Two of These Share}, author={Bo, Ann}, year={2010}}
@article{shareTwo, title={A Title That Two of These Share}, author={Coe, Tim}, year={2012}}
`

let library: LibraryFolder
let known: Map<string, DocumentState>
let sources: Map<string, Source>

beforeEach(async () => {
  library = await libraryFolder({
    'refs.bib': bib,
    'Roe - mills.txt': `Mills\n\n${prose[0]}`,
    'lind2001.md': `# Notes\n\n${prose[1]}`,
    'paper.txt': `Something else\n\nhttps://doi.org/10.5555/xyz.1.\n\n${prose[0]}`,
    'buoys.txt': `ON BUOYS AND THE MARKS\nOF THE CHANNEL\n\n${prose[1]}`,
    'two.txt': `A title that two of these share\n\n${prose[0]}`,
    'none.txt': `Introduction\n\n${prose[0]}`,
    'sub/lind2001.txt': prose[0],
    'package.json': '{"name": "x"}',
  })
  known = new Map()
  sources = new Map()
})
afterEach(() => library.discard())

/** Reads the folder, and tells what was read. */
const sync = async () => {
  const put: string[] = []
  const folder = await openFolder(
    library.path,
    sourceReader(),
    {
      onRead: () => {},
      onUnread: () => {},
      onPut: async (read) => {
        for (const source of read) sources.set(source.id, source)
        put.push(...read.map(({ id }) => id))
      },
      onRemove: async (id) => void sources.delete(id),
      onRefusals: async () => {},
    },
    { watch: false, known },
  )
  await folder.close()
  return { put: put.sort(), refusals: folder.refusals() }
}

const record = (id: string) => {
  const { title, author, issued } = sources.get(id)?.record ?? {}
  return [title, author?.map((name) => ('family' in name ? name.family : name.literal)).join(), issued]
}

describe('a bibliography beside documents', () => {
  it('states their records: by file name, by key, by DOI and by title', async () => {
    expect((await sync()).refusals).toEqual([])
    expect(record('Roe - mills')).toEqual(['Tide Mills of the West Coast', 'Roe', '2019'])
    expect(record('lind2001')).toEqual(['A History', 'Lind', '2001'])
    expect(record('paper')).toEqual(['Some Result', 'Bo', '2010'])
    expect(record('buoys')).toEqual(['On Buoys and the Marks of the Channel', 'Sund', '2015'])
    expect(record('none')[0]).toBe('Introduction')
    expect(sources.get('sub/lind2001')?.record.author).toEqual([])
    expect([...sources.keys()]).toContain('refs.bib#lind2001')
    expect([...sources.keys()].filter((id) => id.startsWith('package'))).toEqual([])
  })

  it('states nothing where two of its entries fit, and says so', async () => {
    await sync()
    const source = sources.get('two')
    expect(record('two')).toEqual(['A title that two of these share', '', null])
    expect(source && warningsOf(source)).toEqual([
      'Several entries of the bibliography beside it fit, so none of them was used.',
    ])
  })

  it('yields to a sidecar', async () => {
    await library.write('lind2001.csl.json', '{"title": "Stated by Hand"}')
    await sync()
    expect(record('lind2001')).toEqual(['Stated by Hand', 'Lind', '2001'])
  })

  it('is read again when it changes or goes, with the documents beside it and no others', async () => {
    await sync()
    expect((await sync()).put).toEqual([])
    await library.write('refs.bib', bib.replace('{Lind, Tom}', '{Lind, Thomas}'))
    const { put } = await sync()
    expect(put).toContain('lind2001')
    expect(put).not.toContain('sub/lind2001')
    expect(put.filter((id) => id.startsWith('refs.bib'))).toEqual(['refs.bib#lind2001'])
    expect(sources.get('lind2001')?.record.author).toEqual([{ family: 'Lind', given: 'Thomas' }])
    await library.remove('refs.bib')
    await sync()
    expect(record('lind2001')[1]).toBe('')
    expect([...sources.keys()].filter((id) => id.startsWith('refs.bib'))).toEqual([])
  })

  it('leaves a folder without documents empty where its JSON is something else', async () => {
    const other = await libraryFolder({ 'package.json': '{"name": "x"}' })
    library.discard()
    library = other
    expect((await sync()).refusals).toHaveLength(1)
    expect(sources.size).toBe(0)
  })
})
