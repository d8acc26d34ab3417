import type { GuildSettings } from '../../../domain/guild-settings.ts'
import type { Say } from '../../../wording/say.ts'
import type { Deed } from '../acting/custom-id.ts'

/** Where and for whom a reply is shown. */
export type Frame = {
  readonly say: Say
  readonly style: GuildSettings['style']
  /** Whether the asker alone sees it. */
  readonly isPrivate: boolean
  /** Whether it is in a server, where there are others to share it with. */
  readonly isInGuild: boolean
  /** The custom id for a deed; null where nothing can be kept, and so nothing can be pressed. */
  readonly idOf: ((deed: Deed, n?: number) => string) | null
  /** What was done with the reply already, and is not offered again: `share`, `tell-me`, `helpful` … */
  readonly done: ReadonlySet<Deed>
}

/** In which language and style something is shown. */
export type Manner = Pick<Frame, 'say' | 'style'>

/** A line that says something about a reply. Plain messages are read by programs too, which know no small print. */
export const smallPrint = (line: string, { style }: Manner): string => (style === 'plain' ? line : `-# ${line}`)
