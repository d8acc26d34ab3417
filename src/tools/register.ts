import { readSettings } from '../app/settings.ts'
import type { Command } from '../command.ts'
import { QuothError } from '../domain/error.ts'
import type { Tool } from '../surfaces/terminal/program.ts'
import { visibleJson } from '../surfaces/terminal/visible.ts'

/** `quoth register [--guild ID] [--remove] [--dry-run]`: registers the commands with Discord without starting the bot. */
export const registerTool = (commands: readonly Command[]): Tool => ({
  name: 'register',
  description: 'Register the slash commands with Discord, where they have changed',
  options: {
    guild: { type: 'string', description: 'Register them only in the server with this id, where they appear at once' },
    remove: { type: 'boolean', default: false, description: 'Remove the commands that are registered there instead' },
    'dry-run': { type: 'boolean', default: false, description: 'Show what would change without changing anything' },
  },
  run: async (args, { terminal, json }) => {
    const { token, clientId, guildId, api } = readSettings(terminal.env).discord
    if (token === null)
      throw new QuothError('bad-settings', 'Registering needs DISCORD_TOKEN: put it into .env, as .env.example shows.')
    // Imported here, since discord.js is a quarter of what a start of the terminal loads.
    const { registerCommands, registrationLines } = await import('../surfaces/discord/gateway/registration.ts')
    const guild = typeof args['guild'] === 'string' ? args['guild'] : guildId
    const dryRun = args['dry-run'] === true
    const wanted = args['remove'] === true ? [] : commands
    const report = await registerCommands({ token, clientId, guildId: guild, api, commands: wanted, dryRun })
    terminal.stdout.write(json ? `${visibleJson(report)}\n` : `${registrationLines(report).join('\n')}\n`)
    return 0
  },
})
