import type { Manner } from '../messages/manner.ts'
import type { Deed } from './custom-id.ts'

/** Where and for whom a reply is shown, and how. */
export type Frame = Manner & {
  /** Whether the asker alone sees it. */
  readonly isPrivate: boolean
  /** Whether it is in a server, where there are others to share it with. */
  readonly isInGuild: boolean
  /** The custom id for a deed; null where nothing can be kept, and so nothing can be pressed. */
  readonly idOf: ((deed: Deed, n?: number) => string) | null
  /** What was done with the reply already, and is not offered again: `share`, `tell-me`, `helpful` … */
  readonly done: ReadonlySet<Deed>
}
