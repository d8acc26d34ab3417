import { andList, type Message, type MessageValue, msg, plural } from '../../../domain/message.ts'

/** What of a document is no text, and how its text is to be understood. */
export type Leavings = {
  insertions: number
  deletions: number
  /** Who made the tracked changes. */
  readonly authors: Set<string>
  comments: number
  /** Pictures, charts and drawings: words in them are not read. */
  pictures: number
}

/** @returns nothing yet */
export const leavings = (): Leavings => ({ insertions: 0, deletions: 0, authors: new Set(), comments: 0, pictures: 0 })

/** More names are not listed. */
const maxNames = 3
const maxName = 60

const byWhom = (authors: ReadonlySet<string>): MessageValue | null => {
  const names = [...authors].map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => name !== '')
  const shown = names.slice(0, maxNames).map((name) => (name.length > maxName ? `${name.slice(0, maxName)}…` : name))
  if (shown.length === 0) return null
  const others = names.length - shown.length
  return andList(others > 0 ? [...shown, plural(others, msg`1 other`, msg`${others} others`)] : shown)
}

/**
 * @param left what of a document is no text
 * @returns it in sentences
 */
export const leavingsSaid = ({ insertions, deletions, authors, comments, pictures }: Leavings): readonly Message[] => {
  const said: Message[] = []
  if (insertions + deletions > 0) {
    const inserted = plural(insertions, msg`1 insertion`, msg`${insertions} insertions`)
    const deleted = plural(deletions, msg`1 deletion`, msg`${deletions} deletions`)
    const whom = byWhom(authors)
    said.push(
      whom === null
        ? msg`It has tracked changes (${inserted}, ${deleted}); they were read as accepted.`
        : msg`It has tracked changes by ${whom} (${inserted}, ${deleted}); they were read as accepted.`,
    )
  }
  if (comments > 0) said.push(plural(comments, msg`A comment was left out.`, msg`${comments} comments were left out.`))
  if (pictures > 0)
    said.push(
      plural(pictures, msg`A picture or chart was not read.`, msg`${pictures} pictures and charts were not read.`),
    )
  return said
}
