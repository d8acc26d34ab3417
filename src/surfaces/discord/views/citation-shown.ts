import { nameShown } from '../../../domain/bibliography.ts'
import type { Citation } from '../../../domain/citation.ts'
import { neutraliseLine } from '../messages/neutralise.ts'

/** `2014-09-23` as `23 September 2014`, `2014-09` as `September 2014`, `2014` as itself. */
export const dateShown = (issued: string): string => {
  const date = new Date(issued)
  const [, month, day] = issued.split('-')
  if (month === undefined || Number.isNaN(date.getTime())) return issued
  const format = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-GB', day === undefined ? format : { ...format, day: 'numeric' }).format(date)
}

/** The first two names, and how many more there are. */
export const authorsShown = (authors: Citation['author']): string => {
  const named = authors.slice(0, 2).map(nameShown).join(', ')
  return authors.length > 2 ? `${named} and ${authors.length - 2} more` : named
}

/** A title; one made of the opening words says that it is no title. */
export const titleOf = (of: { readonly titleShown: string; readonly titleIsDerived: boolean }): string =>
  of.titleIsDerived ? `untitled: “${of.titleShown}”` : of.titleShown

/** An id to be copied. Ids are ours and plain; one that is not would end its own code span. */
export const idShown = (id: string): string => (/^[\w.:/ -]{1,200}$/.test(id) ? `\`${id}\`` : neutraliseLine(id, 200))

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ')

/** `Author · Publisher · 23 September 2014`, as far as known. */
export const recordShown = (citation: Citation): string =>
  joined([
    neutraliseLine(authorsShown(citation.author), 80),
    neutraliseLine(citation.publisher ?? '', 60),
    citation.issued === null
      ? ''
      : `${citation.issuedKind === 'updated' ? 'updated ' : ''}${neutraliseLine(dateShown(citation.issued), 30)}`,
  ])

const passageShown = (citation: Citation): string =>
  joined([
    citation.speaker === null ? '' : `${neutraliseLine(citation.speaker, 60)} speaking`,
    neutraliseLine(`¶ ${citation.locator.value}`, 20),
    idShown(citation.id),
  ])

/** `Section › Part · ¶ 5` and the id that `/cite` takes. */
export const placeShown = (citation: Citation): string =>
  joined([neutraliseLine(citation.locator.section.join(' › '), 150), passageShown(citation)])

/** `Title › Section · Author · Publisher · 23 September 2014 · ¶ 5` and the id that `/cite` takes. */
export const citationShown = (citation: Citation): string =>
  joined([
    neutraliseLine([titleOf(citation), ...citation.locator.section].join(' › '), 180),
    recordShown(citation),
    passageShown(citation),
  ])
