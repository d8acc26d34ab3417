import type { Command } from '../../command.ts'
import type { Curator, CuratorRole } from '../../curation/port.ts'
import type { PersonalData } from '../../domain/personal-data.ts'
import type { Reader } from '../../domain/stored-document.ts'
import type { Log } from '../../observability/log.ts'
import type { Quoth } from '../../quoth.ts'
import type { State } from '../../state/port.ts'
import type { Limiter } from './limiter.ts'
import type { SettingsReader, UsesReader } from './settings-reader.ts'

/** What every interaction is handled with. */
export type Services = {
  readonly commands: readonly Command[]
  /** What somebody may ask, as one library. */
  libraryOf(reader: Reader): Promise<Quoth> | Quoth
  /** What somebody can do with the documents of a library. */
  curatorFor(role: CuratorRole): Curator
  /** What is kept of a person besides their own library’s contents. */
  dataOf(user: string): { kept(): Promise<PersonalData>; forget(): Promise<void> }
  readonly state: State
  readonly settings: SettingsReader
  readonly uses: UsesReader
  /** Counts the requests that search. */
  readonly limiter: Limiter
  readonly log: Log
  /** Unix milliseconds. */
  now(): number
}
