import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Source, sourceId, sourceKey } from '../../src/domain/source.ts'
import { createSourceFinder } from '../../src/library/find-source.ts'
import { memoryLibrary } from '../../src/library/memory.ts'
import { expectGrowth } from '../support/growth.ts'
import { plainSource } from '../support/plain-source.ts'

const named = (id: string, title: string, publisher: string | null = null, issued: string | null = null): Source =>
  plainSource({ id, text: 'Nothing.', record: { title, publisher, issued } })

const shelf: readonly Source[] = [
  named('press/2014/uighur', 'Uighur scholar jailed for life', 'The Guardian', '2014-09-23'),
  named('press/2014/xinjiang', 'Explosions rock Xinjiang', 'The Guardian', '2014-09-22'),
  named('press/2009/uighur-riots', 'What the Uighur riots changed', 'Hindustan Times', '2009-07-10'),
  named('reports/orchard', 'Annual Report on the Orchard', 'Sörvik Kommun', '2014'),
  named('reports/greenhouse', 'Greenhouse ledger', null, '2011-05'),
  named('guardians', 'Guardians of the lido', 'Harbour Post'),
  named('notes', 'Zürich: Café Straße'),
]

const finderOver = async (sources: readonly Source[]) => {
  const library = memoryLibrary()
  for (const source of sources) await library.put(source)
  return { library, ...createSourceFinder(library) }
}
const { suggest } = await finderOver(shelf)
const idsFor = async (typed: string, uses?: ReadonlyMap<ReturnType<typeof sourceId>, number>) =>
  (await suggest(typed, 25, uses)).map(({ id }) => id)
const used = (counts: Readonly<Record<string, number>>) =>
  new Map(Object.entries(counts).map(([id, count]) => [sourceId(id), count]))

describe('what is typed', () => {
  it.each([
    ['a word of the title', 'scholar', ['press/2014/uighur']],
    ['the beginning of a word', 'expl', ['press/2014/xinjiang']],
    ['beginnings of several words, in any order', 'lif sch', ['press/2014/uighur']],
    ['a publisher', 'hindustan times', ['press/2009/uighur-riots']],
    ['a year', '2011', ['reports/greenhouse']],
    ['a month', '2014-09 uig', ['press/2014/uighur']],
    ['words of several fields', 'guardian 2014 uighur', ['press/2014/uighur']],
    ['an id with its path', 'reports/green', ['reports/greenhouse']],
    ['the name of a file', 'orchard.txt', ['reports/orchard']],
    ['a title without its accents', 'zurich cafe strasse', ['notes']],
    ['a publisher with other accents', 'sorvik', ['reports/orchard']],
    ['two words in one', 'annualreport', ['reports/orchard']],
    ['one word in two', 'green house', ['reports/greenhouse']],
    ['the inside of a word', 'reenhou', ['reports/greenhouse']],
    ['two neighbours in each other’s place', 'gaurdians', ['guardians']],
    ['a slip in a short word', 'ldio', ['guardians']],
    ['a slip in one word of several', 'hindustan tiems uighur', ['press/2009/uighur-riots']],
    ['a slip in a word that is not finished', 'xingji', ['press/2014/xinjiang']],
    ['a word that no source has, besides longer ones', 'explosions xinjiang map', ['press/2014/xinjiang']],
  ])('finds a source by %s', async (_, typed, ids) => {
    expect(await idsFor(typed)).toEqual(ids)
  })

  it.each(['zzzzzz', 'lid0x', 'the qqqqqqqq', '!?', '🙂', 'xyz'])(
    'that fits nothing offers nothing: %s',
    async (typed) => {
      expect(await idsFor(typed)).toEqual([])
    },
  )

  it('offers all sources for nothing, by title', async () => {
    expect(await idsFor('  ')).toEqual([
      'reports/orchard',
      'press/2014/xinjiang',
      'reports/greenhouse',
      'guardians',
      'press/2014/uighur',
      'press/2009/uighur-riots',
      'notes',
    ])
    expect(await suggest('', 2)).toHaveLength(2)
  })
})

describe('the order', () => {
  it('has the ones used most first, of all and of those that fit alike', async () => {
    const uses = used({ notes: 2, 'press/2009/uighur-riots': 5 })
    expect((await idsFor('', uses)).slice(0, 3)).toEqual(['press/2009/uighur-riots', 'notes', 'reports/orchard'])
    expect(await idsFor('uig')).toEqual(['press/2014/uighur', 'press/2009/uighur-riots'])
    expect(await idsFor('uig', uses)).toEqual(['press/2009/uighur-riots', 'press/2014/uighur'])
  })

  it('has what is called so before what is used, and names before publishers', async () => {
    const sources = [named('a', 'Report 1'), named('b', 'Report 12'), named('c', 'On ships', 'Report')]
    const { suggest } = await finderOver(sources)
    const uses = used({ b: 9, c: 50 })
    expect((await suggest('report 1', 25, uses)).map(({ id }) => id)).toEqual(['a', 'b'])
    expect((await suggest('repor', 25, uses)).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  })

  it('has one slip before two, however often the other is used', async () => {
    const { suggest } = await finderOver([named('near', 'Harbor'), named('far', 'Harpor')])
    const uses = used({ far: 100 })
    expect((await suggest('harbox', 25, uses)).map(({ id }) => id)).toEqual(['near', 'far'])
  })
})

describe('a library that changes', () => {
  it('is offered as it is at each key stroke', async () => {
    const { library, suggest } = await finderOver(shelf)
    const ids = async (typed: string) => (await suggest(typed, 25)).map(({ id }) => id)
    expect(await ids('scholar')).toEqual(['press/2014/uighur'])
    await library.remove(sourceId('press/2014/uighur'))
    expect(await ids('scholar')).toEqual([])
    await library.put(named('press/2014/uighur', 'A sentence of death'))
    expect(await ids('sentence')).toEqual(['press/2014/uighur'])
    expect(await ids('scholar')).toEqual([])
    for (let version = 0; version < 30; version += 1) await library.put(named('notes', `Draft ${version}`))
    expect(await ids('draft')).toEqual(['notes'])
    expect(await ids('draft 29')).toEqual(['notes'])
    for (const { id } of shelf) await library.remove(id)
    expect(await ids('')).toEqual([])
  })

  it('answers those who type while it changes', async () => {
    const { library, suggest } = await finderOver(shelf)
    const typing = ['u', 'ui', 'uig'].map((typed) => suggest(typed, 25))
    const [put] = [library.put(named('uig', 'Uig')), suggest('uig', 25)]
    await put
    for (const found of await Promise.all(typing)) expect(found.length).toBeGreaterThanOrEqual(2)
    expect((await suggest('uig', 25)).map(({ id }) => id)).toContain('uig')
  })
})

describe('any library', () => {
  const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })

  it('offers a source for every beginning of its title, and nothing that it does not have', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(title, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        async (titles, pick, cut) => {
          const { library, suggest } = await finderOver(titles.map((each, at) => named(`s${at}`, each)))
          const at = pick % titles.length
          const wanted = titles[at] as string
          const typed = wanted.slice(0, 1 + (cut % wanted.length))
          const found = (await suggest(typed, titles.length)).map(({ id }) => id)
          if (/[\p{L}\p{N}]/u.test(typed.normalize('NFKD'))) expect(found).toContain(`s${at}`)
          expect(new Set(found).size).toBe(found.length)
          await library.remove(sourceId(`s${at}`))
          expect((await suggest(typed, titles.length)).map(({ id }) => id)).not.toContain(`s${at}`)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('takes work that grows with its size', async () => {
    const grown = async (count: number) => {
      const { suggest } = await finderOver(
        Array.from({ length: count }, (_, at) => named(`n${at}`, `Title ${at} of many`)),
      )
      await suggest('titel of mnay 7', 25)
    }
    await expectGrowth(grown, { size: 250, factor: 4, below: 12 })
  })

  it.each(['a', 'a ', '\u0301', '/'])(
    'takes work that grows no faster than what is typed, such as %j',
    async (unit) => {
      const typed = (size: number) => suggest(unit.repeat(size / unit.length), 25)
      await expectGrowth(typed, { size: 12_500, factor: 8, below: 30 })
    },
  )
})

describe('a source that is named', () => {
  it.each([
    ['by its id', 'press/2014/uighur'],
    ['by its file', 'UIGHUR.txt'],
    ['by its path', 'press/2014/uighur.txt'],
    ['by its title, whatever the capitals', ' uighur scholar JAILED for life '],
  ])('is found %s', async (_, name) => {
    const { find } = await finderOver(shelf)
    expect((await find(name)).id).toBe('press/2014/uighur')
  })

  it('is found by its id even where another is titled so', async () => {
    const { find } = await finderOver([named('minutes', 'Notes'), named('b', 'minutes')])
    expect((await find('minutes')).id).toBe('minutes')
    expect((await find('MINUTES').catch((error: { code: string }) => error.code)) as unknown).toBe('unknown-source')
  })

  it('is found by its key, which is typed like any name', async () => {
    const id = `reports/${'x'.repeat(200)}\u202e`
    const { find, suggest } = await finderOver([...shelf, named(id, 'Tides')])
    const key = sourceKey(sourceId(id))
    expect((await find(` ${key.toUpperCase()} `)).id).toBe(id)
    expect((await suggest(key, 5)).map((source) => source.id)).toEqual([id])
    await expect(find(sourceKey(sourceId('nobody')))).rejects.toMatchObject({ code: 'unknown-source' })
  })

  it('may have a name without letters', async () => {
    const { find } = await finderOver([named('a', '🙂'), named('b', '???')])
    expect((await find('🙂')).id).toBe('a')
    expect((await find('???')).id).toBe('b')
  })

  it('is asked for again where several are called so, or none', async () => {
    const { find } = await finderOver([named('b', 'Minutes'), named('a', 'Minutes'), named('c', 'Minute book')])
    await expect(find('minutes')).rejects.toMatchObject({ code: 'unknown-source', suggestions: ['a', 'b'] })
    await expect(find('minuts book')).rejects.toMatchObject({ code: 'unknown-source', suggestions: ['c'] })
    await expect(find('')).rejects.toMatchObject({ code: 'unknown-source' })
    await expect(find('x'.repeat(100_000))).rejects.toMatchObject({ code: 'unknown-source', suggestions: [] })
  })
})
