import { readdir } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Command } from '../command.ts'

const commandsFolder = fileURLToPath(new URL('../../commands/', import.meta.url))

/**
 * Loads every command in `commands/`, sorted by name. A file added there adds a command to every surface.
 * @throws Error if a file does not export a command with its own name, so that the mistake is not overlooked
 */
export const loadCommands = async (folder = commandsFolder): Promise<readonly Command[]> => {
  // The bundle has JavaScript there.
  const files = (await readdir(folder)).filter((file) => /\.[jt]s$/.test(file)).sort()
  return Promise.all(
    files.map(async (file) => {
      const loaded: { readonly default?: Partial<Command> } = await import(pathToFileURL(join(folder, file)).href)
      const { name } = parse(file)
      if (loaded.default?.name !== name)
        throw new Error(`commands/${file} must have a command named “${name}” as its default export`)
      return loaded.default as Command
    }),
  )
}
