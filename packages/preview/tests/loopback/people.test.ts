import { ApplicationCommandType, PermissionFlagsBits } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callApi } from '../../../../tests/support/loopback-api.ts'
import { type Loopback, startLoopback } from '../../src/loopback/loopback.ts'

const guild = '1000000000000000001'
let loopback: Loopback
beforeEach(async () => {
  loopback = await startLoopback({
    users: [
      { id: '11', name: 'Ada', permissions: String(PermissionFlagsBits.Administrator) },
      { id: '12', name: 'Ben' },
      { id: '13', name: 'Cleo', permissions: String(PermissionFlagsBits.ViewChannel) },
    ],
    channels: [
      { id: '21', name: 'general', guild },
      { id: '22', name: 'research', guild },
      { id: '23', name: 'Ben', guild: null, recipient: '12' },
    ],
  })
})
afterEach(() => loopback.close())

const register = async (commands: readonly object[], scope = '') =>
  callApi(loopback, 'PUT', `/applications/${loopback.applicationId}${scope}/commands`, commands)
const command = (name: string, more: object = {}) => ({ name, description: 'Do it', ...more })
const offered = (user: string, channel = '21', type = ApplicationCommandType.ChatInput) =>
  loopback.commandsIn({ user, channel, type }).map(({ name }) => name)

describe('a person', () => {
  test('sees the channels of the guild and only the own direct messages', () => {
    expect(loopback.channelsOf('12').map(({ id }) => id)).toEqual(['21', '22', '23'])
    const [, , direct] = loopback.channelsOf('11')
    expect(direct).toMatchObject({ guild: null, recipient: '11', name: 'Ada' })
    expect(() => loopback.say({ user: '11', channel: '23', content: 'x' })).toThrow('sees no channel')
  })

  test('writes messages that are there for everybody', () => {
    const events: string[] = []
    loopback.onEvent(({ kind }) => void events.push(kind))
    const message = loopback.say({ user: '12', channel: '22', content: ' Is that so, <@11>? ' })
    expect(message).toMatchObject({
      author: '12',
      channel: '22',
      interaction: null,
      visibleTo: null,
      content: 'Is that so, <@11>?',
      pings: ['<@11>'],
    })
    expect(loopback.messages()).toEqual([message])
    expect(events).toEqual(['message-created'])
  })

  test('writes no empty message, none that is too long, and none without the right to', () => {
    expect(() => loopback.say({ content: ' ' })).toThrow('some text')
    expect(() => loopback.say({ content: 'x'.repeat(2001) })).toThrow('at most 2000')
    expect(() => loopback.say({ user: '13', content: 'x' })).toThrow('may not write')
  })
})

describe('a command', () => {
  test('is offered to those who have the permissions it asks for', async () => {
    const manage = String(PermissionFlagsBits.ManageGuild)
    await register([
      command('ask'),
      command('settings', { default_member_permissions: manage }),
      command('reset', { default_member_permissions: '0' }),
    ])
    expect(offered('11')).toEqual(['ask', 'settings', 'reset'])
    expect(offered('12')).toEqual(['ask'])
    expect(offered('13')).toEqual([])
    expect(() => loopback.invoke({ command: 'settings', user: '12' })).toThrow('no command “settings” here')
    await register([command('ask', { default_member_permissions: '0' })])
    expect(offered('12', '23')).toEqual(['ask'])
  })

  test('is offered where it is meant for', async () => {
    await register([command('both'), command('here', { contexts: [0] }), command('direct', { contexts: [1] })])
    expect(offered('12', '22')).toEqual(['both', 'here'])
    expect(offered('12', '23')).toEqual(['both', 'direct'])
  })

  test('of a guild hides a global one of its name and type alone', async () => {
    await register([command('ask'), { type: 3, name: 'ask' }])
    await register([command('ask', { description: 'Ask here' })], `/guilds/${guild}`)
    expect(loopback.commandsIn({ user: '12' })).toMatchObject([{ description: 'Ask here' }])
    expect(offered('12', '21', ApplicationCommandType.Message)).toEqual(['ask'])
    expect(loopback.commandsIn({ user: '12', channel: '23' })).toMatchObject([{ description: 'Do it' }])
  })
})
