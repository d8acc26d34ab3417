import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceIds } from '../../src/ingest/source-ids.ts'

const ids = (...paths: readonly string[]): Readonly<Record<string, string>> => Object.fromEntries(sourceIds(paths))

describe('sourceIds', () => {
  it('are the paths without extension', () => {
    expect(ids('a.txt', 'sub/b.md', 'sub.v2/c.d.txt')).toEqual({
      'a.txt': 'a',
      'sub/b.md': 'sub/b',
      'sub.v2/c.d.txt': 'sub.v2/c.d',
    })
  })

  it('keep the extension where two would collide, for both', () => {
    expect(ids('a.txt', 'a.md', 'b.md')).toEqual({ 'a.txt': 'a.txt', 'a.md': 'a.md', 'b.md': 'b' })
  })

  it('keep it also where a longer id is the short one of another', () => {
    expect(ids('a.txt', 'a.md', 'a.txt.md')).toEqual({ 'a.txt': 'a.txt', 'a.md': 'a.md', 'a.txt.md': 'a.txt.md' })
  })

  it('are all different, whatever the paths and their order', () => {
    const path = fc
      .tuple(fc.constantFrom('a', 'b', 'a.txt', 'a.md', 's/a'), fc.constantFrom('.txt', '.md', '.TXT'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 10 }), (paths) => {
        expect(new Set(sourceIds(paths).values()).size).toBe(paths.length)
        expect(new Map([...sourceIds([...paths].reverse())])).toEqual(new Map([...sourceIds(paths)]))
      }),
    )
  })
})
