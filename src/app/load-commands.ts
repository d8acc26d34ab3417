import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Command } from '../command.ts'

const commandsFolder = join(import.meta.dirname, '..', '..', 'commands')

/**
 * Every command of `commands/`, by name: adding a file there adds a command to every surface.
 * @throws Error when a file exports no command, or one of another name: that is a mistake in the file, never skipped.
 */
export const loadCommands = async (folder = commandsFolder): Promise<readonly Command[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort()
  return Promise.all(
    files.map(async (file) => {
      const loaded: { readonly default?: Partial<Command> } = await import(pathToFileURL(join(folder, file)).href)
      const name = basename(file, '.ts')
      if (loaded.default?.name !== name)
        throw new Error(`commands/${file} must export by default a command named “${name}”`)
      return loaded.default as Command
    }),
  )
}
