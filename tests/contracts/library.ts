import { beforeEach, describe, expect, it } from 'vitest'
import { type Source, sourceId } from '../../src/domain/source.ts'
import { cardOf } from '../../src/domain/source-card.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import type { Library } from '../../src/library/port.ts'

const source = (id: string, text: string): Source =>
  readDocument({ id: sourceId(id), path: `${id}.txt`, bytes: new TextEncoder().encode(text) })

/** What every adapter of the Library port does. `open` gives an empty library. */
export const libraryContract = (name: string, open: () => Promise<Library>): void => {
  describe(`${name} keeps the Library contract`, () => {
    let library: Library
    beforeEach(async () => {
      library = await open()
    })

    it('is empty at first', async () => {
      expect(await library.list()).toEqual([])
      expect(await library.get(sourceId('a'))).toBeUndefined()
    })

    it('gives back what was put, equal in every field', async () => {
      const put = source('a', 'The tide came in at noon.')
      await library.put(put)
      expect(await library.get(sourceId('a'))).toEqual(put)
    })

    it('puts a source in the place of an earlier one of its id', async () => {
      await library.put(source('a', 'The tide came in at noon.'))
      await library.put(source('a', 'The tide went out at six.'))
      expect((await library.get(sourceId('a')))?.text).toBe('The tide went out at six.')
      expect((await library.list()).map(({ version }) => version)).toEqual([
        source('a', 'The tide went out at six.').version,
      ])
      expect(await library.size()).toBe(1)
    })

    it('gives the same text again after another source of its id was asked for', async () => {
      await library.put(source('a', 'The tide came in at noon.'))
      await library.get(sourceId('a'))
      await library.put(source('a', 'The tide went out at six.'))
      expect((await library.get(sourceId('a')))?.text).toBe('The tide went out at six.')
    })

    it('lists a card of each source', async () => {
      const put = source('a', '# Tides\n\nThe tide came in at noon. Nobody saw it.\n\nShare this')
      await library.put(put)
      expect(await library.list()).toEqual([cardOf(put)])
    })

    it('names each source, as it is now', async () => {
      const read = source('a', '# Tides\n\nThe tide came in at noon.')
      const put = { ...read, record: { ...read.record, publisher: 'Harbour Post', issued: '2014-05' } }
      await library.put(put)
      await library.put(source('B', 'The tide went out at six.'))
      expect(await library.names()).toEqual([
        { id: 'B', path: 'B.txt', titleShown: expect.stringContaining('The tide'), publisher: null, issued: null },
        { id: 'a', path: 'a.txt', titleShown: put.titleShown, publisher: 'Harbour Post', issued: '2014-05' },
      ])
      expect(await library.names()).toBe(await library.names())
      await library.put(source('a', 'Nothing came in at noon.'))
      await library.remove(sourceId('B'))
      expect((await library.names()).map(({ titleShown }) => titleShown)).toEqual([expect.stringContaining('Nothing')])
    })

    it('tells which sources would be cited alike, as they are now', async () => {
      const about = (id: string, issued: string, words: string) => {
        const read = source(id, `# Invoice\n\n${words}`)
        return { ...read, record: { ...read.record, title: 'Invoice', issued }, titleShown: 'Invoice' }
      }
      const [a, b, c] = [
        about('a', '2024', 'It is due.'),
        about('b', '2024', 'It was sent.'),
        about('c', '2024-05', 'So.'),
      ]
      for (const each of [b, c, a]) await library.put(each)
      expect([library.sharing(a, 'work'), library.sharing(a, 'author-date')]).toEqual([
        ['a', 'b'],
        ['a', 'b', 'c'],
      ])
      expect(library.sharing(c, 'work')).toEqual(['c'])
      await library.put(about('b', '2025', 'It was sent.'))
      expect(library.sharing(a, 'work')).toEqual(['a'])
      await library.remove(a.id)
      expect(library.sharing(c, 'author-date')).toEqual(['c'])
    })

    it('finds sources by how their version begins', async () => {
      const [a, b] = [source('a', 'The tide came in at noon.'), source('b', 'The tide went out at six.')]
      await library.put(b)
      await library.put(a)
      expect(await library.getByVersion('')).toEqual([a, b])
      expect(await library.getByVersion(a.version.slice(0, 4))).toEqual([a])
      expect(await library.getByVersion(a.version)).toEqual([a])
      expect(await library.getByVersion(`${a.version}0`)).toEqual([])
      await library.remove(a.id)
      expect(await library.getByVersion(a.version)).toEqual([])
    })

    it('lists by id in code unit order, whatever the order of putting', async () => {
      for (const id of ['b', 'Z', 'a/c', 'é', 'a', 'a-b']) await library.put(source(id, 'The tide came in at noon.'))
      expect((await library.list()).map(({ id }) => id)).toEqual(['Z', 'a', 'a-b', 'a/c', 'b', 'é'])
    })

    it('lists a part, as the whole list has it', async () => {
      for (const id of ['b', 'Z', 'é', 'a']) await library.put(source(id, 'The tide came in at noon.'))
      const idsOf = async (from: number, count: number) => (await library.list({ from, count })).map(({ id }) => id)
      expect(await idsOf(0, 2)).toEqual(['Z', 'a'])
      expect(await idsOf(2, 2)).toEqual(['b', 'é'])
      expect(await idsOf(3, 10)).toEqual(['é'])
      expect(await idsOf(4, 10)).toEqual([])
      await library.remove(sourceId('a'))
      await library.put(source('c', 'The tide went out at six.'))
      expect(await idsOf(0, 3)).toEqual(['Z', 'b', 'c'])
      expect(await library.list({ from: 1, count: 1 })).toEqual((await library.list()).slice(1, 2))
    })

    it('forgets a removed source, and only that one', async () => {
      await library.put(source('a', 'The tide came in at noon.'))
      await library.put(source('b', 'The tide went out at six.'))
      await library.remove(sourceId('a'))
      expect(await library.get(sourceId('a'))).toBeUndefined()
      expect((await library.list()).map(({ id }) => id)).toEqual(['b'])
    })

    it('takes the removal of an unknown id as done', async () => {
      await library.put(source('a', 'The tide came in at noon.'))
      await library.remove(sourceId('nobody'))
      expect(await library.list()).toHaveLength(1)
    })

    it('does not mistake names that objects have of themselves for sources', async () => {
      expect(await library.get(sourceId('constructor'))).toBeUndefined()
      expect(await library.get(sourceId('__proto__'))).toBeUndefined()
    })

    it('gives lists that later changes leave alone', async () => {
      await library.put(source('a', 'The tide came in at noon.'))
      const before = await library.list()
      await library.remove(sourceId('a'))
      expect(before).toHaveLength(1)
    })
  })
}
