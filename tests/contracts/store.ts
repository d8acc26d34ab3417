import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import { documentId, type LibraryId, type StoredDocument, visibleToAll } from '../../src/domain/stored-document.ts'
import type { Changed, NewDocument, Store } from '../../src/store/port.ts'

const quota = { documents: 1000, bytes: 1_000_000 }
const here: LibraryId = 'server:1'
const there: LibraryId = 'server:2'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const newDocument = (id: string, more: Partial<NewDocument> = {}): NewDocument => ({
  id: documentId(id),
  name: `${id}.txt`,
  bytes: bytes(`The text of ${id}.`),
  visibility: visibleToAll,
  edits: {},
  title: `On ${id}`,
  readAs: [{ source: sourceId(id), version: `${id}0123456789` }],
  ...more,
})

const by = (at: number, person = '10') => ({ by: person, at })

const document = (changed: Changed): StoredDocument => {
  if (changed.kind !== 'changed') throw new Error(`it is ${changed.kind}`)
  return changed.document
}

/**
 * What every adapter of the Store port does.
 * @param open opens an empty one, and how to close it
 */
export const storeContract = (
  name: string,
  open: () => Promise<{ readonly store: Store; close(): Promise<void> }>,
): void => {
  describe(`${name} keeps the Store contract`, () => {
    let store: Store
    let close: () => Promise<void>
    beforeEach(async () => {
      const opened = await open()
      store = opened.store
      close = opened.close
    })
    afterEach(() => close())

    it('has nothing at first', async () => {
      expect(await store.libraries()).toEqual([])
      expect(await store.revision(here)).toBe(0)
      expect(await store.documents(here)).toEqual([])
      expect(await store.removed(here)).toEqual([])
      expect(await store.usage(here)).toEqual({ documents: 0, bytes: 0 })
      expect(await store.get(here, documentId('a'))).toBeUndefined()
      expect(await store.audit(here, { from: 0, count: 9 })).toEqual({ entries: [], of: 0 })
    })

    it('gives back what was added, to the last field and byte', async () => {
      const given = newDocument('a', {
        name: 'reports/ä “1”.txt',
        visibility: { channels: ['7'], roles: ['9'] },
        edits: { title: '’; -- \u0000', authors: 'Roe, Jane' },
        bytes: new Uint8Array([0, 255, 10, 13]),
      })
      const added = document(await store.add(here, given, by(5), quota))
      expect(added).toMatchObject({ id: 'a', name: given.name, visibility: given.visibility, edits: given.edits })
      expect(added).toMatchObject({ removedAt: null, version: { number: 1, bytes: 4, by: '10', at: 5, title: 'On a' } })
      expect(await store.documents(here)).toEqual([added])
      expect(await store.get(here, added.id)).toEqual(added)
      expect(await store.original(here, added.version.sha256)).toEqual(Buffer.from(given.bytes))
      expect(await store.usage(here)).toEqual({ documents: 1, bytes: 4 })
    })

    it('grows in revision with every change, of that library alone', async () => {
      const revisions: number[] = []
      const changes = [
        () => store.add(here, newDocument('a'), by(1), quota),
        () => store.edit(here, documentId('a'), { title: 'X' }, 'title: X', by(2)),
        () => store.setVisibility(here, documentId('a'), { channels: ['1'], roles: [] }, '', by(3)),
        () => store.remove(here, documentId('a'), by(4)),
        () => store.restore(here, documentId('a'), by(5), quota),
        () => store.erase(here, documentId('a'), by(6)),
      ]
      for (const change of changes) {
        expect((await change()).kind).toBe('changed')
        revisions.push(await store.revision(here))
      }
      expect(revisions).toEqual([1, 2, 3, 4, 5, 6])
      expect(await store.revision(there)).toBe(0)
      const { entries } = await store.audit(here, { from: 0, count: 9 })
      expect(entries.map(({ action }) => action)).toEqual(['erase', 'restore', 'remove', 'visibility', 'edit', 'add'])
    })

    it('keeps every version, and finds what an earlier one was read as', async () => {
      await store.add(here, newDocument('a'), by(1), quota)
      const second = {
        bytes: bytes('Another text.'),
        title: 'Anew',
        readAs: [{ source: sourceId('a'), version: 'b9' }],
      }
      const changed = document(await store.addVersion(here, documentId('a'), { ...second, after: 1 }, by(2), quota))
      expect(changed.version).toMatchObject({ number: 2, title: 'Anew' })
      expect((await store.versions(here, documentId('a'))).map(({ number }) => number)).toEqual([1, 2])
      expect(await store.readAs(here, 'a012')).toMatchObject([
        { document: { id: 'a', version: { number: 2 } }, version: { number: 1 }, source: { source: 'a' } },
      ])
      expect(await store.readAs(here, 'b9')).toHaveLength(1)
      expect(await store.readAs(there, 'a012')).toEqual([])
      expect(await store.addVersion(here, documentId('a'), { ...second, after: 1 }, by(3), quota)).toEqual({
        kind: 'gone',
      })
      await store.nowReadAs(here, documentId('a'), 2, {
        title: 'Now',
        readAs: [{ source: sourceId('a'), version: 'c9' }],
      })
      expect((await store.get(here, documentId('a')))?.version).toMatchObject({
        title: 'Now',
        readAs: [{ version: 'c9' }],
      })
    })

    it('changes nothing that is not as the change supposes', async () => {
      const gone = { kind: 'gone' }
      const id = documentId('a')
      expect(await store.remove(here, id, by(1))).toEqual(gone)
      await store.add(here, newDocument('a'), by(1), quota)
      expect(await store.add(here, newDocument('a'), by(1), quota)).toEqual(gone)
      expect(await store.restore(here, id, by(2), quota)).toEqual(gone)
      expect(await store.remove(there, id, by(2))).toEqual(gone)
      await store.remove(here, id, by(3))
      expect(await store.remove(here, id, by(4))).toEqual(gone)
      expect(await store.edit(here, id, {}, '', by(4))).toEqual(gone)
      expect(await store.setVisibility(here, id, visibleToAll, '', by(4))).toEqual(gone)
      expect((await store.audit(here, { from: 0, count: 9 })).of).toBe(2)
    })

    it('takes no more than the quota allows, and keeps nothing of what is refused', async () => {
      const small = { documents: 1, bytes: 40 }
      const first = document(await store.add(here, newDocument('a'), by(1), small))
      const full = await store.add(here, newDocument('b'), by(2), small)
      expect(full).toEqual({ kind: 'full', usage: { documents: 1, bytes: first.version.bytes } })
      const large = { bytes: bytes('x'.repeat(41)), title: '', readAs: [], after: 1 }
      expect((await store.addVersion(here, first.id, large, by(3), small)).kind).toBe('full')
      expect(await store.usage(here)).toEqual({ documents: 1, bytes: first.version.bytes })
      await store.remove(here, first.id, by(4))
      await store.add(here, newDocument('b'), by(5), { documents: 1, bytes: 1000 })
      expect((await store.restore(here, first.id, by(6), small)).kind).toBe('full')
    })

    it('shares nothing between libraries, not even equal bytes', async () => {
      const a = document(await store.add(here, newDocument('a'), by(1), quota))
      await store.add(there, newDocument('b', { bytes: bytes('The text of a.') }), by(1), quota)
      await store.erase(there, documentId('b'), by(2))
      expect(await store.original(here, a.version.sha256)).toBeDefined()
      expect(await store.original(there, a.version.sha256)).toBeUndefined()
      await store.eraseLibrary(there)
      expect(await store.libraries()).toEqual([here])
      expect(await store.original(here, a.version.sha256)).toBeDefined()
    })

    it('erases a document with its originals, but for those that another has', async () => {
      const a = document(await store.add(here, newDocument('a'), by(1), quota))
      await store.add(here, newDocument('b', { bytes: bytes('The text of a.') }), by(2), quota)
      await store.erase(here, a.id, by(3))
      expect(await store.original(here, a.version.sha256)).toBeDefined()
      await store.erase(here, documentId('b'), by(4))
      expect(await store.original(here, a.version.sha256)).toBeUndefined()
      expect(await store.usage(here)).toEqual({ documents: 0, bytes: 0 })
      expect((await store.audit(here, { from: 0, count: 9 })).of).toBe(4)
    })

    it('erases what was removed before a time, and nothing else', async () => {
      for (const [id, at] of [
        ['a', 10],
        ['b', 20],
      ] as const) {
        await store.add(here, newDocument(id), by(1), quota)
        await store.remove(here, documentId(id), by(at))
      }
      await store.add(here, newDocument('c'), by(1), quota)
      expect(await store.eraseRemoved(15)).toBe(1)
      expect((await store.removed(here)).map(({ id }) => id)).toEqual(['b'])
      expect((await store.documents(here)).map(({ id }) => id)).toEqual(['c'])
    })

    it('knows which libraries were left, and since when', async () => {
      await store.add(here, newDocument('a'), by(1), quota)
      await store.add(there, newDocument('b'), by(1), quota)
      await store.leave(here, 10)
      await store.leave(here, 30)
      await store.leave('server:3', 10)
      expect(await store.leftBefore(20)).toEqual([here])
      await store.leave(here, null)
      expect(await store.leftBefore(20)).toEqual([])
    })

    it('forgets who somebody was, and erases their own library', async () => {
      await store.add(here, newDocument('a'), by(1, '77'), quota)
      await store.add('person:77', newDocument('b'), by(2, '77'), quota)
      expect(await store.actionsOf('77')).toMatchObject([
        { action: 'add', name: 'a.txt', library: here },
        { action: 'add', name: 'b.txt', library: 'person:77' },
      ])
      await store.forget('77')
      expect(await store.actionsOf('77')).toEqual([])
      expect((await store.get(here, documentId('a')))?.version.by).toBeNull()
      expect((await store.audit(here, { from: 0, count: 1 })).entries[0]?.by).toBeNull()
      expect(await store.libraries()).toEqual([here])
    })

    it('is what a simple model is, after any changes', async () => {
      type Step = { readonly change: string; readonly id: string; readonly library: LibraryId }
      const step: fc.Arbitrary<Step> = fc.record({
        change: fc.constantFrom('add', 'version', 'remove', 'restore', 'erase'),
        id: fc.constantFrom('a', 'b', 'c'),
        library: fc.constantFrom(here, there),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          await store.eraseLibrary(here)
          await store.eraseLibrary(there)
          const model = new Map<string, { sizes: number[]; isRemoved: boolean }>()
          for (const [at, { change, id, library }] of steps.entries()) {
            const key = `${library} ${id}`
            const known = model.get(key)
            const text = bytes(`${id} ${at} ${'x'.repeat(at)}`)
            const more = { bytes: text, title: id, readAs: [], after: known?.sizes.length ?? 0 }
            const does = {
              add: () => store.add(library, newDocument(id, { bytes: text }), by(at), quota),
              version: () => store.addVersion(library, documentId(id), more, by(at), quota),
              remove: () => store.remove(library, documentId(id), by(at)),
              restore: () => store.restore(library, documentId(id), by(at), quota),
              erase: () => store.erase(library, documentId(id), by(at)),
            }
            const isPossible = {
              add: known === undefined,
              version: known?.isRemoved === false,
              remove: known?.isRemoved === false,
              restore: known?.isRemoved === true,
              erase: known !== undefined,
            }[change]
            const { kind } = await does[change as keyof typeof does]()
            expect([change, kind]).toEqual([change, isPossible ? 'changed' : 'gone'])
            if (!isPossible) continue
            if (change === 'add') model.set(key, { sizes: [text.length], isRemoved: false })
            else if (change === 'version') known?.sizes.push(text.length)
            else if (change === 'erase') model.delete(key)
            else if (known) known.isRemoved = change === 'remove'
          }
          for (const library of [here, there]) {
            const own = [...model].filter(([key]) => key.startsWith(library))
            const usage = {
              documents: own.filter(([, { isRemoved }]) => !isRemoved).length,
              bytes: own.flatMap(([, { sizes }]) => sizes).reduce((sum, size) => sum + size, 0),
            }
            expect(await store.usage(library)).toEqual(usage)
            expect(await store.documents(library)).toHaveLength(usage.documents)
            for (const { version } of await store.documents(library))
              expect(await store.original(library, version.sha256)).toHaveLength(version.bytes)
          }
        }),
        { numRuns: 15 },
      )
    })
  })
}
