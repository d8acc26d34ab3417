import { createHash, randomBytes } from 'node:crypto'
import { createTurns } from '../concurrency/turns.ts'
import type {
  AddingProgress,
  Addition,
  CopyOf,
  DocumentChange,
  DocumentEntry,
  Export,
  GivenFile,
  Outcome,
  Quota,
} from '../domain/curation.ts'
import { QuothError } from '../domain/error.ts'
import { type Message, msg, plural } from '../domain/message.ts'
import type { SourceId } from '../domain/source.ts'
import {
  type Audience,
  type AuditEntry,
  allAudiences,
  type DocumentId,
  documentId,
  type LibraryId,
  maySee,
  type RecordEdits,
  type StoredDocument,
  type Usage,
  type Visibility,
  visibilityKey,
  visibleToAll,
} from '../domain/stored-document.ts'
import { faultsOf } from '../ingest/record-edits.ts'
import { crockford32 } from '../language/crockford.ts'
import type { Attribution, Changed, Store } from '../store/port.ts'
import { archiveOf } from './archive.ts'
import { filesIn } from './given-files.ts'
import type { Curator, CuratorRole } from './port.ts'

/** Milliseconds for which a removed document can be restored. */
export const restorableFor = 30 * 24 * 60 * 60_000

/** Bytes of documents that are exported as one file: what was a message’s attachments fits into one. */
const maxArchive = 9 * 1024 * 1024

/** Entries of an audit that are read at once: a few milliseconds of work. */
const auditPageSize = 300

/** What a document was read as. */
export type ReadDocument = {
  readonly sources: readonly { readonly id: SourceId; readonly version: string; readonly title: string }[]
  readonly warnings: number
  readonly refused: readonly { readonly id: SourceId; readonly reason: Message }[]
}

/** What curating needs of the libraries. */
export type CuratedLibraries = {
  /** Reads a document as it would be read in a library, and keeps what was read for when it is stored. */
  read(
    document: Pick<StoredDocument, 'id' | 'name' | 'edits'>,
    bytes: Uint8Array,
    options: {
      readonly signal?: AbortSignal | undefined
      readonly onPages: (pages: { readonly read: number; readonly of: number }) => void
    },
  ): Promise<ReadDocument>
  /** Resolves when a library is in step with the store. */
  renew(library: LibraryId): Promise<void>
  /** The source that an audience may see and that has the story of this one; null for none. */
  copyOf(library: LibraryId, audience: Audience, source: SourceId): Promise<CopyOf | null>
}

const stemOf = (name: string): string =>
  name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/\.[^.]+$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)

/** An id that says what it is of and nothing of what else there is: `march-minutes~k3v9q2`. */
const newId = (name: string): DocumentId =>
  documentId(`${stemOf(name) || 'document'}~${crockford32(randomBytes(5), 6)}`)

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)

const fullMessage = ({ documents, bytes }: Usage, quota: Quota): Message =>
  documents >= quota.documents
    ? plural(
        quota.documents,
        msg`The library is full: it may have 1 document. Remove one first.`,
        msg`The library is full: it may have ${quota.documents} documents. Remove one first.`,
      )
    : msg`The library is full: ${megabytes(bytes)} of ${megabytes(quota.bytes)} MB are taken, by earlier versions and removed documents too. Remove some for good first.`

const changedMeanwhile = msg`Somebody else changed this document at the same time. Please try again.`

const detailOf = (edits: RecordEdits): string =>
  Object.entries(edits)
    .map(([field, value]) => `${field}: ${value === '' ? '(as in the document)' : value}`)
    .join('; ')
    .slice(0, 500)

const entryOf = (document: StoredDocument): DocumentEntry => ({
  document,
  title: document.edits.title ?? document.version.title,
})

const titled = (documents: readonly StoredDocument[], isMeant: (title: string) => boolean): readonly StoredDocument[] =>
  documents.filter((document) => isMeant(entryOf(document).title) || isMeant(document.name))

/** An id or title as people type it. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * @param store has the documents
 * @param libraries reads them, and is kept in step
 * @param options
 * - `quotaOf`: the most that a library may take
 * - `fetchAddress`: fetches what stands at an address; null where nothing may be fetched
 * - `now`: Unix milliseconds
 * @returns a function that makes a curator for somebody
 */
export const createCuration = (
  store: Store,
  libraries: CuratedLibraries,
  {
    quotaOf,
    fetchAddress = null,
    now = Date.now,
  }: {
    readonly quotaOf: (library: LibraryId) => Quota
    readonly fetchAddress?: ((address: string) => Promise<GivenFile>) | null
    readonly now?: () => number
  },
): ((role: CuratorRole) => Curator) => {
  /** Files are added to a library one after another, so that each is compared with those before it. */
  const queues = new Map<LibraryId, Promise<unknown>>()
  const inTurn = async <T>(library: LibraryId, work: () => Promise<T>): Promise<T> => {
    const before = queues.get(library) ?? Promise.resolve()
    const done = before.then(work, work)
    queues.set(library, done)
    try {
      return await done
    } finally {
      if (queues.get(library) === done) queues.delete(library)
    }
  }

  return ({ library, by, audience, mayChange }) => {
    const attribution = (): Attribution => ({ by, at: now() })
    const quota = quotaOf(library)
    const isSeen = ({ visibility }: Pick<StoredDocument, 'visibility'>): boolean =>
      audience === null || maySee(visibility, audience)
    const requireChange = (): void => {
      if (!mayChange)
        throw new QuothError('forbidden', msg`You may not change this library. Ask somebody who manages this server.`)
    }
    const seenDocuments = async (isRemoved = false): Promise<readonly StoredDocument[]> => {
      const oldest = now() - restorableFor
      const all = await (isRemoved ? store.removed(library) : store.documents(library))
      return all.filter((each) => isSeen(each) && (each.removedAt === null || each.removedAt > oldest))
    }
    const erasedAt = ({ removedAt }: StoredDocument): number | null =>
      removedAt === null ? null : removedAt + restorableFor

    /** @throws QuothError `unknown-source` */
    const find = async (name: string, isRemoved = false): Promise<StoredDocument> => {
      const documents = await seenDocuments(isRemoved)
      const byId = documents.find(({ id }) => id === name.trim())
      if (byId !== undefined) return byId
      const typed = folded(name)
      const named = documents.filter((each) => folded(each.name) === typed)
      const alike = named.length > 0 ? named : titled(documents, (title) => folded(title) === typed)
      const [only] = alike
      if (only !== undefined && alike.length === 1) return only
      const shown = name.trim().slice(0, 100)
      const close = alike.length > 1 ? alike : titled(documents, (title) => folded(title).includes(typed))
      throw new QuothError(
        'unknown-source',
        alike.length > 1
          ? msg`Several documents are called “${shown}”. Give the id of the one you mean.`
          : isRemoved
            ? msg`No removed document is called “${shown}”, or it was deleted for good. See /library list removed:True.`
            : msg`Nobody added a document called “${shown}” to this library. See /library list.`,
        close.slice(0, 3).map(({ id }) => id),
      )
    }

    const changed = (change: Changed): StoredDocument => {
      if (change.kind === 'changed') return change.document
      throw new QuothError('bad-argument', change.kind === 'full' ? fullMessage(change.usage, quota) : changedMeanwhile)
    }
    const change = async (
      action: DocumentChange['action'],
      make: () => Promise<Changed>,
      document: StoredDocument,
    ): Promise<DocumentChange> => {
      const after = changed(await make())
      await libraries.renew(library)
      return { action, ...entryOf((await store.get(library, document.id)) ?? after), erasedAt: erasedAt(after) }
    }

    const addOne = async (
      file: GivenFile,
      visibility: Visibility | undefined,
      isNew: boolean,
      progress: (stage: AddingProgress['stage'], pages?: AddingProgress['pages']) => void,
      signal: AbortSignal | undefined,
    ): Promise<Outcome> => {
      progress('fetching')
      const bytes = await file.bytes()
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const documents = await seenDocuments()
      const isWhere = (each: StoredDocument): boolean =>
        visibility === undefined || visibilityKey(each.visibility) === visibilityKey(visibility)
      const same = documents.find((each) => each.version.sha256 === sha256 && isWhere(each))
      if (same !== undefined) return { kind: 'same', ...entryOf(same) }
      const before = isNew ? undefined : documents.find((each) => each.name === file.name && isWhere(each))
      const { id, edits } = before ?? { id: newId(file.name), edits: file.edits ?? {} }
      progress('reading')
      const onPages = (pages: { readonly read: number; readonly of: number }): void => progress('reading', pages)
      const read = await libraries.read({ id, name: file.name, edits }, bytes, { signal, onPages })
      signal?.throwIfAborted()
      const [first] = read.sources
      if (first === undefined)
        return { kind: 'refused', reason: read.refused[0]?.reason ?? msg`There is nothing in it that could be quoted.` }
      const { title } = first
      const readAs = read.sources.map(({ id: source, version }) => ({ source, version }))
      progress('indexing')
      const stored =
        before === undefined
          ? await store.add(
              library,
              { id, name: file.name, bytes, visibility: visibility ?? visibleToAll, edits, title, readAs },
              attribution(),
              quota,
            )
          : await store.addVersion(
              library,
              id,
              { bytes, title, readAs, after: before.version.number },
              attribution(),
              quota,
            )
      if (stored.kind === 'full') return { kind: 'refused', reason: fullMessage(stored.usage, quota) }
      if (stored.kind === 'gone') return { kind: 'refused', reason: changedMeanwhile }
      await libraries.renew(library)
      const copyOf = before === undefined ? await libraries.copyOf(library, audience ?? allAudiences, first.id) : null
      return {
        kind: before === undefined ? 'added' : 'version',
        document: stored.document,
        title: edits.title ?? title,
        sources: read.sources.length,
        warnings: read.warnings,
        refused: read.refused,
        copyOf,
      }
    }

    const auditPage = async (at: number): Promise<readonly AuditEntry[]> =>
      (await store.audit(library, { from: at, count: auditPageSize })).entries

    const exported = async (): Promise<Export> => {
      requireChange()
      const documents = await seenDocuments()
      return {
        documents: documents.length,
        files: documents.map(({ name, id, version }) => ({
          name,
          size: version.bytes,
          bytes: async () => {
            const bytes = await store.original(library, version.sha256)
            if (bytes === undefined)
              throw new QuothError('state', msg`The original of ${name} (${id}) is missing or damaged.`)
            return bytes
          },
        })),
      }
    }

    return {
      add: async (files, { visibility, isNew = false, onProgress = () => {}, onAddition = () => {}, signal } = {}) => {
        requireChange()
        const additions: Addition[] = []
        let of = files.length
        for await (const { name, file } of filesIn(files)) {
          signal?.throwIfAborted()
          const done = additions.length
          of = Math.max(of, done + 1)
          const progress = (stage: AddingProgress['stage'], pages?: AddingProgress['pages']): void =>
            onProgress({ done, of, name, stage, ...(pages && { pages }) })
          const addition = await inTurn(library, async (): Promise<Addition> => {
            try {
              if (file instanceof QuothError) throw file
              return { name, outcome: await addOne(file, visibility, isNew, progress, signal) }
            } catch (error) {
              signal?.throwIfAborted()
              if (!(error instanceof QuothError) || error.msg === null) throw error
              return { name, outcome: { kind: 'refused', reason: error.msg } }
            }
          })
          additions.push(addition)
          onAddition(addition)
        }
        return additions
      },
      list: async ({ part, isRemoved = false } = {}) => {
        const documents = await seenDocuments(isRemoved)
        const { from, count } = part ?? { from: 0, count: documents.length }
        return {
          entries: documents.slice(from, from + count).map(entryOf),
          from,
          of: documents.length,
          isRemoved,
          usage: mayChange ? { used: await store.usage(library), quota } : null,
        }
      },
      show: async (name) => {
        const document = await find(name).catch((error: unknown) =>
          find(name, true).catch(() => {
            throw error
          }),
        )
        return {
          ...entryOf(document),
          versions: await store.versions(library, document.id),
          erasedAt: erasedAt(document),
        }
      },
      fetch: async (address) => {
        requireChange()
        if (fetchAddress === null)
          throw new QuothError(
            'forbidden',
            msg`Sources cannot be added by their address here. Save the page or file, and add that; or ask whoever runs the bot to turn it on.`,
          )
        return fetchAddress(address)
      },
      edit: async (name, edits) => {
        requireChange()
        const document = await find(name)
        const [fault] = faultsOf(Object.fromEntries(Object.entries(edits).filter(([, value]) => value !== '')))
        if (fault !== undefined)
          throw new QuothError(
            'bad-argument',
            fault === 'date'
              ? msg`The date cannot be read. Write it as 2014, 2014-05 or 2014-05-03.`
              : fault === 'url'
                ? msg`The URL cannot be read. It begins with https:// or http://.`
                : msg`“${{ name: fault }}” cannot be read. It may be too long.`,
          )
        if (Object.keys(edits).length === 0)
          throw new QuothError('bad-argument', msg`Nothing to change: give a title, authors, publisher, date or url.`)
        if (document.version.readAs.length > 1)
          throw new QuothError(
            'bad-argument',
            msg`This document became several sources, each with fields of its own, so they cannot be changed together.`,
          )
        const all = Object.entries({ ...document.edits, ...edits }).filter(([, value]) => value.trim() !== '')
        return change(
          'edit',
          () => store.edit(library, document.id, Object.fromEntries(all), detailOf(edits), attribution()),
          document,
        )
      },
      setVisibility: async (name, visibility) => {
        requireChange()
        const document = await find(name)
        const detail = [...visibility.channels.map((id) => `<#${id}>`), ...visibility.roles.map((id) => `<@&${id}>`)]
        return change(
          'visibility',
          () =>
            store.setVisibility(
              library,
              document.id,
              visibility,
              detail.length === 0 ? 'everyone' : detail.join(' '),
              attribution(),
            ),
          document,
        )
      },
      remove: async (name, isForGood = false) => {
        requireChange()
        const document = await find(name).catch((error: unknown) => {
          if (!isForGood) throw error
          return find(name, true).catch(() => {
            throw error
          })
        })
        return isForGood
          ? change('erase', () => store.erase(library, document.id, attribution()), document)
          : change('remove', () => store.remove(library, document.id, attribution()), document)
      },
      restore: async (name) => {
        requireChange()
        const document = await find(name, true)
        return change('restore', () => store.restore(library, document.id, attribution(), quota), document)
      },
      audit: async ({ from, count } = { from: 0, count: Number.MAX_SAFE_INTEGER }) => {
        requireChange()
        const entries: AuditEntry[] = []
        const turn = createTurns()
        for (let page = await auditPage(0); page.length > 0; page = await auditPage(entries.length)) {
          entries.push(...page)
          await turn()
        }
        // Who may see a document now may see what was done to it, and nobody else: the newest entry has that.
        const newest = new Map(entries.toReversed().map((entry) => [entry.document, entry]))
        const seen = entries.filter((entry) => isSeen(newest.get(entry.document) ?? entry))
        return { entries: seen.slice(from, from + count), from, of: seen.length }
      },
      export: exported,
      archive: async () => {
        const all = await exported()
        const bytes = all.files.reduce((sum, { size }) => sum + size, 0)
        if (bytes > maxArchive)
          throw new QuothError(
            'bad-argument',
            msg`The documents are too large for a message: ${megabytes(bytes)} MB. Ask whoever runs Quoth for an export.`,
          )
        return { documents: all.documents, archive: await archiveOf(all) }
      },
      suggest: async (typed, limit, isRemoved = false) => {
        const documents = await seenDocuments(isRemoved)
        const wanted = folded(typed)
        const entries = documents.map(entryOf)
        const rank = ({ title, document }: DocumentEntry): number => {
          const [inTitle, inName] = [folded(title).indexOf(wanted), folded(document.name).indexOf(wanted)]
          if (inTitle === 0 || inName === 0) return 0
          return inTitle > 0 || inName > 0 ? 1 : 2
        }
        return entries
          .map((entry) => ({ entry, at: rank(entry) }))
          .filter(({ at }) => at < 2)
          .sort((a, b) => a.at - b.at || (a.entry.title < b.entry.title ? -1 : 1))
          .slice(0, limit)
          .map(({ entry }) => entry)
      },
    }
  }
}
