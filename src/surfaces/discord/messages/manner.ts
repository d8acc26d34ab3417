import type { GuildSettings } from '../../../domain/guild-settings.ts'
import type { Say } from '../../../wording/say.ts'

/** In which language and style something is shown. */
export type Manner = { readonly say: Say; readonly style: GuildSettings['style'] }

/** A line that says something about a reply. Plain messages are read by programs too, which know no small print. */
export const smallPrint = (line: string, { style }: Manner): string => (style === 'plain' ? line : `-# ${line}`)
