import type { SourceId } from './source.ts'

/**
 * Whose library it is: a server's, a person's own (direct messages), or what the host shares with all servers that do
 * not decline it.
 */
export type LibraryId = `server:${string}` | `person:${string}` | 'shared'

/**
 * The library of the people of a server; of null, the person's own.
 * @param guild a server's id
 * @param user a person's id
 */
export const libraryIdOf = (guild: string | null, user: string): LibraryId =>
  guild === null ? `person:${user}` : `server:${guild}`

/**
 * Who may see what a document became: whoever sees one of the channels, and whoever has one of the roles. Without
 * either, everyone who can use the library. Ids of Discord, sorted, without repeats.
 */
export type Visibility = { readonly channels: readonly string[]; readonly roles: readonly string[] }

export const visibleToAll: Visibility = { channels: [], roles: [] }

/** Those who will read a reply: the channels that all of them can see, and the roles that all of them have. */
export type Audience = {
  readonly channels: Pick<ReadonlySet<string>, 'has'>
  readonly roles: Pick<ReadonlySet<string>, 'has'>
}

/** Who asks, as far as it decides what may be quoted to them. */
export type Reader = {
  readonly library: LibraryId
  /** All who will read the reply. */
  readonly audience: Audience
  /** Whether they ask the host’s shared sources too. */
  readonly readsShared: boolean
}

/** Nobody in particular: what everyone who can use the library may see. */
export const everyone: Audience = { channels: new Set(), roles: new Set() }

/** Somebody who may see everything: the host. */
export const allAudiences: Audience = { channels: { has: () => true }, roles: { has: () => true } }

/**
 * @param visibility of a document
 * @param audience those who will read a reply
 * @returns whether all of them may see it
 */
export const maySee = ({ channels, roles }: Visibility, audience: Audience): boolean =>
  channels.length + roles.length === 0 ||
  channels.some((id) => audience.channels.has(id)) ||
  roles.some((id) => audience.roles.has(id))

/** Equal for equal visibilities alone. */
export const visibilityKey = ({ channels, roles }: Visibility): string =>
  JSON.stringify([[...new Set(channels)].sort(), [...new Set(roles)].sort()])

/** The id of a document in its library, and the beginning of the ids of its sources. Never reused. */
export type DocumentId = string & { readonly __brand: 'DocumentId' }
export const documentId = (value: string): DocumentId => value as DocumentId

/** What a person states about a document, over what it says itself. Absent fields are as the document has them. */
export type RecordEdits = {
  readonly title?: string
  /** As typed: names separated by semicolons, `Family, Given` or `Given Family`. */
  readonly authors?: string
  readonly publisher?: string
  /** `2014`, `2014-05` or `2014-05-03`. */
  readonly date?: string
  readonly url?: string
}

/** A source that a document was read as, and its `Source.version`, which quote ids begin with. */
export type ReadAs = { readonly source: SourceId; readonly version: string }

/** A document as it was given, in one version. */
export type DocumentVersion = {
  /** From 1. */
  readonly number: number
  /** Of its bytes, in hexadecimal: their name among the originals. */
  readonly sha256: string
  readonly bytes: number
  /** Who gave it: a person's id, `host` for the terminal, null once erased. */
  readonly by: string | null
  /** Unix milliseconds. */
  readonly at: number
  /** Of the first source that it was read as. */
  readonly title: string
  readonly readAs: readonly ReadAs[]
}

/** A document that somebody put into a library. */
export type StoredDocument = {
  readonly id: DocumentId
  /** Its file's name or path, as given, with its ending: the format is known by it. */
  readonly name: string
  readonly visibility: Visibility
  readonly edits: RecordEdits
  /** The newest one. */
  readonly version: DocumentVersion
  /** When it was removed, in Unix milliseconds; null while it is in the library. */
  readonly removedAt: number | null
}

export const auditActions = ['add', 'version', 'edit', 'visibility', 'remove', 'restore', 'erase'] as const

/** Who did what, and when. */
export type AuditEntry = {
  readonly action: (typeof auditActions)[number]
  readonly document: DocumentId
  /** The document's name then. */
  readonly name: string
  /** A person's id, `host` for the terminal, null once erased. */
  readonly by: string | null
  readonly at: number
  /** What changed, as a few words of fields and values; empty where the action says it all. */
  readonly detail: string
  /** Who may see the document, and so this. */
  readonly visibility: Visibility
}

/** What a library takes: its documents, and the bytes of all that is kept, earlier versions and removed ones too. */
export type Usage = { readonly documents: number; readonly bytes: number }
