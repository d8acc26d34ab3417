import { restorableFor } from '../curation/curator.ts'
import type { PersonalData } from '../domain/personal-data.ts'
import type { LibraryId } from '../domain/stored-document.ts'
import type { Log } from '../observability/log.ts'
import type { State } from '../state/port.ts'
import type { Store } from '../store/port.ts'

/** Milliseconds for which the library of a server is kept that removed the bot: it may be a mistake. */
const keptAfterLeaving = 30 * 24 * 60 * 60_000
/** Milliseconds between two rounds. */
const roundEvery = 60 * 60_000

const guildOf = (library: LibraryId): string | null =>
  library.startsWith('server:') ? library.slice('server:'.length) : null

/** Deletes what is due: removed documents, and libraries of servers that removed the bot. */
export type Housekeeping = {
  /** The bot is in a guild, or was removed from one. */
  onGuild(guild: string, isIn: boolean): void
  /** To be called once the bot knows all its guilds: those that removed it while it was away are marked as well. */
  started(): Promise<void>
  /** What is kept of a person. */
  dataOf(user: string): { kept(): Promise<PersonalData>; forget(): Promise<void> }
  close(): Promise<void>
}

/**
 * @param state what outlives a restart besides documents
 * @param store the documents that people gave
 * @param options `onErased`: called with each library that was deleted; `now`: Unix milliseconds
 */
export const createHousekeeping = (
  state: State,
  store: Store,
  {
    log,
    onErased = async () => {},
    now = Date.now,
  }: {
    readonly log: Log
    readonly onErased?: (library: LibraryId) => Promise<void>
    readonly now?: () => number
  },
): Housekeeping => {
  const guilds = new Set<string>()
  let last: Promise<void> = Promise.resolve()
  /** One after another, and never in anybody's way: a failure is logged, and the next round tries again. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work).catch((error: unknown) => log.error({ err: error }, 'Cannot keep house'))
    return last
  }

  const round = async (): Promise<void> => {
    const documents = await store.eraseRemoved(now() - restorableFor)
    if (documents > 0) log.info({ documents }, 'Deleted documents that were removed a month ago')
    for (const library of await store.leftBefore(now() - keptAfterLeaving)) {
      await store.eraseLibrary(library)
      const guild = guildOf(library)
      if (guild !== null) await state.people.forgetGuild(guild)
      await onErased(library)
      log.info({ library }, 'Deleted the library of a server that removed the bot a month ago')
    }
  }
  const rounds = setInterval(() => void inTurn(round), roundEvery).unref()

  return {
    onGuild: (guild, isIn) => {
      if (isIn) guilds.add(guild)
      else guilds.delete(guild)
      void inTurn(() => store.leave(`server:${guild}`, isIn ? null : now()))
    },
    started: () =>
      inTurn(async () => {
        for (const library of await store.libraries()) {
          const guild = guildOf(library)
          if (guild !== null && !guilds.has(guild)) await store.leave(library, now())
        }
        await round()
      }),
    dataOf: (user) => ({
      kept: async () => {
        const library: LibraryId = `person:${user}`
        const [documents, removed] = [await store.documents(library), await store.removed(library)]
        return {
          ...(await state.people.kept(user)),
          changes: (await store.actionsOf(user)).map(({ action, name, at, library: where }) => ({
            ...{ action, name, at },
            library: where,
          })),
          documents: [...documents, ...removed].map(({ name, version: { title, bytes } }) => ({ name, title, bytes })),
        }
      },
      forget: async () => {
        await store.forget(user)
        await onErased(`person:${user}`)
        await state.people.forget(user)
      },
    }),
    close: async () => {
      clearInterval(rounds)
      await last
    },
  }
}
