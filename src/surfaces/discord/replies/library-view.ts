import type { Addition, Catalogue, DocumentChange, DocumentDetails, DocumentEntry } from '../../../domain/curation.ts'
import type { GuildSettings } from '../../../domain/guild-settings.ts'
import { plural } from '../../../domain/message.ts'
import type { ReplyOf } from '../../../domain/reply.ts'
import type { AuditEntry, DocumentVersion, Visibility } from '../../../domain/stored-document.ts'
import type { Translator } from '../../../i18n/say.ts'
import { neutraliseLine } from '../message/neutralise.ts'
import { noticeMessage } from '../message/notice.ts'
import { accents, type Control, type Item, type OutgoingMessage, row, smallPrint, type View } from '../message/view.ts'
import { buttonRow, type Frame, type Offer } from './buttons.ts'
import { pageSize } from './sources-view.ts'

const maxTitle = 100
const maxName = 80
/** Lines of a long list; more would not fit into an attached file that anybody reads. */
const maxLines = 2000

const sizeShown = (bytes: number, t: Translator): string =>
  bytes < 1024 * 1024 ? t`${Math.ceil(bytes / 1024)} kB` : t`${(bytes / 1024 / 1024).toFixed(1)} MB`

/** In the reader's own time and language: Discord's timestamps. */
const timeShown = (at: number): string => `<t:${Math.floor(at / 1000)}:f>`

const isId = (id: string): boolean => /^\d{1,21}$/.test(id)

/** A mention pings nobody: no message of Quoth's may. */
const personShown = (by: string | null, t: Translator): string => {
  if (by === null) return t`somebody`
  return isId(by) ? `<@${by}>` : t`the host`
}

const visibilityShown = ({ channels, roles }: Visibility, t: Translator): string => {
  const who = [...channels.filter(isId).map((id) => `<#${id}>`), ...roles.filter(isId).map((id) => `<@&${id}>`)]
  return who.length === 0 ? '' : t`only for ${who.join(', ')}`
}

const isLimited = ({ channels, roles }: Visibility): boolean => channels.length + roles.length > 0

const outcomeShown = ({ outcome }: Addition, t: Translator): string => {
  switch (outcome.kind) {
    case 'added': {
      const what = outcome.sources === 1 ? t`added` : t`added as ${outcome.sources} sources`
      const copy = outcome.copyOf
      if (copy === null) return what
      return t`${what}; near-duplicate of “${neutraliseLine(copy.title, maxTitle)}” (${Math.round(copy.containment * 100)} %)`
    }
    case 'version':
      return t`new version ${outcome.document.version.number}`
    case 'same':
      return t`already there`
    case 'refused':
      return t`refused: ${neutraliseLine(t.of(outcome.reason), 250)}`
  }
}

const additionRow = (addition: Addition, frame: Frame): Item => {
  const { t } = frame
  const { name, outcome } = addition
  const shown = outcome.kind === 'refused' ? name : outcome.title
  const facts = [
    outcomeShown(addition, t),
    ...(outcome.kind === 'refused'
      ? []
      : [
          visibilityShown(outcome.document.visibility, t),
          shown === name ? '' : neutraliseLine(name, maxName),
          `\`${outcome.document.id}\``,
        ]),
    ...(outcome.kind === 'added' || outcome.kind === 'version'
      ? [
          outcome.refused.length === 0
            ? ''
            : plural(
                outcome.refused.length,
                t`1 part could not be read`,
                t`${outcome.refused.length} parts could not be read`,
              ),
        ]
      : []),
  ].filter((fact) => fact !== '')
  return row(
    `**${neutraliseLine(shown, maxTitle)}**\n${smallPrint(facts.join(' · '), frame)}`,
    `${shown}\n${facts.join(' · ')}`,
  )
}

/** What became of files that were added. */
export const additionsView = ({ additions }: ReplyOf<'additions'>, frame: Frame): View => {
  const { t } = frame
  const added = additions.filter(({ outcome }) => outcome.kind === 'added' || outcome.kind === 'version').length
  return {
    accent: added > 0 || additions.length === 0 ? accents.plain : accents.notFound,
    heading:
      additions.length === 0
        ? t`No files were given`
        : plural(additions.length, t`${added} of 1 file added`, t`${added} of ${additions.length} files added`),
    intro: [],
    items: additions.map((addition) => additionRow(addition, frame)),
    noun: 'line',
    layout: 'paragraphs',
    closing: added === 0 ? [] : [smallPrint(t`They can be asked about now.`, frame)],
  }
}

const versionShown = ({ number }: DocumentVersion, t: Translator): string => (number === 1 ? '' : t`version ${number}`)

const entryRow = ({ document, title }: DocumentEntry, frame: Frame): Item => {
  const { t } = frame
  const { id, name, version, visibility, removedAt } = document
  const facts = [
    name === title ? '' : neutraliseLine(name, maxName),
    sizeShown(version.bytes, t),
    versionShown(version, t),
    visibilityShown(visibility, t),
    removedAt === null ? '' : t`removed ${timeShown(removedAt)}`,
    `\`${id}\``,
  ].filter((fact) => fact !== '')
  return row(
    `**${neutraliseLine(title, maxTitle)}**\n${smallPrint(facts.join(' · '), frame)}`,
    `${title}\n${facts.join(' · ')}`,
  )
}

const pagesOf = (from: number, of: number) => ({
  page: Math.floor(from / pageSize) + 1,
  pages: Math.max(1, Math.ceil(of / pageSize)),
})

/** Buttons to the pages before and after; the reply's request names the page. */
const pageControls = (from: number, of: number, frame: Frame): readonly Control[] => {
  const { page, pages } = pagesOf(from, of)
  const ways: readonly Offer[] = [
    ...(page > 1 ? [{ action: 'go', label: frame.t`← Previous`, n: Math.min(page - 1, pages) } as const] : []),
    ...(page < pages ? [{ action: 'go', label: frame.t`Next →`, n: page + 1 } as const] : []),
  ]
  return buttonRow(frame, ways)
}

const pageLine = (shown: number, from: number, of: number, frame: Frame): readonly string[] => {
  const { page, pages } = pagesOf(from, of)
  if (shown === 0 && of > 0) return [frame.t`There is no page ${page}; the last page is ${pages}.`]
  return pages === 1 ? [] : [smallPrint(frame.t`Page ${page} of ${pages}`, frame)]
}

const usageLines = ({ usage }: Catalogue, frame: Frame): readonly string[] => {
  if (usage === null) return []
  const { t } = frame
  const { used, quota } = usage
  const [documents, bytes] = [quota.documents - used.documents, quota.bytes - used.bytes].map((left) =>
    Math.max(0, left),
  ) as [number, number]
  return [
    smallPrint(
      t`Left: ${documents} documents and ${sizeShown(bytes, t)}, of ${quota.documents} and ${sizeShown(quota.bytes, t)}.`,
      frame,
    ),
  ]
}

/** What was added to the library, or removed from it. */
export const catalogueView = (catalogue: Catalogue, frame: Frame): View => {
  const { t } = frame
  const { entries, from, of, isRemoved } = catalogue
  return {
    accent: accents.plain,
    heading: isRemoved
      ? plural(of, t`1 removed document`, t`${of} removed documents`)
      : plural(of, t`1 document was added`, t`${of} documents were added`),
    intro: [
      ...(of === 0 && !isRemoved
        ? [t`Add files with /library add, or right-click a message (or press and hold) and choose **Apps**.`]
        : []),
      ...pageLine(entries.length, from, of, frame),
    ],
    items: entries.map((entry) => entryRow(entry, frame)),
    noun: 'line',
    layout: 'paragraphs',
    closing: usageLines(catalogue, frame),
    controls: pageControls(from, of, frame),
  }
}

const fieldNames = (t: Translator) => ({
  title: t`Title`,
  authors: t`Author`,
  publisher: t`Publisher`,
  date: t`Date`,
  url: t`Address`,
})

const versionRow = ({ number, at, by, bytes, sha256 }: DocumentVersion, { t }: Frame): Item => {
  const facts = [t`version ${number}`, timeShown(at), personShown(by, t), sizeShown(bytes, t)]
  return row(`${facts.join(' · ')}\n-# SHA-256 \`${sha256}\``, `${facts.join(' · ')}\nSHA-256 ${sha256}`)
}

/** All about a document that was added. */
export const documentView = ({ document, title, versions, erasedAt }: DocumentDetails, frame: Frame): View => {
  const { t } = frame
  const { id, name, visibility, edits, version } = document
  const names = fieldNames(t)
  const edited = (Object.keys(names) as (keyof typeof names)[]).flatMap((key) => {
    const value = edits[key]
    return value === undefined ? [] : [`**${names[key]}** ${neutraliseLine(value, 150)}`]
  })
  return {
    accent: accents.plain,
    heading: title,
    intro: [
      `**${t`Id`}** \`${id}\``,
      `**${t`File`}** ${neutraliseLine(name, 150)}`,
      `**${t`Visible`}** ${isLimited(visibility) ? visibilityShown(visibility, t) : t`to everyone here`}`,
      ...(version.readAs.length === 1 ? [] : [`**${t`Sources`}** ${version.readAs.length}`]),
      ...edited,
      ...(erasedAt === null ? [] : [t`Removed. It can be restored until ${timeShown(erasedAt)}.`]),
    ],
    items: versions
      .toReversed()
      .slice(0, maxLines)
      .map((each) => versionRow(each, frame)),
    noun: 'line',
    layout: 'paragraphs',
    closing: [],
  }
}

const changeLine = ({ action, erasedAt, document }: DocumentChange, t: Translator): string => {
  switch (action) {
    case 'edit':
      return t`Edited. Quotes show it from now on.`
    case 'visibility':
      return isLimited(document.visibility)
        ? t`Visible ${visibilityShown(document.visibility, t)} from now on.`
        : t`Visible to everyone here from now on.`
    case 'remove':
      return t`Removed. It can be restored until ${timeShown(erasedAt ?? 0)}.`
    case 'restore':
      return t`Restored. It can be asked about now.`
    case 'erase':
      return t`Deleted for good, with all its versions.`
  }
}

/** What was done to a document. */
export const documentChangeView = (change: DocumentChange, frame: Frame): View => ({
  accent: accents.plain,
  heading: change.title,
  intro: [changeLine(change, frame.t), smallPrint(`\`${change.document.id}\``, frame)],
  items: [],
  noun: 'line',
  layout: 'rows',
  closing: [],
})

const actionShown = (action: AuditEntry['action'], t: Translator): string => {
  switch (action) {
    case 'add':
      return t`added`
    case 'version':
      return t`new version`
    case 'edit':
      return t`edited`
    case 'visibility':
      return t`visibility`
    case 'remove':
      return t`removed`
    case 'restore':
      return t`restored`
    case 'erase':
      return t`deleted for good`
  }
}

const auditRow = ({ action, document, name, by, at, detail, visibility }: AuditEntry, frame: Frame): Item => {
  const { t } = frame
  const shown =
    action === 'visibility' ? visibilityShown(visibility, t) || t`to everyone here` : neutraliseLine(detail, 200)
  const facts = [timeShown(at), personShown(by, t), actionShown(action, t), shown].filter((fact) => fact !== '')
  return row(
    `**${neutraliseLine(name, maxName)}** \`${document}\`\n${smallPrint(facts.join(' · '), frame)}`,
    `${name} ${document}\n${facts.join(' · ')}`,
  )
}

/** Who did what in the library, newest first. */
export const auditView = ({ entries, from, of }: ReplyOf<'audit'>, frame: Frame): View => ({
  accent: accents.plain,
  heading: plural(of, frame.t`1 change of the library`, frame.t`${of} changes of the library`),
  intro: pageLine(entries.length, from, of, frame),
  items: entries.map((entry) => auditRow(entry, frame)),
  noun: 'line',
  layout: 'paragraphs',
  closing: [],
  controls: pageControls(from, of, frame),
})

/** Who may change the library of a server, and what is read beside it. */
export const librarySettingsView = ({ curators, readsShared }: GuildSettings, { t }: Frame): View => ({
  accent: accents.plain,
  heading: t`How the library of this server is kept`,
  intro: [
    curators !== null && isId(curators)
      ? t`Added to, edited and removed from by people who can manage the server, and ${`<@&${curators}>`}.`
      : t`Added to, edited and removed from by people who can manage the server.`,
    readsShared
      ? t`Answers also quote what the host shares with all servers.`
      : t`Answers quote what was added here, and nothing that the host shares with all servers.`,
  ],
  items: [],
  noun: 'line',
  layout: 'rows',
  closing: [],
})

/** The documents, as they were added. */
export const exportMessage = ({ documents, archive }: ReplyOf<'export'>, { t }: Frame): OutgoingMessage => ({
  ...noticeMessage(plural(documents, t`1 document, as it was added:`, t`${documents} documents, as they were added:`)),
  files: documents === 0 ? [] : [{ name: 'library.zip', text: '', bytes: archive }],
})
