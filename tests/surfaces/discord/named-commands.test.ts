import { expect, test } from 'vitest'
import { loadCommands } from '../../../src/app/load-commands.ts'
import { defaultSettings } from '../../../src/domain/guild-settings.ts'
import { present } from '../../../src/surfaces/discord/kept-reply.ts'
import type { Person } from '../../../src/surfaces/discord/person.ts'
import { commandsWith } from '../../../src/surfaces/discord/replies/buttons.ts'
import { plansInHand } from '../../support/pressed-in-hand.ts'

test('the commands that are said to have an action are there', async () => {
  const names = (await loadCommands()).map(({ name }) => name)
  const named = new Set(Object.values(commandsWith).flat())
  expect([...named].filter((name) => !names.includes(name))).toEqual([])
  expect(named.size).toBeGreaterThan(4)
})

test('a reply with an action that its command is not said to have names what is missing', async () => {
  const { services } = plansInHand()
  const person = { user: 'ada', guild: 'guild', channel: 'general' } as Person
  const request = { command: 'newcomer', args: {}, skip: 0 }
  const shown = { request, isPrivate: true, style: 'cards', language: 'en' } as const
  await expect(present({ kind: 'settings', settings: defaultSettings }, shown, person, services)).rejects.toThrow(
    '“/newcomer” shows the action “set-answers”',
  )
})
