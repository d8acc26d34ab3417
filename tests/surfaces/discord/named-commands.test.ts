import { expect, test } from 'vitest'
import { loadCommands } from '../../../src/app/load-commands.ts'
import { everywhere } from '../../../src/surfaces/discord/plan-command.ts'
import { commandsWith } from '../../../src/surfaces/discord/plan-press.ts'

test('the commands that are named in the plans of presses and commands are there', async () => {
  const names = (await loadCommands()).map(({ name }) => name)
  const named = new Set([...everywhere, ...Object.values(commandsWith).flat()])
  expect([...named].filter((name) => !names.includes(name))).toEqual([])
  expect(named.size).toBeGreaterThan(4)
})
