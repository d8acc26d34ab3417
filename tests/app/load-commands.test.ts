import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCommands } from '../../src/app/load-commands.ts'
import { actionOf, readArguments } from '../../src/command.ts'
import { asAda } from '../support/as-ada.ts'
import { fakeQuoth } from '../support/terminal-quoth.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-commands-'))
})
afterEach(() => rm(folder, { recursive: true }))

const command = (name: string) =>
  `export default { name: '${name}', private: true, action: { description: 'Says it', options: {}, run: async () => ({ kind: 'help', commands: [] }) } }`

describe('loadCommands', () => {
  it('gives every command of the project, by name', async () => {
    expect((await loadCommands()).map(({ name }) => name)).toEqual([
      'ask',
      'check-quotes',
      'cite',
      'context',
      'find-sources',
      'forget-me',
      'help',
      'library',
      'settings',
      'sources',
      'summarise',
    ])
  })

  it('gives commands that run', async () => {
    const commands = await loadCommands()
    const help = commands.find(({ name }) => name === 'help')
    if (help === undefined) throw new Error('no /help')
    const action = actionOf(help)
    const reply = await action.run(readArguments(action.options, {}), { quoth: fakeQuoth(), commands, ...asAda })
    expect(reply.kind).toBe('help')
  })

  it('takes a file that is added as a command, and passes over what is no TypeScript', async () => {
    await writeFile(join(folder, 'echo.ts'), command('echo'))
    await writeFile(join(folder, 'README.md'), '# Commands')
    expect((await loadCommands(folder)).map(({ name }) => name)).toEqual(['echo'])
  })

  it.each([
    ['of another name', command('other')],
    ['that is not exported by default', 'export const echo = 1'],
    ['that cannot be read as a module', 'export default {'],
  ])('fails on a command %s rather than leaving it out', async (_, text) => {
    await writeFile(join(folder, 'echo.ts'), text)
    await expect(loadCommands(folder)).rejects.toThrow()
  })
})
