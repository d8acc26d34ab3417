import type { CommandContext } from '../../command.ts'
import { usualSettings } from '../../domain/guild-settings.ts'

/** Who asks in a terminal, and how it is answered: there is one person at it, and no server whose settings count. */
export const atTerminal = {
  asker: 'terminal',
  settings: usualSettings,
  pageSize: null,
} as const satisfies Partial<CommandContext>
