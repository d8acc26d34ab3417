import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Answering } from '../answer/consider.ts'
import type { RecentQuestions } from '../answer/recent-questions.ts'
import type { Sketches } from '../copies/sketch.ts'
import { QuothError } from '../domain/error.ts'
import { type Message, msg } from '../domain/message.ts'
import {
  type Audience,
  type LibraryId,
  maySee,
  type Reader,
  type StoredDocument,
  type Visibility,
  visibilityKey,
} from '../domain/stored-document.ts'
import { createQuoth, type Quoth } from '../quoth.ts'
import type { Store } from '../store/port.ts'
import type { Shelf } from './shelf.ts'
import type { StoredShelf } from './stored-shelf.ts'

/** Every library of this process. They are opened when they are first asked, and closed when nobody asks them. */
export type Libraries = {
  /**
   * What a reader may ask: the shelves that all of the audience may see, as one library. The same object as long as
   * these are the same. Where stored documents cannot be read, the host's folder still answers, and says so.
   */
  quothFor(reader: Reader): Promise<Quoth>
  /** Opens all shelves of a library, and resolves when they are in step with the store. */
  renew(library: LibraryId): Promise<void>
  /** Calls `listener` whenever sources of a library are added, changed or removed. Returns a function that ends this. */
  onChange(listener: () => void): () => void
  /** Closes a library, whoever asks it. */
  closeNow(library: LibraryId): Promise<void>
  close(): Promise<void>
}

/** The documents that the same people may see. */
type Group = { readonly visibility: Visibility; readonly documents: StoredDocument[] }

type Opened = {
  revision: number
  groups: ReadonlyMap<string, Group>
  readonly shelves: Map<string, Promise<StoredShelf>>
  /** Resolves when the last look at the store has ended. */
  renewed: Promise<void>
  usedAt: number
}

/** How long an opening waits, in milliseconds, until all documents of a shelf are read. */
const patience = 2500
/** Milliseconds after which a library that nobody asked is closed, and the same where so many are open. */
const idle = { few: 600_000, many: 120_000, from: 100 }
/** Milliseconds between two looks for what other processes changed, and for what is idle. */
const lookEvery = 5000
/** Combinations of shelves whose facades are kept. */
const maxFacades = 500

const storeNote = msg`The sources that people added cannot be read right now, so they are not in this answer.`

const groupsOf = (documents: readonly StoredDocument[]): ReadonlyMap<string, Group> => {
  const groups = new Map<string, Group>()
  for (const document of documents) {
    const key = visibilityKey(document.visibility)
    const group = groups.get(key) ?? { visibility: document.visibility, documents: [] }
    group.documents.push(document)
    groups.set(key, group)
  }
  return groups
}

/**
 * @param folder the host's folder, as a shelf; null for none
 * @param store what people gave
 * @param options
 * - `openShelf`: opens a shelf of a library as it was saved or empty
 * - `unite`: makes one of what several shelves answer from
 * - `empty`: what answers where there is no shelf at all
 * - `recent`: the questions of a moment ago
 * - `sketches`: remembers what sources are compared by
 * - `now`: the time in milliseconds, from whatever point
 */
export const createLibraries = (
  folder: Shelf | null,
  store: Store,
  {
    openShelf,
    unite,
    empty,
    recent,
    sketches,
    now = () => performance.now(),
  }: {
    readonly openShelf: (library: LibraryId, key: string) => Promise<StoredShelf>
    readonly unite: (parts: readonly Answering[]) => Answering
    readonly empty: () => Promise<Answering>
    readonly recent: RecentQuestions
    readonly sketches: Sketches
    readonly now?: () => number
  },
): Libraries => {
  const opened = new Map<LibraryId, Opened>()
  const closing = new Map<LibraryId, Promise<void>>()
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const serials = new WeakMap<Shelf, number>()
  let serial = 0
  const serialOf = (shelf: Shelf): number => {
    const known = serials.get(shelf)
    if (known !== undefined) return known
    serials.set(shelf, ++serial)
    return serial
  }
  const facades = new LRUCache<string, Quoth>({ max: maxFacades })
  const stopFollowingFolder = folder?.onChange(changed)

  const lookAgain = async (library: LibraryId, of: Opened): Promise<void> => {
    const revision = await store.revision(library)
    if (revision === of.revision) return
    of.groups = groupsOf(await store.documents(library))
    for (const [key, shelf] of of.shelves) await (await shelf).renew(of.groups.get(key)?.documents ?? [])
    // Only now: if a shelf fails, the others are looked at again.
    of.revision = revision
    changed()
  }

  /** The library as it is now; what was removed is gone. */
  const current = async (library: LibraryId): Promise<Opened> => {
    await closing.get(library)
    const known = opened.get(library)
    const of = known ?? { revision: 0, groups: new Map(), shelves: new Map(), renewed: Promise.resolve(), usedAt: 0 }
    if (known === undefined) opened.set(library, of)
    of.usedAt = now()
    const renewed = of.renewed.then(() => lookAgain(library, of))
    of.renewed = renewed.catch(() => {})
    await renewed
    return of
  }

  const shelfOf = (library: LibraryId, of: Opened, key: string): Promise<StoredShelf> => {
    const known = of.shelves.get(key)
    if (known !== undefined) return known
    const opening = openShelf(library, key).then(async (shelf) => {
      shelf.onChange(changed)
      await shelf.renew(of.groups.get(key)?.documents ?? [])
      return shelf
    })
    of.shelves.set(key, opening)
    opening.catch(() => of.shelves.delete(key))
    return opening
  }

  const shelvesFor = async (library: LibraryId, audience: Audience): Promise<readonly StoredShelf[]> => {
    const of = await current(library)
    const keys = [...of.groups].flatMap(([key, { visibility }]) => (maySee(visibility, audience) ? [key] : [])).sort()
    const shelves = await Promise.all(keys.map((key) => shelfOf(library, of, key)))
    const settled = Promise.all(shelves.map((shelf) => shelf.settled()))
    await Promise.race([settled, sleep(patience, undefined, { ref: false })])
    return shelves
  }

  const facadeOf = async (shelves: readonly Shelf[], notes: readonly Message[]): Promise<Quoth> => {
    const key = `${notes.length}-notes ${shelves.map(serialOf).join(' ')}`
    const known = facades.get(key)
    if (known !== undefined) return known
    const quoth = createQuoth(shelves.length === 0 ? await empty() : unite(shelves.map(({ answering }) => answering)), {
      refusals: () => shelves.flatMap((shelf) => shelf.refusals()),
      unread: () => {
        const unread = shelves.map((shelf) => shelf.unread())
        return {
          documents: unread.reduce((sum, { documents }) => sum + documents, 0),
          reading: unread.find(({ reading }) => reading !== null)?.reading ?? null,
        }
      },
      notes: () => notes,
      earlier: async (prefix) => (await Promise.all(shelves.map((shelf) => shelf.earlier(prefix)))).flat(),
      recent,
      sketches,
    })
    facades.set(key, quoth)
    return quoth
  }

  const closeLibrary = async (library: LibraryId, { shelves, renewed }: Opened): Promise<void> => {
    opened.delete(library)
    const ended = (async () => {
      await renewed
      for (const shelf of await Promise.allSettled(shelves.values())) {
        if (shelf.status === 'rejected') continue
        const serial = String(serialOf(shelf.value))
        for (const key of [...facades.keys()]) if (key.split(' ').includes(serial)) facades.delete(key)
        await shelf.value.close()
      }
    })().finally(() => closing.delete(library))
    closing.set(library, ended)
    await ended
  }

  const look = async (): Promise<void> => {
    const longest = opened.size < idle.from ? idle.few : idle.many
    for (const [library, of] of [...opened]) {
      // What the host shares is asked by everybody, and held by whoever serves it.
      if (library !== 'shared' && now() - of.usedAt > longest) await closeLibrary(library, of)
      else {
        of.renewed = of.renewed.then(() => lookAgain(library, of)).catch(() => {})
        await of.renewed
      }
    }
  }
  const looking = setInterval(() => void look(), lookEvery).unref()

  return {
    quothFor: async ({ library, audience, readsShared }) => {
      const folderShelf = readsShared && folder !== null ? [folder] : []
      try {
        const shared = readsShared ? await shelvesFor('shared', audience) : []
        const own = library === 'shared' ? [] : await shelvesFor(library, audience)
        return await facadeOf([...folderShelf, ...shared, ...own], [])
      } catch (error) {
        if (!(error instanceof QuothError) || error.code !== 'state') throw error
        return facadeOf(folderShelf, [storeNote])
      }
    },
    renew: async (library) => {
      const of = await current(library)
      const opening = [...of.groups.keys()].map((key) => shelfOf(library, of, key))
      for (const shelf of await Promise.all(opening)) await shelf.settled()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    closeNow: async (library) => {
      const of = opened.get(library)
      await (of === undefined ? closing.get(library) : closeLibrary(library, of))
    },
    close: async () => {
      clearInterval(looking)
      stopFollowingFolder?.()
      for (const [library, of] of [...opened]) await closeLibrary(library, of)
      await Promise.all(closing.values())
      await folder?.close()
    },
  }
}
