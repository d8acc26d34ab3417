import { expect, test } from 'vitest'
import { defaultSettings, type GuildSettings } from '../../../../src/domain/guild-settings.ts'
import { translatorFor } from '../../../../src/i18n/say.ts'
import { createLog } from '../../../../src/observability/log.ts'
import type { Pressed } from '../../../../src/surfaces/discord/kept-reply.ts'
import type { Plan } from '../../../../src/surfaces/discord/plan.ts'
import { planSetting } from '../../../../src/surfaces/discord/replies/settings-actions.ts'
import type { Services } from '../../../../src/surfaces/discord/services.ts'
import { memoryState } from '../../../support/memory-state.ts'

type ButtonAction = Parameters<typeof planSetting>[0]
const channel = (n: number): string => `${100_000_000_000_000_000n + BigInt(n)}`
const channels = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => channel(n))

/** Chooses these values of a menu of the settings; what it changes. */
const choose = async (action: ButtonAction, values: readonly string[], person: object = {}) => {
  const changes: Partial<GuildSettings>[] = []
  const services = {
    settings: {
      of: async () => defaultSettings,
      change: async (_: string, change: Partial<GuildSettings>) => {
        changes.push(change)
        return { ...defaultSettings, ...change }
      },
    },
    state: await memoryState(),
    log: createLog({ level: 'silent' }),
    now: Date.now,
  } as unknown as Services
  const eve = {
    user: '1',
    guild: '2',
    channel: '3',
    parent: null,
    locale: 'en-GB',
    guildLocale: null,
    isManager: true,
    maySend: true,
    roles: [],
  }
  const request = { command: 'settings', args: {}, skip: 0 }
  const kept = { request, given: [], shown: 0, isPrivate: true, style: 'cards', language: 'en' } as const
  const pressed = { action, n: 0, kept, person: { ...eve, ...person }, t: translatorFor('en') } as unknown as Pressed
  const plan: Plan = planSetting(action, values, pressed, services)
  if (plan.acknowledge === 'form') throw new Error('no form is meant')
  const done = plan.work(() => {})
  return { changes, done }
}

test.each<[ButtonAction, readonly string[], Partial<GuildSettings>]>([
  ['set-answers', ['private'], { answers: 'private' }],
  ['set-style', ['plain'], { style: 'plain' }],
  ['set-language', ['de'], { language: 'de' }],
  ['set-language', ['auto'], { language: 'auto' }],
  ['set-quotes', ['1'], { quotes: 1 }],
  ['set-quotes', ['8'], { quotes: 8 }],
  ['set-channels', [], { channels: [] }],
  ['set-channels', channels(25), { channels: channels(25) }],
])('“%s” changes what it offers: %j', async (action, values, expected) => {
  const { changes, done } = await choose(action, values)
  expect(await done).toMatchObject({ outcome: 'answered' })
  expect(changes).toEqual([expected])
})

test.each<[ButtonAction, readonly string[]]>([
  ['set-answers', []],
  ['set-answers', ['everybody']],
  ['set-answers', ['constructor']],
  ['set-style', ['html']],
  ['set-language', ['fr']],
  ['set-quotes', []],
  ['set-quotes', ['0']],
  ['set-quotes', ['9']],
  ['set-quotes', ['-1']],
  ['set-quotes', ['2.5']],
  ['set-quotes', ['Infinity']],
  ['set-channels', channels(26)],
  ['set-channels', ['general']],
  ['set-channels', ['12345678901234']],
  ['set-channels', [channel(1), '1'.repeat(22)]],
  ['set-channels', [`${channel(1)}> @everyone <#${channel(2)}`]],
])('“%s” changes nothing for values that it does not offer, which somebody made up: %j', async (action, values) => {
  const { changes, done } = await choose(action, values)
  await expect(done).rejects.toMatchObject({
    code: 'bad-argument',
    message: expect.stringContaining('no longer exists'),
  })
  expect(changes).toEqual([])
})

test.each([
  ['who may not manage the server', { isManager: false }],
  ['who is in no server', { guild: null }],
])('nothing is changed by somebody %s', async (_, person) => {
  const { changes, done } = await choose('set-answers', ['private'], person)
  await expect(done).rejects.toMatchObject({ message: expect.stringContaining('Only people who can manage') })
  expect(changes).toEqual([])
})
