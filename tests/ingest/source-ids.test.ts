import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceIds } from '../../src/ingest/folder/source-ids.ts'

const idsOf = (paths: readonly string[]) => sourceIds(paths, async () => {})
const ids = async (...paths: readonly string[]): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(await idsOf(paths))

describe('sourceIds', () => {
  it('are the paths without extension', async () => {
    expect(await ids('a.txt', 'sub/b.md', 'sub.v2/c.d.txt')).toEqual({
      'a.txt': 'a',
      'sub/b.md': 'sub/b',
      'sub.v2/c.d.txt': 'sub.v2/c.d',
    })
  })

  it('keep the extension where two would collide, for both', async () => {
    expect(await ids('a.txt', 'a.md', 'b.md')).toEqual({ 'a.txt': 'a.txt', 'a.md': 'a.md', 'b.md': 'b' })
  })

  it('of a bibliography keep it always, and leave the document beside it alone', async () => {
    expect(await ids('a.txt', 'a.bib', 'b.json', 'a.bib.txt')).toEqual({
      'a.txt': 'a',
      'a.bib': 'a.bib',
      'b.json': 'b.json',
      'a.bib.txt': 'a.bib.txt',
    })
  })

  it('keep it also where a longer id is the short one of another', async () => {
    expect(await ids('a.txt', 'a.md', 'a.txt.md')).toEqual({ 'a.txt': 'a.txt', 'a.md': 'a.md', 'a.txt.md': 'a.txt.md' })
  })

  it('are all different, whatever the paths and their order', () => {
    const path = fc
      .tuple(fc.constantFrom('a', 'b', 'a.txt', 'a.md', 's/a'), fc.constantFrom('.txt', '.md', '.TXT'))
      .map((parts) => parts.join(''))
    return fc.assert(
      fc.asyncProperty(fc.uniqueArray(path, { maxLength: 10 }), async (paths) => {
        const found = await idsOf(paths)
        expect(new Set(found.values()).size).toBe(paths.length)
        expect(new Map([...(await idsOf([...paths].reverse()))])).toEqual(new Map([...found]))
      }),
    )
  })
})
