import type { Addition, Catalogue, DocumentChange, DocumentDetails, DocumentEntry } from '../../domain/curation.ts'
import { inEnglish, plural } from '../../domain/message.ts'
import type { AuditEntry, Visibility } from '../../domain/stored-document.ts'
import { visibleLine } from './visible.ts'

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${plural(number, one, many)}`

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

const seenBy = ({ channels, roles }: Visibility): string =>
  channels.length + roles.length === 0
    ? ''
    : `seen by ${[...channels.map((id) => `channel ${id}`), ...roles.map((id) => `role ${id}`)].join(', ')}`

/** The words that say what became of a file; scripts may look for them. */
const outcomeOf = ({ outcome }: Addition): string => {
  switch (outcome.kind) {
    case 'added':
      return outcome.copyOf === null
        ? 'added'
        : `added, near-duplicate of “${visibleLine(outcome.copyOf.title)}” (${outcome.copyOf.source})`
    case 'version':
      return `new version of “${visibleLine(outcome.title)}”`
    case 'same':
      return 'already there'
    case 'refused':
      return `refused because: ${visibleLine(inEnglish(outcome.reason))}`
  }
}

/** `report.pdf (report~k3v9q2): added` */
export const additionLine = (addition: Addition): string => {
  const { name, outcome } = addition
  const id = outcome.kind === 'refused' ? '' : ` (${outcome.document.id})`
  const parts = outcome.kind === 'added' || outcome.kind === 'version' ? outcome.refused.length : 0
  const left = parts === 0 ? '' : `; ${count(parts, 'part')} could not be read`
  return `${visibleLine(name)}${id}: ${outcomeOf(addition)}${left}`
}

export const entryJson = ({ document, title }: DocumentEntry) => {
  const { id, name, visibility, edits, version, removedAt } = document
  return {
    id,
    name,
    title,
    version: version.number,
    bytes: version.bytes,
    sha256: version.sha256,
    by: version.by,
    at: new Date(version.at).toISOString(),
    sources: version.readAs.map(({ source }) => source),
    visibility,
    edits,
    removedAt: removedAt === null ? null : new Date(removedAt).toISOString(),
  }
}

export const additionJson = ({ name, outcome }: Addition) => {
  switch (outcome.kind) {
    case 'refused':
      return { id: null, name, outcome: 'refused', reason: inEnglish(outcome.reason) }
    case 'same':
      return { ...entryJson(outcome), name, outcome: 'already there' }
    case 'added':
    case 'version':
      return {
        ...entryJson(outcome),
        name,
        outcome: outcome.kind === 'version' ? 'new version' : 'added',
        warnings: outcome.warnings,
        refused: outcome.refused.map(({ id, reason }) => ({ id, reason: inEnglish(reason) })),
        nearDuplicateOf: outcome.copyOf,
      }
  }
}

export const entryLine = ({ document, title }: DocumentEntry): string => {
  const { id, name, version, visibility, removedAt } = document
  const facts = [
    visibleLine(name),
    sizeOf(version.bytes),
    version.number === 1 ? '' : `version ${version.number}`,
    version.readAs.length === 1 ? '' : count(version.readAs.length, 'source'),
    seenBy(visibility),
    removedAt === null ? '' : `removed ${dayOf(removedAt)}`,
  ]
  return `${visibleLine(id)}  “${visibleLine(title)}” · ${facts.filter(Boolean).join(' · ')}`
}

export const usageLine = (documents: number, isRemoved: boolean, usage: Catalogue['usage']): string => {
  if (isRemoved) return `${count(documents, 'removed document')}.`
  const kept = usage === null ? '' : `, ${sizeOf(usage.used.bytes)} with earlier versions and removed documents`
  return documents === 0 ? 'Nothing was added yet: quoth library add FILE.' : `${count(documents, 'document')}${kept}.`
}

export const detailsText = ({ document, title, versions, erasedAt }: DocumentDetails): string =>
  [
    entryLine({ document, title }),
    ...Object.entries(document.edits).map(([field, value]) => `  ${field}: ${visibleLine(value)}`),
    ...versions.map(
      ({ number, bytes, at, by, sha256 }) =>
        `  version ${number}: ${dayOf(at)}, ${sizeOf(bytes)}, by ${visibleLine(by ?? 'somebody')}, sha256 ${sha256}`,
    ),
    ...(erasedAt === null ? [] : [`  can be restored until ${dayOf(erasedAt)}: quoth library restore ${document.id}`]),
  ].join('\n')

const done: { readonly [A in DocumentChange['action']]: string } = {
  edit: 'edited',
  visibility: 'visibility changed',
  remove: 'removed',
  restore: 'restored',
  erase: 'deleted for good',
}

export const changeLine = ({ document, action, erasedAt }: DocumentChange): string => {
  const until = erasedAt === null || action !== 'remove' ? '' : `; it can be restored until ${dayOf(erasedAt)}`
  return `${visibleLine(document.name)} (${visibleLine(document.id)}): ${done[action]}${until}`
}

export const auditLine = ({ at, by, action, document, name, detail }: AuditEntry): string =>
  [
    dayOf(at),
    visibleLine(by ?? 'somebody'),
    action,
    `${visibleLine(name)} (${visibleLine(document)})`,
    visibleLine(detail),
  ]
    .filter(Boolean)
    .join('  ')

export const auditJson = ({ document, at, ...entry }: AuditEntry) => ({
  id: document,
  ...entry,
  at: new Date(at).toISOString(),
})
