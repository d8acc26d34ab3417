import type { Command } from '../../command.ts'
import type { Log } from '../../observability/log.ts'
import type { Quoth } from '../../quoth.ts'
import type { State } from '../../state/port.ts'
import type { Limiter } from './limiter.ts'
import type { SettingsReader, UsesReader } from './settings-reader.ts'

/** What every interaction is handled with. */
export type Services = {
  readonly commands: readonly Command[]
  /** The library that the people of a guild may read; of null, those who write to the bot directly. */
  libraryOf(guild: string | null): Quoth
  readonly state: State
  readonly settings: SettingsReader
  readonly uses: UsesReader
  /** Counts the requests that search. */
  readonly limiter: Limiter
  readonly log: Log
  /** Unix milliseconds. */
  now(): number
}
