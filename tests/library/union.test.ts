import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Source, type SourceId, sourceId } from '../../src/domain/source.ts'
import { memoryLibrary } from '../../src/library/memory.ts'
import type { Library, ReadableLibrary } from '../../src/library/port.ts'
import { unionLibrary } from '../../src/library/union.ts'
import { libraryContract } from '../contracts/library.ts'
import { sourceOf } from '../support/engine.ts'

const hashOf = (id: SourceId): number => [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)

/** Three libraries as one that is changed, each source in one of them. */
const spreadLibrary = (partOf = hashOf): Library => {
  const parts = [memoryLibrary(), memoryLibrary(), memoryLibrary()]
  return {
    ...unionLibrary(parts),
    put: async (source) => parts[partOf(source.id) % parts.length]?.put(source),
    remove: async (id) => void (await Promise.all(parts.map((part) => part.remove(id)))),
  }
}

libraryContract('a union of three libraries', async () => spreadLibrary())

const paths = ['a.md', 'b.md', 'B.md', 'c/d.txt', 'e.txt', 'f.txt', 'g.txt']
const anySource = fc
  .tuple(fc.constantFrom(...paths), fc.constantFrom('Tides', 'Ferries'), fc.constantFrom('It came.', 'It sank.'))
  .map(([path, title, text]) => sourceOf(path, `# ${title}\n\n${text}\n`))
const anyChange = fc.oneof({ weight: 3, arbitrary: anySource }, { weight: 1, arbitrary: anySource.map(({ id }) => id) })

/** What a library says of itself and of some sources. */
const everythingOf = async (library: ReadableLibrary, sources: readonly Source[]) => {
  const pages = [0, 1, 2, 5, 9].flatMap((from) => [0, 1, 3, 20].map((count) => ({ from, count })))
  return {
    got: await Promise.all(sources.map(({ id }) => library.get(id))),
    byVersion: await Promise.all(['', 'a', '7', ...sources.map(({ version }) => version)].map(library.getByVersion)),
    size: await library.size(),
    all: await library.list(),
    pages: await Promise.all(pages.map(library.list)),
    names: await library.names(),
  }
}

const sharingIn = (library: ReadableLibrary, sources: readonly Source[]) =>
  sources.map((source) => [library.sharing(source, 'work'), library.sharing(source, 'author-date')])

const filled = async (...sources: readonly Source[]): Promise<Library> => {
  const library = memoryLibrary()
  for (const source of sources) await library.put(source)
  return library
}

describe('a union of libraries', () => {
  it('says of any sources, however they are spread and changed, what one library of them says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { maxLength: 14 }), fc.func(fc.nat(2)), async (changes, partOf) => {
        const [one, union] = [memoryLibrary(), spreadLibrary(partOf)]
        for (const change of changes)
          for (const library of [one, union])
            await (typeof change === 'string' ? library.remove(change) : library.put(change))
        const present = (await Promise.all((await one.list()).map(({ id }) => one.get(id)))) as readonly Source[]
        expect(await everythingOf(union, present)).toStrictEqual(await everythingOf(one, present))
        expect(sharingIn(union, present)).toEqual(sharingIn(one, present))
      }),
      { numRuns: 200 },
    )
  })

  it('says of sources that share ids what the first library that has each of them says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anySource), fc.array(anySource), async (before, behind) => {
        const [first, second] = [await filled(...before), await filled(...behind)]
        const ids = new Set(before.map(({ id }) => id))
        const others = behind.filter(({ id }) => !ids.has(id))
        const one = await filled(...before, ...others)
        const all = [...before, ...behind]
        const union = unionLibrary([first, second])
        expect(await everythingOf(union, all)).toStrictEqual(await everythingOf(one, all))
      }),
      { numRuns: 100 },
    )
  })

  it('gives the same names until a part changes, and then those of now', async () => {
    const [first, second] = [await filled(sourceOf('b.txt', 'It came.')), await filled(sourceOf('c.txt', 'It sank.'))]
    const union = unionLibrary([first, second])
    const [names, again] = await Promise.all([union.names(), union.names()])
    expect(again).toBe(names)
    await second.put(sourceOf('a.txt', 'It went.'))
    const changed = await union.names()
    expect(changed.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(await union.names()).toBe(changed)
  })

  it('asks its parts for no more cards than a page has', async () => {
    const parts = await Promise.all(
      [0, 1, 2].map((part) =>
        filled(
          ...Array.from({ length: 40 }, (_, i) => sourceOf(`s${String(3 * i + part).padStart(3, '0')}.txt`, 'It.')),
        ),
      ),
    )
    let listed = 0
    const counting = parts.map((part) => ({
      ...part,
      list: async (page?: Parameters<Library['list']>[0]) => {
        const cards = await part.list(page)
        listed += cards.length
        return cards
      },
    }))
    const cards = await unionLibrary(counting).list({ from: 50, count: 10 })
    expect(cards.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, i) => sourceId(`s0${50 + i}`)))
    expect(listed).toBe(10)
  })

  it('is its part, where there is one alone', () => {
    const part = memoryLibrary()
    expect(unionLibrary([part])).toBe(part)
  })
})
