import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Command } from '../command.ts'

const commandsFolder = join(import.meta.dirname, '..', '..', 'commands')

/**
 * Loads every command in `commands/`, sorted by name. A file added there adds a command to every surface.
 * @throws Error if a file does not export a command with its own name, so that the mistake is not overlooked
 */
export const loadCommands = async (folder = commandsFolder): Promise<readonly Command[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort()
  return Promise.all(
    files.map(async (file) => {
      const loaded: { readonly default?: Partial<Command> } = await import(pathToFileURL(join(folder, file)).href)
      const name = basename(file, '.ts')
      if (loaded.default?.name !== name)
        throw new Error(`commands/${file} must have a command named “${name}” as its default export`)
      return loaded.default as Command
    }),
  )
}
