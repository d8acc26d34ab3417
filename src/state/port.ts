import type { GuildSettings, Language } from '../domain/guild-settings.ts'
import type { SourceId } from '../domain/source.ts'

/** Who did something, and where: ids as the surface has them. No guild is a direct message. */
export type Whereabouts = { readonly user: string; readonly guild: string | null; readonly channel: string }

/** A reply that was shown, kept so that its buttons respond. */
export type ShownReply = Whereabouts & {
  /** Random, and so known to nobody who has not seen the reply. */
  readonly id: string
  /** Unix milliseconds at which it was last shown. */
  readonly at: number
  /** What is shown, as the surface writes it down: JSON of a few kilobytes. */
  readonly content: string
}

/** Whether somebody found an answer helpful. */
export type Feedback = {
  /** Of the shown reply: a person has one verdict on each, and may change it. */
  readonly reply: string
  readonly guild: string | null
  readonly question: string
  /** The earlier questions that it was read with, oldest first; only where there are some. */
  readonly earlier?: readonly string[]
  /** The one source that was asked; null for all. */
  readonly source: SourceId | null
  /** What was quoted, best first. */
  readonly quotes: readonly { readonly id: string; readonly source: SourceId; readonly exact: string }[]
  readonly isHelpful: boolean
  readonly at: number
}

/** A question that the library does not answer, of somebody who wants to hear when it does. */
export type Waiting = Whereabouts & {
  readonly id: string
  readonly question: string
  /** The earlier questions that it was read with, oldest first; only where there are some. */
  readonly earlier?: readonly string[] | undefined
  readonly source: SourceId | null
  /** Asked in private, it is told in private. */
  readonly isPrivate: boolean
  readonly language: Language
  readonly at: number
}

/**
 * What must outlive a restart besides the sources. What a promise resolved for is on disk. Times are Unix milliseconds.
 * Every adapter passes `tests/contracts/state.ts`.
 */
export type State = {
  readonly replies: {
    /** Keeps a reply, in the place of an earlier one of its id. */
    put(reply: ShownReply): Promise<void>
    get(id: string): Promise<ShownReply | undefined>
    /** Marks a reply, once: whether this call did. Such as that it was shared. */
    mark(id: string, mark: string): Promise<boolean>
    /** Takes a mark away again, where what it stood for came to nothing. */
    unmark(id: string, mark: string): Promise<void>
    /** Forgets those last shown before a moment. How many they were. */
    forgetBefore(at: number): Promise<number>
  }
  readonly settings: {
    get(guild: string): Promise<GuildSettings | undefined>
    /** Changes the named ones, from the usual ones where none are kept; gives what is kept then. */
    change(guild: string, changes: Partial<GuildSettings>): Promise<GuildSettings>
  }
  readonly feedback: {
    /** Keeps a verdict, in the place of an earlier one on the same reply. */
    put(feedback: Feedback): Promise<void>
    /** Oldest first. */
    list(): Promise<readonly Feedback[]>
  }
  readonly waiting: {
    /**
     * Keeps it, unless the same person waits for the same question in the same place, or for `most` already. Of the
     * same in private and in the open, the private one counts.
     */
    add(waiting: Waiting, most: number): Promise<'added' | 'known' | 'too-many'>
    /** Oldest first. */
    list(): Promise<readonly Waiting[]>
    remove(id: string): Promise<void>
  }
  readonly uses: {
    /** Counts that a guild used these sources once more. */
    add(guild: string, sources: readonly SourceId[]): Promise<void>
    of(guild: string): Promise<ReadonlyMap<SourceId, number>>
  }
  /** When the bot identified itself to Discord, which allows it so often a day. */
  readonly identifies: {
    add(at: number): Promise<void>
    /** How many there were since a moment; earlier ones are forgotten. */
    countSince(at: number): Promise<number>
  }
  close(): Promise<void>
}
