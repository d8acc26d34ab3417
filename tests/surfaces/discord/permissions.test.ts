import { EventEmitter } from 'node:events'
import {
  type BaseInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  type Client,
  HTTPError,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js'
import { describe, expect, test } from 'vitest'
import { defaultSettings, type GuildSettings } from '../../../src/domain/guild-settings.ts'
import { createLog } from '../../../src/observability/log.ts'
import { isTransient } from '../../../src/surfaces/discord/gateway/retry.ts'
import { followThreads } from '../../../src/surfaces/discord/gateway/threads.ts'
import { createLimiter } from '../../../src/surfaces/discord/limiter.ts'
import { answersThere, personOf } from '../../../src/surfaces/discord/person.ts'
import type { Plan } from '../../../src/surfaces/discord/plan.ts'
import { planCommand } from '../../../src/surfaces/discord/plan-command.ts'
import type { Services } from '../../../src/surfaces/discord/services.ts'
import { allCommands, shownText } from '../../support/discord-bot.ts'
import { fakeCurator, noData } from '../../support/fake-curator.ts'
import { fakeQuoth } from '../../support/fake-quoth.ts'
import { memoryState } from '../../support/memory-state.ts'

const interaction = (other: object = {}): BaseInteraction =>
  ({
    user: { id: 'ada' },
    guildId: 'guild',
    channelId: 'general',
    channel: { isThread: () => false, parentId: 'category' },
    locale: 'en-GB',
    guildLocale: 'de',
    memberPermissions: new PermissionsBitField(PermissionFlagsBits.ViewChannel),
    ...other,
  }) as unknown as BaseInteraction

describe('who somebody is', () => {
  test.each([
    ['whoever may manage the server manages it', new PermissionsBitField(PermissionFlagsBits.ManageGuild), true],
    ['so does an administrator', new PermissionsBitField(PermissionFlagsBits.Administrator), true],
    ['whoever may manage channels does not', new PermissionsBitField(PermissionFlagsBits.ManageChannels), false],
    ['nor anybody of whom Discord does not say it, as in a direct message', null, false],
  ])('%s', (_, memberPermissions, isManager) => {
    expect(personOf(interaction({ memberPermissions })).isManager).toBe(isManager)
  })

  test('a thread belongs to its channel, and a channel to none', () => {
    expect(personOf(interaction()).parent).toBeNull()
    const channel = { isThread: () => true, parentId: 'general' }
    expect(personOf(interaction({ channelId: 'thread', channel }))).toMatchObject({
      channel: 'thread',
      parent: 'general',
    })
    expect(personOf(interaction({ channel: null })).parent).toBeNull()
  })

  test('a thread that only the interaction tells of belongs to its channel too', () => {
    const client = new EventEmitter() as unknown as Client
    followThreads(client)
    const told = (id: string, channel: object) =>
      client.emit('raw', { op: 0, t: 'INTERACTION_CREATE', d: { id, channel } }, 0)
    told('in-thread', { id: 'thread', type: ChannelType.PrivateThread, parent_id: 'general' })
    told('in-channel', { id: 'thread', type: ChannelType.GuildText, parent_id: 'category' })
    told('odd', { id: 7 })
    const parentOf = (id: string) => personOf(interaction({ client, id, channelId: 'thread', channel: null })).parent
    expect(['in-thread', 'in-channel', 'odd', 'other'].map(parentOf)).toEqual(['general', null, null, null])
  })

  test.each([
    ['with the permission', PermissionFlagsBits.SendMessages, false, true],
    ['without it', PermissionFlagsBits.ViewChannel, false, false],
    ['in a thread with that for threads', PermissionFlagsBits.SendMessagesInThreads, true, true],
    ['in a thread with that for channels alone', PermissionFlagsBits.SendMessages, true, false],
  ])('whoever is %s may write: %s', (_, permission, isThread, maySend) => {
    const channel = { isThread: () => isThread, parentId: 'general' }
    const memberPermissions = new PermissionsBitField(permission)
    expect(personOf(interaction({ channel, memberPermissions })).maySend).toBe(maySend)
    expect(personOf(interaction({ channel, memberPermissions: null })).maySend).toBe(true)
  })
})

test.each([
  ['in any channel where none is set', {}, [], true],
  ['in a channel that is set', {}, ['other', 'general'], true],
  ['in no other', {}, ['other'], false],
  ['in a thread of one that is set', { channel: 'thread', parent: 'general' }, ['general'], true],
  ['in no thread of another', { channel: 'thread', parent: 'general' }, ['other'], false],
  ['in a thread that is set itself', { channel: 'thread', parent: 'general' }, ['thread'], true],
  ['in every direct message', { guild: null, channel: 'direct' }, ['other'], true],
])('Quoth answers %s', (_, place, channels, answers) => {
  const person = { ...personOf(interaction()), ...place }
  expect(answersThere(person, { ...defaultSettings, channels })).toBe(answers)
})

describe('a command', () => {
  /** What is said to somebody who uses it there. */
  const use = async (
    commandName: string,
    settings: Partial<GuildSettings>,
    other: object = {},
    options: object = {},
  ) => {
    let asked = 0
    const quoth = fakeQuoth()
    const state = await memoryState()
    const log = createLog({ level: 'silent' })
    const services = {
      ...{ commands: allCommands, state, log, now: Date.now, limiter: createLimiter({ count: 9, seconds: 9 }) },
      settings: { of: async () => ({ ...defaultSettings, ...settings }) },
      uses: { add: async () => {} },
      curatorFor: () => fakeCurator,
      dataOf: () => ({ kept: noData, forget: async () => {} }),
      libraryOf: () => ({
        ...quoth,
        ask: (...given: Parameters<typeof quoth.ask>) => {
          asked += 1
          return quoth.ask(...given)
        },
      }),
    } as unknown as Services
    const data = Object.entries(options).map(([name, value]) => ({ name, value }))
    const used = interaction({
      ...other,
      commandName,
      options: { data },
    })
    const plan: Plan = await planCommand(used as ChatInputCommandInteraction, services)
    if (plan.acknowledge === 'form') throw new Error('no form is meant')
    const { message } = await plan.work(() => {})
    return { acknowledge: plan.acknowledge, says: shownText(message ?? { components: [] }), asked: () => asked }
  }
  const question = { question: 'When does the tide rise?' }
  const thread = { channelId: 'thread', channel: { isThread: () => true, parentId: 'general' } }

  test('for managers is refused to others, though Discord let it through', async () => {
    const refused = await use('settings', {})
    expect(refused).toMatchObject({
      acknowledge: 'private',
      says: expect.stringContaining('Only people who can manage'),
    })
    const memberPermissions = new PermissionsBitField(PermissionFlagsBits.ManageGuild)
    expect((await use('settings', {}, { memberPermissions })).says).not.toContain('Only people who can manage')
  })

  test('is refused where Quoth does not answer, to the asker alone, and nothing is searched', async () => {
    const refused = await use('ask', { channels: ['other'] }, {}, question)
    expect(refused).toMatchObject({ acknowledge: 'private', says: expect.stringContaining('<#other>') })
    expect(refused.asked()).toBe(0)
  })

  test('is answered in a thread of a channel where Quoth answers', async () => {
    const answered = await use('ask', { channels: ['general'] }, thread, question)
    expect(answered).toMatchObject({ acknowledge: 'public', says: expect.stringContaining('The tide rises') })
  })

  test('is answered in private where the server wants that', async () => {
    expect(await use('ask', { answers: 'private' }, {}, question)).toMatchObject({ acknowledge: 'private' })
  })

  test('that there is not is refused to the asker alone', async () => {
    expect(await use('vanished', {})).toMatchObject({
      acknowledge: 'private',
      says: expect.stringContaining('no longer has this command'),
    })
  })
})

test.each([
  [500, true],
  [503, true],
  [400, false],
  [404, false],
  [499, false],
])('a request that fails with %s is tried again: %s', (status, again) => {
  const error = new HTTPError(status, 'x', 'GET', 'https://x', { files: undefined, body: {} })
  expect(isTransient(error)).toBe(again)
})
