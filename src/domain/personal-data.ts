import type { AuditEntry, LibraryId } from './stored-document.ts'

/** What the state keeps of a person. Times are Unix milliseconds. */
export type KeptOfPerson = {
  /** Replies whose buttons still work: what was asked, where. */
  readonly replies: readonly {
    readonly at: number
    readonly guild: string | null
    readonly channel: string
    readonly request: unknown
  }[]
  readonly waiting: readonly {
    readonly at: number
    readonly guild: string | null
    readonly channel: string
    readonly question: string
  }[]
  readonly feedback: readonly {
    readonly at: number
    readonly guild: string | null
    readonly question: string
    readonly isHelpful: boolean
  }[]
}

/** Everything that Quoth keeps of a person. */
export type PersonalData = KeptOfPerson & {
  /** What they did in the libraries of servers. */
  readonly changes: readonly (Pick<AuditEntry, 'action' | 'name' | 'at'> & { readonly library: LibraryId })[]
  /** The documents of their own library. */
  readonly documents: readonly { readonly name: string; readonly title: string; readonly bytes: number }[]
}

/** How many entries there are of all kinds. */
export const sizeOfData = ({ replies, waiting, feedback, changes, documents }: PersonalData): number =>
  replies.length + waiting.length + feedback.length + changes.length + documents.length
