import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GivenFile } from '../../src/domain/curation.ts'
import { faultsOf } from '../../src/ingest/record-edits.ts'
import { filesAt } from '../../src/tools/library-files.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'

let scratch: LibraryFolder
beforeEach(async () => {
  scratch = await libraryFolder()
})
afterEach(() => scratch.discard())

const at = (...names: readonly string[]): string => join(scratch.path, ...names)
const given = (...paths: readonly string[]): Promise<readonly GivenFile[]> =>
  filesAt(paths, Readable.from([Buffer.from('From a pipe.')]), 'note.txt')

describe('the files to add', () => {
  it('are those of a folder and its subfolders by their paths, without what is no document', async () => {
    await mkdir(at('in'))
    for (const name of ['b.txt', 'a.md', 'in/c.txt', '.hidden.txt', 'program.exe']) await writeFile(at(name), 'Text.')
    expect((await given(scratch.path)).map(({ name }) => name)).toEqual(['a.md', 'b.txt', 'in/c.txt'])
  })

  it('have what a sidecar beside them states, and no sidecar is a file of its own', async () => {
    await writeFile(at('report.txt'), 'The harbour froze.')
    await writeFile(
      at('report.csl.json'),
      JSON.stringify({
        title: 'The ice',
        author: [{ family: 'Berg', given: 'Ann', 'non-dropping-particle': 'van den' }, { literal: 'Harbour Board' }],
        issued: { 'date-parts': [[1881, 4]] },
        publisher: 'Leith Press',
      }),
    )
    for (const path of [scratch.path, at('report.txt')]) {
      const files = await given(path)
      expect(files).toHaveLength(1)
      const edits = files[0]?.edits ?? {}
      expect(edits).toEqual({
        title: 'The ice',
        authors: 'van den Berg, Ann; Harbour Board',
        publisher: 'Leith Press',
        date: '1881-04',
      })
      expect(faultsOf(edits)).toEqual([])
    }
  })

  it('have nothing from a sidecar that cannot be read', async () => {
    await writeFile(at('report.txt'), 'The harbour froze.')
    await writeFile(at('report.csl.json'), '{')
    expect((await given(at('report.txt')))[0]?.edits).toEqual({})
  })

  it('may come from standard input, under a name of their own', async () => {
    const [piped] = await given('-')
    expect(piped?.name).toBe('note.txt')
    expect(new TextDecoder().decode(await piped?.bytes())).toBe('From a pipe.')
  })

  it('are refused with a reason when there are none', async () => {
    await expect(given(at('missing.txt'))).rejects.toMatchObject({ code: 'bad-argument' })
    await expect(given(scratch.path)).rejects.toMatchObject({ code: 'bad-argument' })
  })
})
