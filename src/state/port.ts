import type { GuildSettings, Language } from '../domain/guild-settings.ts'
import type { KeptOfPerson } from '../domain/personal-data.ts'
import type { SourceId } from '../domain/source.ts'

/** Who did something, and where: ids of the surface. The guild is null in a direct message. */
export type Whereabouts = { readonly user: string; readonly guild: string | null; readonly channel: string }

/** A reply that was shown, kept so that its buttons work. */
export type ShownReply = Whereabouts & {
  /** Random, so that only those who have seen the reply can know it. */
  readonly id: string
  /** When it was last shown, in Unix milliseconds. */
  readonly at: number
  /** What is shown, as the surface encodes it: JSON of a few kilobytes. */
  readonly content: string
}

/** Whether somebody found an answer helpful. */
export type Feedback = {
  /** The id of the reply. Each person can give one rating per reply, and change it. */
  readonly reply: string
  readonly guild: string | null
  readonly question: string
  /** The earlier questions that it was read with, oldest first; absent if there were none. */
  readonly earlier?: readonly string[]
  /** The only source that was searched; null for all. */
  readonly source: SourceId | null
  /** What was quoted, best first. */
  readonly quotes: readonly { readonly id: string; readonly source: SourceId; readonly exact: string }[]
  readonly isHelpful: boolean
  readonly at: number
  /** Whose it is, for whoever wants it forgotten. Only written: a list of feedback does not say. */
  readonly person?: string
}

/** A question that the library cannot answer yet, and who wants to know when it can. */
export type Waiting = Whereabouts & {
  readonly id: string
  readonly question: string
  /** The earlier questions that it was read with, oldest first; absent if there were none. */
  readonly earlier?: readonly string[] | undefined
  readonly source: SourceId | null
  /** Whether the answer is sent in private, as the question was asked. */
  readonly isPrivate: boolean
  readonly language: Language
  readonly at: number
}

/**
 * Everything besides the sources that survives a restart. When a promise resolves, its change is on disk. Times are
 * Unix milliseconds. Every adapter passes `tests/contracts/state.ts`.
 */
export type State = {
  readonly replies: {
    /** Saves a reply, replacing an earlier one with its id. */
    put(reply: ShownReply): Promise<void>
    get(id: string): Promise<ShownReply | undefined>
    /** Marks a reply once, for example as shared. Resolves with whether this call did it. */
    mark(id: string, mark: string): Promise<boolean>
    /** Removes a mark, if what it stood for failed. */
    unmark(id: string, mark: string): Promise<void>
    /** Deletes the replies last shown before a time. Resolves with their number. */
    forgetBefore(at: number): Promise<number>
  }
  readonly settings: {
    get(guild: string): Promise<GuildSettings | undefined>
    /** Changes some settings, starting from the defaults if none are saved. Resolves with all of them. */
    change(guild: string, changes: Partial<GuildSettings>): Promise<GuildSettings>
  }
  readonly feedback: {
    /** Saves a rating, replacing an earlier one of the same reply. */
    put(feedback: Feedback): Promise<void>
    /** Oldest first. */
    list(): Promise<readonly Feedback[]>
  }
  readonly waiting: {
    /**
     * Saves it, unless the person is already waiting for the same question in the same place, or for `limit` questions.
     * If the same question is asked in private and in public, it counts as private.
     */
    add(waiting: Waiting, limit: number): Promise<'added' | 'known' | 'too-many'>
    /** Oldest first. */
    list(): Promise<readonly Waiting[]>
    remove(id: string): Promise<void>
  }
  readonly uses: {
    /** Counts one more use of these sources in a guild. */
    add(guild: string, sources: readonly SourceId[]): Promise<void>
    of(guild: string): Promise<ReadonlyMap<SourceId, number>>
  }
  /** What is kept of people and guilds, for those who want to see it, and to be forgotten. */
  readonly people: {
    /** Everything that names a person, oldest first. */
    kept(user: string): Promise<KeptOfPerson>
    /** Deletes all of that. */
    forget(user: string): Promise<void>
    /** Deletes what is kept of a guild: settings, uses, replies, waiting questions and feedback. */
    forgetGuild(guild: string): Promise<void>
  }
  /** When the bot identified itself to Discord, which limits this per day. */
  readonly identifies: {
    add(at: number): Promise<void>
    /** Resolves with how many there were since a time, and deletes earlier ones. */
    countSince(at: number): Promise<number>
  }
  close(): Promise<void>
}
